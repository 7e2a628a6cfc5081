using System.Runtime.InteropServices;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>An electrode state as named columns: the one list that checkpoints and state files are written from.</summary>
internal static class StateColumns
{
    public static IEnumerable<StateColumn> Of(ElectrodeState s) =>
        [.. Frame(s), .. Particles(s.Particles), .. Bonds(s.Bonds), .. Foil(s.Foil), .. Binder(s.Binder)];

    private static IEnumerable<StateColumn> Frame(ElectrodeState s) =>
    [
        new("frame/phase", "-", 1, new[] { (int)s.Phase }, "structure phase: 0 nothing, 1 powder, 2 slurry, 3 wet film, 4 dry film, 5 pressed film, 6 sintered"),
        new("frame/size", "m", 3, new[] { s.Domain.Size.X, s.Domain.Size.Y, s.Domain.Size.Z }, "edges of the domain"),
        new("frame/periodic", "-", 3, new[] { Flag(s.Domain.PeriodicX), Flag(s.Domain.PeriodicY), Flag(s.Domain.PeriodicZ) }, "1 where an axis is periodic"),
        new("frame/film_top", "m", 1, new[] { s.FilmTop }, "height of the film's mean upper surface over the foil's mean plane"),
        new("frame/segment_scale", "-", 1, new[] { s.SegmentScale }, "thickness of the simulated film over that of the whole layer"),
        new("frame/feedstock_bond_count", "-", 1, new[] { s.FeedstockBondCount }, "bonds of the relaxed powder"),
        new("frame/ledger", "kg", 1, Enum.GetValues<Species>().Select(species => s.Ledger[species]).ToArray(), string.Join(", ", Enum.GetNames<Species>())),
        new("frame/particle_density", "kg/m^3", 1, s.ParticleDensity, "density by particle kind"),
    ];

    private static IEnumerable<StateColumn> Particles(ParticleSet p) =>
    [
        new("particles/position", "m", 3, MemoryMarshal.Cast<Vector3d, double>(p.Position).ToArray(), "centres, x y z"),
        new("particles/radius", "m", 1, p.Radius, "radii"),
        new("particles/kind", "-", 1, MemoryMarshal.Cast<ParticleKind, byte>(p.Kind).ToArray(), "1 silicon, 2 silicon alloy, 3 conductive powder"),
        new("particles/primary_id", "-", 1, p.PrimaryId, "id from the powder to the sintered layer, from 1"),
        new("particles/agglomerate_id", "-", 1, p.AgglomerateId, "agglomerate of the powder it came in, 0 for none"),
    ];

    private static IEnumerable<StateColumn> Bonds(Bond[] bonds) =>
    [
        new("bonds/i", "-", 1, bonds.Select(b => b.I).ToArray(), "lower particle index, from 0"),
        new("bonds/j", "-", 1, bonds.Select(b => b.J).ToArray(), "higher particle index"),
        new("bonds/origin", "-", 1, bonds.Select(b => (byte)b.Origin).ToArray(), "1 feedstock contact, 2 feedstock bridge, 3 binder, 4 sinter neck"),
        new("bonds/radius", "m", 1, bonds.Select(b => b.Radius).ToArray(), "radius of the neck, bridge or ring; 0 for a bare contact"),
    ];

    private static IEnumerable<StateColumn> Foil(HeightMap? foil) => foil is null ? [] :
    [
        new("foil/count", "-", 1, new[] { foil.CountX, foil.CountY }, "points along x and y"),
        new("foil/step", "m", 1, new[] { foil.StepX, foil.StepY }, "spacing along x and y"),
        new("foil/periodic", "-", 1, new[] { Flag(foil.Periodic) }, "1 where the surface continues itself across its edges"),
        new("foil/height", "m", foil.CountX, foil.Heights, "heights about the mean plane, row by row along x; NaN where invalid"),
    ];

    private static IEnumerable<StateColumn> Binder(BinderLayout? binder) => binder is null ? [] :
    [
        new("binder/film_volume", "m^3", 1, binder.FilmVolume, "film on each particle"),
        new("binder/ring_i", "-", 1, binder.Rings.Select(r => r.I).ToArray(), "lower particle index of a ring"),
        new("binder/ring_j", "-", 1, binder.Rings.Select(r => r.J).ToArray(), "higher particle index; -1 for a ring on the foil"),
        new("binder/ring_volume", "m^3", 1, binder.Rings.Select(r => r.Volume).ToArray(), "ring volumes"),
    ];

    private static byte Flag(bool value) => value ? (byte)1 : (byte)0;
}
