using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Solves (R + Δt Bᵀ K B) v = b for the velocities, matrix-free, with the diagonal as preconditioner and the last step's velocities as start.</summary>
/// <remarks>
/// R is the drag, B maps particle velocities to motion at contacts, K is the positive part of the contact stiffness: the matrix is
/// symmetric positive definite. Stops when the preconditioned residual falls below the tolerance relative to the right-hand side.
/// Source: Hestenes and Stiefel, J. Res. NBS 49 (1952) 409.
/// </remarks>
internal sealed unsafe class ConjugateGradient(HostDevice device, ParticleColumns particles)
{
    /// <summary>Iterations of the last solve.</summary>
    public int Iterations { get; private set; }

    /// <summary>Matrix products since the start.</summary>
    public long Products { get; private set; }

    /// <summary>Right-hand side in <c>Force</c> and <c>Torque</c> on entry; the solution replaces <c>Velocity</c> and <c>Spin</c>.</summary>
    public bool Solve(HostWorld world, StepParameters step, int activeLinks, float tolerance, int limit)
    {
        int n = particles.Count;
        device.Run(n, new Precondition<HostWorld>(), world, step);
        double target = Start(world, step, activeLinks) * tolerance * tolerance;
        double rz = Preconditioned(fresh: true, 0);
        Iterations = 0;
        while (rz > target && Iterations < limit)
        {
            Multiply(world, step, activeLinks);
            double alpha = rz / Along();
            Step((float)alpha);
            double next = ResidualNorm();
            Preconditioned(fresh: false, (float)(next / rz));
            rz = next;
            Iterations++;
        }

        return rz <= target;
    }

    /// <summary>Copies the start velocities into the search direction, forms the residual, and returns the norm of the right-hand side.</summary>
    private double Start(HostWorld world, StepParameters step, int activeLinks)
    {
        int n = particles.Count;
        Float4* b = particles.Force.Pointer, bt = particles.Torque.Pointer, r = particles.Residual.Pointer, rt = particles.ResidualSpin.Pointer;
        Float4* d = particles.InverseDiagonal.Pointer, dt = particles.InverseDiagonalSpin.Pointer;
        double norm = device.Sum(n, (from, to) =>
        {
            double sum = 0;
            for (int i = from; i < to; i++)
            {
                r[i] = b[i];
                rt[i] = bt[i];
                sum += Weighted(b[i], d[i]) + Weighted(bt[i], dt[i]);
            }

            return sum;
        });
        new Span<Float4>(particles.Velocity.Pointer, n).CopyTo(particles.SearchVelocity.Span);
        new Span<Float4>(particles.Spin.Pointer, n).CopyTo(particles.SearchSpin.Span);
        Multiply(world, step, activeLinks);
        Float4* q = particles.Force.Pointer, qt = particles.Torque.Pointer;
        for (int i = 0; i < n; i++)
        {
            r[i] = Float4.AddScaled(r[i], -1f, q[i]);
            rt[i] = Float4.AddScaled(rt[i], -1f, qt[i]);
        }

        return norm;
    }

    /// <summary>Matrix times search direction into <c>Force</c> and <c>Torque</c>.</summary>
    private void Multiply(HostWorld world, StepParameters step, int activeLinks)
    {
        device.Run(activeLinks, new MultiplyLinks<HostWorld>(), world, step);
        device.Run(particles.Count, new GatherRows<HostWorld>(), world, step);
        Float4* q = particles.Force.Pointer, qt = particles.Torque.Pointer, p = particles.SearchVelocity.Pointer, pt = particles.SearchSpin.Pointer;
        Float4* size = particles.Size.Pointer;
        for (int i = 0; i < particles.Count; i++)
        {
            q[i] = Float4.AddScaled(q[i], size[i].Y, p[i]);
            qt[i] = Float4.AddScaled(qt[i], size[i].Z, pt[i]);
        }

        Products++;
    }

    /// <summary>p·A p.</summary>
    private double Along()
    {
        Float4* q = particles.Force.Pointer, qt = particles.Torque.Pointer, p = particles.SearchVelocity.Pointer, pt = particles.SearchSpin.Pointer;
        return device.Sum(particles.Count, (from, to) =>
        {
            double sum = 0;
            for (int i = from; i < to; i++)
            {
                sum += Float4.Dot(q[i], p[i]) + Float4.Dot(qt[i], pt[i]);
            }

            return sum;
        });
    }

    /// <summary>v += α p, r −= α A p.</summary>
    private void Step(float alpha)
    {
        Float4* v = particles.Velocity.Pointer, w = particles.Spin.Pointer, r = particles.Residual.Pointer, rt = particles.ResidualSpin.Pointer;
        Float4* q = particles.Force.Pointer, qt = particles.Torque.Pointer, p = particles.SearchVelocity.Pointer, pt = particles.SearchSpin.Pointer;
        for (int i = 0; i < particles.Count; i++)
        {
            v[i] = Float4.AddScaled(v[i], alpha, p[i]);
            w[i] = Float4.AddScaled(w[i], alpha, pt[i]);
            r[i] = Float4.AddScaled(r[i], -alpha, q[i]);
            rt[i] = Float4.AddScaled(rt[i], -alpha, qt[i]);
        }
    }

    private double ResidualNorm()
    {
        Float4* r = particles.Residual.Pointer, rt = particles.ResidualSpin.Pointer, d = particles.InverseDiagonal.Pointer, dt = particles.InverseDiagonalSpin.Pointer;
        return device.Sum(particles.Count, (from, to) =>
        {
            double sum = 0;
            for (int i = from; i < to; i++)
            {
                sum += Weighted(r[i], d[i]) + Weighted(rt[i], dt[i]);
            }

            return sum;
        });
    }

    /// <summary>p = M⁻¹ r + β p; returns r·M⁻¹ r when starting afresh.</summary>
    private double Preconditioned(bool fresh, float beta)
    {
        Float4* r = particles.Residual.Pointer, rt = particles.ResidualSpin.Pointer, d = particles.InverseDiagonal.Pointer, dt = particles.InverseDiagonalSpin.Pointer;
        Float4* p = particles.SearchVelocity.Pointer, pt = particles.SearchSpin.Pointer;
        float keep = fresh ? 0f : beta;
        for (int i = 0; i < particles.Count; i++)
        {
            p[i] = new((r[i].X * d[i].X) + (keep * p[i].X), (r[i].Y * d[i].Y) + (keep * p[i].Y), (r[i].Z * d[i].Z) + (keep * p[i].Z));
            pt[i] = new((rt[i].X * dt[i].X) + (keep * pt[i].X), (rt[i].Y * dt[i].Y) + (keep * pt[i].Y), (rt[i].Z * dt[i].Z) + (keep * pt[i].Z));
        }

        return fresh ? ResidualNorm() : 0;
    }

    private static float Weighted(Float4 a, Float4 weight) => (a.X * a.X * weight.X) + (a.Y * a.Y * weight.Y) + (a.Z * a.Z * weight.Z);
}
