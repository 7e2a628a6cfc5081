using BenchmarkDotNet.Attributes;
using DispersionSim.Core;
using DispersionSim.Imaging;

namespace DispersionSim.Benchmarks;

/// <summary>A film of spheres on a lattice, without binder, put on a voxel grid.</summary>
public class VoxelBenchmarks
{
    private const double Radius = 250e-9;
    private const double Spacing = 2.1 * Radius;
    private ElectrodeState? film;

    [Params(4, 10)]
    public int Side { get; set; }

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Place()
    {
        int count = Side * Side * Side;
        double edge = Side * Spacing;
        film = new()
        {
            Domain = Domain.Film(edge, edge, 1.5 * edge),
            Phase = StructurePhase.DryFilm,
            FilmTop = edge,
            Particles = new()
            {
                Position = [.. Enumerable.Range(0, count).Select(i => new Vector3d((i % Side) + 0.5, (i / Side % Side) + 0.5, (i / Side / Side) + 0.5) * Spacing)],
                Radius = [.. Enumerable.Repeat(Radius, count)],
                Kind = [.. Enumerable.Repeat(ParticleKind.Silicon, count)],
                PrimaryId = [.. Enumerable.Range(1, count)],
                AgglomerateId = [.. Enumerable.Repeat(1, count)],
            },
        };
    }

    [Benchmark]
    public int Voxelise() => Voxeliser.Voxelise(film!, 40e-9, Threads).ParticleId.Length;
}
