using DispersionSim.Core;
using DispersionSim.Engine;
using MathNet.Numerics.LinearAlgebra;

namespace DispersionSim.Process;

/// <summary>Rows 1, 2, 3 and 7: two equal touching spheres. Lengths in radii, forces in ηGa².</summary>
public static class DoubletRows
{
    private const double ExactTension = 19.2;
    private const double ExactPeriod = 15.62;

    /// <summary>Distance of the centres at contact.</summary>
    private const double Contact = 2;

    private const string Distance = "distance of the centres over a";
    private const string Speed = "speed over that of one sphere";
    private static readonly Vector3d[] Spheres = [Vector3d.UnitZ, -Vector3d.UnitZ];
    private static readonly double[] Radii = [1, 1];

    /// <summary>Row 1.</summary>
    public static ValidationResult Tension()
    {
        double free = Greatest(Free()), interacting = Greatest(Interacting(MobilityLevel.Torques));
        var screened = new TreeAggregate(Spheres, [(0, 1)]);
        return new(
        [
            new(1, "greatest tension, tier T0", 3 * Math.PI, free, 0.005 * 3 * Math.PI, "exact"),
            new(1, "greatest tension, tier T1", ExactTension, screened.Screened()[0].GreatestInShear(), 0.05 * ExactTension, "nir-acrivos-1973"),
            new(1, "greatest tension, tier T3 (Rotne-Prager-Yamakawa)", 8 * Math.PI, interacting, 0.005 * 8 * Math.PI, "exact"),
            new(1, "greatest tension, tier T3 with stresslets and lubrication", ExactTension, Corrected().GreatestInShear(), 0.05 * ExactTension, "nir-acrivos-1973"),
            new(1, "greatest tension, two shells of 162 beads", ExactTension, BeadShells.Tension(162), 0.05 * ExactTension, "nir-acrivos-1973"),
        ],
        [Turn("T0", Tension(Free())), Turn("T3, stresslets and lubrication", Corrected())]);
    }

    /// <summary>Row 2: the rate at which a pair that starts along the flow and tumbles comes apart, bisected; pull-off force and ηa² are 1.</summary>
    public static ValidationResult BreakingRate()
    {
        double free = GreatestInTurn(Free(), Tension(Free())), interacting = GreatestInTurn(Interacting(MobilityLevel.Stresslets), Corrected());
        return new(
        [
            new(2, "breaking rate, tier T0", 1 / (3 * Math.PI), Breaking(free), 0.02 / (3 * Math.PI), "exact"),
            new(2, "breaking rate, tier T3", 1 / ExactTension, Breaking(interacting), 0.02 / ExactTension, "nir-acrivos-1973"),
        ],
        [Rising("tier T0", free), Rising("tier T3", interacting), Rising("exact", ExactTension)]);
    }

    /// <summary>Row 3.</summary>
    public static ValidationResult Period()
    {
        (double free, Curve freeTurn) = Turning("tier T0", Free());
        (double plain, Curve plainTurn) = Turning("tier T3", Interacting(MobilityLevel.Torques));
        (double stresslets, Curve stressletTurn) = Turning("tier T3 with stresslets", Interacting(MobilityLevel.Stresslets));
        return new(
        [
            new(3, "period, tier T0", 13.91, free, 0.005 * 13.91, "exact"),
            new(3, "period, tier T3 (Rotne-Prager-Yamakawa)", ExactPeriod, plain, 0.03 * ExactPeriod, "nir-acrivos-1973"),
            new(3, "period, tier T3 with stresslets", ExactPeriod, stresslets, 0.03 * ExactPeriod, "nir-acrivos-1973"),
        ],
        [freeTurn, plainTurn, stressletTurn]);
    }

    /// <summary>Row 7: velocity of a pair under equal forces over that of a single sphere; lubrication lets touching spheres neither slide nor roll, they move as one body.</summary>
    public static ValidationResult Settling()
    {
        (double along, double across) plain = Settling(Contact, MobilityLevel.Forces), stresslets = Settling(Contact, MobilityLevel.Stresslets);
        return new(
        [
            new(7, "settling along the axis, Rotne-Prager-Yamakawa", 1.625, plain.along, 1e-6, "exact"),
            new(7, "settling across the axis, Rotne-Prager-Yamakawa", 1.4375, plain.across, 1e-6, "exact"),
            new(7, "settling along the axis, with stresslets", 1.550, stresslets.along, 0.03 * 1.550, "goldman-1966"),
            new(7, "settling across the axis, with stresslets", 1.380, stresslets.across, 0.03 * 1.380, "goldman-1966"),
        ],
        [
            .. Apart("Rotne-Prager-Yamakawa", MobilityLevel.Forces),
            .. Apart("stresslets", MobilityLevel.Stresslets),
            new("exact at contact, along and across", Distance, "-", Speed, "-", [Contact, Contact], [1.550, 1.380]),
        ]);
    }

    private static RigidCluster Free() => new(new IndependentDrag(Spheres, Radii, 1));

    private static RigidCluster Interacting(MobilityLevel level) => new(new ManyBodyDrag(Spheres, Radii, 1, level));

    private static BondTension Tension(RigidCluster pair) => BondTensions.Of(pair, [(0, 1)])[0];

    private static double Greatest(RigidCluster pair) => Tension(pair).GreatestInShear();

    private static BondTension Corrected() =>
        new TouchingPair(MobilityLevel.Stresslets).Correct(Tension(Interacting(MobilityLevel.Stresslets)), Spheres[1] - Spheres[0], 1, 1, 1);

    /// <summary>Shear of unit rate as the pair sees it whose axis, z, stands at an angle to the flow, in the plane of shear.</summary>
    private static LinearFlow FlowAt(double angle)
    {
        (double sin, double cos) = Math.SinCos(angle);
        return LinearFlow.Shear(new(-sin, 0, cos), new(cos, 0, sin), 1);
    }

    /// <summary>Time of half a turn from the flow's direction in units of 1/G, by the fourth-order Runge–Kutta rule; tells every angle on the way.</summary>
    private static double HalfTurn(RigidCluster pair, Action<double> passed)
    {
        const double step = 0.002;
        double angle = 0, time = 0;
        while (true)
        {
            double k1 = Rate(angle), k2 = Rate(angle + (step / 2 * k1)), k3 = Rate(angle + (step / 2 * k2)), k4 = Rate(angle + (step * k3));
            double change = step / 6 * (k1 + (2 * k2) + (2 * k3) + k4);
            if (Math.Abs(angle + change) >= Math.PI)
            {
                return time + (step * (Math.PI - Math.Abs(angle)) / Math.Abs(change));
            }

            angle += change;
            time += step;
            passed(angle);
        }

        double Rate(double at) => pair.SpinIn(FlowAt(at)).Y;
    }

    /// <summary>Greatest tension over ηGa² on the way through half a turn.</summary>
    private static double GreatestInTurn(RigidCluster pair, BondTension bond)
    {
        double greatest = 0;
        HalfTurn(pair, angle => greatest = Math.Max(greatest, bond.In(FlowAt(angle).Strain)));
        return greatest;
    }

    private static double Breaking(double greatest) => Onset.Least(0, 1, 1e-6, rate => rate * greatest > 1);

    private static Curve Rising(string name, double greatest) =>
        new(name, "shear rate over F_c/ηa²", "-", "greatest tension over F_c", "-", [0, 1.2 / greatest], [0, 1.2]);

    /// <summary>Period in 1/G, and the angle over half of it.</summary>
    private static (double Period, Curve Course) Turning(string name, RigidCluster pair)
    {
        List<double> angles = [0];
        double half = HalfTurn(pair, angle => angles.Add(Math.Abs(angle)));
        int[] shown = [.. Enumerable.Range(0, angles.Count).Where(k => k % 50 == 0)];
        double step = half / angles.Count;
        return (2 * half, new(name, "time times G", "-", "angle of the axis to the flow", "-", [.. shown.Select(k => k * step)], [.. shown.Select(k => angles[k])]));
    }

    private static (double Along, double Across) Settling(double distance, MobilityLevel level)
    {
        Vector3d half = Vector3d.UnitZ * (distance / 2);
        Matrix<double> friction = new RigidCluster(new ManyBodyDrag([half, -half], Radii, 1, level)).Friction;
        return (12 * Math.PI / friction[2, 2], 12 * Math.PI / friction[0, 0]);
    }

    private static IEnumerable<Curve> Apart(string name, MobilityLevel level)
    {
        double[] distance = [.. Enumerable.Range(0, 31).Select(k => Contact + (0.2 * k))];
        yield return new($"{name}, along", Distance, "-", Speed, "-", distance, [.. distance.Select(d => Settling(d, level).Along)]);
        yield return new($"{name}, across", Distance, "-", Speed, "-", distance, [.. distance.Select(d => Settling(d, level).Across)]);
    }

    private static Curve Turn(string tier, BondTension bond)
    {
        double[] angle = [.. Enumerable.Range(0, 91).Select(k => 2.0 * k)];
        return new($"tension, tier {tier}", "angle of the axis to the flow", "-", "tension over ηGa²", "-", angle, [.. angle.Select(a => bond.In(FlowAt(a * Math.PI / 180).Strain))]);
    }
}
