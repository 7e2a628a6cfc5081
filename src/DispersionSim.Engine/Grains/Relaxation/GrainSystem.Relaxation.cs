using System.Runtime.Intrinsics;
using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <content>Relaxation to a state of balance, the box and its walls at rest.</content>
internal sealed unsafe partial class GrainSystem<TLanes, TModel, TShear, TOverlap>
{
    private const int Block = 256;

    private Balance[] balances = [];

    public override RelaxationEnd Relax(double forceTolerance, long mostSteps)
    {
        var fire = new Fire(TimeStep);
        balances = new Balance[(store.Count + Block - 1) / Block];
        long steps = 0;
        Balance sum = default;
        double most = forceTolerance / Scale.Force;
        bool done = false;
        (double Velocity, double Force) factors = default;
        Prepare();
        Halt();
        team.Run(thread =>
        {
            while (true)
            {
                AddUp(thread);
                team.Meet();
                if (thread == 0)
                {
                    sum = balances.Aggregate(default(Balance), (a, b) => a.With(b));
                    done = !(sum.Largest > most) || steps == mostSteps;
                    factors = fire.Steer(sum.Power, sum.Speeds, sum.Forces);
                }

                team.Meet();
                if (done)
                {
                    return;
                }

                Downhill(thread, factors, fire.TimeStep);
                if (thread == 0)
                {
                    steps++;
                }
            }
        });
        Halt();
        return new(steps, sum.Largest * Scale.Force, !(sum.Largest > most));
    }

    /// <summary>Stops every particle; the next step begins anew.</summary>
    private void Halt()
    {
        for (int i = 0; i < store.Count; i++)
        {
            ref Grain grain = ref store.Pointer[i];
            grain.Velocity = new(0f, 0f, 0f, grain.Radius);
            grain.Spin = new(0f, 0f, 0f, grain.Radius);
            store.Rest[i] = new() { Place = store.Rest[i].Place };
        }

        halfStep = true;
        watch.NoteStop();
    }

    /// <summary>One step down: velocities steered, particles kicked and moved, forces found.</summary>
    private void Downhill(int thread, (double Velocity, double Force) factors, double step)
    {
        int from = lists.From(thread), to = lists.From(thread + 1);
        for (int i = from; i < to; i++)
        {
            (Vector3d force, Vector3d turning) = Drive(i);
            ref Grain grain = ref store.Pointer[i];
            Vector3d u = (VelocityOf(in grain) * factors.Velocity) + (force * factors.Force), w = (SpinOf(in grain) * (grain.Radius * factors.Velocity)) + (turning * factors.Force);
            grain.Velocity = new((float)u.X, (float)u.Y, (float)u.Z, grain.Radius);
            grain.Spin = new((float)w.X, (float)w.Y, (float)w.Z, grain.Radius);
        }

        Move(thread, from, to, step, step);
        team.Meet();
        if (thread == 0)
        {
            WatchLists(step, true);
        }

        team.Meet();
        if (makeTables)
        {
            MakeTables(thread, from, to);
        }

        Forces(thread, (float)step);
        team.Meet();
    }

    /// <summary>Force, and torque over radius, on a particle.</summary>
    private (Vector3d Force, Vector3d Turning) Drive(int i)
    {
        ref Grain grain = ref store.Pointer[i];
        RowView rows = lists.Rows.View;
        GrainMotion<TLanes, TShear>.Gather(in rows, i, grain.Radius, TModel.Rolls || TModel.Twists, out Vector128<float> f, out Vector128<float> t);
        (Vector3d extra, Vector3d torque) = Extra(i);
        Vector3d weight = new Vector3d(Gravity.X, Gravity.Y, Gravity.Z) / grain.InverseMass;
        return (new Vector3d(f[0], f[1], f[2]) + extra + weight, (new Vector3d(t[0], t[1], t[2]) + torque) / grain.Radius);
    }

    /// <summary>Sums of the blocks that begin in a thread's share: their order does not depend on the threads.</summary>
    private void AddUp(int thread)
    {
        for (int b = thread; b < balances.Length; b += team.Threads)
        {
            Balance sum = default;
            for (int i = b * Block; i < Math.Min(store.Count, (b + 1) * Block); i++)
            {
                (Vector3d force, Vector3d turning) = Drive(i);
                ref Grain grain = ref store.Pointer[i];
                Vector3d u = VelocityOf(in grain), w = SpinOf(in grain) * grain.Radius;
                double forces = force.LengthSquared + turning.LengthSquared;
                sum = sum.With(new(Vector3d.Dot(force, u) + Vector3d.Dot(turning, w), u.LengthSquared + w.LengthSquared, forces, Math.Sqrt(Math.Max(force.LengthSquared, turning.LengthSquared))));
            }

            balances[b] = sum;
        }
    }

    /// <summary>F·v, |v|², |F|² and the greatest force of some particles.</summary>
    private readonly record struct Balance(double Power, double Speeds, double Forces, double Largest)
    {
        public Balance With(Balance b) => new(Power + b.Power, Speeds + b.Speeds, Forces + b.Forces, Math.Max(Largest, b.Largest));
    }
}
