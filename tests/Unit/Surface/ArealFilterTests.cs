using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Unit;

public class ArealFilterTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(3)]
    public void Wave_in_any_direction_passes_by_the_standards_transmission(double wavelengthOverIndex)
    {
        // Away from the edges by a nesting index and more; a wave of the index passes by half, whatever its direction (ISO 16610-61).
        const double Index = 10e-6;
        foreach (double angle in new[] { 0, 0.5, Math.PI / 4, Math.PI / 2 })
        {
            HeightMap map = Wave(128, 0.5e-6, wavelengthOverIndex * Index, angle), mean = GaussianArealFilter.MeanSurface(map, Index);
            double passed = Math.Pow(0.5, 1 / (wavelengthOverIndex * wavelengthOverIndex));
            for (int i = 40; i < 88; i += 5)
            {
                Assert.Equal(passed * map[i, 127 - i], mean[i, 127 - i], 1e-5 * 1e-6);
            }
        }
    }

    [Fact]
    public void Periodic_surface_has_no_edges()
    {
        HeightMap map = Wave(100, 1e-6, 20e-6, 0) with { Periodic = true }, mean = GaussianArealFilter.MeanSurface(map, 20e-6);
        Assert.All(map.Heights.Zip(mean.Heights), p => Assert.Equal(p.First / 2, p.Second, 1e-12));
    }

    [Fact]
    public void Level_surface_stays_level_at_edges_and_gaps_and_gaps_stay_gaps()
    {
        double[] heights = [.. Enumerable.Repeat(2e-6, 60 * 40)];
        Array.Fill(heights, double.NaN, 700, 9);
        HeightMap mean = GaussianArealFilter.MeanSurface(new(60, 40, 1e-6, 1e-6, heights, Periodic: false), 12e-6);
        Assert.Equal(9, mean.InvalidPoints);
        Assert.All(mean.Heights.Where(double.IsFinite), h => Assert.Equal(2e-6, h, 1e-15));
    }

    [Fact]
    public void Filters_are_named_beside_the_values_they_changed()
    {
        HeightMap map = Wave(64, 1e-6, 8e-6, 0.3);
        IReadOnlyList<Measurement> measured = SurfaceMetrology.OfMeasured(map, new() { ShortFilter = 2.5e-6, LongFilter = 40e-6 });
        Assert.EndsWith("valid points, Gaussian S-filter 2.5 µm, Gaussian L-filter 40 µm", measured.Single(m => m.Name == "Sq filtered").Definition, StringComparison.Ordinal);
        Assert.EndsWith("valid points, no filter", measured.Single(m => m.Name == "Sq levelled").Definition, StringComparison.Ordinal);
        Assert.DoesNotContain(SurfaceMetrology.OfMeasured(map), m => m.Name.EndsWith("filtered", StringComparison.Ordinal));
    }

    [Fact]
    public void Filters_that_leave_no_wave_are_refused() =>
        Assert.Contains("leave no wave", Assert.Throws<InputException>(() => SurfaceMetrology.OfMeasured(Wave(20, 1e-6, 8e-6, 0), new() { ShortFilter = 5e-6, LongFilter = 4e-6 })).Message, StringComparison.Ordinal);

    [Fact]
    public void Section_holds_the_points_between_its_limits_and_one_outside_is_refused()
    {
        HeightMap map = Wave(20, 1e-6, 8e-6, 0), part = SurfaceSection.Cut(map, 4e-6, 9e-6);
        Assert.Equal((6, 20), (part.CountX, part.CountY));
        Assert.Equal(map[4, 7], part[0, 7]);
        Assert.Equal(map[9, 7], part[5, 7]);
        Assert.Contains("reaches from 0 to 19 um", Assert.Throws<InputException>(() => SurfaceSection.Cut(map, 30e-6, 40e-6)).Message, StringComparison.Ordinal);
        Assert.Contains("fewer than 3", Assert.Throws<InputException>(() => SurfaceSection.Cut(map, 9e-6, 4e-6)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.015e-6, 0.08e-3)]
    [InlineData(0.05e-6, 0.25e-3)]
    [InlineData(0.3e-6, 0.8e-3)]
    [InlineData(5e-6, 2.5e-3)]
    public void Cut_off_follows_from_the_roughness_as_the_standard_says(double ra, double cutoff) => Assert.Equal(cutoff, RoughnessSettings.CutoffFor(ra));

    [Fact]
    public void Profiles_are_filtered_by_the_cut_off_asked_for_and_say_so()
    {
        // 0.5 mm of a wave of 20 µm: λc 0.08 mm keeps 1 − 2^−16 of it, λs 2.5 µm 2^(−(1/8)²).
        HeightMap map = new(2500, 1, 0.2e-6, 0.2e-6, [.. Enumerable.Range(0, 2500).Select(i => 1e-6 * Math.Sin(2 * Math.PI * i * 0.2 / 20))], Periodic: false);
        Measurement ra = SurfaceMetrology.OfMeasured(map, new() { Profile = RoughnessSettings.For(0.08e-3) }).Single(m => m.Name == "Ra");
        Assert.Equal(2 / Math.PI * 1e-6 * Math.Pow(0.5, 1 / 64.0), ra.Value, 2e-3 * ra.Value);
        Assert.StartsWith("ISO, λc 0.08 mm, λs 2.5 µm, evaluation length 0.4 mm (the standard asks for λc 0.8 mm with this Ra)", ra.Definition, StringComparison.Ordinal);
        Assert.Contains("gives no Ra", Assert.Throws<InputException>(() => SurfaceMetrology.OfMeasured(map, new() { Profile = new() })).Message, StringComparison.Ordinal);
    }

    private static HeightMap Wave(int count, double step, double wavelength, double angle)
    {
        double qx = 2 * Math.PI / wavelength * Math.Cos(angle), qy = 2 * Math.PI / wavelength * Math.Sin(angle);
        return new(count, count, step, step, [.. Enumerable.Range(0, count * count).Select(i => 1e-6 * Math.Sin((qx * step * (i % count)) + (qy * step * (i / count))))], Periodic: false);
    }
}
