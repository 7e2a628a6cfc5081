using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.Process;
using Xunit;

namespace DispersionSim.Tests.Physics;

public class NoduleTests
{
    private const double Side = 40e-6;
    private static readonly NoduleOptions Options = new() { Coverage = 0.25, DiameterMinimum = 0.5e-6, DiameterMaximum = 3e-6, HeightRatio = 0.3 };

    [Fact]
    public void Nodules_cover_what_was_asked_for_with_the_sizes_asked_for()
    {
        IReadOnlyList<Nodule> nodules = NoduleField.Draw(Options, Random(1), Side, Side);
        // To half of the largest base.
        Assert.Equal(0.25, nodules.Sum(n => n.BaseArea) / (Side * Side), Math.PI * 1.5e-6 * 1.5e-6 / 2 / (Side * Side));
        Assert.All(nodules, n => Assert.InRange(2 * n.BaseRadius, 0.5e-6, 3e-6));
        Assert.All(nodules, n => Assert.Equal(0.6 * n.BaseRadius, n.Height, 1e-15));
        // Diameters are spread evenly: mean 1.75 µm, deviation 2.5 µm/√12, four of them over √n.
        Assert.Equal(1.75e-6, nodules.Average(n => 2 * n.BaseRadius), 4 * 2.5e-6 / Math.Sqrt(12 * nodules.Count));
    }

    [Fact]
    public void Bases_do_not_overlap_across_the_edges_either()
    {
        IReadOnlyList<Nodule> nodules = NoduleField.Draw(Options, Random(2), Side, Side);
        for (int i = 0; i < nodules.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double dx = Math.IEEERemainder(nodules[i].X - nodules[j].X, Side), dy = Math.IEEERemainder(nodules[i].Y - nodules[j].Y, Side);
                Assert.True(Math.Sqrt((dx * dx) + (dy * dy)) >= nodules[i].BaseRadius + nodules[j].BaseRadius);
            }
        }
    }

    // Volume of a cap πh(3b² + h²)/6; over a flat foil the mean height before levelling is their sum over the area.
    [Fact]
    public void Nodules_are_caps_of_spheres()
    {
        IReadOnlyList<Nodule> nodules = NoduleField.Draw(Options, Random(3), Side, Side);
        HeightMap grid = new(800, 800, Side / 800, Side / 800, new double[800 * 800], Periodic: true);
        NoduleField.AddTo(grid.Heights, grid, nodules);
        double volume = nodules.Sum(n => Math.PI * n.Height * ((3 * n.BaseRadius * n.BaseRadius) + (n.Height * n.Height)) / 6);
        Assert.Equal(1, grid.Heights.Average() * Side * Side / volume, 0.002);
        Assert.Equal(nodules.Max(n => n.Height), grid.Heights.Max(), 0.01e-6);
        Assert.Equal(0.25, grid.Heights.Count(h => h > 0) / 640000.0, 0.005);
    }

    [Fact]
    public void Target_roughness_is_that_of_the_foil_with_its_nodules()
    {
        FoilModel model = FoilModel.Of(WithNodules(0.4e-6));
        double mean = Enumerable.Range(0, 8).Average(i => ProfileRoughness.Iso(VirtualProfile.Draw(model, new(21, StreamName.FoilProfile, i)), new()).Ra);
        Assert.Equal(1, mean / 0.4e-6, 0.025);
        Assert.True(model.RootMeanSquare < FoilModel.Of(new() { TargetRa = 0.4e-6, ShortCutoff = 0.2e-6 }).RootMeanSquare);
    }

    [Fact]
    public void Patch_is_its_random_surface_with_the_nodules_on_it_and_mean_height_zero()
    {
        FoilModel with = FoilModel.Of(WithNodules(0.4e-6)), bare = FoilModel.Of(WithNodules(0.4e-6) with { Nodules = new() });
        HeightMap patch = FoilSurface.Draw(with, new(1, StreamName.FoilPhases), Random(1), 10e-6, 10e-6, 0.1e-6), plain = FoilSurface.Draw(bare, new(1, StreamName.FoilPhases), Random(1), 10e-6, 10e-6, 0.1e-6);
        HeightMap nodules = plain with { Heights = new double[plain.Heights.Length] };
        NoduleField.AddTo(nodules.Heights, nodules, NoduleField.Draw(with.Nodules, Random(1), 10e-6, 10e-6));
        double scale = with.RootMeanSquare / bare.RootMeanSquare, mean = nodules.Heights.Average();
        Assert.Equal(0, patch.Heights.Average(), 1e-15);
        Assert.All(Enumerable.Range(0, patch.Heights.Length), i => Assert.Equal((scale * plain.Heights[i]) + nodules.Heights[i] - mean, patch.Heights[i], 1e-13));
    }

    [Fact]
    public void Nodules_rougher_than_the_target_are_refused_with_both_figures()
    {
        string message = Assert.Throws<InputException>(() => FoilModel.Of(WithNodules(0.05e-6))).Message;
        Assert.Contains("foil.topography.target_ra = 0.05 um: its nodules alone have a filtered Ra of 0.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2e-6, 1e-6, 10e-6, "diameter_maximum")]
    [InlineData(2e-6, 3e-6, 3e-6, "half of it")]
    public void Diameters_that_contradict_each_other_or_the_patch_are_refused(double least, double most, double side, string words) =>
        Assert.Contains(words, Assert.Throws<InputException>(() => NoduleField.Draw(new() { Coverage = 0.2, DiameterMinimum = least, DiameterMaximum = most }, Random(1), side, side)).Message, StringComparison.Ordinal);

    private static TopographyOptions WithNodules(double ra) =>
        new() { TargetRa = ra, ShortCutoff = 0.2e-6, Nodules = new() { Coverage = 0.2, DiameterMinimum = 1e-6, DiameterMaximum = 2.5e-6, HeightRatio = 0.3 } };

    private static RandomStream Random(ulong seed) => new(seed, StreamName.FoilNodules);
}
