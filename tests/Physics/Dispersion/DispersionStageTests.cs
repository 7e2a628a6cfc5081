using DispersionSim.Core;
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
    [InlineData(400)]
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

    [Fact]
    public void Bonds_only_ever_break()
    {
        double[] surviving = Whole.Value.Curves.Single(c => c.Name == "surviving feedstock bonds").Y;
        Assert.Equal(surviving.OrderDescending(), surviving);
    }

    // Agglomerates fill up to two thirds of the box and may stick out on any side of it: drawing their members together must not tear
    // those that lie across its edge. Every contact of the powder holds once it has relaxed.
    [Fact]
    public void No_contact_is_lost_before_the_flow_starts()
    {
        for (ulong seed = 1; seed <= 6; seed++)
        {
            ElectrodeState powder = SmallPowder.Make(50, seed);
            StageResult still = SmallPowder.Shear(powder, new() { ShearRate = 1e-3, Strain = 1, Planes = 1 });
            Assert.True(still.Value("feedstock bonds") >= 0.98 * powder.Bonds.Length, $"seed {seed}: {still.Value("feedstock bonds")} of {powder.Bonds.Length}");
        }
    }
}
