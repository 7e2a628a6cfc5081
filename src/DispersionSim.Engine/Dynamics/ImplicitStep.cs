using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Velocities of the linearly implicit step: (R + Δt Bᵀ K B) v = F − Bᵀ (f + Δt K u_B).</summary>
internal sealed class ImplicitStep(HostDevice device, ParticleColumns particles, StepControl control) : IVelocitySolver
{
    private readonly ConjugateGradient solver = new(device, particles);

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
        for (int i = 0; i < particles.Count; i++)
        {
            particles.Force[i] = RightSide(particles.Force[i], particles.Size[i].Y, kick);
            particles.Torque[i] = RightSide(particles.Torque[i], particles.Size[i].Z, kick);
        }

        return solver.Solve(world, step, active, (float)control.Residual, control.IterationLimit);
    }

    public void Dispose() => solver.Dispose();

    private static Float4 RightSide(Float4 load, float drag, BrownianKick kick)
    {
        Float4 force = Float4.Scale(-1f, load);
        return kick.Noise is null ? force : Float4.AddScaled(force, 1f, kick.Next(drag));
    }
}
