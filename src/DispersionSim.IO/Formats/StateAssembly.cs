using System.Runtime.InteropServices;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>An electrode state put together again from its columns; refuses columns that do not belong together.</summary>
internal static class StateAssembly
{
    /// <summary>The state that the columns describe.</summary>
    /// <param name="columns">The columns of <see cref="StateColumns"/>.</param>
    /// <exception cref="FormatException">Lengths or indices do not fit: the file is damaged.</exception>
    public static ElectrodeState From(ColumnBag columns)
    {
        ParticleSet particles = Particles(columns);
        double[] size = Exactly(columns.Get<double>("frame/size"), 3, "frame/size");
        byte[] periodic = Exactly(columns.Get<byte>("frame/periodic"), 3, "frame/periodic");
        return new()
        {
            Phase = (StructurePhase)columns.GetOne<int>("frame/phase"),
            Domain = new(new(size[0], size[1], size[2]), periodic[0] != 0, periodic[1] != 0, periodic[2] != 0),
            Particles = particles,
            Bonds = Bonds(columns, particles.Count),
            FeedstockBondCount = columns.GetOne<int>("frame/feedstock_bond_count"),
            Foil = Foil(columns),
            FilmTop = columns.GetOne<double>("frame/film_top"),
            SegmentScale = columns.GetOne<double>("frame/segment_scale"),
            Binder = Binder(columns, particles.Count),
            Ledger = Ledger(columns.Get<double>("frame/ledger")),
            ParticleDensity = columns.Get<double>("frame/particle_density"),
        };
    }

    private static ParticleSet Particles(ColumnBag columns)
    {
        double[] radius = columns.Get<double>("particles/radius");
        int n = radius.Length;
        return new()
        {
            Position = MemoryMarshal.Cast<double, Vector3d>(Exactly(columns.Get<double>("particles/position"), 3 * n, "particles/position")).ToArray(),
            Radius = radius,
            Kind = MemoryMarshal.Cast<byte, ParticleKind>(Exactly(columns.Get<byte>("particles/kind"), n, "particles/kind")).ToArray(),
            PrimaryId = Exactly(columns.Get<int>("particles/primary_id"), n, "particles/primary_id"),
            AgglomerateId = Exactly(columns.Get<int>("particles/agglomerate_id"), n, "particles/agglomerate_id"),
        };
    }

    private static Bond[] Bonds(ColumnBag columns, int particles)
    {
        int[] i = Indices(columns, "bonds/i", 0, particles);
        int[] j = Indices(columns, "bonds/j", 0, particles);
        byte[] origin = Exactly(columns.Get<byte>("bonds/origin"), i.Length, "bonds/origin");
        double[] radius = Exactly(columns.Get<double>("bonds/radius"), i.Length, "bonds/radius");
        Exactly(j, i.Length, "bonds/j");
        return [.. i.Select((first, k) => new Bond(first, j[k], (BondOrigin)origin[k], radius[k]))];
    }

    private static HeightMap? Foil(ColumnBag columns)
    {
        if (!columns.Columns.ContainsKey("foil/height"))
        {
            return null;
        }

        int[] count = Exactly(columns.Get<int>("foil/count"), 2, "foil/count");
        double[] step = Exactly(columns.Get<double>("foil/step"), 2, "foil/step");
        double[] heights = Exactly(columns.Get<double>("foil/height"), checked(count[0] * count[1]), "foil/height");
        return new(count[0], count[1], step[0], step[1], heights, columns.GetOne<byte>("foil/periodic") != 0);
    }

    private static BinderLayout? Binder(ColumnBag columns, int particles)
    {
        if (!columns.Columns.ContainsKey("binder/film_volume"))
        {
            return null;
        }

        int[] i = Indices(columns, "binder/ring_i", 0, particles);
        int[] j = Exactly(Indices(columns, "binder/ring_j", -1, particles), i.Length, "binder/ring_j");
        double[] volume = Exactly(columns.Get<double>("binder/ring_volume"), i.Length, "binder/ring_volume");
        return new()
        {
            FilmVolume = columns.Get<double>("binder/film_volume"),
            Rings = [.. i.Select((first, k) => new BinderRing(first, j[k], volume[k]))],
        };
    }

    private static Ledger Ledger(double[] mass) =>
        Enum.GetValues<Species>().Where(s => (int)s < mass.Length).Aggregate(Core.Ledger.Empty, (ledger, s) => ledger.With(s, mass[(int)s]));

    private static int[] Indices(ColumnBag columns, string name, int least, int end)
    {
        int[] values = columns.Get<int>(name);
        return Array.TrueForAll(values, v => v >= least && v < end) ? values : throw new FormatException($"'{name}' names a particle that is not there");
    }

    private static T[] Exactly<T>(T[] values, int length, string name) =>
        values.Length == length ? values : throw new FormatException($"'{name}' has {values.Length} entries instead of {length}");
}
