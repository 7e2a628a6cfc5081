using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Tests.Physics;

/// <summary>What every law of the catalog must obey, whatever its formula.</summary>
public class NormalLawTests
{
    private const int Points = 400;

    private static readonly UnitScale Scale = UnitScale.ForSuspension(250e-9, 5e-9, 1);

    public static TheoryData<string> AllLaws => [.. LawCatalog.All.Select(law => law.Name)];

    public static TheoryData<string> NormalLaws => [.. LawCatalog.Normal.Select(law => law.Name)];

    [Theory]
    [MemberData(nameof(AllLaws))]
    public void Law_is_finite_over_its_range_and_cites_a_known_source(string name)
    {
        Law law = LawCatalog.All.Single(entry => entry.Name == name);
        for (int k = 0; k <= Points; k++)
        {
            Assert.All(law.Respond(Scale, k / (double)Points), value => Assert.True(double.IsFinite(value)));
        }

        Assert.True(law.Reference is null || ReferenceCatalog.All.Any(source => source.Key == law.Reference));
    }

    [Theory]
    [MemberData(nameof(AllLaws))]
    public void Law_gives_the_same_SI_answer_in_any_simulation_units(string name)
    {
        Law law = LawCatalog.All.Single(entry => entry.Name == name);

        // Lengths differ by a factor of 37, forces by 0.13, times by 5000. Single precision: 10⁻⁵, against the greatest answer of
        // each kind, for the capillary force and elastic unloading end as differences of near numbers.
        UnitScale other = new(Scale.Length * 37, Scale.Force * 0.13, Scale.Time * 5000);
        double[] largest = new double[law.Respond(Scale, 0).Length];
        for (int pass = 0; pass < 2; pass++)
        {
            for (int k = 0; k <= Points; k++)
            {
                double[] a = law.Respond(Scale, (k + 0.3) / (Points + 1)), b = law.Respond(other, (k + 0.3) / (Points + 1));
                for (int m = 0; m < a.Length; m++)
                {
                    largest[m] = Math.Max(largest[m], Math.Abs(a[m]));
                    Assert.True(pass == 0 || Math.Abs(a[m] - b[m]) <= 1e-5 * largest[m], $"answer {m} at {k}: {a[m]} and {b[m]}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(NormalLaws))]
    public void Stiffness_is_the_slope_of_the_force_on_loading_and_never_negative(string name)
    {
        NormalLaw entry = LawCatalog.Normal.Single(law => law.Name == name);
        INormalLaw law = entry.Sample(Scale);
        float radius = Scale.Lengths(entry.Radius), largest = Scale.Lengths(entry.LargestOverlap) + law.Reach, memory = 0f;
        double stiffest = Enumerable.Range(0, Points).Max(k => Evaluate(law, largest * k / Points, radius, ref memory).Stiffness);
        memory = 0f;
        for (int k = 1; k < Points; k++)
        {
            float low = largest * (k - 0.5f) / Points, high = largest * (k + 0.5f) / Points, middle = largest * k / Points;
            double before = Evaluate(law, low, radius, ref memory).Force;
            double stiffness = Evaluate(law, middle, radius, ref memory).Stiffness;
            double slope = (Evaluate(law, high, radius, ref memory).Force - before) / (high - low);
            Assert.True(stiffness >= 0);

            // A falling force is left to the explicit part of the step: its stiffness counts as zero.
            Assert.Equal(Math.Max(slope, 0), stiffness, Math.Max(0.03 * stiffest, 1e-12));
        }
    }

    [Theory]
    [MemberData(nameof(NormalLaws))]
    public void Elastic_stiffness_is_the_slope_of_letting_up_and_the_same_whether_the_contact_yields_or_not(string name)
    {
        NormalLaw entry = LawCatalog.Normal.Single(law => law.Name == name);
        INormalLaw law = entry.Sample(Scale);
        float radius = Scale.Lengths(entry.Radius), largest = Scale.Lengths(entry.LargestOverlap) + law.Reach;
        foreach (float share in new[] { 0.1f, 0.3f, 0.6f, 0.9f })
        {
            float memory = 0f, depth = share * largest, back = 0.002f * depth;
            (double greatest, _, double loading) = Evaluate(law, depth, radius, ref memory);
            (_, _, double unloading) = Evaluate(law, depth - back, radius, ref memory);
            double slope = (greatest - Evaluate(law, depth - (2 * back), radius, ref memory).Force) / (2 * back);
            Assert.Equal(Math.Max(slope, 0), unloading, 0.01 * Math.Abs(slope));
            Assert.Equal(unloading, loading, 0.02 * Math.Abs(slope));
        }
    }

    [Theory]
    [MemberData(nameof(NormalLaws))]
    public void Contact_gives_back_no_more_energy_than_it_took(string name)
    {
        NormalLaw entry = LawCatalog.Normal.Single(law => law.Name == name);
        INormalLaw law = entry.Sample(Scale);
        float radius = Scale.Lengths(entry.Radius), largest = Scale.Lengths(entry.LargestOverlap) + law.Reach, memory = 0f;
        foreach (float deepest in new[] { 0.2f, 0.7f, 1f })
        {
            memory = 0f;
            double taken = Work(law, radius, 0f, deepest * largest, ref memory);
            double given = -Work(law, radius, deepest * largest, 0f, ref memory);

            // The trapezoidal rule over 400 points errs by some 10⁻⁵ of the work.
            Assert.True(given <= taken + (1e-3 * Math.Abs(taken)) + 1e-9, $"took {taken}, gave {given}");
        }
    }

    [Theory]
    [MemberData(nameof(NormalLaws))]
    public void Reloading_below_the_deepest_overlap_retraces_the_unloading(string name)
    {
        NormalLaw entry = LawCatalog.Normal.Single(law => law.Name == name);
        INormalLaw law = entry.Sample(Scale);
        float radius = Scale.Lengths(entry.Radius), largest = Scale.Lengths(entry.LargestOverlap) + law.Reach, memory = 0f;
        Evaluate(law, largest, radius, ref memory);
        for (int k = 1; k < 10; k++)
        {
            double down = Evaluate(law, largest * k / 10, radius, ref memory).Force;
            Evaluate(law, 0f, radius, ref memory);
            Assert.Equal(down, Evaluate(law, largest * k / 10, radius, ref memory).Force);
        }
    }

    [Fact]
    public void Plastic_contact_loses_the_work_of_its_pit_and_an_elastic_one_loses_nothing()
    {
        NormalLaw metal = LawCatalog.Normal.Single(law => law.Name == nameof(SoftMetalLaw));
        NormalLaw adhesive = LawCatalog.Normal.Single(law => law.Name == nameof(SoftAdhesiveLaw));
        Assert.InRange(Recovered(adhesive), 0.999, 1.001);

        // Loading takes slope·δ²/2, unloading along the punch gives slope²·δ²/(2·punch): the share is πH√(r/2δ)·√... = slope/punch.
        double delta = metal.LargestOverlap, slope = 2 * Math.PI * metal.Radius * 1.2e9, punch = 2 * 85e9 * Math.Sqrt(2 * metal.Radius * delta);
        Assert.Equal(slope / punch, Recovered(metal), 0.01);
    }

    /// <summary>Share of the work of loading that unloading gives back, the adhesive part (the same both ways) taken out.</summary>
    private static double Recovered(NormalLaw entry)
    {
        INormalLaw law = entry.Sample(Scale);
        float radius = Scale.Lengths(entry.Radius), largest = Scale.Lengths(entry.LargestOverlap) + law.Reach, memory = 0f;
        float pulls = 0f;
        law.Evaluate(largest, radius, 0f, ref pulls, out _, out _, out _, out float pullOff);
        double adhesive = pullOff * largest;
        double taken = Work(law, radius, 0f, largest, ref memory) + adhesive;
        return (-Work(law, radius, largest, 0f, ref memory) + adhesive) / taken;
    }

    private static double Work(INormalLaw law, float radius, float from, float to, ref float memory)
    {
        double work = 0, last = Evaluate(law, from, radius, ref memory).Force;
        for (int k = 1; k <= Points; k++)
        {
            double force = Evaluate(law, from + ((to - from) * k / Points), radius, ref memory).Force;
            work += 0.5 * (force + last) * (to - from) / Points;
            last = force;
        }

        return work;
    }

    /// <summary>Force, stiffness and elastic stiffness at an approach, counted from where the surfaces first act on each other.</summary>
    private static (double Force, double Stiffness, double Elastic) Evaluate(INormalLaw law, float approach, float radius, ref float memory)
    {
        law.Evaluate(approach - law.Reach, radius, 0f, ref memory, out float force, out float stiffness, out float elastic, out _);
        return (force, stiffness, elastic);
    }
}
