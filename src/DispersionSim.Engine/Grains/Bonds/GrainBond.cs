using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>A bond of a granular system as it stands; simulation units, forces and moments on the first grain.</summary>
internal struct GrainBond
{
    /// <summary>Numbers of the grains in the order in which they were given.</summary>
    public int First;
    public int Second;

    /// <summary>Springs on lengthening, shear, bending and twist.</summary>
    public double Normal;
    public double Shear;
    public double Bending;
    public double Torsion;

    /// <summary>Dashpots beside them.</summary>
    public double NormalDashpot;
    public double ShearDashpot;
    public double BendingDashpot;
    public double TorsionDashpot;

    /// <summary>R_b; A.</summary>
    public double Radius;
    public double Area;

    /// <summary>Distance of the centres at which it pulls and pushes nothing.</summary>
    public double Length;

    /// <summary>Stresses at which it breaks.</summary>
    public double TensileStrength;
    public double ShearStrength;

    public bool Broken;

    /// <summary>Energy that its springs held when it broke, in the middle of that step.</summary>
    public double Released;

    /// <summary>What its springs hold now: tension positive, shear and bending across the line of centres, torsion about it.</summary>
    public double Tension;
    public double Twist;
    public Vector3d Push;
    public Vector3d Bend;

    /// <summary>Energy of its springs.</summary>
    public readonly double Energy => Broken ? 0 : ((Tension * Tension / Normal) + (Push.LengthSquared / Shear) + (Bend.LengthSquared / Bending) + (Twist * Twist / Torsion)) / 2;

    /// <summary>Greatest tensile stress at its rim.</summary>
    public readonly double TensileStress => (Tension / Area) + (Bend.Length * 4 / (Area * Radius));

    /// <summary>Greatest shear stress at its rim.</summary>
    public readonly double ShearStress => (Push.Length / Area) + (Math.Abs(Twist) * 2 / (Area * Radius));

    /// <summary>Carries the springs on by a step; returns what the bond does to the first grain.</summary>
    /// <param name="n">Unit vector from the second to the first.</param>
    /// <param name="distance">Of the centres.</param>
    /// <param name="motion">Velocity of the first's end against the second's, and relative and mean angular velocity.</param>
    /// <param name="time">The step; 0 leaves the springs.</param>
    public BondAnswer Advance(Vector3d n, double distance, BondMotion motion, double time)
    {
        double held = Energy, twistRate = Vector3d.Dot(motion.Spin, n), opening = Vector3d.Dot(motion.Ends, n);
        Vector3d slip = motion.Ends - (n * opening), bending = motion.Spin - (n * twistRate);
        double turn = Vector3d.Dot(motion.MeanSpin, n) * time;
        Push = Turned(Push, n, turn) - (slip * (Shear * time));
        Bend = Turned(Bend, n, turn) - (bending * (Bending * time));
        Twist -= twistRate * Torsion * time;
        Tension = Normal * (distance - Length);
        if (TensileStress > TensileStrength || ShearStress > ShearStrength)
        {
            // The last force still acts on the first half of this step.
            (Broken, Released) = (true, (held + Energy) / 2);
            return default;
        }

        Vector3d dashForce = -(n * (opening * NormalDashpot)) - (slip * ShearDashpot), dashMoment = -(bending * BendingDashpot) - (n * (twistRate * TorsionDashpot));
        return new(Push - (n * Tension) + dashForce, Bend + (n * Twist) + dashMoment, dashForce, dashMoment);
    }

    /// <summary>A vector across the old line of centres brought across the new one, its length kept, and turned about it.</summary>
    private static Vector3d Turned(Vector3d stored, Vector3d n, double turn)
    {
        Vector3d flat = stored - (n * Vector3d.Dot(stored, n));
        double length = flat.Length;
        flat = length > 0 ? flat * (stored.Length / length) : Vector3d.Zero;
        return (flat * Math.Cos(turn)) + (Vector3d.Cross(n, flat) * Math.Sin(turn));
    }
}

/// <summary>How the ends of a bond move: velocity of the first's against the second's, relative and mean angular velocity.</summary>
internal readonly record struct BondMotion(Vector3d Ends, Vector3d Spin, Vector3d MeanSpin);

/// <summary>What a bond does to its first grain, at its middle: force and moment, and the dashpots' part of them.</summary>
internal readonly record struct BondAnswer(Vector3d Force, Vector3d Moment, Vector3d DashForce, Vector3d DashMoment);
