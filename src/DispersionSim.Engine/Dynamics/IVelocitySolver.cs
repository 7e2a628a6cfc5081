using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Finds the velocities and spins, relative to the flow, with which a step is taken.</summary>
internal interface IVelocitySolver : IDisposable
{
    /// <summary>Velocities and spins for a step of the length that the parameters name; false where they were not found.</summary>
    /// <param name="world">Columns with prepared links.</param>
    /// <param name="step">Geometry, flow, and length of the step.</param>
    /// <param name="active">Links that carry force.</param>
    /// <param name="kick">The Brownian force of the step.</param>
    bool Solve(HostWorld world, StepParameters step, int active, BrownianKick kick);
}
