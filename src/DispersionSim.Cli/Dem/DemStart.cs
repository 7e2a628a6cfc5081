using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>What a case must not start from, each refused in one line.</summary>
internal static class DemStart
{
    /// <summary>Largest reach of a contact in a box length of this many is safe from meeting its own image.</summary>
    private const double LeastReaches = 3;

    /// <summary>Share of a radius to which places must be known.</summary>
    private const double PlaceShare = 1e-4;

    /// <summary>Checks that particles, box and time step can be run together.</summary>
    /// <exception cref="InputException">A start that cannot be run.</exception>
    public static void Check(DemCase wanted, GrainTable grains, DemDomain domain, DemLaws laws, DemWalls walls)
    {
        CheckBox(wanted, grains, domain, laws);
        for (int k = 0; k < wanted.Wall.Count; k++)
        {
            CheckWall(wanted, grains, domain, walls, k);
        }

        var visitor = new Overlaps(grains, wanted.Run.Relax?.Before == true, [null]);
        if (grains.Count > 1)
        {
            new Analysis.PairSearch(domain.Contacts, [.. grains.Position.Select(p => p - domain.Low)], 2 * grains.Radius.Max()).Visit(ref visitor);
        }

        if (visitor.Found[0] is { } fault)
        {
            throw new InputException(fault);
        }
    }

    private static void CheckBox(DemCase wanted, GrainTable grains, DemDomain domain, DemLaws laws)
    {
        CheckPlaces(grains, domain);
        double largest = grains.Radius.Max(), reach = (2 * largest) + HoldingGap(laws, largest / 2);
        for (int a = 0; a < 3; a++)
        {
            if (domain.Periodic[a] && domain.Size.Along(a) < LeastReaches * reach)
            {
                throw new InputException($"box.size: {Quantity.Format(domain.Size.Along(a), "m")} along {DemVector.Name(a)} is too small for its particles: a periodic axis must be at least {Quantity.Format(LeastReaches * reach, "m")}, three times the reach of the largest contact");
            }
        }

        for (int i = 0; i < grains.Count; i++)
        {
            Vector3d p = grains.Position[i] - domain.Low;
            bool inside = p.X >= 0 && p.X <= domain.Size.X && p.Y >= 0 && p.Y <= domain.Size.Y && p.Z >= 0 && p.Z <= domain.Size.Z;
            if (!inside)
            {
                throw new InputException($"{grains.Name(i)} at {Text(grains.Position[i])} is outside the box, {Text(domain.Low)} to {Text(domain.Low + domain.Size)} m");
            }
        }

        CheckShear(wanted.Box, domain, wanted.Wall);
    }

    /// <summary>Places are 32-bit fractions of the box.</summary>
    private static void CheckPlaces(GrainTable grains, DemDomain domain)
    {
        double least = grains.Radius.Min(), most = PlaceShare * least * FlowingBox.Turns;
        for (int a = 0; a < 3; a++)
        {
            if (!(domain.Length.Along(a) <= most))
            {
                throw new InputException($"box: {domain.Length.Along(a):G4} m along {DemVector.Name(a)}, with the room for motion, is too long for a radius of {least:G4} m: places are kept as 32-bit fractions of it; must be at most {most:G4} m");
            }
        }
    }

    private static void CheckShear(DemBox box, DemDomain domain, IReadOnlyList<DemWall> walls)
    {
        if (box.Shear is not { } shear)
        {
            return;
        }

        if ((int)shear.Flow >= (int)shear.Gradient)
        {
            throw new InputException($"box.shear: flow = \"{shear.Flow.ToString().ToLowerInvariant()}\" and gradient = \"{shear.Gradient.ToString().ToLowerInvariant()}\": must be x and y, x and z, or y and z");
        }

        if (!domain.Periodic[(int)shear.Flow] || !domain.Periodic[(int)shear.Gradient])
        {
            throw new InputException($"box.shear: the box must be periodic along flow and gradient; box.periodic = \"{box.Periodic.ToString().ToLowerInvariant()}\"");
        }

        for (int k = 0; k < walls.Count; k++)
        {
            Vector3d normal = DemVector.Of(walls[k].Normal, $"wall.{k}.normal");
            if (normal.Along((int)shear.Flow) != 0 || normal.Along((int)shear.Gradient) != 0 || walls[k].Surface is not null)
            {
                throw new InputException($"wall.{k}: in a sheared box walls must be planes across the axis that is neither flow nor gradient; the box's images slide over each other, and any other wall would have to slide along with them");
            }
        }
    }

    private static void CheckWall(DemCase wanted, GrainTable grains, DemDomain domain, DemWalls walls, int k)
    {
        Vector3d normal = DemVector.Of(wanted.Wall[k].Normal, $"wall.{k}.normal");
        if (!(normal.Length > 0))
        {
            throw new InputException($"wall.{k}.normal: must not be zero");
        }

        for (int a = 0; a < 3; a++)
        {
            if (domain.Periodic[a] && normal.Along(a) != 0)
            {
                throw new InputException($"wall.{k}.normal: leans along {DemVector.Name(a)}, along which the box is periodic; a wall must be parallel to periodic axes");
            }
        }

        walls.Check(k, domain, grains.Radius.Max());
        for (int i = 0; i < grains.Count; i++)
        {
            if (!(walls.Height(k, grains.Position[i], 0) > 0))
            {
                throw new InputException($"{grains.Name(i)} at {Text(grains.Position[i])} has its centre behind wall.{k}: the normal points from the wall to the particles");
            }
        }
    }

    /// <summary>Gap up to which a JKR contact holds: (9πγR²/(4E*))^(2/3)/(3R).</summary>
    private static double HoldingGap(DemLaws laws, double reducedRadius) => laws.Pairs.Elastic == ElasticKind.Jkr
        ? Math.Pow(9 * Math.PI * laws.Pairs.SurfaceEnergy * reducedRadius * reducedRadius / (4 * laws.Pairs.ReducedModulus), 2.0 / 3) / (3 * reducedRadius)
        : 0;

    private static string Text(Vector3d p) => $"({p.X:G6}, {p.Y:G6}, {p.Z:G6})";

    /// <summary>The first pair that overlaps too far.</summary>
    private readonly record struct Overlaps(GrainTable Grains, bool Relaxes, string?[] Found) : IPairVisitor
    {
        public void Visit(int i, int j, Vector3d separation, double distanceSquared)
        {
            double distance = Math.Sqrt(distanceSquared), overlap = Grains.Radius[i] + Grains.Radius[j] - distance, most = Math.Min(Grains.Radius[i], Grains.Radius[j]);
            if (Found[0] is null && distance == 0)
            {
                Found[0] = $"{Grains.Name(j)} has the same centre as particle {Grains.Id[i]}";
            }
            else if (Found[0] is null && overlap > most && !Relaxes)
            {
                Found[0] = $"{Grains.Name(j)} overlaps particle {Grains.Id[i]} by {Quantity.Format(Math.Round(overlap, 12), "m")}, more than the smaller radius, {Quantity.Format(most, "m")}; move them apart or give run.relax";
            }
        }
    }
}
