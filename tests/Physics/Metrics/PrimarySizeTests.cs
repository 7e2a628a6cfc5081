using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Physics;

public sealed class PrimarySizeTests
{
    [Fact]
    public void Means_of_two_sizes_follow_their_definitions()
    {
        // Eight of diameter 1 and one of diameter 2: equal volumes.
        double[] radii = [.. Enumerable.Repeat(0.5, 8), 1.0];
        AnalysisResult result = Measure(radii);

        Assert.Equal(10.0 / 9, result.Find("mean diameter D[1,0]")!.Value, 1e-12);
        Assert.Equal(24.0 / 16, result.Find("mean diameter D[4,3]")!.Value, 1e-12);
        Assert.Equal(1, result.Find("median diameter D50,v")!.Value);
        Assert.Equal(2, result.Find("diameter D90,v")!.Value);
    }

    /// <summary>ln d₁₀ = ln d_g + ½s², ln d₅₀,v = ln d_g + 3s², ln d₄₃ = ln d_g + 3.5s² (Hatch and Choate).</summary>
    [Fact]
    public void A_lognormal_powder_has_the_means_of_hatch_and_choate()
    {
        const double Sigma = 0.3;
        var random = new RandomStream(5, StreamName.PrimaryRadii);
        AnalysisResult result = Measure([.. Enumerable.Range(0, 200_000).Select(_ => 0.5 * Math.Exp(Sigma * random.NextGaussian()))]);

        // 200,000 diameters: standard errors 0.07 %, 0.2 % and 0.2 %.
        Assert.Equal(Math.Exp(0.5 * Sigma * Sigma), result.Find("mean diameter D[1,0]")!.Value, 0.004);
        Assert.Equal(Math.Exp(3 * Sigma * Sigma), result.Find("median diameter D50,v")!.Value, 0.012);
        Assert.Equal(Math.Exp(3.5 * Sigma * Sigma), result.Find("mean diameter D[4,3]")!.Value, 0.012);
    }

    [Fact]
    public void Conductive_powder_is_no_active_primary()
    {
        ParticleSet mixed = Made.Particles(Made.Lattice(2, 2, 1.0), [.. Enumerable.Repeat(0.4, 7), 0.02]) with { Kind = [.. Enumerable.Repeat(ParticleKind.Silicon, 7), ParticleKind.ConductivePowder] };
        AnalysisResult result = Pooling.Pool([Made.Sample(Made.Film(2, 2, mixed))]);

        Assert.Equal(0.8, result.Find("mean diameter D[1,0]")!.Value, 1e-12);
        Assert.Equal(4 * Math.PI / 3 * 8e-6 / 8, result.Find("conductive powder volume fraction")!.Value, 1e-15);
        Assert.Equal(0, result.Find("conductive powder percolating share")!.Value);
    }

    [Fact]
    public void A_column_of_powder_from_the_foil_to_the_top_percolates()
    {
        Vector3d[] column = [.. Enumerable.Range(0, 10).Select(k => new Vector3d(1, 1, 0.2 + (0.4 * k)))], stray = [new(3, 3, 2)];
        ParticleSet mixed = Made.Particles([new(3, 3, 0.5), .. column, .. stray], [0.5, .. Enumerable.Repeat(0.2, 11)]) with { Kind = [ParticleKind.Silicon, .. Enumerable.Repeat(ParticleKind.ConductivePowder, 11)] };
        Assert.Equal(10.0 / 11, Made.Value(Made.Sample(Made.Film(4, 4, mixed)), "conductive powder percolating share"), 1e-12);
    }

    private static AnalysisResult Measure(double[] radii)
    {
        Vector3d[] anywhere = [.. radii.Select((_, i) => new Vector3d(3.0 * i, 0, 5))];
        return new(1, [.. Pooling.Pool([.. new PrimarySizes().Measure(new(Made.Sample(Made.Film(3.0 * radii.Length, 10, Made.Particles(anywhere, radii))), new() { MedianDiameter = 1, PairRange = 1 }))])], []);
    }
}
