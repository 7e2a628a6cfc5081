using DispersionSim.Analysis;
using DispersionSim.Core;

namespace DispersionSim.Tests.Physics;

/// <summary>States put together by hand, in any unit of length that suits the test.</summary>
internal static class Made
{
    public static ParticleSet Particles(Vector3d[] positions, double radius, int[]? parents = null) =>
        Particles(positions, [.. positions.Select(_ => radius)], parents);

    public static ParticleSet Particles(Vector3d[] positions, double[] radii, int[]? parents = null) => new()
    {
        Position = positions,
        Radius = radii,
        Kind = [.. positions.Select(_ => ParticleKind.Silicon)],
        PrimaryId = [.. positions.Select((_, i) => i + 1)],
        AgglomerateId = parents ?? new int[positions.Length],
    };

    public static ElectrodeState Slurry(double edge, ParticleSet particles) => new()
    {
        Phase = StructurePhase.Slurry,
        Domain = Domain.FullyPeriodic(new(edge, edge, edge)),
        Particles = particles,
    };

    public static ElectrodeState Film(double width, double thickness, ParticleSet particles, BinderLayout? binder = null) => new()
    {
        Phase = StructurePhase.Sintered,
        Domain = Domain.Film(width, width, 1.2 * thickness),
        Particles = particles,
        FilmTop = thickness,
        Binder = binder,
    };

    /// <summary>A film of binder on every particle whose volume is a share of the particle's own.</summary>
    public static BinderLayout Coat(ParticleSet particles, Func<int, double> share) => new()
    {
        FilmVolume = [.. Enumerable.Range(0, particles.Count).Select(i => share(i) * particles.VolumeOf(i))],
        Rings = [],
    };

    /// <summary>A simple cubic lattice of n × n × m points, half a spacing from the walls.</summary>
    public static Vector3d[] Lattice(int n, int m, double spacing) =>
        [.. from x in Enumerable.Range(0, n) from y in Enumerable.Range(0, n) from z in Enumerable.Range(0, m) select new Vector3d(x + 0.5, y + 0.5, z + 0.5) * spacing];

    /// <summary>Points placed at random in a box.</summary>
    public static Vector3d[] Poisson(int count, Vector3d box, ulong seed)
    {
        var random = new RandomStream(seed, StreamName.MonteCarlo);
        return [.. Enumerable.Range(0, count).Select(_ => new Vector3d(box.X * random.NextDouble(), box.Y * random.NextDouble(), box.Z * random.NextDouble()))];
    }

    /// <summary>One replicate whose film stands for everything; no null.</summary>
    public static ReplicateSample Sample(ElectrodeState film, ElectrodeState? slurry = null, params ElectrodeState[] nulls) =>
        new() { Film = film, Slurry = slurry ?? Slurry(10, ParticleSet.Empty), NullFilms = nulls };

    /// <summary>The value of a row of the catalog on one replicate.</summary>
    public static double Value(ReplicateSample sample, string name) =>
        Pooling.Pool([sample]).Find(name)?.Value ?? throw new InvalidOperationException($"{name} was not measured");
}
