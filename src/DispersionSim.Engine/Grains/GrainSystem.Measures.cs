using System.Runtime.Intrinsics;
using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <content>What can be read from a granular system.</content>
internal sealed unsafe partial class GrainSystem<TLanes, TModel, TShear, TOverlap>
{
    public override IReadOnlyList<GrainReading> Read()
    {
        Prepare();
        var readings = new GrainReading[store.Count];
        RowView rows = lists.Rows.View;
        for (int i = 0; i < store.Count; i++)
        {
            ref Grain grain = ref store.Pointer[i];
            GrainMotion<TLanes, TShear>.Gather(in rows, i, grain.Radius, TModel.Rolls || TModel.Twists, out Vector128<float> force, out Vector128<float> torque);
            (Vector3d extra, Vector3d extraTorque) = Extra(i);
            readings[grain.Id] = Reading(i, new Vector3d(force[0], force[1], force[2]) + extra, new Vector3d(torque[0], torque[1], torque[2]) + extraTorque);
        }

        return readings;
    }

    /// <summary>Unit vectors along the flow and along which it grows; none in a box at rest.</summary>
    private static Vector3d FlowAxis => new(TShear.Flow == 0 ? 1 : 0, TShear.Flow == 1 ? 1 : 0, 0);

    private static Vector3d Gradient => new(0, TShear.Gradient == 1 ? 1 : 0, TShear.Gradient == 2 ? 1 : 0);

    private Vector3d Shear => FlowAxis * Box.ShearRate;

    /// <summary>Change of aω under a torque that holds the drag of before.</summary>
    private Vector3d Turn(in Grain grain, Vector3d torque, double time) =>
        torque * (time * grain.SpinPerTorque * GrainKick.Slowing(time * grain.SpinPerTorque * spinDrag * grain.Radius * grain.Radius));

    /// <summary>A particle in SI units, its velocities carried on by the half step that they are behind.</summary>
    private GrainReading Reading(int i, Vector3d contacts, Vector3d torque)
    {
        ref Grain grain = ref store.Pointer[i];
        double late = halfStep ? 0 : TimeStep / 2, speed = Scale.Length / Scale.Time, mass = 1.0 / grain.InverseMass;
        Vector3d u = new(grain.Velocity.X, grain.Velocity.Y, grain.Velocity.Z);
        Vector3d force = contacts + (new Vector3d(Gravity.X, Gravity.Y, Gravity.Z) * mass), moved = u + GrainKick.Of(u, force, mass, grain.Drag, late, Shear, Gradient);
        Vector3d spin = new Vector3d(grain.Spin.X, grain.Spin.Y, grain.Spin.Z) + Turn(in grain, torque, late);
        return new(
            Upright(grain.Place, store.Rest[i].Place) * Scale.Length,
            moved * speed,
            spin / (grain.Radius * Scale.Time),
            (force - (moved * grain.Drag)) * Scale.Force,
            torque * (Scale.Force * Scale.Length));
    }

    /// <summary>Position in the upright box, each coordinate in [0, length).</summary>
    private Vector3d Upright(Int4 place, Float4 rest)
    {
        Vector3d flow = FlowAxis;
        Vector3d p = Box.Position(place) + (TOverlap.IsFine ? Box.Position(rest) : Vector3d.Zero);
        double share = TShear.Gradient < 0 ? 0 : (TShear.Gradient == 1 ? p.Y : p.Z) / Box.Length[(int)Box.GradientAxis];
        p += flow * (Box.Tilt * share);
        double length = Box.Length[(int)Box.FlowAxis];
        return p - (flow * (length * Math.Floor(Vector3d.Dot(p, flow) / length)));
    }

    public override GrainMeasures Measure()
    {
        Prepare();
        double energy = Scale.Force * Scale.Length, volume = Box.Length[0] * Box.Length[1] * Box.Length[2];
        (double kinetic, double rotational) = KineticEnergies();
        (double virial, long touching) = PairSums();
        long atWalls = walls.Sum(wall => wall.Tables.Sum(table => wall.Touching(table, store)));
        double pressure = ((2 * kinetic) + virial) / (3 * volume);
        return new(
            Steps * SecondsPerStep,
            kinetic * energy,
            rotational * energy,
            pressure * Scale.Force / (Scale.Length * Scale.Length),
            2.0 * touching / store.Count,
            atWalls);
    }

    private (double Kinetic, double Rotational) KineticEnergies()
    {
        double kinetic = 0, rotational = 0;
        int flow = (int)Box.FlowAxis, gradient = (int)Box.GradientAxis;
        Span<double> v = stackalloc double[3];
        for (int i = 0; i < store.Count; i++)
        {
            ref Grain grain = ref store.Pointer[i];
            Vector3d place = Box.Position(grain.Place);
            Float4 u = grain.Velocity, w = grain.Spin;
            (v[0], v[1], v[2]) = (u.X, u.Y, u.Z);
            v[flow] += Box.ShearRate * ((gradient == 0 ? place.X : gradient == 1 ? place.Y : place.Z) - (Box.Length[gradient] / 2));
            kinetic += ((v[0] * v[0]) + (v[1] * v[1]) + (v[2] * v[2])) / grain.InverseMass / 2;

            // I ω² = (rω)² / (r · r/I).
            rotational += Float4.Dot(w, w) / (grain.Radius * grain.SpinPerTorque) / 2;
        }

        return (kinetic, rotational);
    }

    /// <summary>Virial Σ d·F of the pairs' contacts, and their number.</summary>
    private (double Virial, long Touching) PairSums()
    {
        double virial = 0;
        long touching = 0;
        var frame = new GrainFrame(Box);
        for (int t = 0; t < team.Threads; t++)
        {
            ContactTable table = lists.Pairs[t];
            for (int k = 0; k < table.Count; k++)
            {
                ref Grain a = ref store.Pointer[table.First[k]], b = ref store.Pointer[table.Second[k]];
                Triple<Scalar> d = frame.Distance<Scalar, TShear>(new(new(a.Place.X - b.Place.X), new(a.Place.Y - b.Place.Y), new(a.Place.Z - b.Place.Z)));
                float* f = lists.Rows.Slots.Pointer + GrainLists<TLanes, TModel, TShear>.Slot(lists.PairBase[t] + k);
                virial += (d.X.Value * f[0]) + (d.Y.Value * f[1]) + (d.Z.Value * f[2]);
                touching += IsOverlap(in a, in b, d) ? 1 : 0;
            }
        }

        return (virial, touching);
    }

    private bool IsOverlap(in Grain a, in Grain b, Triple<Scalar> d)
    {
        double radii = (double)a.Radius + b.Radius;
        return TOverlap.IsFine ? Between(a.Place, b.Place).LengthSquared < radii * radii : Triple<Scalar>.Dot(d, d).Value < (a.Radius + b.Radius) * (a.Radius + b.Radius);
    }
}
