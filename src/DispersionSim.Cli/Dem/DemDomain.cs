using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>Where particles are, in the user's coordinates and in the box of the engine.</summary>
/// <remarks>
/// The engine's box continues itself along every axis, in 32-bit fixed point. Along an open axis it is made long enough for the motion of the run,
/// and a strip at either end is out of bounds: a particle that gets there is reported before it could meet an image. Room costs resolution, so there
/// is no more of it than wanted.
/// </remarks>
internal sealed class DemDomain
{
    private const int EdgeParts = 16;

    /// <summary>Room for motion along an open axis, in extents of the particles and in mean radii.</summary>
    private const double MostExtents = 4;
    private const double MostRadii = 4000;

    private readonly Vector3d offset;

    private DemDomain(Vector3d low, Vector3d size, bool[] periodic, Vector3d length, Vector3d offset)
    {
        (Low, Size, Periodic, Length, this.offset) = (low, size, periodic, length, offset);
        Contacts = new(size, periodic[0], periodic[1], periodic[2]);
    }

    /// <summary>Lower corner of the user's box, or of the particles along an open axis without one, m.</summary>
    public Vector3d Low { get; }

    /// <summary>Its lengths, m.</summary>
    public Vector3d Size { get; }

    public bool[] Periodic { get; }

    /// <summary>Lengths of the engine's box, m.</summary>
    public Vector3d Length { get; }

    /// <summary>The user's box with its lower corner at the origin, as searches for neighbours want it.</summary>
    public Domain Contacts { get; }

    /// <summary>Least width of the strips that are out of bounds, m; infinite where no axis is open.</summary>
    public double Edge => Enumerable.Range(0, 3).Where(a => !Periodic[a]).Select(a => Length.Along(a) / EdgeParts).DefaultIfEmpty(double.PositiveInfinity).Min();

    public static DemDomain Of(DemCase wanted, GrainTable grains, double duration)
    {
        bool[] periodic = [.. "XYZ".Select(axis => wanted.Box.Periodic != Periodicity.None && wanted.Box.Periodic.ToString().Contains(axis, StringComparison.Ordinal))];
        (Vector3d Low, Vector3d High)? box = BoxOf(wanted.Box, grains);
        if (box is null && periodic.Any(p => p))
        {
            throw new InputException($"box.size is missing: box.periodic = \"{wanted.Box.Periodic.ToString().ToLowerInvariant()}\" needs the lengths of the box, e.g. [\"10 mm\", \"10 mm\", \"20 mm\"]");
        }

        double travel = Travel(wanted, grains, duration), largest = grains.Radius.Max(), mean = grains.Radius.Average();
        double[] low = new double[3], size = new double[3], length = new double[3], shift = new double[3];
        for (int a = 0; a < 3; a++)
        {
            double least = grains.Position.Select((p, i) => p.Along(a) - grains.Radius[i]).Min(), most = grains.Position.Select((p, i) => p.Along(a) + grains.Radius[i]).Max();
            (low[a], double high) = box is { } b ? (b.Low.Along(a), b.High.Along(a)) : (least, most);
            size[a] = high - low[a];
            (length[a], shift[a]) = (size[a], -low[a]);
            if (!periodic[a])
            {
                double from = Math.Min(low[a], least), extent = Math.Max(high, most) - from;
                double room = Math.Min(travel, Math.Max(MostExtents * extent, MostRadii * mean));
                length[a] = (extent + (2 * room) + (8 * largest)) * EdgeParts / (EdgeParts - 2);
                shift[a] = ((length[a] - extent) / 2) - from;
            }
        }

        return new(Vector(low), Vector(size), periodic, Vector(length), Vector(shift));
    }

    /// <summary>A user's position in the engine's box.</summary>
    public Vector3d ToBox(Vector3d p) => p + offset;

    /// <summary>A position in the engine's box as the user's.</summary>
    public Vector3d FromBox(Vector3d p) => p - offset;

    /// <summary>The same where the engine's particles have been carried too far along periodic axes; it stays within the box.</summary>
    public Vector3d FromBox(Vector3d p, Vector3d drift) => FromBox(DemVector.Make(a =>
    {
        double at = p.Along(a), length = Length.Along(a), back = at - drift.Along(a);
        return drift.Along(a) == 0 ? at : back - (length * Math.Floor(back / length));
    }));

    /// <summary>Whether a position in the engine's box is out of bounds, and along which axis.</summary>
    public int? LostAlong(Vector3d inBox)
    {
        for (int a = 0; a < 3; a++)
        {
            double edge = Length.Along(a) / EdgeParts;
            if (!Periodic[a] && (inBox.Along(a) < edge || inBox.Along(a) > Length.Along(a) - edge))
            {
                return a;
            }
        }

        return null;
    }

    private static Vector3d Vector(double[] v) => new(v[0], v[1], v[2]);

    private static (Vector3d Low, Vector3d High)? BoxOf(DemBox box, GrainTable grains)
    {
        Vector3d? origin = box.Origin is { } o ? DemVector.Of(o, "box.origin") : null;
        return box.Size is { } size
            ? (origin ?? Vector3d.Zero, (origin ?? Vector3d.Zero) + DemVector.Of(size, "box.size"))
            : origin is null ? grains.Box : throw new InputException("box.origin: needs box.size");
    }

    /// <summary>How far free particles get.</summary>
    private static double Travel(DemCase wanted, GrainTable grains, double duration)
    {
        double fastest = grains.Velocity.Max(v => v.Length), wall = wanted.Wall.Select((w, k) => DemVector.Of(w.Velocity, $"wall.{k}.velocity").Length).DefaultIfEmpty(0).Max();
        double gravity = DemVector.Of(wanted.Run.Gravity, "run.gravity").Length;
        return ((fastest + (2 * wall)) * duration) + (0.5 * gravity * duration * duration);
    }
}
