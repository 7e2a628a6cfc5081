using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Velocities of the explicit step: v = R⁻¹ (F − Bᵀ f).</summary>
internal sealed class ExplicitStep(HostDevice device, ParticleColumns particles) : IVelocitySolver
{
    public bool Solve(HostWorld world, StepParameters step, int active, BrownianKick kick)
    {
        device.Run(particles.Count, new FollowForces<HostWorld>(), world, step);
        for (int i = 0; kick.Noise is not null && i < particles.Count; i++)
        {
            Float4 size = particles.Size[i];
            particles.Velocity[i] = Float4.AddScaled(particles.Velocity[i], 1f / size.Y, kick.Next(size.Y));
            particles.Spin[i] = Float4.AddScaled(particles.Spin[i], 1f / size.Z, kick.Next(size.Z));
        }

        return true;
    }

    public void Dispose()
    {
    }
}
