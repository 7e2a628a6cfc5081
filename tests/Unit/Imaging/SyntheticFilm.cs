using DispersionSim.Core;

namespace DispersionSim.Tests.Unit;

/// <summary>A dry film made for tests alone: random spheres pushed apart over a rough foil, in agglomerates of neighbours, with films and rings of binder.</summary>
internal static class SyntheticFilm
{
    /// <summary>A film of lognormal spheres (standard deviation of ln r 0.25) over a foil of Rq 0.22 µm; the same seed gives the same film.</summary>
    /// <param name="side">Side of the cell, m.</param>
    /// <param name="height">Height of the layer, m.</param>
    /// <param name="radius">Median radius, m.</param>
    /// <param name="solids">Volume fraction of spheres in the layer.</param>
    public static ElectrodeState Make(double side, double height, double radius, double solids, ulong seed = 7)
    {
        var random = new RandomStream(seed, StreamName.FilmPlacement);
        Domain domain = Domain.Film(side, side, height * 1.5);
        HeightMap foil = RoughFoil(side, 64, 0.22e-6, seed);
        List<double> radii = [];
        for (double volume = 0; volume < solids * side * side * height;)
        {
            double r = radius * Math.Exp(0.25 * random.NextGaussian());
            radii.Add(r);
            volume += 4.0 / 3.0 * Math.PI * r * r * r;
        }

        Vector3d[] position = [.. radii.Select(_ => new Vector3d(random.NextDouble() * side, random.NextDouble() * side, random.NextDouble() * height))];
        Relax(domain, foil, position, radii, height);
        ParticleSet particles = Particles(domain, position, [.. radii], random);
        return new()
        {
            Phase = StructurePhase.Sintered,
            Domain = domain,
            Particles = particles,
            Foil = foil,
            FilmTop = height,
            Binder = Binder(domain, foil, particles),
        };
    }

    private static HeightMap RoughFoil(double side, int count, double roughness, ulong seed)
    {
        var random = new RandomStream(seed, StreamName.FoilPhases);
        double[] heights = new double[count * count];
        for (int wave = 0; wave < 60; wave++)
        {
            int kx = random.NextInt(9) - 4, ky = random.NextInt(9) - 4;
            double k = Math.Sqrt((kx * kx) + (ky * ky)), phase = 2 * Math.PI * random.NextDouble();
            for (int p = 0; p < heights.Length && k > 0; p++)
            {
                heights[p] += Math.Cos((2 * Math.PI * ((kx * (p % count)) + (ky * (p / count))) / count) + phase) / Math.Pow(k, 1.4);
            }
        }

        double mean = heights.Average(), rms = Math.Sqrt(heights.Average(h => (h - mean) * (h - mean)));
        return new(count, count, side / count, side / count, [.. heights.Select(h => (h - mean) * roughness / rms)], Periodic: true);
    }

    private static void Relax(Domain domain, HeightMap foil, Vector3d[] position, List<double> radii, double height)
    {
        for (int sweep = 0; sweep < 300; sweep++)
        {
            foreach ((int i, int j) in Touching(domain, position, radii, 0))
            {
                Vector3d d = domain.Nearest(position[j] - position[i]);
                double length = d.Length, overlap = radii[i] + radii[j] - length;
                position[i] -= d * (0.25 * overlap / length);
                position[j] += d * (0.25 * overlap / length);
            }

            for (int i = 0; i < position.Length; i++)
            {
                Vector3d p = domain.Wrap(position[i]);
                double floor = foil.HeightAt(p.X, p.Y) + (0.95 * radii[i]);
                position[i] = p with { Z = Math.Max(floor, Math.Min(p.Z - (0.001 * radii[i]), height - radii[i])) };
            }
        }
    }

    private static List<(int I, int J)> Touching(Domain domain, Vector3d[] position, IReadOnlyList<double> radii, double gap)
    {
        double cell = (2 * radii.Max()) + gap;
        int nx = Math.Max(1, (int)(domain.Size.X / cell)), ny = Math.Max(1, (int)(domain.Size.Y / cell));
        (int, int, int) Of(Vector3d p) => (Math.Min(nx - 1, (int)(p.X / domain.Size.X * nx)), Math.Min(ny - 1, (int)(p.Y / domain.Size.Y * ny)), (int)Math.Floor(p.Z / cell));
        ILookup<(int, int, int), int> bins = Enumerable.Range(0, position.Length).ToLookup(i => Of(domain.Wrap(position[i])));
        List<(int, int)> pairs = [];
        for (int i = 0; i < position.Length; i++)
        {
            (int x, int y, int z) = Of(domain.Wrap(position[i]));
            HashSet<(int, int, int)> around = [.. from a in Around from b in Around from c in Around select ((x + a + nx) % nx, (y + b + ny) % ny, z + c)];
            pairs.AddRange(around.SelectMany(k => bins[k]).Where(j => j > i && domain.Nearest(position[j] - position[i]).Length < radii[i] + radii[j] + gap).Order().Select(j => (i, j)));
        }

        return pairs;
    }

    private static readonly int[] Around = [-1, 0, 1];

    private static ParticleSet Particles(Domain domain, Vector3d[] position, double[] radii, RandomStream random)
    {
        Vector3d[] seeds = [.. Enumerable.Range(0, Math.Max(1, radii.Length / 25)).Select(_ => position[random.NextInt(radii.Length)])];
        int Nearest(Vector3d p) => Enumerable.Range(0, seeds.Length).MinBy(s => domain.Nearest(seeds[s] - p).LengthSquared) + 1;
        return new()
        {
            Position = position,
            Radius = radii,
            Kind = [.. radii.Select((_, i) => i % 20 == 0 ? ParticleKind.ConductivePowder : ParticleKind.Silicon)],
            PrimaryId = [.. radii.Select((_, i) => i + 1)],
            AgglomerateId = [.. position.Select(Nearest)],
        };
    }

    private static BinderLayout Binder(Domain domain, HeightMap foil, ParticleSet particles)
    {
        double[] films = [.. Enumerable.Range(0, particles.Count).Select(i => 0.09 * particles.VolumeOf(i))];
        List<BinderRing> rings = [.. Touching(domain, particles.Position, particles.Radius, 5e-9).Select(c => new BinderRing(c.I, c.J, Ring(particles.Radius[c.I], particles.Radius[c.J])))];
        for (int i = 0; i < particles.Count; i++)
        {
            Vector3d p = particles.Position[i];
            if (p.Z - foil.HeightAt(p.X, p.Y) < 1.01 * particles.Radius[i])
            {
                rings.Add(new(i, -1, Ring(particles.Radius[i], particles.Radius[i])));
            }
        }

        return new() { FilmVolume = films, Rings = [.. rings] };
    }

    // b = a/2 between spheres of harmonic mean radius a.
    private static double Ring(double first, double second)
    {
        double a = 2 * first * second / (first + second);
        return Math.PI * Math.Pow(0.5 * a, 4) / (2 * a);
    }
}
