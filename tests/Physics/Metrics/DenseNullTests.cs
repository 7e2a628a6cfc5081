using System.Diagnostics;
using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>Sets too dense for a random null: one line and "inconclusive", at once.</summary>
public sealed class DenseNullTests
{
    /// <summary>A simple lattice of touching spheres fills π/6 = 0.524 and one of touching discs π/4 = 0.785; no test, no envelope, and yet every number.</summary>
    [Theory]
    [InlineData(3, 512, "52 %")]
    [InlineData(2, 400, "79 %")]
    public void Lattice_that_touches_is_inconclusive_in_one_line_and_at_once(int dimensions, int count, string share)
    {
        var watch = Stopwatch.StartNew();
        PointSample sample = Lattice(dimensions, count, 0.5);
        PointStudy study = Study(sample, new HardSphereNull(sample), 9999);
        Assert.Equal("inconclusive", study.Word);
        Assert.StartsWith("inconclusive: particles fill " + share, study.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', study.Reason);
        Assert.Empty(study.Verdict.Tests);
        Assert.All(study.Measured.Where(m => m.Name != "segregation of kinds"), m => Assert.Null(m.NullMean));
        Assert.All(study.Functions, f => Assert.Null(f.Low));
        Assert.Contains(study.Functions, f => f.Name == "pair correlation");

        // No simulation was begun: 9,999 of them would take minutes.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed}");
    }

    /// <summary>Large particles in a small window with walls cannot be placed at random even where their share is small: five spheres nearly as wide as half of it, and five small ones.</summary>
    [Fact]
    public void Set_that_does_not_fit_at_random_is_inconclusive_and_says_why()
    {
        Vector3d[] places = [new(0.25, 0.25, 0.25), new(0.75, 0.25, 0.25), new(0.25, 0.75, 0.25), new(0.75, 0.75, 0.25), new(0.5, 0.5, 0.75), .. Enumerable.Range(0, 5).Select(k => new Vector3d(0.01, 0.01, 0.5 + (0.06 * k)))];
        double[] radii = [.. Enumerable.Repeat(0.245, 5), .. Enumerable.Repeat(0.001, 5)];
        PointSample sample = new(new(new(1, 1, 1), false, false, false), 3, places, radii);
        PointStudy study = Study(sample, new HardSphereNull(sample), 19);
        Assert.Equal("inconclusive", study.Word);
        Assert.StartsWith("inconclusive: the null of random hard particles cannot be made", study.Reason, StringComparison.Ordinal);
    }

    /// <summary>Two discs half as wide as their window fit wherever the first is not near the middle, in 69 of 100 beginnings: 1 − √3 + π/3 of a square is nearer than its side to all four corners.</summary>
    [Fact]
    public void Set_that_fits_after_another_beginning_is_drawn()
    {
        PointSample sample = PointSample.Plane(1, 1, false, false, [new(0.25, 0.25, 0), new(0.75, 0.75, 0)], [0.2499, 0.2499]);
        HardSphereNull chance = new(sample);
        Assert.All(Enumerable.Range(0, 100).Select(k => chance.Draw(new(1, StreamName.MonteCarlo, k))), d => Assert.False(d.Overlaps));
    }

    /// <summary>Between what random addition can fill and freezing the null is drawn and shown, and decides nothing: a packing is no fluid. All particles of this one lie in the lower five sixths.</summary>
    [Fact]
    public void Packing_above_random_addition_has_an_envelope_that_does_not_decide()
    {
        PointSample lattice = Lattice(3, 216, 0.5), half = lattice with { Window = new(new(6, 6, 7.2), true, true, false) };
        Assert.InRange(half.Fraction, 0.4, 0.48);
        PointStudy study = Study(half, new HardSphereNull(half), 19);
        Assert.Equal("inconclusive", study.Word);
        Assert.Contains("without deciding", study.Reason, StringComparison.Ordinal);
        Assert.NotEmpty(study.Verdict.Tests);
        Assert.NotNull(study.Functions[0].Low);
    }

    /// <summary>A section of spheres over a factor of ten, whose circles fill 0.45 of it: few simulations, none of which takes long though the largest sphere is in reach of hundreds of small ones (it took a minute each).</summary>
    [Fact]
    public void Dense_section_of_many_sizes_is_drawn_in_seconds_and_seldom()
    {
        var random = new RandomStream(5, StreamName.MonteCarlo);
        List<double> circles = [];
        while (circles.Sum(r => Math.PI * r * r) < 0.45 * 400 * 400)
        {
            circles.Add(25 * Math.Sqrt(1 - Math.Pow(random.NextDouble(), 2)) * Math.Pow(0.1, Math.Pow(random.NextDouble(), 0.4)));
        }

        PointSample section = PointSample.Plane(400, 400, false, false, [.. circles.Select(_ => new Vector3d(400 * random.NextDouble(), 400 * random.NextDouble(), 0))], [.. circles]);
        var watch = Stopwatch.StartNew();
        PointSample[] drawn = new SectionNull(section).DrawSets(new(1, StreamName.MonteCarlo));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), $"{watch.Elapsed}");
        Assert.Equal(2, drawn.Length);
        Assert.All(drawn, d => Assert.False(d.Overlaps));
        Assert.All(drawn, d => Assert.Equal(0.45, d.Fraction, 0.05));
        Assert.Equal(39, DenseNull.Simulations(new SectionNull(section), section, 199));
    }

    [Theory]
    [InlineData(0.39, 3, false)]
    [InlineData(0.41, 3, true)]
    [InlineData(0.54, 2, false)]
    [InlineData(0.56, 2, true)]
    public void Limits_are_where_random_addition_ends(double fraction, int dimensions, bool tooDense)
    {
        int count = dimensions == 3 ? 512 : 400;
        double radius = dimensions == 3 ? Math.Cbrt(3 * fraction / (4 * Math.PI)) : Math.Sqrt(fraction / Math.PI);
        PointSample sample = Lattice(dimensions, count, radius);
        Assert.Equal(fraction, sample.Fraction, 1e-9);
        Assert.Equal(tooDense, DenseNull.WhyNotDecisive(new HardSphereNull(sample), sample) is not null);
        Assert.Null(DenseNull.WhyNotDrawn(new HardSphereNull(sample), sample));
        Assert.Null(DenseNull.WhyNotDecisive(new PoissonNull(sample), sample));
    }

    /// <summary>Spheres pressed into each other by a hundredth are hard spheres of radii smaller by that much, and not points without size; by half, they are not.</summary>
    [Fact]
    public void Soft_spheres_that_overlap_a_little_keep_their_size()
    {
        PointSample soft = Lattice(3, 512, 0.5 / 0.99), hard = soft.Hard(PointNulls.MostShrunk, out double shrunk);
        Assert.Equal(0.01, shrunk, 1e-12);
        Assert.All(hard.Radii, r => Assert.Equal(0.5, r, 1e-12));
        Assert.False(hard.Overlaps);
        Assert.IsType<HardSphereNull>(PointNulls.Of("auto", hard));
        PointSample merged = Lattice(3, 512, 1);
        Assert.Same(merged.Radii, merged.Hard(PointNulls.MostShrunk, out double halved).Radii);
        Assert.Equal(0.5, halved, 1e-12);
        Assert.IsType<PoissonNull>(PointNulls.Of("auto", merged));
    }

    private static PointStudy Study(PointSample sample, IPointNull model, int simulations) =>
        PointStudy.Of(sample, [], model, simulations, 1, 2, stop: TestContext.Current.CancellationToken);

    /// <summary>A simple lattice of spacing 1 in a box that wraps.</summary>
    private static PointSample Lattice(int dimensions, int count, double radius)
    {
        int edge = (int)Math.Round(Math.Pow(count, 1.0 / dimensions));
        Vector3d[] places = [.. Enumerable.Range(0, count).Select(k => new Vector3d((k % edge) + 0.5, (k / edge % edge) + 0.5, dimensions == 3 ? (k / edge / edge) + 0.5 : 0))];
        double[] radii = [.. Enumerable.Repeat(radius, count)];
        return dimensions == 3 ? new(Domain.FullyPeriodic(new(edge, edge, edge)), 3, places, radii) : PointSample.Plane(edge, edge, true, true, places, radii);
    }
}
