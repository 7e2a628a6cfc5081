using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>The equations (R + Δt Bᵀ K B) v = b of one island, copied together so that all iterations stay in a core's own cache.</summary>
/// <remarks>Conjugate gradients with the diagonal as preconditioner, as <see cref="ConjugateGradient"/>, which see; sums run over the island in order. That one passes over the columns of all, threads side by side, and adds by chunks: put together, the bits or the speed of one of them would be lost.</remarks>
internal sealed unsafe class IslandSystem(ParticleColumns particles)
{
    private const int Columns = 12;

    private Vector128<float>[] room = [];
    private PackedLink[] linkRoom = [];
    private Vector128<float>* v, w, r, rt, p, pt, q, qt, d, dt, drag, spinDrag;
    private Float4* b, bt, diagonal, spinDiagonal;
    private PackedLink* link;
    private int count;
    private int links;

    /// <summary>Puts an island's equations together, to be started from the velocities in the columns; returns the norm b·M⁻¹ b of its right-hand side.</summary>
    /// <param name="world">Columns with prepared links.</param>
    /// <param name="step">Geometry, flow, and length of the step.</param>
    /// <param name="islands">All islands.</param>
    /// <param name="number">The one taken.</param>
    /// <param name="kicked">Other loads stand in <c>Force</c> and <c>Torque</c>.</param>
    public double Take(HostWorld world, StepParameters step, Islands islands, int number, bool kicked)
    {
        ReadOnlySpan<int> members = islands.Members(number), active = islands.Links(number);
        (count, links) = (members.Length, active.Length);
        Reserve();
        for (int k = 0; k < count; k++)
        {
            int i = members[k];
            Float4 size = particles.Size[i];
            (b[k], bt[k]) = kicked ? (particles.Force[i], particles.Torque[i]) : (default, default);
            (diagonal[k], spinDiagonal[k]) = (new(size.Y, size.Y, size.Y), new(size.Z, size.Z, size.Z));
            (v[k], w[k]) = (((Vector128<float>*)particles.Velocity.Pointer)[i], ((Vector128<float>*)particles.Spin.Pointer)[i]);
            (drag[k], spinDrag[k]) = (Vector128.Create(size.Y), Vector128.Create(size.Z));
        }

        for (int c = 0; c < links; c++)
        {
            Take(world, step, islands, active[c], ref link[c]);
        }

        for (int k = 0; k < count; k++)
        {
            (Float4 push, Float4 turn) = (diagonal[k], spinDiagonal[k]);
            (diagonal[k], spinDiagonal[k]) = (new(1f / push.X, 1f / push.Y, 1f / push.Z), new(1f / turn.X, 1f / turn.Y, 1f / turn.Z));
        }

        return Residual();
    }

    /// <summary>One link's part of matrix, diagonal and right-hand side: loads act backwards.</summary>
    private void Take(HostWorld world, StepParameters step, Islands islands, int number, ref PackedLink packed)
    {
        packed = PackedLink.Of(world, step, number);
        (packed.First, packed.Second) = (islands.Local(packed.First), islands.Local(packed.Second));
        int of = world.Active(number);
        Float4 normal = world.Normal(of), arm = world.Arm(of), stiffness = world.Stiffness(of);
        Float4 force = Float4.Scale(-1f, StartLinks<HostWorld>.Load(of, in world, in step, out Float4 moment));
        moment = Float4.Scale(-1f, moment);
        foreach ((int particle, bool second) in (ReadOnlySpan<(int, bool)>)[(packed.First, false), (packed.Second, true)])
        {
            LinkMotion.AddRow(second, normal, arm, force, moment, ref b[particle], ref bt[particle]);
            Precondition<HostWorld>.AddLink(second, normal, arm, stiffness, step.TimeStep, ref diagonal[particle], ref spinDiagonal[particle]);
        }
    }

    /// <summary>Finds the velocities; returns how many iterations that took, beyond the limit where they were not found.</summary>
    /// <param name="target">Residual r·M⁻¹ r to go down to.</param>
    /// <param name="limit">Iterations at most.</param>
    public int Solve(double target, int limit)
    {
        if (target == 0)
        {
            // Nothing pulls at anything: no residual relative to that could be reached.
            new Span<Vector128<float>>(v, 2 * count).Clear();
            return 0;
        }

        Multiply(v, w);
        for (int k = 0; k < count; k++)
        {
            r[k] -= q[k];
            rt[k] -= qt[k];
            (p[k], pt[k]) = (Vector128<float>.Zero, Vector128<float>.Zero);
        }

        double norm = Residual(), beta = 0;
        for (int iteration = 0; ; iteration++)
        {
            // The comparison is turned round so that what is not a number does not pass.
            if (norm <= target)
            {
                return iteration;
            }

            if (iteration >= limit)
            {
                return limit + 1;
            }

            double next = Step((float)beta, norm);
            beta = next / norm;
            norm = next;
        }
    }

    /// <summary>Writes the velocities found back to the columns.</summary>
    public void GiveBack(ReadOnlySpan<int> members)
    {
        for (int k = 0; k < count; k++)
        {
            ((Vector128<float>*)particles.Velocity.Pointer)[members[k]] = v[k];
            ((Vector128<float>*)particles.Spin.Pointer)[members[k]] = w[k];
        }
    }

    /// <summary>p = M⁻¹ r + β p, v += α p, r −= α A p with α = r·M⁻¹ r / p·A p; returns the new r·M⁻¹ r.</summary>
    private double Step(float beta, double norm)
    {
        for (int k = 0; k < count; k++)
        {
            p[k] = (r[k] * d[k]) + (p[k] * beta);
            pt[k] = (rt[k] * dt[k]) + (pt[k] * beta);
        }

        Multiply(p, pt);
        Vector128<double> along = Vector128<double>.Zero;
        for (int k = 0; k < count; k++)
        {
            along += WideSum.Of((q[k] * p[k]) + (qt[k] * pt[k]));
        }

        float alpha = (float)(norm / Vector128.Sum(along));
        Vector128<double> sum = Vector128<double>.Zero;
        for (int k = 0; k < count; k++)
        {
            v[k] += p[k] * alpha;
            w[k] += pt[k] * alpha;
            r[k] -= q[k] * alpha;
            rt[k] -= qt[k] * alpha;
            sum += WideSum.Of((r[k] * r[k] * d[k]) + (rt[k] * rt[k] * dt[k]));
        }

        return Vector128.Sum(sum);
    }

    /// <summary>q = A x.</summary>
    private void Multiply(Vector128<float>* x, Vector128<float>* spin)
    {
        for (int k = 0; k < count; k++)
        {
            q[k] = x[k] * drag[k];
            qt[k] = spin[k] * spinDrag[k];
        }

        PackedLink.Add(link, links, x, spin, q, qt);
    }

    private double Residual()
    {
        Vector128<double> sum = Vector128<double>.Zero;
        for (int k = 0; k < count; k++)
        {
            sum += WideSum.Of((r[k] * r[k] * d[k]) + (rt[k] * rt[k] * dt[k]));
        }

        return Vector128.Sum(sum);
    }

    private void Reserve()
    {
        if (room.Length < Columns * count)
        {
            room = GC.AllocateUninitializedArray<Vector128<float>>(Columns * count, true);
        }

        if (linkRoom.Length < links)
        {
            linkRoom = GC.AllocateUninitializedArray<PackedLink>(links, true);
        }

        var first = (Vector128<float>*)Marshal.UnsafeAddrOfPinnedArrayElement(room, 0);
        v = first;
        w = v + count;
        r = w + count;
        rt = r + count;
        p = rt + count;
        pt = p + count;
        q = pt + count;
        qt = q + count;
        d = qt + count;
        dt = d + count;
        drag = dt + count;
        spinDrag = drag + count;

        // The same places as the solve sees them and as loads are added up.
        b = (Float4*)r;
        bt = (Float4*)rt;
        diagonal = (Float4*)d;
        spinDiagonal = (Float4*)dt;
        link = (PackedLink*)Marshal.UnsafeAddrOfPinnedArrayElement(linkRoom, 0);
    }
}
