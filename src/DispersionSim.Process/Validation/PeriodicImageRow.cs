using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;
using Suspension = DispersionSim.Engine.OverdampedSystem<DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.NoWallLaw, DispersionSim.Kernels.NoWallLaw>;

namespace DispersionSim.Process;

/// <summary>Row 11: which image of a particle is meant, and when a sheared or extended box is taken back, cannot be told from forces.</summary>
/// <remarks>
/// Fixed-point places of the simulation itself are compared word by word; forces are those of a linear repulsion of every pair, evaluated here in double
/// precision from whole-number differences and the box's matrix, with nothing of the kernels. Source: kraynik-reinelt-1992.
/// </remarks>
public static class PeriodicImageRow
{
    private const int Pairs = 300;
    private const double Edge = 32;
    private const double Period = 0.9624;

    public static ValidationResult Run() => new(
    [
        new(11, "words of state that a shift of particles by whole boxes changes in a sheared suspension", 0, WordsThatDiffer(), 0, "exact"),
        new(11, "differences of places that taking back a sheared box does not map by whole numbers", 0, WrongDifferences(false), 0, "exact"),
        new(11, "differences of places that taking back an extended box does not map by whole numbers", 0, WrongDifferences(true), 0, "exact"),
        new(11, "change of force when a sheared box is taken back, over the greatest force", 0, ForceChange(false), 1e-12, "exact"),
        new(11, "change of force when an extended box is taken back, over the greatest force", 0, ForceChange(true), 1e-12, "exact"),
        new(11, "strain of planar extension after which a square lattice comes back", Period, PlanarExtension.Period, 5e-5, "kraynik-reinelt-1992"),
    ],
    [.. Course(false), .. Course(true)]);

    /// <summary>The same suspension with its particles named by other images, twenty steps on.</summary>
    private static int WordsThatDiffer()
    {
        // A box of a power of two and coordinates of few binary digits, so that the shifted positions are exact as doubles.
        RandomStream random = new(3, StreamName.MonteCarlo);
        Vector3d[] positions = [.. UnitSuspension.Lattice(5, 1.99).Select(p => Dyadic(p + (random.NextDirection() * 0.02)))];
        using Suspension here = Sheared(positions), there = Sheared([.. positions.Select((p, i) => p + (new Vector3d((i % 3) - 1, (i % 5) - 2, (i % 2) - 1) * 16))]);
        ColumnBag one = here.Save(), other = there.Save();
        return one.Columns.Sum(column => column.Value.Cast<object>().Zip(other.Columns[column.Key].Cast<object>(), (a, b) => Equals(a, b) ? 0 : 1).Sum());
    }

    private static Suspension Sheared(Vector3d[] positions)
    {
        Suspension system = UnitSuspension.Build(positions, [.. positions.Select(_ => 1.0)], 16, 200, 1);
        system.Box.Shear(Axis.X, Axis.Z, 0.3);
        for (int k = 0; k < 20; k++)
        {
            system.Step(1);
        }

        return system;
    }

    private static Vector3d Dyadic(Vector3d p) => new(Math.Round(p.X * 65536) / 65536, Math.Round(p.Y * 65536) / 65536, Math.Round(p.Z * 65536) / 65536);

    /// <summary>Over three times of being taken back.</summary>
    private static int WrongDifferences(bool extended)
    {
        (FlowingBox box, Int4[] place) = Crowd(extended);
        var start = (Int4[])place.Clone();
        box.Advance(extended ? 3.3 * PlanarExtension.Period : 3.3, place);
        int wrong = 0;
        for (int k = 0; k < place.Length; k += 2)
        {
            Int4 d = Difference(start[k], start[k + 1]), mapped = Difference(place[k], place[k + 1]);
            (int x, int z) = extended ? PlanarExtension.Renumber(d.X, d.Z, 3) : (unchecked(d.X + (3 * d.Z)), d.Z);
            wrong += (x, d.Y, z) == (mapped.X, mapped.Y, mapped.Z) ? 0 : 1;
        }

        return wrong;
    }

    /// <summary>Just before and just after; the bit of strain between is taken back without going through the middle again.</summary>
    private static double ForceChange(bool extended)
    {
        double turn = extended ? PlanarExtension.Period : 1;
        (FlowingBox box, Int4[] place) = Crowd(extended);
        box.Advance(0.4999 * turn, place);
        Vector3d[] before = Forces(box, place);
        double tilt = box.Tilt, stretch = box.Stretch;
        box.Advance(0.0002 * turn, place);
        box.RestoreTilt(extended ? 0 : tilt - Edge, extended ? stretch - turn : 0);
        Vector3d[] after = Forces(box, place);
        return before.Zip(after, (b, a) => (b - a).Length).Max() / before.Max(f => f.Length);
    }

    /// <summary>Pairs that are near each other, about half of them overlapping, anywhere in the box and across its faces.</summary>
    private static (FlowingBox Box, Int4[] Place) Crowd(bool extended)
    {
        RandomStream random = new(31, StreamName.MonteCarlo);
        FlowingBox box = Flowing(extended);
        var place = new Int4[2 * Pairs];
        for (int i = 0; i < place.Length; i += 2)
        {
            Vector3d p = new Vector3d(random.NextDouble(), random.NextDouble(), random.NextDouble()) * Edge, q = p + (random.NextDirection() * (2.2 - (0.6 * random.NextDouble())));
            (place[i], place[i + 1]) = (box.Fix(p.X, p.Y, p.Z), box.Fix(q.X, q.Y, q.Z));
        }

        return (box, place);
    }

    private static FlowingBox Flowing(bool extended)
    {
        var box = new FlowingBox(Edge, Edge, Edge);
        if (extended)
        {
            box.Extend(Axis.X, Axis.Z, 1);
        }
        else
        {
            box.Shear(Axis.X, Axis.Z, 1);
        }

        return box;
    }

    private static Int4 Difference(Int4 a, Int4 b) => new(unchecked(a.X - b.X), unchecked(a.Y - b.Y), unchecked(a.Z - b.Z));

    private static Vector3d Between(FlowingBox box, Int4 a, Int4 b)
    {
        Int4 d = Difference(a, b);
        (double x, double y, double z) = (d.X / FlowingBox.Turns * Edge, d.Y / FlowingBox.Turns * Edge, d.Z / FlowingBox.Turns * Edge);
        (double xx, double xz, double zz) = PlanarExtension.Matrix(Math.Exp(box.Stretch), Math.Exp(-box.Stretch));
        return new((xx * x) + ((xz + box.Slant) * z), y, (xz * x) + (zz * z));
    }

    private static Vector3d[] Forces(FlowingBox box, Int4[] place)
    {
        var force = new Vector3d[place.Length];
        for (int i = 0; i < place.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                Vector3d r = Between(box, place[i], place[j]);
                double overlap = 2 - r.Length;
                if (overlap > 0)
                {
                    force[i] += r * (overlap / r.Length);
                    force[j] -= r * (overlap / r.Length);
                }
            }
        }

        return force;
    }

    /// <summary>Distance of two points that the flow carries, by the box that is taken back and by the flow's closed form.</summary>
    private static IEnumerable<Curve> Course(bool extended)
    {
        const int points = 60;
        const double strain = 3, along = 0.3, across = 0.5;
        FlowingBox box = Flowing(extended);
        Int4[] place = [box.Fix(16 + along, 16, 16 + across), box.Fix(16, 16, 16)];
        double c = Math.Cos(PlanarExtension.Angle), s = Math.Sin(PlanarExtension.Angle), drawn = (c * along) + (s * across), pressed = (c * across) - (s * along);
        double[] x = new double[points + 1], byBox = new double[points + 1], exact = new double[points + 1];
        for (int k = 0; k <= points; k++)
        {
            x[k] = strain * k / points;
            byBox[k] = Between(box, place[0], place[1]).Length;
            exact[k] = extended ? Math.Sqrt(Math.Pow(drawn * Math.Exp(x[k]), 2) + Math.Pow(pressed * Math.Exp(-x[k]), 2)) : Math.Sqrt(Math.Pow(along + (x[k] * across), 2) + (across * across));
            box.Advance(strain / points, place);
        }

        string flow = extended ? "extension" : "shear";
        yield return new($"{flow}: in the box that is taken back", "strain", "-", "distance of two points over a", "-", x, byBox);
        yield return new($"{flow}: closed form", "strain", "-", "distance of two points over a", "-", x, exact);
    }
}
