using DispersionSim.Core;
using DispersionSim.Process;
using Xunit;

namespace DispersionSim.Tests.Physics;

public class FeedstockStageTests
{
    private static readonly ElectrodeState Nothing = new() { Phase = StructurePhase.Nothing, Domain = default, Particles = ParticleSet.Empty };

    [Theory]
    [InlineData(1, 0.05)]
    [InlineData(2, 0.05)]
    [InlineData(21, 0.05)]
    [InlineData(300, 0.01)]
    [InlineData(1501, 0.2)]
    public void The_powder_has_exactly_the_primaries_asked_for(int primaries, double solids)
    {
        ElectrodeState state = Make(new(), primaries, solids).State;
        Assert.Equal(StructurePhase.Powder, state.Phase);
        Assert.Equal(primaries, state.Particles.Count);
        Assert.Equal(Enumerable.Range(1, primaries), state.Particles.PrimaryId);
        Assert.All(state.Particles.Kind, kind => Assert.Equal(ParticleKind.Silicon, kind));
    }

    [Theory]
    [InlineData(0.02, 0)]
    [InlineData(0.2, 0)]
    [InlineData(0.05, 0.03)]
    public void Nothing_overlaps_in_the_periodic_box(double solids, double conductive)
    {
        ElectrodeState state = Make(new() { FreeFraction = 0.2, Conductive = new() { MassFraction = conductive } }, 400, solids).State;
        ParticleSet p = state.Particles;
        for (int i = 0; i < p.Count; i++)
        {
            for (int j = i + 1; j < p.Count; j++)
            {
                double gap = (state.Domain.Nearest(p.Position[i] - p.Position[j]).Length / (p.Radius[i] + p.Radius[j])) - 1;
                bool sameAgglomerate = p.AgglomerateId[i] > 0 && p.AgglomerateId[i] == p.AgglomerateId[j];

                // Inside an agglomerate primaries touch; between agglomerates the placement keeps 1 % clear.
                Assert.True(gap > (sameAgglomerate ? -0.01 : 0.00999), $"particles {i} and {j}: relative gap {gap}");
            }
        }
    }

    [Fact]
    public void The_box_is_as_dilute_as_its_largest_agglomerate_needs()
    {
        StageResult result = Make(new() { GranuleFraction = 0, AgglomerateSizeMinimum = 400, AgglomerateSizeMaximum = 400 }, 800, 0.2);
        double edge = Value(result, "box edge");
        Assert.True(edge >= 1.5 * Value(result, "largest agglomerate extent") * (1 - 1e-12));
        Assert.True(Value(result, "solids fraction in the dispersion box") < 0.02);
        Assert.Equal(result.State.Particles.TotalVolume() / (edge * edge * edge), Value(result, "solids fraction in the dispersion box"), 1e-12);
        Assert.All(result.State.Particles.Position, p => Assert.True(p.X >= 0 && p.X <= edge && p.Y >= 0 && p.Y <= edge && p.Z >= 0 && p.Z <= edge));
    }

    [Fact]
    public void A_dilute_powder_has_the_solids_fraction_asked_for() =>
        Assert.Equal(0.01, Value(Make(new(), 1000, 0.01), "solids fraction in the dispersion box"), 1e-12);

    [Fact]
    public void Every_agglomerate_hangs_together_by_bonds_of_its_own()
    {
        ElectrodeState state = Make(new() { FreeFraction = 0.1 }, 600, 0.05).State;
        ParticleSet p = state.Particles;
        Assert.Equal(state.Bonds.Length, state.FeedstockBondCount);
        Assert.Equal(60, p.AgglomerateId.Count(id => id == 0));
        Assert.All(state.Bonds, b => Assert.True(b.I < b.J && p.AgglomerateId[b.I] == p.AgglomerateId[b.J] && p.AgglomerateId[b.I] > 0));
        Assert.All(state.Bonds, b => Assert.Equal(1, state.Domain.Nearest(p.Position[b.I] - p.Position[b.J]).Length / (p.Radius[b.I] + p.Radius[b.J]), 1.1e-3));
        foreach (int id in p.AgglomerateId.Where(id => id > 0).Distinct())
        {
            int[] members = [.. Enumerable.Range(0, p.Count).Where(i => p.AgglomerateId[i] == id)];
            (int, int)[] pairs = [.. state.Bonds.Where(b => p.AgglomerateId[b.I] == id).Select(b => (b.I - members[0], b.J - members[0]))];
            Assert.True(pairs.Length >= members.Length - 1);
            Assert.Equal(members.Length, ConnectedPieces.Largest(members.Length, pairs).Length);
        }
    }

    [Theory]
    [InlineData(ActiveMaterial.Silicon, Species.Silicon, 2330)]
    [InlineData(ActiveMaterial.SiliconAlloy, Species.SiliconAlloy, 3900)]
    public void Masses_are_volumes_times_densities(ActiveMaterial material, Species species, double density)
    {
        var options = new FeedstockOptions { Material = material, AlloyDensity = 3900, Conductive = new() { MassFraction = 0.02, Density = 1800 } };
        ElectrodeState state = Make(options, 300, 0.05).State;
        double active = 0, conductive = 0;
        for (int i = 0; i < state.Particles.Count; i++)
        {
            double mass = state.ParticleDensity[(int)state.Particles.Kind[i]] * 4.0 / 3.0 * Math.PI * Math.Pow(state.Particles.Radius[i], 3);
            (active, conductive) = state.Particles.Kind[i] == ParticleKind.ConductivePowder ? (active, conductive + mass) : (active + mass, conductive);
        }

        Assert.Equal(density, state.ParticleDensity[(int)state.Particles.Kind[0]]);
        Assert.Equal(1, state.Ledger[species] / active, 1e-12);
        Assert.Equal(1, state.Ledger[Species.ConductivePowder] / conductive, 1e-12);
        Assert.Equal(1, state.Ledger.Total / (active + conductive), 1e-12);

        // Whole spheres: the wanted mass is met to half of one.
        double sphere = 1800 * Math.PI / 6 * 1e-21;
        Assert.Equal(0.02 * active, conductive, 0.5001 * sphere);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.25)]
    [InlineData(1)]
    public void The_bridged_share_of_the_agglomerates_has_solid_bridges(double share)
    {
        StageResult result = Make(new() { BridgedFraction = share, BridgeRadiusRatio = 0.2 }, 1500, 0.02);
        ParticleSet p = result.State.Particles;
        ILookup<int, Bond> byAgglomerate = result.State.Bonds.ToLookup(b => p.AgglomerateId[b.I]);
        Assert.All(byAgglomerate, bonds => Assert.Single(bonds.Select(b => b.Origin).Distinct()));
        int bridged = byAgglomerate.Count(bonds => bonds.First().Origin == BondOrigin.FeedstockBridge);
        Assert.Equal(Math.Round(share * byAgglomerate.Count), bridged);
        Assert.Equal((double)bridged / byAgglomerate.Count, Value(result, "bridged agglomerates"), 1e-12);
        Assert.All(result.State.Bonds, b => Assert.Equal(b.Origin == BondOrigin.FeedstockBridge ? 0.2 * Math.Min(p.Radius[b.I], p.Radius[b.J]) : 0, b.Radius));
    }

    [Fact]
    public void Granules_and_fractal_aggregates_share_the_mass_as_asked()
    {
        // A granule's coordination is above 4, a fractal's just above 2: the kinds are told apart by their bonds.
        ElectrodeState state = Make(new() { GranuleFraction = 0.3 }, 3000, 0.02).State;
        ParticleSet p = state.Particles;
        double dense = 0, largest = 0;
        foreach (IGrouping<int, int> members in Enumerable.Range(0, p.Count).ToLookup(i => p.AgglomerateId[i]))
        {
            int bonds = state.Bonds.Count(b => p.AgglomerateId[b.I] == members.Key);
            double volume = members.Sum(p.VolumeOf);
            largest = Math.Max(largest, volume);
            dense += 2.0 * bonds / members.Count() > 3 ? volume : 0;
        }

        Assert.Equal(0.3, dense / p.TotalVolume(), largest / p.TotalVolume());
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_on_any_number_of_threads_and_another_seed_others()
    {
        var options = new FeedstockOptions { BridgedFraction = 0.3, FreeFraction = 0.1, Conductive = new() { MassFraction = 0.01 } };
        ElectrodeState one = Make(options, 400, 0.05, seed: 4).State, again = Make(options, 400, 0.05, seed: 4, threads: 3).State, other = Make(options, 400, 0.05, seed: 5).State;
        Assert.Equal(one.Particles.Position, again.Particles.Position);
        Assert.Equal(one.Particles.Radius, again.Particles.Radius);
        Assert.Equal(one.Bonds, again.Bonds);
        Assert.NotEqual(one.Particles.Position, other.Particles.Position);
        Assert.NotEqual(one.Particles.Radius[..400], other.Particles.Radius[..400]);
    }

    [Fact]
    public void Primaries_of_one_size_make_a_powder_too()
    {
        StageResult result = Make(new() { GeometricStandardDeviation = 1 }, 500, 0.05);
        Assert.All(result.State.Particles.Radius, r => Assert.Equal(0.25e-6, r));
        Assert.Equal(0.5e-6, Value(result, "number mean diameter"), 1e-18);
        Assert.Equal(0.5e-6, Value(result, "volume median diameter"), 1e-18);
    }

    [Fact]
    public void The_measured_fractal_dimension_is_the_one_asked_for()
    {
        StageResult result = Make(new() { GranuleFraction = 0, FractalDimension = 1.9 }, 1500, 0.02);
        Assert.Equal(1.9, Value(result, "fractal dimension"), 0.05);
        Assert.Equal(1.3, Value(result, "fractal prefactor"), 0.13);
    }

    [Fact]
    public void A_powder_of_single_primaries_has_no_bonds()
    {
        StageResult result = Make(new() { FreeFraction = 1 }, 500, 0.2);
        Assert.Empty(result.State.Bonds);
        Assert.All(result.State.Particles.AgglomerateId, id => Assert.Equal(0, id));
        Assert.Equal(0.2, Value(result, "solids fraction in the dispersion box"), 1e-12);
    }

    [Fact]
    public void Ready_made_aggregates_replace_the_generated_ones_and_the_last_is_cut_to_the_remainder()
    {
        double[] radius = [.. Enumerable.Repeat(1.0, 50)];
        Vector3d[] position = FractalAggregate.Build(radius, new(1.8, 1.3), new(1, StreamName.FractalAggregate));
        var source = new AggregateGeometry("made", position, radius, [], []);
        var options = new FeedstockOptions { AggregateFiles = ["made"], AggregateDiameter = 0.4e-6 };
        ElectrodeState state = Run(options, 120, 0.01, [source], 3, 1).State;
        int[] sizes = [.. state.Particles.AgglomerateId.GroupBy(id => id).OrderBy(g => g.Key).Select(g => g.Count())];
        Assert.Equal([50, 50, 20], sizes);
        Assert.All(state.Particles.Radius, r => Assert.Equal(0.2e-6, r, 1e-18));
        InputException refused = Assert.Throws<InputException>(() => Run(options, 40, 0.01, [source], 3, 1));
        Assert.Contains("50 primaries", refused.Message);
    }

    [Fact]
    public void The_size_curve_rises_to_the_whole_volume()
    {
        Curve curve = Make(new(), 1000, 0.02).Curves.Single(c => c.Name == "primary size distribution");
        Assert.Equal(1, curve.Y[^1], 1e-12);
        Assert.Equal(curve.Y.Order(), curve.Y);
        Assert.Equal(curve.X.Order(), curve.X);
    }

    private static double Value(StageResult result, string name) => result.Measurements.Single(m => m.Name == name).Value;

    private static StageResult Make(FeedstockOptions options, int primaries, double solids, ulong seed = 3, int threads = 1) =>
        Run(options, primaries, solids, [], seed, threads);

    private static StageResult Run(FeedstockOptions options, int primaries, double solids, IReadOnlyList<AggregateGeometry> readyMade, ulong seed, int threads)
    {
        var sizes = PrimarySizes.Lognormal(options.VolumeMedianDiameter, options.GeometricStandardDeviation);
        return new FeedstockStage(options, primaries, solids, sizes, readyMade).Run(Nothing, new() { Seed = seed, Threads = threads });
    }
}
