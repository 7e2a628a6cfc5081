using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Benchmarks;

/// <summary>A sheared bulk of spheres that benchmarks start from: a jittered lattice at a solids fraction of about 0.5, radii 0.8 to 1.2 of the mean.</summary>
internal static class BulkState
{
    private const double Radius = 0.5e-3;
    private const double TimeStep = 5e-6;

    /// <summary>The bulk at rest relative to the flow.</summary>
    /// <param name="particles">Number of spheres.</param>
    /// <param name="size">Share of their size that the spheres have: below about 0.7 none touches another.</param>
    public static GrainSetup Make(int particles, double size = 1)
    {
        var random = new RandomStream(7, StreamName.MonteCarlo);
        int side = (int)Math.Ceiling(Math.Cbrt(particles));
        double spacing = 2.02 * Radius;
        var positions = new Vector3d[particles];
        var radii = new double[particles];
        for (int i = 0; i < particles; i++)
        {
            radii[i] = size * Radius * (0.8 + (0.4 * random.NextDouble()));
            positions[i] = new Vector3d((i % side) + 0.5, (i / side % side) + 0.5, (i / side / side) + 0.5) * spacing + (random.NextDirection() * 0.05 * Radius);
        }

        double[] densities = [.. radii.Select(_ => 2500.0)];
        var scale = UnitScale.ForGrains(radii, densities, TimeStep);
        double edge = side * spacing / scale.Length;
        var box = new FlowingBox(edge, edge, edge);
        box.Shear(Axis.X, Axis.Y, 10 * scale.Time);
        return new()
        {
            Scale = scale,
            Box = box,
            Positions = positions,
            Velocities = new Vector3d[particles],
            Spins = new Vector3d[particles],
            Radii = radii,
            Densities = densities,
            TimeStep = TimeStep,
        };
    }
}
