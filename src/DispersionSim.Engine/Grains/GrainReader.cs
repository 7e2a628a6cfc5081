using System.Runtime.Intrinsics;
using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Reads particles out of a granular system: from half-step velocities in simulation units to SI units at one time.</summary>
/// <param name="setup">Units and particles.</param>
/// <param name="gravity">Gravity, simulation units.</param>
/// <param name="behind">Time by which velocities are behind places, simulation units.</param>
internal readonly struct GrainReader<TLanes, TShear>(GrainSetup setup, Float4 gravity, double behind)
    where TLanes : struct, ILanes<TLanes>
    where TShear : struct, IShear
{
    /// <summary>All particles, in the order in which they were given.</summary>
    public GrainReading[] Read(GrainStore store, ForceRows rows, bool hasMoments)
    {
        var readings = new GrainReading[store.Count];
        for (int i = 0; i < store.Count; i++)
        {
            Grain grain = Grain(store, i);
            GrainMotion<TLanes, TShear>.Gather(rows, i, grain.Radius, hasMoments, out Vector128<float> force, out Vector128<float> torque);
            readings[grain.Id] = Reading(grain, Vector(force), Vector(torque));
        }

        return readings;
    }

    private static unsafe Grain Grain(GrainStore store, int i) => store.Pointer[i];

    private GrainReading Reading(in Grain grain, Vector3d contacts, Vector3d torque)
    {
        UnitScale unit = setup.Scale;
        Vector3d u = new(grain.Velocity.X, grain.Velocity.Y, grain.Velocity.Z), w = new(grain.Spin.X, grain.Spin.Y, grain.Spin.Z);
        double mass = 1.0 / grain.InverseMass;
        Vector3d force = contacts - (u * grain.Drag) + (new Vector3d(gravity.X, gravity.Y, gravity.Z) * mass);
        Vector3d velocity = u + (((force / mass) - Stretch(u)) * behind), spin = w + (torque * (grain.SpinPerTorque * behind));
        return new(
            setup.Box.Position(grain.Place) * unit.Length,
            velocity * (unit.Length / unit.Time),
            spin / (grain.Radius * unit.Time),
            force * unit.Force,
            torque * (unit.Force * unit.Length));
    }

    /// <summary>γ̇ u_β e_α: what motion across the flow changes in a velocity relative to it.</summary>
    private Vector3d Stretch(Vector3d u)
    {
        double share = setup.Box.ShearRate * (TShear.Gradient == 1 ? u.Y : u.Z);
        return TShear.Flow < 0 ? default : new(TShear.Flow == 0 ? share : 0, TShear.Flow == 1 ? share : 0, 0);
    }

    private static Vector3d Vector(Vector128<float> v) => new(v[0], v[1], v[2]);
}
