using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <content>What can be read from a granular system on a device: its columns are brought to the host for it.</content>
internal sealed partial class DeviceGrainSystem<TModel>
{
    public override IReadOnlyList<(int First, int Second)> Pairs()
    {
        Prepare();
        int[] numbers = store.Numbers(), first = lists.Contacts.First.Read(lists.Pairs), second = lists.Contacts.Second.Read(lists.Pairs);
        return [.. first.Zip(second, (i, j) => (numbers[i], numbers[j]))];
    }

    public override IReadOnlyList<GrainReading> Read()
    {
        Prepare();
        Particles now = Fetch();
        (Vector3d[] force, Vector3d[] torque) = Sums(now);
        int[] numbers = store.Numbers();
        var readings = new GrainReading[store.Count];
        for (int i = 0; i < store.Count; i++)
        {
            readings[numbers[i]] = Reading(now, i, force[i], torque[i]);
        }

        return readings;
    }

    public override GrainMeasures Measure()
    {
        Prepare();
        Particles now = Fetch();
        double energy = Scale.Force * Scale.Length, volume = Box.Length[0] * Box.Length[1] * Box.Length[2];
        double kinetic = Enumerable.Range(0, store.Count).Sum(i => Square(Of(now.Velocity[i]) + FlowAt(now.Place[i])) / now.Inertia[i].X / 2);

        // I ω² = (rω)² / (r · r/I).
        double rotational = Enumerable.Range(0, store.Count).Sum(i => Square(Of(now.Spin[i])) / (now.Spin[i].W * now.Inertia[i].Y) / 2);
        (double virial, long touching) = PairSums(now);
        long atWalls = walls.Sum(wall => Enumerable.Range(0, store.Count).LongCount(i => wall.Nearest(Box.Position(now.Place[i]), out _) < now.Velocity[i].W));
        double pressure = ((2 * kinetic) + virial) / (3 * volume) * Scale.Force / (Scale.Length * Scale.Length);
        return new(Steps * SecondsPerStep, kinetic * energy, rotational * energy, pressure, 2.0 * touching / store.Count, atWalls);
    }

    private static Vector3d Of(Float4 v) => new(v.X, v.Y, v.Z);

    private static double Square(Vector3d v) => Vector3d.Dot(v, v);

    private Particles Fetch()
    {
        device.Finish();
        int n = store.Count;
        return new(store.Place.Read(n), store.Velocity.Read(n), store.Spin.Read(n), store.Inertia.Read(n), store.Rest.Read(n));
    }

    /// <summary>Contact forces and torques of every particle.</summary>
    private (Vector3d[] Force, Vector3d[] Torque) Sums(Particles now)
    {
        int contacts = lists.Pairs + lists.Ghosts;
        int[] start = lists.RowStart.Read(store.Count + 1), row = lists.Contacts.Row.Read(lists.Rows);
        Float4[] push = lists.Contacts.Force.Read(contacts), lever = lists.Contacts.Lever.Read(contacts), moment = lists.Contacts.Moment.Read(HasMoments * contacts);
        Vector3d[] force = new Vector3d[store.Count], torque = new Vector3d[store.Count];
        for (int i = 0; i < store.Count; i++)
        {
            for (int k = start[i]; k < start[i + 1]; k++)
            {
                int c = row[k] >> 1;
                double sign = (row[k] & 1) == 1 ? -1 : 1;
                force[i] += sign * Of(push[c]);
                torque[i] += ((now.Velocity[i].W - push[c].W) * Of(lever[c])) + (HasMoments == 1 ? sign * Of(moment[c]) : Vector3d.Zero);
            }
        }

        return (force, torque);
    }

    /// <summary>A particle in SI units, its velocities carried on by the half step that they are behind.</summary>
    private GrainReading Reading(Particles now, int i, Vector3d contacts, Vector3d torque)
    {
        double late = halfStep ? 0 : TimeStep / 2, mass = 1.0 / now.Inertia[i].X;
        Vector3d u = Of(now.Velocity[i]), flow = Unit(Box.FlowAxis), force = contacts + (Of(Gravity) * mass);
        Vector3d spin = Of(now.Spin[i]) + (torque * (late * now.Inertia[i].Y));
        Vector3d moved = u + GrainKick.Of(u, force, mass, now.Inertia[i].Z, late, flow * Box.ShearRate, Unit(Box.GradientAxis));
        return new(
            Upright(Box.Position(now.Place[i]) + Box.Position(now.Rest[i]), flow) * Scale.Length,
            moved * (Scale.Length / Scale.Time),
            spin / (now.Velocity[i].W * Scale.Time),
            (force - (moved * now.Inertia[i].Z)) * Scale.Force,
            torque * (Scale.Force * Scale.Length));
    }

    /// <summary>A position in the upright box, each coordinate in [0, length).</summary>
    private Vector3d Upright(Vector3d p, Vector3d flow)
    {
        p += flow * (Box.Slant * Vector3d.Dot(p, Unit(Box.GradientAxis)));
        double length = Box.Length[(int)Box.FlowAxis];
        return p - (flow * (length * Math.Floor(Vector3d.Dot(p, flow) / length)));
    }

    private Vector3d FlowAt(Int4 place) =>
        Unit(Box.FlowAxis) * (Box.ShearRate * (Vector3d.Dot(Box.Position(place), Unit(Box.GradientAxis)) - (Box.Length[(int)Box.GradientAxis] / 2)));

    private static Vector3d Unit(Axis axis) => new(axis == Axis.X ? 1 : 0, axis == Axis.Y ? 1 : 0, axis == Axis.Z ? 1 : 0);

    /// <summary>Virial Σ d·F of the pairs' contacts, and their number.</summary>
    private (double Virial, long Touching) PairSums(Particles now)
    {
        int[] first = lists.Contacts.First.Read(lists.Pairs), second = lists.Contacts.Second.Read(lists.Pairs);
        Float4[] push = lists.Contacts.Force.Read(lists.Pairs);
        GrainStep step = Describe(0, 0);
        double virial = 0;
        long touching = 0;
        for (int c = 0; c < first.Length; c++)
        {
            int i = first[c], j = second[c];
            Triple<Scalar> d = GrainGeometry.Between(now.Place[i], now.Place[j], in step);
            virial += (d.X.Value * push[c].X) + (d.Y.Value * push[c].Y) + (d.Z.Value * push[c].Z);
            float radii = now.Velocity[i].W + now.Velocity[j].W;
            touching += Triple<Scalar>.Dot(d, d).Value < radii * radii ? 1 : 0;
        }

        return (virial, touching);
    }

    /// <summary>Columns of the particles, in the order in which they lie.</summary>
    private sealed record Particles(Int4[] Place, Float4[] Velocity, Float4[] Spin, Float4[] Inertia, Float4[] Rest);
}
