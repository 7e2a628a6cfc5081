using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>One body of a law, whatever the number of contacts side by side.</summary>
public class LanesTests
{
    private const int Narrowest = 1;

    public static MatrixTheoryData<ElasticKind, TangentialKind, bool> AllLaws => new(
        Enum.GetValues<ElasticKind>(), [TangentialKind.None, TangentialKind.Mindlin, TangentialKind.MindlinForce, TangentialKind.MindlinRescaleForce], [false, true]);

    public static TheoryData<int> Wide => [.. GranularSystems.Widths.Where(width => width > Narrowest)];

    public static MatrixTheoryData<int, int> WidthsAndThreads => new(GranularSystems.Widths, [2, 3]);

    [Fact]
    public void Every_machine_evaluates_one_contact_at_a_time()
    {
        Assert.Equal(Narrowest, GranularSystems.Widths[^1]);
        GrainSetup setup = GrainSamples.Gas(2, 2.05e-3, 1e-3, 1e-3, 0, 1e-6);
        InputException fault = Assert.Throws<InputException>(() => GranularSystems.Make(setup, GrainSamples.Laws, [], 1, 5));
        Assert.Contains("width 5", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AllLaws))]
    public void Laws_answer_eight_or_sixteen_contacts_at_once_as_they_answer_one(ElasticKind elastic, TangentialKind tangential, bool turns)
    {
        ContactLaws laws = Laws(elastic, tangential, turns);
        float[,,] one = LaneProbe<Lanes1>.Of(laws);
        foreach (float[,,] several in Several(laws))
        {
            Compare(one, several);
        }
    }

    [Theory]
    [MemberData(nameof(Wide))]
    public void Forces_after_a_few_steps_are_those_of_one_contact_at_a_time(int width)
    {
        IReadOnlyList<GrainReading> expected = Crowded(Narrowest, 5), found = Crowded(width, 5);
        double force = expected.Max(r => r.Force.Length), torque = expected.Max(r => r.Torque.Length);
        Assert.True(force > 0 && torque > 0);
        for (int i = 0; i < expected.Count; i++)
        {
            // Overlaps of some tenths of a radius: a dozen roundings of 6e-8 each, and sums over ten contacts that nearly cancel.
            Assert.InRange((found[i].Force - expected[i].Force).Length, 0, 1e-5 * force);
            Assert.InRange((found[i].Torque - expected[i].Torque).Length, 0, 1e-5 * torque);
        }
    }

    [Theory]
    [MemberData(nameof(Wide))]
    public void Energies_after_many_steps_are_those_of_one_contact_at_a_time(int width)
    {
        GrainMeasures expected = Measured(Narrowest), found = Measured(width);

        // Rounding grows with each collision of a disordered crowd; sums over 512 particles stay close.
        Assert.Equal(expected.KineticEnergy, found.KineticEnergy, 1e-4 * expected.KineticEnergy);
        Assert.Equal(expected.RotationalEnergy, found.RotationalEnergy, 1e-2 * expected.RotationalEnergy);
        Assert.Equal(expected.Coordination, found.Coordination, 0.02);
        Assert.True(expected.Coordination > 0.1);
    }

    [Theory]
    [MemberData(nameof(WidthsAndThreads))]
    public void At_each_width_any_number_of_threads_gives_the_same_bits(int width, int threads)
    {
        using GranularSystem one = Sheared(width, 1, 300), several = Sheared(width, threads, 300);
        Assert.Equal(one.Read(), several.Read());
    }

    private static IEnumerable<float[,,]> Several(ContactLaws laws)
    {
        if (Lanes8.IsSupported)
        {
            yield return LaneProbe<Lanes8>.Of(laws);
        }

        if (Lanes16.IsSupported)
        {
            yield return LaneProbe<Lanes16>.Of(laws);
        }
    }

    /// <summary>Largest difference of a quantity against its largest value.</summary>
    private static void Compare(float[,,] expected, float[,,] found)
    {
        for (int q = 0; q < LaneProbe<Lanes1>.Quantities; q++)
        {
            double largest = 0, worst = 0;
            for (int step = 0; step < LaneProbe<Lanes1>.Steps; step++)
            {
                for (int k = 0; k < LaneProbe<Lanes1>.Contacts; k++)
                {
                    largest = Math.Max(largest, Math.Abs(expected[q, step, k]));
                    worst = Math.Max(worst, Math.Abs(expected[q, step, k] - found[q, step, k]));
                }
            }

            // Thirty steps of history, a dozen roundings of 6e-8 each, and differences of forces that nearly cancel.
            Assert.True(worst <= 1e-5 * largest, $"quantity {q}: differs by {worst:G3} where the largest is {largest:G3}");
        }
    }

    private static ContactLaws Laws(ElasticKind elastic, TangentialKind tangential, bool turns) => new()
    {
        Elastic = elastic,
        Tangential = tangential,
        Rolls = turns,
        Twists = turns,
        ReducedModulus = 2e4,
        TangentialStiffness = elastic is ElasticKind.Linear or ElasticKind.Hysteretic ? 1500 : 3e4,
        Stiffness = 2000,
        UnloadingStiffness = 5000,
        SurfaceEnergy = 0.05,
        YieldPressure = 1500,
        Hardness = 3000,
        DampingCoefficient = 0.6,
        Friction = 0.4,
        RollingStiffness = 400,
        RollingDamping = 0.2,
        RollingFriction = 0.2,
    };

    private static GrainMeasures Measured(int width)
    {
        using GranularSystem system = Sheared(width, 1, 400);
        return system.Measure();
    }

    private static IReadOnlyList<GrainReading> Crowded(int width, long steps)
    {
        using GranularSystem system = Of(GrainSamples.Gas(8, 1.7e-3, 0.7e-3, 1.02e-3, 0.5, 1e-6), width, 1);
        system.Advance(steps);
        return system.Read();
    }

    private static GranularSystem Sheared(int width, int threads, long steps)
    {
        GranularSystem system = Of(GrainSamples.Gas(8, 2.05e-3, 0.7e-3, 1.02e-3, 0.5, 2e-6), width, threads);
        system.Advance(steps);
        return system;
    }

    private static GranularSystem Of(GrainSetup setup, int width, int threads)
    {
        setup.Box.Shear(Axis.X, Axis.Z, 300 * setup.Scale.Time);
        ContactLaws laws = GrainSamples.Laws with { Rolls = true, Twists = true, RollingStiffness = 200, RollingDamping = 0.01, RollingFriction = 0.1 };
        return GranularSystems.Make(setup, laws, [], threads, width);
    }
}
