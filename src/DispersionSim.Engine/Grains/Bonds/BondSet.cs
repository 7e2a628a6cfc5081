using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>All bonds of a granular system, and for each grain those that it has.</summary>
internal sealed class BondSet
{
    private readonly int[] start;
    private readonly int[] row;

    public BondSet(GrainSetup setup)
    {
        BondLaw law = setup.BondLaw ?? throw new InputException("bonds: a law is needed for them");
        double[] strengths = law.Strengths(setup.Bonds.Count);
        Bonds = [.. setup.Bonds.Select((pair, k) => Make(setup, law, pair, strengths[k]))];
        Answers = new BondAnswer[Bonds.Length];
        Arms = new (Vector3d, Vector3d)[Bonds.Length];
        start = new int[setup.Count + 1];
        foreach ((int first, int second) in setup.Bonds)
        {
            start[first + 1]++;
            start[second + 1]++;
        }

        for (int i = 0; i < setup.Count; i++)
        {
            start[i + 1] += start[i];
        }

        int[] next = [.. start];
        row = new int[2 * Bonds.Length];
        for (int k = 0; k < Bonds.Length; k++)
        {
            row[next[Bonds[k].First]++] = 2 * k;
            row[next[Bonds[k].Second]++] = (2 * k) + 1;
        }
    }

    public GrainBond[] Bonds { get; }

    /// <summary>What each bond did last.</summary>
    public BondAnswer[] Answers { get; }

    /// <summary>From the centres of first and second to the bond's middle.</summary>
    public (Vector3d First, Vector3d Second)[] Arms { get; }

    /// <summary>Sum of the bonds of a grain.</summary>
    public (Vector3d Force, Vector3d Torque) On(int grain)
    {
        Vector3d force = Vector3d.Zero, torque = Vector3d.Zero;
        for (int k = start[grain]; k < start[grain + 1]; k++)
        {
            int bond = row[k] >> 1;
            bool second = (row[k] & 1) == 1;
            BondAnswer answer = Answers[bond];
            Vector3d push = second ? -answer.Force : answer.Force, arm = second ? Arms[bond].Second : Arms[bond].First;
            force += push;
            torque += Vector3d.Cross(arm, push) + (second ? -answer.Moment : answer.Moment);
        }

        return (force, torque);
    }

    private static GrainBond Make(GrainSetup setup, BondLaw law, (int First, int Second) pair, double strength)
    {
        (int i, int j) = pair;
        if (i == j || Math.Min(i, j) < 0 || Math.Max(i, j) >= setup.Count)
        {
            throw new InputException($"bond between particles {i + 1} and {j + 1}: there are {setup.Count} particles, and a bond needs two of them");
        }

        double unit = setup.Scale.Length, stress = unit * unit / setup.Scale.Force, massUnit = setup.Scale.Force * setup.Scale.Time * setup.Scale.Time / unit;
        double length = Nearest(setup, i, j), radius = law.RadiusShare * Math.Min(setup.Radii[i], setup.Radii[j]) / unit;
        double area = Math.PI * radius * radius, inertia = area * radius * radius / 4, e = law.YoungModulus * stress / length, g = law.ShearModulus * stress / length;
        double mass = setup.Mass(i) * setup.Mass(j) / (setup.Mass(i) + setup.Mass(j)) / massUnit;
        double a = setup.Radii[i] / unit, b = setup.Radii[j] / unit, ia = 0.4 * setup.Mass(i) * a * a / massUnit, ib = 0.4 * setup.Mass(j) * b * b / massUnit, turning = ia * ib / (ia + ib);
        return new()
        {
            First = i,
            Second = j,
            Normal = e * area,
            Shear = g * area,
            Bending = e * inertia,
            Torsion = g * 2 * inertia,
            NormalDashpot = Dashpot(mass, e * area),
            ShearDashpot = Dashpot(mass, g * area),
            BendingDashpot = Dashpot(turning, e * inertia),
            TorsionDashpot = Dashpot(turning, g * 2 * inertia),
            Radius = radius,
            Area = area,
            Length = length,
            TensileStrength = law.TensileStrength * strength * stress,
            ShearStrength = law.ShearStrength * strength * stress,
        };

        double Dashpot(double inert, double spring) => 2 * law.Damping * Math.Sqrt(inert * spring);
    }

    /// <summary>Distance of two grains, nearest images of the upright box.</summary>
    private static double Nearest(GrainSetup setup, int i, int j)
    {
        Vector3d d = (setup.Positions[i] - setup.Positions[j]) / setup.Scale.Length;
        return new Vector3d(Wrap(d.X, 0), Wrap(d.Y, 1), Wrap(d.Z, 2)).Length;

        double Wrap(double x, int axis) => x - (setup.Box.Length[axis] * Math.Round(x / setup.Box.Length[axis]));
    }
}
