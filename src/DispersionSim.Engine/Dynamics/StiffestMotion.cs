using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Measures the largest eigenvalue λ of R⁻¹ Bᵀ K B by power iteration from a fixed start.</summary>
/// <remarks>From below: after many iterations the rate is that of the stiffest motion. Stability limits that are compared with use it.</remarks>
internal static class StiffestMotion
{
    /// <summary>λ after the given number of iterations; the search direction and the product columns are overwritten.</summary>
    public static double Rate(HostDevice device, ParticleColumns particles, HostWorld world, StepParameters step, int active, int iterations)
    {
        using MatrixProduct product = new(device, particles);
        step.TimeStep = 1f;
        product.Pack(world, step, active);
        Start(particles);
        double rate = 0;
        for (int k = 0; k < iterations; k++)
        {
            product.Multiply(world);
            rate = Turn(particles);
        }

        return rate;
    }

    private static void Start(ParticleColumns particles)
    {
        uint state = 1;
        for (int i = 0; i < particles.Count; i++)
        {
            particles.SearchVelocity[i] = new(Next(), Next(), Next());
            particles.SearchSpin[i] = new(Next(), Next(), Next());
        }

        float Next()
        {
            state = (state * 1664525u) + 1013904223u;
            return ((state >> 8) * 1.1920929e-7f) - 1f;
        }
    }

    /// <summary>p becomes R⁻¹ K p over its length; returns pᵀ K p / pᵀ R p.</summary>
    private static double Turn(ParticleColumns particles)
    {
        double along = 0, length = 0, next = 0;
        for (int i = 0; i < particles.Count; i++)
        {
            Float4 size = particles.Size[i], p = particles.SearchVelocity[i], w = particles.SearchSpin[i];
            Float4 q = Float4.AddScaled(particles.Force[i], -size.Y, p), qt = Float4.AddScaled(particles.Torque[i], -size.Z, w);
            along += Float4.Dot(p, q) + Float4.Dot(w, qt);
            length += (size.Y * Float4.Dot(p, p)) + (size.Z * Float4.Dot(w, w));
            particles.SearchVelocity[i] = Float4.Scale(1f / size.Y, q);
            particles.SearchSpin[i] = Float4.Scale(1f / size.Z, qt);
            next += (Float4.Dot(q, q) / size.Y) + (Float4.Dot(qt, qt) / size.Z);
        }

        float scale = next > 0 ? (float)(1 / Math.Sqrt(next)) : 0f;
        for (int i = 0; i < particles.Count; i++)
        {
            particles.SearchVelocity[i] = Float4.Scale(scale, particles.SearchVelocity[i]);
            particles.SearchSpin[i] = Float4.Scale(scale, particles.SearchSpin[i]);
        }

        return length > 0 ? along / length : 0;
    }
}
