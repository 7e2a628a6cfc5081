using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

public class StressMarginTests
{
    private static readonly InteractionOptions Bare = new() { PullOffForce = 5.2e-9, ReferenceDiameter = 0.5e-6 };

    // μ G C a²/F_c for equal spheres of the reference size.
    [Fact]
    public void Margin_is_viscous_force_over_pull_off_force() =>
        Assert.Equal(1e4 * StressMargin.ExactStokes * 250e-9 * 250e-9 / 5.2e-9, StressMargin.Of(250e-9, 1e4, Bare, StressMargin.ExactStokes), 1e-12);

    // Table of PHYSICS section 2: solvated bare silicon of a = 250 nm separates at 4.3 kPa (exact doublet); T0 needs 19.2/3π of it, 8.8 kPa.
    [Fact]
    public void Solvated_bare_silicon_separates_at_4_3_kilopascal_exact_and_8_8_free_draining()
    {
        Assert.Equal(4.3e3, 1 / StressMargin.Of(250e-9, 1, Bare, StressMargin.ExactStokes), 50.0);
        Assert.Equal(8.8e3, 1 / StressMargin.Of(250e-9, 1, Bare, StressMargin.FreeDraining), 50.0);
    }

    [Fact]
    public void Small_primaries_are_the_hard_ones_for_the_margin_grows_with_the_radius() =>
        Assert.Equal(0.5, StressMargin.Of(125e-9, 1e4, Bare, StressMargin.FreeDraining) / StressMargin.Of(250e-9, 1e4, Bare, StressMargin.FreeDraining), 1e-12);

    [Fact]
    public void Share_below_one_counts_primaries_and_leaves_conductive_powder_out()
    {
        // Margins at 8.826 kPa: 0.5, 1 (median), 2; the carbon would be far below.
        double critical = 1 / StressMargin.Of(250e-9, 1, Bare, StressMargin.FreeDraining);
        ParticleSet particles = ParticleSet.Empty with
        {
            Position = new Vector3d[4],
            Radius = [125e-9, 250e-9, 500e-9, 20e-9],
            Kind = [ParticleKind.Silicon, ParticleKind.Silicon, ParticleKind.Silicon, ParticleKind.ConductivePowder],
            PrimaryId = [1, 2, 3, 4],
            AgglomerateId = [0, 0, 0, 0],
        };
        Measurement[] all = [.. StressMargin.Measure(particles, critical * 1.0001, Bare)];
        Assert.Equal(1.0001, all.Single(m => m.Name == "stress margin").Value, 1e-9);
        Assert.Equal(1 / 3.0, all.Single(m => m.Name == "share of primaries below stress margin 1").Value, 1e-12);
    }
}
