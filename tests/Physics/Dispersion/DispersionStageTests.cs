using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

public class DispersionStageTests
{
    private static readonly DispersionOptions Shear = new() { ShearRate = 5e4, Strain = 4, Planes = 2 };
    private static readonly ElectrodeState Powder = SmallPowder.Make(60, 7);
    private static readonly Lazy<StageResult> Whole = new(() => SmallPowder.Shear(Powder, Shear));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Same_powder_and_seed_give_the_same_bits_on_any_number_of_threads(int threads) =>
        StopAt.AssertSameBits(Whole.Value, SmallPowder.Shear(Powder, Shear, threads: threads));

    [Theory]
    [InlineData(1)]
    [InlineData(137)]
    [InlineData(170)]
    public void A_run_stopped_in_the_middle_goes_on_to_the_same_bits(int step) =>
        StopAt.AssertSameBits(Whole.Value, StopAt.Interrupted(SmallPowder.Stage(Shear), Powder, 1, step));

    [Fact]
    public void With_thermal_motion_too()
    {
        DispersionOptions hot = Shear with { Brownian = BrownianMotion.On, Strain = 2, Planes = 1 };
        StageResult whole = SmallPowder.Shear(Powder, hot);
        StopAt.AssertSameBits(whole, StopAt.Interrupted(SmallPowder.Stage(hot), Powder, 1, 50));
        Assert.NotEqual(whole.State.Particles.Position, SmallPowder.Shear(Powder, hot with { Brownian = BrownianMotion.Off }).State.Particles.Position);
    }

    [Fact]
    public void Particles_keep_number_size_kind_and_names()
    {
        ParticleSet before = Powder.Particles, after = Whole.Value.State.Particles;
        Assert.Equal(before.Radius, after.Radius);
        Assert.Equal(before.Kind, after.Kind);
        Assert.Equal(before.PrimaryId, after.PrimaryId);
        Assert.Equal(before.AgglomerateId, after.AgglomerateId);
        Vector3d size = Powder.Domain.Size;
        Assert.All(after.Position, p => Assert.True(p.X >= 0 && p.X <= size.X && p.Y >= 0 && p.Y <= size.Y && p.Z >= 0 && p.Z <= size.Z));
    }

    [Fact]
    public void Only_binder_and_solvent_are_added()
    {
        Ledger before = Powder.Ledger, after = Whole.Value.State.Ledger;
        double added = after[Species.BinderPrecursor] + after[Species.Solvent];
        Assert.True(added > 0);
        Assert.Equal(1, after.Total / (before.Total + added), 1e-12);
        Assert.Equal(before[Species.Silicon], after[Species.Silicon]);
    }

    // Bridges carry far more than drag or adhesion: contacts that are stiff enough for those alone overlapped by up to 0.27.
    [Theory]
    [InlineData(0, 0.05)]
    [InlineData(1, 0.03)]
    public void Overlaps_stay_near_a_hundredth_of_the_mean_radius(double bridged, double deepest) =>
        Assert.InRange(SmallPowder.Shear(SmallPowder.Make(120, 7, bridged), Shear).Value("dispersion overlap"), 0, deepest);

    [Fact]
    public void Bonds_only_ever_break()
    {
        double[] surviving = Whole.Value.Curves.Single(c => c.Name == "surviving feedstock bonds").Y;
        Assert.Equal(surviving.OrderDescending(), surviving);
    }

    [Fact]
    public void No_contact_of_a_powder_is_lost_before_the_flow_starts() =>
        Assert.True(Still(Powder).Value("feedstock bonds") >= 0.98 * Powder.Bonds.Length);

    // A straight chain of twelve in a box of 1.5 times its length: its ends are more than half a box apart, so that the nearest image of one
    // seen from the other is the wrong one. Drawing touching pairs together must not tear it there.
    [Fact]
    public void A_chain_longer_than_half_the_box_is_not_torn()
    {
        const int N = 12;
        const double A = 250e-9, Box = 1.5 * N * 2 * A;
        var chain = new ElectrodeState
        {
            Phase = StructurePhase.Powder,
            Domain = Domain.FullyPeriodic(new(Box, Box, Box)),
            Particles = new()
            {
                Position = [.. Enumerable.Range(0, N).Select(k => new Vector3d((30 + (2 * k)) * A % Box, Box / 2, Box / 2))],
                Radius = [.. Enumerable.Repeat(A, N)],
                Kind = [.. Enumerable.Repeat(ParticleKind.Silicon, N)],
                PrimaryId = [.. Enumerable.Range(1, N)],
                AgglomerateId = [.. Enumerable.Repeat(1, N)],
            },
            Bonds = [.. Enumerable.Range(0, N - 1).Select(k => new Bond(k, k + 1, BondOrigin.FeedstockContact, 0))],
            Ledger = Ledger.Empty.With(Species.Silicon, 1e-15),
        };
        Assert.Equal(N - 1, Still(chain).Value("feedstock bonds"));
    }

    private static StageResult Still(ElectrodeState powder) =>
        SmallPowder.Shear(powder, new() { ShearRate = 20, Strain = 1, Planes = 1, Brownian = BrownianMotion.Off });

    [Theory]
    [InlineData(1000, HydrodynamicTier.T0)]
    [InlineData(1001, HydrodynamicTier.T1)]
    public void Large_powders_are_sheared_in_tier_T1_where_the_recipe_does_not_say(int primaries, HydrodynamicTier tier)
    {
        Assert.Equal(tier, new DispersionOptions().Tier(primaries));
        Assert.Equal(HydrodynamicTier.T3, new DispersionOptions { Hydrodynamics = HydrodynamicTier.T3 }.Tier(primaries));
    }

    [Fact]
    public void The_tier_taken_stands_in_the_result_and_is_the_one_that_is_computed()
    {
        ElectrodeState large = SmallPowder.Make(DispersionOptions.LargestFreeDraining + 1, 3);
        DispersionOptions brief = Shear with { Strain = 0.5, Planes = 1 };
        StageResult unsaid = SmallPowder.Shear(large, brief);
        Assert.Equal(1, unsaid.Value("hydrodynamic tier"));
        Assert.Equal(0, Whole.Value.Value("hydrodynamic tier"));
        StopAt.AssertSameBits(unsaid, SmallPowder.Shear(large, brief with { Hydrodynamics = HydrodynamicTier.T1 }));
    }
}
