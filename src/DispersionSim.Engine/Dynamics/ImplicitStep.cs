using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Velocities of the linearly implicit step: (R + Δt Bᵀ K B) v = F − Bᵀ (f + Δt K u_B).</summary>
internal sealed class ImplicitStep(HostDevice device, ParticleColumns particles, StepControl control, ClusterHydrodynamics hydrodynamics) : IVelocitySolver
{
    private readonly ConjugateGradient solver = new(device, particles, hydrodynamics);

    /// <summary>Iterations of the last solve.</summary>
    public int Iterations => solver.Iterations;

    /// <summary>Matrix products since the start.</summary>
    public long Products
    {
        get => solver.Products;
        set => solver.Products = value;
    }

    public bool Solve(HostWorld world, StepParameters step, int active, BrownianKick kick)
    {
        device.Run(active, new StartLinks<HostWorld>(), world, step);
        device.Run(particles.Count, new GatherRows<HostWorld>(), world, step);
        device.Chunks(particles.Count, Turn);
        hydrodynamics.TakeOffFlow(in step);
        for (int i = 0; kick.Noise is not null && i < particles.Count; i++)
        {
            particles.Force[i] = Float4.AddScaled(particles.Force[i], 1f, kick.Next(particles.Size[i].Y));
            particles.Torque[i] = Float4.AddScaled(particles.Torque[i], 1f, kick.Next(particles.Size[i].Z));
        }

        return solver.Solve(world, step, active, (float)control.Residual, control.IterationLimit);
    }

    public void Dispose() => solver.Dispose();

    /// <summary>Loads on the links act backwards on the particles.</summary>
    private void Turn(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            particles.Force[i] = Float4.Scale(-1f, particles.Force[i]);
            particles.Torque[i] = Float4.Scale(-1f, particles.Torque[i]);
        }
    }
}
