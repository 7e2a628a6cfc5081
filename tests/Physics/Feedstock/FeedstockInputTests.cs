using DispersionSim.Core;
using DispersionSim.Process;
using Xunit;

namespace DispersionSim.Tests.Physics;

public class FeedstockInputTests
{
    public static TheoryData<FeedstockOptions, string> Unusable { get; } = new()
    {
        { new() { AgglomerateSizeMinimum = 70 }, "feedstock.agglomerate_size_maximum = 60" },
        { new() { AgglomerateSizeMinimum = 1 }, "feedstock.agglomerate_size_minimum = 1" },
        { new() { FractalDimension = 1.5 }, "feedstock.fractal_dimension = 1.5" },
        { new() { FractalDimension = 2.3, FractalPrefactor = 1.6 }, "feedstock.fractal_dimension = 2.3" },
        { new() { FractalPrefactor = 0 }, "feedstock.fractal_prefactor = 0" },
        { new() { GranulePacking = 0.7 }, "feedstock.granule_packing = 0.7" },
        { new() { GranuleFraction = -0.1 }, "feedstock.granule_fraction = -0.1" },
        { new() { BridgedFraction = 1.2 }, "feedstock.bridged_fraction = 1.2" },
        { new() { FreeFraction = double.NaN }, "feedstock.free_fraction = NaN" },
        { new() { BridgeRadiusRatio = 0 }, "feedstock.bridge_radius_ratio = 0" },
        { new() { AggregateDiameter = 0 }, "feedstock.aggregate_diameter = 0" },
        { new() { Conductive = new() { MassFraction = 2 } }, "feedstock.conductive.mass_fraction = 2" },
        { new() { Conductive = new() { Diameter = 0 } }, "feedstock.conductive.diameter = 0" },
        { new() { Conductive = new() { Density = 0 } }, "feedstock.conductive.density = 0" },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void An_unusable_value_is_refused_in_one_line_that_names_its_key(FeedstockOptions options, string start) =>
        Refused(() => Stage(options, 100, 0.05), start);

    [Fact]
    public void No_primaries_are_refused() => Refused(() => Stage(new(), 0, 0.05), "feedstock.primaries = 0");

    [Fact]
    public void A_box_fuller_than_a_random_placement_is_refused() => Refused(() => Stage(new(), 10, 0.7), "feedstock.solids fraction of the dispersion box = 0.7");

    [Fact]
    public void A_fractal_law_that_touching_clusters_cannot_follow_is_refused_with_granules_as_the_way_out()
    {
        // Df 2.5 with wide sizes: clusters would have to stand nearer than they fit.
        var options = new FeedstockOptions { GranuleFraction = 0, FractalDimension = 2.5, FractalPrefactor = 1.3, GeometricStandardDeviation = 1.8 };
        string message = Refused(() => Run(options, PrimarySizes.Lognormal(0.5e-6, 1.8)), "feedstock.fractal_dimension = 2.5");
        Assert.Contains("granule_fraction = 1", message);
    }

    [Fact]
    public void A_distribution_in_the_wrong_unit_is_refused() =>
        Assert.Contains("distribution_unit", Refused(() => Run(new(), PrimarySizes.Measured(u => 0.5 + u)), "feedstock: the size distribution"));

    [Fact]
    public void Granules_need_no_fractal_law() => Assert.Equal("feedstock", Stage(new() { GranuleFraction = 1, FractalDimension = 1.2 }, 10, 0.05).Name);

    private static string Refused(Action action, string start)
    {
        string message = Assert.Throws<InputException>(action).Message;
        Assert.StartsWith(start, message);
        Assert.DoesNotContain('\n', message);
        return message;
    }

    private static FeedstockStage Stage(FeedstockOptions options, int primaries, double solids) => new(options, primaries, solids, PrimarySizes.Lognormal(0.5e-6, 1.4), []);

    private static void Run(FeedstockOptions options, PrimarySizes sizes) =>
        new FeedstockStage(options, 300, 0.05, sizes, []).Run(
            new() { Phase = StructurePhase.Nothing, Domain = default, Particles = ParticleSet.Empty }, new() { Seed = 1 });
}
