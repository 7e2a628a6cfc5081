using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Physics;

public sealed class BinderMetricTests
{
    private const double Spacing = 0.5e-6, Radius = 0.24e-6;

    // Median diameter 0.48 µm, width 8 µm, thickness 6 µm: more than eight windows of 2 µm.
    private static readonly ParticleSet Lattice = Made.Particles(Made.Lattice(16, 12, Spacing), Radius);

    [Fact]
    public void Binder_in_proportion_to_the_solid_everywhere_has_no_variance()
    {
        AnalysisResult result = Measure(_ => 0.18);

        Assert.Equal(0, result.Find("binder variance, 2 um windows")!.Value, 1e-20);
        Assert.Equal(0, result.Find("binder variance, 2 d50 windows")!.Value, 1e-20);
        Assert.Equal(1, result.Find("binder in bottom third over mean")!.Value, 1e-12);
        Assert.Equal(1, result.Find("binder in top third over mean")!.Value, 1e-12);
    }

    [Fact]
    public void Binder_that_moved_to_the_top_shows_in_the_thirds()
    {
        // Film over solid s in the thirds (four layers each): 0.1, 0.2, 0.3. Share s/(1 + s); overall 0.6/3.6.
        AnalysisResult result = Measure(i => 0.1 * (1 + (int)(Lattice.Position[i].Z / (4 * Spacing))));

        Assert.Equal(0.1 / 1.1 * 6, result.Find("binder in bottom third over mean")!.Value, 1e-9);
        Assert.Equal(0.3 / 1.3 * 6, result.Find("binder in top third over mean")!.Value, 1e-9);
    }

    [Fact]
    public void Particles_without_binder_are_counted_out()
    {
        AnalysisResult result = Measure(i => i % 4 == 0 ? 0 : 0.18);
        Assert.Equal(0.75, result.Find("particles with binder contact")!.Value, 1e-12);

        // Three of four alike, one bare: standard deviation √(3/4 · 1/4) over 3/4.
        Assert.Equal(Math.Sqrt(1.0 / 3), result.Find("binder cover variation")!.Value, 1e-9);
    }

    [Fact]
    public void A_null_without_binder_takes_nothing_from_the_film()
    {
        AnalysisResult result = Pooling.Pool([Made.Sample(Film(Made.Coat(Lattice, _ => 0.18)), null, Film(null))]);

        Assert.Equal(1, result.Find("particles with binder contact")!.Value);
        Assert.Equal(1, result.Find("binder in top third over mean")!.Value, 1e-12);
        Assert.Null(result.Find("binder in top third over mean")!.NullMean);
        Assert.Null(result.Find("binder variance ratio, 2 um windows"));
    }

    [Fact]
    public void A_ring_gives_both_its_particles_contact_and_one_on_the_foil_its_own()
    {
        // 1 nm on a sphere of 0.24 µm takes 4π(0.24 µm)²·1 nm = 7.3e-22 m³; two rings of 1.6e-21 m³ give half to each.
        BinderLayout rings = Made.Coat(Lattice, _ => 0) with { Rings = [new(0, 1, 1.6e-21), new(5, -1, 0.8e-21), new(7, 8, 0.8e-21)] };
        double contact = Made.Value(Made.Sample(Film(rings)), "particles with binder contact");
        Assert.Equal(3.0 / Lattice.Count, contact, 1e-12);
    }

    [Fact]
    public void Ring_volume_lies_at_the_contact()
    {
        // All binder in one ring across the periodic wall, between the first and last particle of a row.
        int last = Array.FindIndex(Lattice.Position, p => p.X > 15 * Spacing && p.Y < Spacing && p.Z < Spacing);
        BinderLayout ring = Made.Coat(Lattice, _ => 0) with { Rings = [new(0, last, 1e-21)] };
        BallMass point = new MeasuredState(Film(ring), new() { MedianDiameter = 2 * Radius, PairRange = 1e-6 }).Binder.Last();

        Assert.Equal((0.0, 1e-21), (point.Radius, point.Amount));
        Assert.Equal(0, point.Centre.X, 1e-12);
        Assert.Equal(Spacing / 2, point.Centre.Z, 1e-12);
    }

    [Fact]
    public void The_lacey_index_is_one_at_the_nulls_variance()
    {
        var random = new RandomStream(3, StreamName.MonteCarlo);
        double[] shares = [.. Lattice.Radius.Select(_ => 0.3 * random.NextDouble())];
        ElectrodeState film = Film(Made.Coat(Lattice, i => shares[i]));
        AnalysisResult result = Pooling.Pool([Made.Sample(film, null, film)]);

        Assert.Equal(1, result.Find("Lacey index, 2 d50 windows")!.Value, 1e-12);
        Assert.Equal(1, result.Find("binder variance ratio, 2 um windows")!.Value, 1e-12);
    }

    [Fact]
    public void Clumped_binder_varies_more_than_the_same_binder_scattered()
    {
        // Blocks of 4 × 4 × 4 particles with or without binder against each particle by itself: in 2 µm windows (64 particles) up to 64 times the variance.
        var random = new RandomStream(8, StreamName.MonteCarlo);
        double[] scattered = [.. Lattice.Radius.Select(_ => random.NextDouble() < 0.5 ? 0.0 : 0.36)];
        double[] block = [.. Enumerable.Range(0, 4 * 4 * 3).Select(_ => random.NextDouble() < 0.5 ? 0.0 : 0.36)];
        ElectrodeState clumped = Film(Made.Coat(Lattice, i => block[Block(Lattice.Position[i])]));
        AnalysisResult result = Pooling.Pool([Made.Sample(clumped, null, Film(Made.Coat(Lattice, i => scattered[i])))]);

        Assert.InRange(result.Find("binder variance ratio, 2 um windows")!.Value, 5, 100);
    }

    [Fact]
    public void Volume_fractions_and_porosity_add_up_to_the_layer()
    {
        AnalysisResult result = Measure(_ => 0.18);
        double solid = Math.PI / 6 * Math.Pow(2 * Radius / Spacing, 3);

        Assert.Equal(solid, result.Find("active volume fraction")!.Value, 1e-9);
        Assert.Equal(0.18 * solid, result.Find("binder volume fraction")!.Value, 1e-9);
        Assert.Equal(1 - (1.18 * solid), result.Find("layer porosity")!.Value, 1e-9);
        Assert.Equal(6e-6, result.Find("layer thickness")!.Value, 1e-15);
        Curve profile = result.Curves.Single(c => c.Name == "active volume fraction profile");
        Assert.Equal(solid, profile.Y.Average(), 1e-9);
    }

    private static int Block(Vector3d p) => (int)(p.X / (4 * Spacing)) + (4 * (int)(p.Y / (4 * Spacing))) + (16 * (int)(p.Z / (4 * Spacing)));

    private static AnalysisResult Measure(Func<int, double> share) => Pooling.Pool([Made.Sample(Film(Made.Coat(Lattice, share)))]);

    private static ElectrodeState Film(BinderLayout? binder) => Made.Film(16 * Spacing, 12 * Spacing, Lattice, binder);
}
