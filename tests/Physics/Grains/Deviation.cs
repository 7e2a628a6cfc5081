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
    /// <remarks>A value is measured by at least what a thousandth of the speed at the start, or a hundredth of a radius: rounding about nothing, and the last digit of a table, are no deviation.</remarks>
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
            new("place", Largest(all.Select(r => (r.Position - c.Starts[r.Id - 1].Position, particle(r.Id).Position - c.Starts[r.Id - 1].Position)), 0.01 * radius)),
        ];
    }

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
