using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>Films of a few spheres whose volumes are known on paper.</summary>
internal static class SmallFilm
{
    public static ElectrodeState Of((Vector3d Centre, double Radius)[] spheres) => new()
    {
        Phase = StructurePhase.DryFilm,
        Domain = Domain.Film(2e-6, 2e-6, 3e-6),
        FilmTop = 2e-6,
        Particles = new()
        {
            Position = [.. spheres.Select(s => s.Centre)],
            Radius = [.. spheres.Select(s => s.Radius)],
            Kind = [.. spheres.Select(_ => ParticleKind.Silicon)],
            PrimaryId = [.. spheres.Select((_, i) => i + 1)],
            AgglomerateId = [.. spheres.Select(_ => 1)],
        },
    };

    /// <summary>A cubic close packing pressed by 3 % of a diameter on a wavy foil, all three kinds in turn, films and rings of binder: solids 0.78 with overlap counted twice, denser than any real film.</summary>
    public static ElectrodeState PressedLattice()
    {
        const double radius = 250e-9, side = 2.7436e-6;
        double edge = side / 4;
        List<(Vector3d, double)> spheres = [];
        for (int k = 0; k < 4 * 4 * 3 * 4; k++)
        {
            int corner = k % 4, x = k / 4 % 4, y = k / 16 % 4, z = k / 64;
            (double cx, double cy, double cz) = corner switch { 0 => (0.0, 0.0, 0.0), 1 => (0.5, 0.5, 0.0), 2 => (0.5, 0.0, 0.5), _ => (0.0, 0.5, 0.5) };
            spheres.Add((new((x + cx) * edge, (y + cy) * edge, ((z + cz) * edge) + 0.4e-6), radius));
        }

        ElectrodeState film = Of([.. spheres]);
        ParticleSet particles = film.Particles with
        {
            Kind = [.. spheres.Select((_, i) => (ParticleKind)(1 + (i % 3)))],
            AgglomerateId = [.. spheres.Select((_, i) => i / 5)],
        };
        var domain = Domain.Film(side, side, 4e-6);
        return film with { Domain = domain, Particles = particles, FilmTop = 2.5e-6, Foil = Wavy(side, 0.1e-6), Binder = Binder(domain, particles) };
    }

    public static HeightMap Wavy(double side, double amplitude)
    {
        const int count = 128;
        return new(count, count, side / count, side / count, [.. Enumerable.Range(0, count * count).Select(k => amplitude * Math.Sin(2 * Math.PI * (k % count) / count))], Periodic: true);
    }

    public static int Slice(VoxelVolume volume, double height) => (int)Math.Floor((height - volume.OriginZ) / volume.VoxelSize);

    /// <summary>Middle and index of every voxel.</summary>
    public static IEnumerable<(Vector3d Place, int Voxel)> Places(VoxelVolume volume)
    {
        double h = volume.VoxelSize;
        for (int v = 0; v < volume.Count; v++)
        {
            int x = v % volume.CountX, y = v / volume.CountX % volume.CountY, z = v / (volume.CountX * volume.CountY);
            yield return (new((x + 0.5) * h, (y + 0.5) * h, volume.OriginZ + ((z + 0.5) * h)), v);
        }
    }

    /// <summary>All shares of a voxel are between 0 and 1 and add up to 1, to the rounding of single precision.</summary>
    public static void AssertSharesAddUp(VoxelVolume volume)
    {
        for (int v = 0; v < volume.Count; v++)
        {
            double sum = 0;
            foreach (float[] phase in volume.Fraction)
            {
                Assert.True(phase[v] is >= 0 and <= 1.000001f, $"share {phase[v]} in voxel {v}");
                sum += phase[v];
            }

            Assert.True(Math.Abs(sum - 1) < 1e-5, $"shares of voxel {v} add up to {sum}");
        }
    }

    private static BinderLayout Binder(Domain domain, ParticleSet particles)
    {
        double a = particles.Radius[0];
        List<BinderRing> rings = [];
        for (int i = 0; i < particles.Count; i++)
        {
            for (int j = i + 1; j < particles.Count; j++)
            {
                if (domain.Nearest(particles.Position[j] - particles.Position[i]).Length < 2 * a)
                {
                    rings.Add(new(i, j, Math.PI * Math.Pow(0.35 * a, 4) / (2 * a)));
                }
            }
        }

        return new() { FilmVolume = [.. particles.Radius.Select((_, i) => 0.08 * particles.VolumeOf(i))], Rings = [.. rings] };
    }
}
