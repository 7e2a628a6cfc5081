using System.Globalization;
using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>How far one quantity of computed particles is from reference rows.</summary>
/// <param name="Quantity">Its name.</param>
/// <param name="Share">Largest difference over the largest value among the particles.</param>
internal readonly record struct Deviation(string Quantity, double Share)
{
    /// <summary>Deviations of a plain simulation.</summary>
    public static IReadOnlyList<Deviation> Of(IEnumerable<TrackRow> rows, Func<int, PlainSphere> sphere, GranularCase c) =>
        Of(rows, id => new GrainReading(sphere(id).Position, sphere(id).Velocity, sphere(id).Spin, sphere(id).Force, sphere(id).Torque), c);

    /// <summary>Deviations of forces, torques, velocities, spins, and of places: motion since the start, which is what was computed.</summary>
    /// <remarks>
    /// A value is measured by at least what the smallest sphere's weight, speed of impact or the like would give: rounding about nothing is no deviation.
    /// Tables state places to twelve digits: up to half a unit of the last, a place is what the table says.
    /// </remarks>
    public static IReadOnlyList<Deviation> Of(IEnumerable<TrackRow> rows, Func<int, GrainReading> particle, GranularCase c, double greatestForce = 0)
    {
        TrackRow[] all = [.. rows];
        double radius = c.Starts.Min(s => s.Radius), speed = c.Starts.Max(s => s.Velocity.Length + (s.Radius * s.Spin.Length));
        double weight = Math.Max(greatestForce, all.Max(r => r.Force.Length));
        return
        [
            new("force", Largest(all.Select(r => (r.Force, particle(r.Id).Force)), greatestForce)),
            new("torque", Largest(all.Select(r => (r.Torque, particle(r.Id).Torque)), 1e-3 * weight * radius)),
            new("velocity", Largest(all.Select(r => (r.Velocity, particle(r.Id).Velocity)), 1e-3 * speed)),
            new("spin", Largest(all.Select(r => (r.Spin, particle(r.Id).Spin)), 1e-3 * speed / radius)),
            new("place", Largest(all.Select(r => (r.Position - c.Starts[r.Id - 1].Position, AsPrinted(particle(r.Id).Position, r.Position) - c.Starts[r.Id - 1].Position)), 1e-3 * radius)),
        ];
    }

    /// <summary>A place, its coordinates those of the table where they round to them.</summary>
    private static Vector3d AsPrinted(Vector3d found, Vector3d stated) => new(AsPrinted(found.X, stated.X), AsPrinted(found.Y, stated.Y), AsPrinted(found.Z, stated.Z));

    private static double AsPrinted(double found, double stated) =>
        found.ToString("G12", CultureInfo.InvariantCulture) == stated.ToString("G12", CultureInfo.InvariantCulture) ? stated : found;

    private static double Largest(IEnumerable<(Vector3d Expected, Vector3d Found)> pairs, double least)
    {
        double difference = 0, largest = least;
        foreach ((Vector3d expected, Vector3d found) in pairs)
        {
            difference = Math.Max(difference, (expected - found).Length);
            largest = Math.Max(largest, expected.Length);
        }

        return difference == 0 ? 0 : difference / largest;
    }
}
