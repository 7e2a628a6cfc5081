using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;
using Suspension = DispersionSim.Engine.OverdampedSystem<DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.NoWallLaw, DispersionSim.Kernels.NoWallLaw>;

namespace DispersionSim.Process;

/// <summary>Brings the slurry from the dilute box it was sheared in to the solids of coating, and to the shape of the film segment.</summary>
/// <remarks>
/// A slow homogeneous deformation, each axis at its own constant logarithmic rate: so slow that drag stays far below the pull-off force
/// (Mason number <see cref="MasonNumber"/>; slower than that keeps no more bonds). Free primaries follow it; agglomerates that still hold move as
/// one until they jam, for fractal ones do not fit into a slurry: those are compacted, and lose some of their bonds.
/// </remarks>
internal static class Concentration
{
    private const double MasonNumber = 0.004;

    /// <summary>Positions in a box of the given size, m; periodic on every axis.</summary>
    public static (Vector3d[] Position, Bond[] Bonds) Compress(ElectrodeState slurry, Vector3d target, InteractionOptions interaction, StageContext context)
    {
        ParticleSet p = slurry.Particles;
        double mean = p.Radius.Average();
        double pullOff = Math.Max(interaction.PullOffPerReducedRadius * mean / 2, 1e-12);
        double stiffness = ContactModel.Stiffness(interaction, mean, Math.Max(pullOff, ContactModel.BridgeLoad(interaction, mean, slurry.Bonds)));
        UnitScale scale = UnitScale.ForSuspension(mean, pullOff, 1);
        Vector3d size = slurry.Domain.Size / mean, goal = target / mean;
        using var system = new Suspension(
            scale,
            new FlowingBox(size.X, size.Y, size.Z),
            p.Position,
            p.Radius,
            1,
            ContactModel.Options(interaction, stiffness),
            new StepControl { Motion = 0.02 },
            (ContactModel.Adhesive(interaction, stiffness, scale), default, default),
            new HostDevice(context.Threads));
        system.Plant(slurry.Bonds, _ => 1);
        double[] strain = [Math.Log(goal.X / size.X), Math.Log(goal.Y / size.Y), Math.Log(goal.Z / size.Z)];
        double time = strain.Max(Math.Abs) / MasonNumber;
        for (int axis = 0; axis < 3; axis++)
        {
            system.Box.Dilation[axis] = strain[axis] / time;
        }

        while (system.Time < time * (1 - 1e-9))
        {
            system.Step(time - system.Time);
            context.Progress(0.8 * system.Time / time, "concentrating the slurry");
            context.Stop.ThrowIfCancellationRequested();
        }

        return (system.Positions(), system.SurvivingBonds());
    }
}
