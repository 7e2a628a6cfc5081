using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Process;
using Suspension = DispersionSim.Engine.OverdampedSystem<DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.NoWallLaw, DispersionSim.Kernels.NoWallLaw>;

namespace DispersionSim.Tests.Physics;

/// <summary>A step that finds no velocities ends in a fault that says where, and leaves the particles where they were.</summary>
public class DivergenceTests
{
    [Fact]
    public void Spheres_in_one_place_have_no_line_of_centres_and_are_named() =>
        Faults(Build([new(10, 10, 10), new(10, 10, 10), new(5, 5, 5)], new() { Residual = 1e-5 }), "overlapping particles at the start");

    [Fact]
    public void A_solve_that_is_cut_off_at_every_length_of_step_is_a_fault() =>
        Faults(Build([new(10, 10, 10), new(10, 10, 11.9), new(10, 10, 13.8)], new() { Residual = 1e-5, IterationLimit = 0 }), "does not converge");

    private static void Faults(Suspension system, string cause)
    {
        using (system)
        {
            Vector3d[] before = system.Positions();
            string message = Assert.Throws<SimulationException>(() => system.Step(1)).Message;
            Assert.StartsWith("step 0: the motion does not converge (particle ", message, StringComparison.Ordinal);
            Assert.Contains(cause, message, StringComparison.Ordinal);
            Assert.Equal(before, system.Positions());
            Assert.Equal(0, system.Steps);
        }
    }

    private static Suspension Build(Vector3d[] places, StepControl control) =>
        UnitSuspension.Build(places, [.. places.Select(_ => 1.0)], 20, 200, 1, control: control);
}
