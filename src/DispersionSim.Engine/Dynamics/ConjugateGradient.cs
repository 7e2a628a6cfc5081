using System.Runtime.Intrinsics;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Solves (R + Δt Bᵀ K B) v = b for the velocities, matrix-free, with the diagonal as preconditioner and the last step's velocities as start.</summary>
/// <remarks>
/// R is the drag, B maps particle velocities to motion at contacts, K is the positive part of the contact stiffness: the matrix is
/// symmetric positive definite. Stops when the preconditioned residual falls below the tolerance relative to the right-hand side.
/// Vectors have four lanes, the last always zero. Source: Hestenes and Stiefel, J. Res. NBS 49 (1952) 409.
/// </remarks>
internal sealed unsafe class ConjugateGradient(HostDevice device, ParticleColumns particles, ClusterHydrodynamics? hydrodynamics = null) : IDisposable
{
    private readonly MatrixProduct matrix = new(device, particles);

    /// <summary>Iterations of the last solve.</summary>
    public int Iterations { get; private set; }

    private static Vector128<float>* V(NativeColumn<Float4> column) => (Vector128<float>*)column.Pointer;

    /// <summary>Right-hand side in <c>Force</c> and <c>Torque</c> on entry, inverse diagonal in its columns; the solution replaces <c>Velocity</c> and <c>Spin</c>.</summary>
    public bool Solve(HostWorld world, StepParameters step, int activeLinks, float tolerance, int limit)
    {
        matrix.Pack(world, step, activeLinks);
        double target = Start(world) * tolerance * tolerance;
        Iterations = 0;
        if (target == 0)
        {
            // Nothing pulls at anything, as once all contacts have opened: no residual relative to that could be reached.
            particles.Velocity.Span[..particles.Count].Clear();
            particles.Spin.Span[..particles.Count].Clear();
            return true;
        }

        double rz = FirstResidual();
        double beta = 0;
        for (Iterations = 0; rz > target && Iterations < limit; Iterations++)
        {
            Search((float)beta);
            double next = Step((float)(rz / Multiply(world)));
            beta = next / rz;
            rz = next;
        }

        return rz <= target;
    }

    public void Dispose() => matrix.Dispose();

    /// <summary>Keeps the right-hand side as residual, multiplies the matrix with the start, and returns the norm of the right-hand side.</summary>
    private double Start(HostWorld world)
    {
        Vector128<float>* r = V(particles.Residual), rt = V(particles.ResidualSpin), b = V(particles.Force), bt = V(particles.Torque);
        Vector128<float>* p = V(particles.SearchVelocity), pt = V(particles.SearchSpin), v = V(particles.Velocity), w = V(particles.Spin);
        Vector128<float>* d = V(particles.InverseDiagonal), dt = V(particles.InverseDiagonalSpin);
        double norm = device.Sum(particles.Count, (from, to) =>
        {
            Vector128<double> sum = Vector128<double>.Zero;
            for (int i = from; i < to; i++)
            {
                (r[i], rt[i], p[i], pt[i]) = (b[i], bt[i], v[i], w[i]);
                sum += WideSum.Of((r[i] * r[i] * d[i]) + (rt[i] * rt[i] * dt[i]));
            }

            return Vector128.Sum(sum);
        });
        Multiply(world);
        return norm;
    }

    private double Multiply(HostWorld world) => matrix.Multiply(world) + (hydrodynamics?.AddProduct() ?? 0);

    /// <summary>Takes the product with the start off the right-hand side; returns r·M⁻¹ r.</summary>
    private double FirstResidual()
    {
        Vector128<float>* r = V(particles.Residual), rt = V(particles.ResidualSpin), q = V(particles.Force), qt = V(particles.Torque);
        Vector128<float>* d = V(particles.InverseDiagonal), dt = V(particles.InverseDiagonalSpin);
        return device.Sum(particles.Count, (from, to) =>
        {
            Vector128<double> sum = Vector128<double>.Zero;
            for (int i = from; i < to; i++)
            {
                r[i] -= q[i];
                rt[i] -= qt[i];
                sum += WideSum.Of((r[i] * r[i] * d[i]) + (rt[i] * rt[i] * dt[i]));
            }

            return Vector128.Sum(sum);
        });
    }

    /// <summary>v += α p, r −= α A p; returns r·M⁻¹ r.</summary>
    private double Step(float alpha)
    {
        Vector128<float>* v = V(particles.Velocity), w = V(particles.Spin), r = V(particles.Residual), rt = V(particles.ResidualSpin);
        Vector128<float>* q = V(particles.Force), qt = V(particles.Torque), p = V(particles.SearchVelocity), pt = V(particles.SearchSpin);
        Vector128<float>* d = V(particles.InverseDiagonal), dt = V(particles.InverseDiagonalSpin);
        return device.Sum(particles.Count, (from, to) =>
        {
            Vector128<double> sum = Vector128<double>.Zero;
            for (int i = from; i < to; i++)
            {
                v[i] += p[i] * alpha;
                w[i] += pt[i] * alpha;
                r[i] -= q[i] * alpha;
                rt[i] -= qt[i] * alpha;
                sum += WideSum.Of((r[i] * r[i] * d[i]) + (rt[i] * rt[i] * dt[i]));
            }

            return Vector128.Sum(sum);
        });
    }

    /// <summary>p = M⁻¹ r + β p.</summary>
    private void Search(float beta)
    {
        Vector128<float>* r = V(particles.Residual), rt = V(particles.ResidualSpin), d = V(particles.InverseDiagonal), dt = V(particles.InverseDiagonalSpin);
        Vector128<float>* p = V(particles.SearchVelocity), pt = V(particles.SearchSpin);
        device.Chunks(particles.Count, (from, to) =>
        {
            for (int i = from; i < to; i++)
            {
                p[i] = (r[i] * d[i]) + (p[i] * beta);
                pt[i] = (rt[i] * dt[i]) + (pt[i] * beta);
            }
        });
    }
}
