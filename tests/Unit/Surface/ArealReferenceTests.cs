using System.Text.Json;
using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Unit;

/// <summary>Areal parameters and spectra against SurfaceTopography (values in the JSON beside each array; relative tolerance 1e-6 stated there).</summary>
public class ArealReferenceTests
{
    private const double Tolerance = 1e-6;

    [Theory]
    [InlineData("ss_sine", true, "raw")]
    [InlineData("ss_sine", true, "plane_removed")]
    [InlineData("ss_tilted", false, "raw")]
    [InlineData("ss_tilted", false, "plane_removed")]
    [InlineData("ss_gauss_acf", true, "raw")]
    [InlineData("ss_gauss_acf", true, "plane_removed")]
    [InlineData("ss_selfaffine_H08", true, "raw")]
    [InlineData("ss_selfaffine_H08", true, "plane_removed")]
    public void Height_and_hybrid_parameters_agree(string name, bool periodic, string state)
    {
        HeightMap map = SurfaceData.Array(name, periodic);
        map = state == "raw" ? map : MeanPlane.Level(map);
        JsonElement expected = Reference(name).GetProperty(state);
        ArealRoughness r = ArealRoughness.Of(map);
        ArealGradient g = ArealGradient.Of(map);
        Agree(expected, "Sa", r.Sa);
        Agree(expected, "Sq", r.Sq);
        Agree(expected, "Sz", r.Sz);
        Agree(expected, "Sp", r.Sp);
        Agree(expected, "Sv", r.Sv);
        Agree(expected, "Ssk", r.Ssk);
        Agree(expected, "Sku", r.Sku);
        Agree(expected, "Sdq_central", g.Sdq);
        Agree(expected, "Sdr_triangulated_percent", 100 * g.Sdr);
    }

    [Theory]
    [InlineData("ss_gauss_acf")]
    [InlineData("ss_selfaffine_H08")]
    public void Isotropic_spectrum_agrees_ring_by_ring(string name)
    {
        Curve spectrum = SurfaceSpectrum.Areal(SurfaceData.Array(name, periodic: true));
        JsonElement expected = Reference(name).GetProperty("C_iso_linear_bins");
        double[] q = Numbers(expected, "q_per_um"), c = Numbers(expected, "C_um4");
        Assert.Equal(q.Length, spectrum.X.Length);
        double largest = c.Max();
        for (int i = 0; i < q.Length; i++)
        {
            Assert.Equal(q[i], spectrum.X[i], 1e-9);
            // Far down the Gaussian spectrum only the rounding of the stored singles is left.
            Assert.True(Math.Abs(c[i] - spectrum.Y[i]) <= (Tolerance * c[i]) + (1e-13 * largest), $"q {q[i]}: {spectrum.Y[i]} instead of {c[i]}");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Spectrum_along_profiles_adds_up_to_their_mean_square(bool periodic)
    {
        // ∫C₁ dq/2π over both signs. The Hann window keeps the mean square only in expectation: 5 % on 256 rows of many waves.
        HeightMap map = SurfaceData.Array("ss_selfaffine_H08", periodic);
        Curve spectrum = SurfaceSpectrum.AlongX(map);
        double sum = 2 * spectrum.Y.Sum() / map.SizeX;
        double expected = Reference("ss_selfaffine_H08").GetProperty("raw").GetProperty("Rq_profiles_axis1_rms").GetDouble();
        Assert.Equal(1, sum / (expected * expected), periodic ? 1e-3 : 0.1);
    }

    [Theory]
    [InlineData("ss_tilted", "raw")]
    [InlineData("ss_gauss_acf", "raw")]
    public void Profiles_about_their_own_mean_agree(string name, string state)
    {
        HeightMap map = SurfaceData.Array(name, periodic: false);
        double sum = 0;
        for (int y = 0; y < map.CountY; y++)
        {
            sum += ArealRoughness.Of(map.Heights.AsSpan(y * map.CountX, map.CountX)).Sa;
        }

        Agree(Reference(name).GetProperty(state), "Ra_profiles_axis1_mean", sum / map.CountY);
    }

    private static JsonElement Reference(string name)
    {
        Assert.SkipUnless(SurfaceData.References is not null, "the folder of reference surfaces is not beside the repository");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(SurfaceData.References!, name + ".ref.json")));
        return document.RootElement.Clone();
    }

    private static double[] Numbers(JsonElement parent, string key) => [.. parent.GetProperty(key).EnumerateArray().Select(e => e.GetDouble())];

    private static void Agree(JsonElement expected, string key, double value)
    {
        double wanted = expected.GetProperty(key).GetDouble();
        // Skewness of a symmetric surface is zero but for rounding.
        Assert.True(Math.Abs(value - wanted) <= (Tolerance * Math.Abs(wanted)) + 1e-9, $"{key}: {value} instead of {wanted}");
    }
}
