using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>Small granular systems of glass-like spheres for the tests.</summary>
internal static class GrainSamples
{
    public const double Modulus = 1e7;
    public const double Poisson = 0.3;
    public const double Density = 2500;

    /// <summary>So soft that spheres pass through each other: many overlaps and no fault.</summary>
    public static ContactLaws Ghostly { get; } = new ContactLaws { Damping = DampingKind.None, Tangential = TangentialKind.None }.OfMaterial(1, Poisson);

    public static ContactLaws Laws { get; } = new ContactLaws { DampingCoefficient = 0.7, Friction = 0.5 }.OfMaterial(Modulus, Poisson);

    /// <summary>Spheres at given places in a box, at rest.</summary>
    public static GrainSetup Of(Vector3d box, IReadOnlyList<Vector3d> positions, IReadOnlyList<double> radii, double timeStep, IReadOnlyList<Vector3d>? velocities = null)
    {
        double[] densities = [.. radii.Select(_ => Density)];
        var scale = UnitScale.ForGrains(radii, densities, timeStep);
        Vector3d[] rest = new Vector3d[radii.Count];
        return new()
        {
            Scale = scale,
            Box = new(box.X / scale.Length, box.Y / scale.Length, box.Z / scale.Length),
            Positions = positions,
            Velocities = velocities ?? rest,
            Spins = rest,
            Radii = radii,
            Densities = densities,
            TimeStep = timeStep,
        };
    }

    /// <summary>Spheres with speeds up to a given one, on a jittered lattice where they fit into it, and anywhere where they do not.</summary>
    /// <param name="perSide">Spheres along each edge.</param>
    /// <param name="spacing">Lattice spacing, m.</param>
    /// <param name="smallest">Smallest radius, m.</param>
    /// <param name="largest">Largest radius, m.</param>
    /// <param name="speed">Greatest component of velocity, m/s.</param>
    /// <param name="timeStep">s.</param>
    public static GrainSetup Gas(int perSide, double spacing, double smallest, double largest, double speed, double timeStep)
    {
        var random = new RandomStream(20261123, StreamName.MonteCarlo);
        int n = perSide * perSide * perSide;
        var positions = new Vector3d[n];
        var velocities = new Vector3d[n];
        var radii = new double[n];
        for (int i = 0; i < n; i++)
        {
            // Equal shares of ln r: each size level is well filled.
            radii[i] = smallest * Math.Exp(random.NextDouble() * Math.Log(largest / smallest));
            double play = spacing > 2 * largest ? (spacing / 2) - largest : spacing;
            positions[i] = new Vector3d(
                (i % perSide) + 0.5, (i / perSide % perSide) + 0.5, (i / perSide / perSide) + 0.5) * spacing
                + (new Vector3d((2 * random.NextDouble()) - 1, (2 * random.NextDouble()) - 1, (2 * random.NextDouble()) - 1) * play);
            velocities[i] = new Vector3d((2 * random.NextDouble()) - 1, (2 * random.NextDouble()) - 1, (2 * random.NextDouble()) - 1) * speed;
        }

        double edge = perSide * spacing;
        return Of(new(edge, edge, edge), positions, radii, timeStep, velocities);
    }

    /// <summary>Pairs that overlap, counted one by one; the box is sheared along x over z or y.</summary>
    public static int Overlaps(GrainSetup setup, IReadOnlyList<GrainReading> readings, double tilt)
    {
        double length = setup.Scale.Length;
        double[] box = [.. setup.Box.Length.Select(l => l * length)];
        int gradient = (int)setup.Box.GradientAxis, count = 0;
        for (int i = 0; i < readings.Count; i++)
        {
            for (int j = i + 1; j < readings.Count; j++)
            {
                Vector3d d = readings[i].Position - readings[j].Position;
                double[] x = [d.X, d.Y, d.Z];
                double images = Math.Round(x[gradient] / box[gradient]);
                x[gradient] -= images * box[gradient];
                x[0] -= images * tilt;
                for (int axis = 0; axis < 3; axis++)
                {
                    x[axis] -= Math.Round(x[axis] / box[axis]) * box[axis];
                }

                double reach = setup.Radii[i] + setup.Radii[j];
                count += (x[0] * x[0]) + (x[1] * x[1]) + (x[2] * x[2]) < reach * reach ? 1 : 0;
            }
        }

        return count;
    }

    /// <summary>A periodic field of points by points, its height 0 at a floor, m.</summary>
    public static FieldWall Field(double floor, UnitScale scale, Func<double, double, double> height, double spacing, int points)
    {
        var heights = new double[points, points];
        for (int i = 0; i < points; i++)
        {
            for (int j = 0; j < points; j++)
            {
                heights[i, j] = height(i * spacing, j * spacing) / scale.Length;
            }
        }

        return new(new(heights, spacing / scale.Length, spacing / scale.Length, true), new(0, 0, floor / scale.Length), 64);
    }
}
