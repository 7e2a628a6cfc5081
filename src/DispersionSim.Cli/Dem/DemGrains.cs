using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>The particles of a case, from its table or its lattice, each with a density.</summary>
internal static class DemGrains
{
    /// <summary>The particles of a case: from its table, or made on its lattice.</summary>
    /// <exception cref="InputException">A table that cannot be used.</exception>
    public static GrainTable Read(DemCase wanted)
    {
        DemParticles from = wanted.Particles;
        GrainTable table = (from.File, from.Lattice) switch
        {
            ({ } file, null) => GrainTableReader.ReadFile(file),
            (null, { } lattice) => OnLattice(lattice),
            (null, null) => throw new InputException("particles: give file, a table of particles, or [particles.lattice]"),
            _ => throw new InputException("particles: file and [particles.lattice] are both given; one of them is wanted"),
        };
        double density = from.Density ?? wanted.Material.Density ?? double.NaN;
        table = table with { Density = [.. table.Density.Select(own => double.IsNaN(own) ? density : own)] };
        Check(table);
        return table;
    }

    /// <summary>Masses farther apart than this are not carried side by side in single precision.</summary>
    private const double MostMasses = 1e12;

    /// <summary>Speed of light, m/s.</summary>
    private const double MostSpeed = 299_792_458;

    private static void Check(GrainTable table)
    {
        for (int i = 0; i < table.Count; i++)
        {
            if (!(table.Radius[i] > 0))
            {
                throw new InputException($"{table.Name(i)}: r = {table.Radius[i]}: must be positive");
            }

            if (double.IsNaN(table.Density[i]))
            {
                throw new InputException("material.density is missing: the particles have no column rho; must be a positive density, e.g. \"2500 kg/m^3\"");
            }

            if (!(table.Density[i] > 0))
            {
                throw new InputException($"{table.Name(i)}: rho = {table.Density[i]}: must be positive");
            }

            if (!(Math.Max(table.Velocity[i].Length, table.Radius[i] * table.Spin[i].Length) < MostSpeed))
            {
                throw new InputException($"{table.Name(i)}: moves at {table.Velocity[i].Length:G4} m/s, its surface at {table.Radius[i] * table.Spin[i].Length:G4} m/s more: must be below the speed of light");
            }
        }

        CheckMasses(table);
    }

    private static void CheckMasses(GrainTable table)
    {
        double[] mass = [.. table.Radius.Select((r, i) => GrainSetup.MassOf(r, table.Density[i]))];
        int least = Enumerable.Range(0, mass.Length).MinBy(i => mass[i]), most = Enumerable.Range(0, mass.Length).MaxBy(i => mass[i]);
        if (!(mass[least] * MostMasses >= mass[most]) || !double.IsFinite(mass[most]))
        {
            throw new InputException($"{table.Name(least)}: has a mass of {mass[least]:G3} kg beside {mass[most]:G3} kg of particle {table.Id[most]}: the largest must be at most {MostMasses:G0} times the smallest; is a radius in another unit than m, or a density in another than kg/m^3?");
        }
    }

    private static GrainTable OnLattice(DemLattice lattice)
    {
        if (lattice.Counts.Count != 3)
        {
            throw new InputException($"particles.lattice.counts: has {lattice.Counts.Count} entries; must be three, along x, y and z");
        }

        if (lattice.RadiusMaximum < lattice.RadiusMinimum)
        {
            throw new InputException($"particles.lattice.radius_maximum = {Quantity.Format(lattice.RadiusMaximum.Value, "m")}: must be at least radius_minimum, {Quantity.Format(lattice.RadiusMinimum, "m")}");
        }

        DemMemory.Check((double)lattice.Counts[0] * lattice.Counts[1] * lattice.Counts[2], "particles.lattice.counts");
        int nx = lattice.Counts[0], ny = lattice.Counts[1], nz = lattice.Counts[2], n = checked(nx * ny * nz);
        Vector3d origin = DemVector.Of(lattice.Origin, "particles.lattice.origin"), velocity = DemVector.Of(lattice.Velocity, "particles.lattice.velocity");
        var random = new RandomStream(lattice.Seed, StreamName.GrainLattice);
        var positions = new Vector3d[n];
        var velocities = new Vector3d[n];
        double[] radii = new double[n];
        double range = (lattice.RadiusMaximum ?? lattice.RadiusMinimum) - lattice.RadiusMinimum;
        for (int i = 0; i < n; i++)
        {
            var site = new Vector3d((i % nx) + 0.5, (i / nx % ny) + 0.5, (i / nx / ny) + 0.5);
            radii[i] = lattice.RadiusMinimum + (range * random.NextDouble());
            positions[i] = origin + (site * lattice.Spacing) + (Deviation(random) * lattice.Jitter);
            velocities[i] = velocity + (Deviation(random) * lattice.VelocityJitter);
        }

        return new()
        {
            Id = [.. Enumerable.Range(1, n).Select(i => (long)i)],
            Position = positions,
            Radius = radii,
            Density = [.. Enumerable.Repeat(double.NaN, n)],
            Velocity = velocities,
            Spin = new Vector3d[n],
            Box = (origin, origin + (new Vector3d(nx, ny, nz) * lattice.Spacing)),
        };
    }

    /// <summary>Uniform in (−1, 1) along each axis.</summary>
    private static Vector3d Deviation(RandomStream random) => new((2 * random.NextDouble()) - 1, (2 * random.NextDouble()) - 1, (2 * random.NextDouble()) - 1);
}
