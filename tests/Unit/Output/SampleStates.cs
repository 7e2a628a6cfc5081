using CsCheck;
using DispersionSim.Core;

namespace DispersionSim.Tests.Unit;

/// <summary>States for round trips: any bits in the numbers, NaN payloads, infinities and signed zeros included.</summary>
internal static class SampleStates
{
    /// <summary>A double of any 64 bits.</summary>
    public static Gen<double> AnyBits { get; } = Gen.ULong.Select(BitConverter.UInt64BitsToDouble);

    public static Gen<ElectrodeState> Any =>
        Gen.Int[0, 40].SelectMany(n => Gen.Select(Particles(n), Bonds(n), Foil().Null(), Binder(n).Null(), Gen.Int[0, 6], AnyBits)
            .Select((particles, bonds, foil, binder, phase, number) => new ElectrodeState
            {
                Phase = (StructurePhase)phase,
                Domain = new(new(number, 2e-6, 3e-6), PeriodicX: true, PeriodicY: false, PeriodicZ: phase % 2 == 0),
                Particles = particles,
                Bonds = bonds,
                FeedstockBondCount = bonds.Length + 1,
                Foil = foil,
                FilmTop = number,
                Binder = binder,
                Ledger = Ledger.Empty.With(Species.Binder, number).With(Species.Silicon, 1e-15),
            }));

    /// <summary>A small dry film with every part present.</summary>
    public static ElectrodeState DryFilm()
    {
        var random = new RandomStream(3, StreamName.FilmPlacement);
        const int n = 200;
        Vector3d[] position = [.. Enumerable.Range(0, n).Select(_ => new Vector3d(4e-6 * random.NextDouble(), 4e-6 * random.NextDouble(), 3e-6 * random.NextDouble()))];
        return new()
        {
            Phase = StructurePhase.DryFilm,
            Domain = Domain.Film(4e-6, 4e-6, 3e-6),
            Particles = new()
            {
                Position = position,
                Radius = [.. position.Select(_ => 1e-7 + (1e-7 * random.NextDouble()))],
                Kind = [.. Enumerable.Range(0, n).Select(i => (ParticleKind)(1 + (i % 3)))],
                PrimaryId = [.. Enumerable.Range(1, n)],
                AgglomerateId = [.. Enumerable.Range(0, n).Select(i => i / 10)],
            },
            Bonds = [.. Enumerable.Range(0, n - 1).Select(i => new Bond(i, i + 1, BondOrigin.Binder, 2e-8))],
            FeedstockBondCount = 150,
            Foil = new(3, 2, 1e-6, 2e-6, [0, 1e-7, double.NaN, -1e-7, 2e-7, 0], Periodic: true),
            FilmTop = 2.5e-6,
            Binder = new() { FilmVolume = [.. Enumerable.Repeat(1e-22, n)], Rings = [new(0, 1, 1e-23), new(5, -1, 2e-23)] },
            Ledger = Ledger.Empty.With(Species.Silicon, 1e-14).With(Species.Binder, 2e-15),
        };
    }

    /// <summary>A volume whose fractions add up to 1 in every voxel.</summary>
    public static VoxelVolume Volume(int countX = 7, int countY = 5, int countZ = 4)
    {
        var random = new RandomStream(11, StreamName.MonteCarlo);
        int count = countX * countY * countZ, phases = Enum.GetValues<VoxelPhase>().Length;
        float[][] fraction = [.. Enumerable.Range(0, phases).Select(_ => new float[count])];
        for (int i = 0; i < count; i++)
        {
            double[] share = [.. Enumerable.Range(0, phases).Select(_ => -Math.Log(random.NextDouble()))];
            double sum = share.Sum();
            for (int p = 0; p < phases; p++)
            {
                fraction[p][i] = (float)(share[p] / sum);
            }
        }

        return new()
        {
            CountX = countX,
            CountY = countY,
            CountZ = countZ,
            VoxelSize = 5e-8,
            OriginZ = -3e-7,
            Fraction = fraction,
            ParticleId = [.. Enumerable.Range(0, count)],
            AgglomerateId = [.. Enumerable.Range(0, count).Select(i => i / 9)],
        };
    }

    /// <summary>Everything a state holds, as bits; two states are equal when these are.</summary>
    public static string Bits(ElectrodeState s)
    {
        ParticleSet p = s.Particles;
        IEnumerable<double> numbers =
        [
            s.Domain.Size.X, s.Domain.Size.Y, s.Domain.Size.Z, s.FilmTop, .. Enum.GetValues<Species>().Select(species => s.Ledger[species]), .. s.ParticleDensity,
            .. p.Position.SelectMany(v => new[] { v.X, v.Y, v.Z }), .. p.Radius, .. s.Bonds.Select(b => b.Radius),
            .. s.Foil is null ? [] : (double[])[s.Foil.StepX, s.Foil.StepY, .. s.Foil.Heights],
            .. s.Binder is null ? [] : (double[])[.. s.Binder.FilmVolume, .. s.Binder.Rings.Select(r => r.Volume)],
        ];
        IEnumerable<int> integers =
        [
            (int)s.Phase, s.FeedstockBondCount, .. p.Kind.Select(k => (int)k), .. p.PrimaryId, .. p.AgglomerateId,
            .. s.Bonds.SelectMany(b => new[] { b.I, b.J, (int)b.Origin }),
            .. s.Foil is null ? [-7] : (int[])[s.Foil.CountX, s.Foil.CountY, s.Foil.Periodic ? 1 : 0],
            .. s.Binder is null ? [-7] : s.Binder.Rings.SelectMany(r => new[] { r.I, r.J }),
        ];
        return $"{s.Domain.PeriodicX}{s.Domain.PeriodicY}{s.Domain.PeriodicZ}|{string.Join(',', numbers.Select(BitConverter.DoubleToUInt64Bits))}|{string.Join(',', integers)}";
    }

    private static Gen<HeightMap> Foil() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 5]).SelectMany((x, y) => Gen.Select(AnyBits.Array[x * y], Gen.Bool, (heights, periodic) => new HeightMap(x, y, 1e-7, 2e-7, heights, periodic)));

    private static Gen<ParticleSet> Particles(int n) =>
        Gen.Select(Gen.Select(AnyBits, AnyBits, AnyBits, (x, y, z) => new Vector3d(x, y, z)).Array[n], AnyBits.Array[n], Gen.Int[1, 3].Array[n], Gen.Int.Array[n], Gen.Int.Array[n])
            .Select((position, radius, kind, id, agglomerate) => new ParticleSet
            {
                Position = position,
                Radius = radius,
                Kind = [.. kind.Select(k => (ParticleKind)k)],
                PrimaryId = id,
                AgglomerateId = agglomerate,
            });

    private static Gen<Bond[]> Bonds(int n) => n < 2
        ? Gen.Const(Array.Empty<Bond>())
        : Gen.Select(Gen.Int[0, n - 1], Gen.Int[0, n - 1], Gen.Int[1, 4], AnyBits, (i, j, origin, radius) => new Bond(i, j, (BondOrigin)origin, radius)).Array[0, 20];

    private static Gen<BinderLayout> Binder(int n) =>
        Gen.Select(AnyBits.Array[n], AnyBits.Array[0, 3], (film, ring) => new BinderLayout
        {
            FilmVolume = film,
            Rings = n == 0 ? [] : [.. ring.Select((v, k) => new BinderRing(0, k == 0 ? -1 : n - 1, v))],
        });
}
