using DispersionSim.Analysis;
using DispersionSim.Core;

namespace DispersionSim.Tests.Physics;

public class FoilPathsTests
{
    private const double R = 250e-9, Side = 4e-6;

    // A column of two on the foil, one that hangs beside it across a bridge, and one in the air.
    private static readonly Vector3d[] Places = [new(1e-6, 1e-6, R), new(1e-6, 1e-6, 3 * R), new(1e-6, 1e-6 + (2.2 * R), 3 * R), new(3e-6, 3e-6, 5 * R)];

    [Fact]
    public void What_touches_is_joined_and_what_stands_apart_is_not() =>
        Assert.Equal([true, true, false, false], FoilPaths.Of(Film()));

    [Fact]
    public void A_bridge_and_a_ring_of_binder_join_too()
    {
        Assert.Equal([true, true, true, false], FoilPaths.Of(Film() with { Bonds = [new(1, 2, BondOrigin.FeedstockBridge, 50e-9)] }));
        Assert.Equal([true, true, false, true], FoilPaths.Of(Film() with { Binder = new() { FilmVolume = new double[4], Rings = [new(3, -1, 1e-22)] } }));
    }

    // Lifted by a tenth of a radius the column loses the flat foil; a peak between its lowest point and its flank brings it back.
    [Fact]
    public void A_peak_beside_the_lowest_point_is_found()
    {
        ElectrodeState lifted = Film() with { Particles = Film().Particles with { Position = [.. Places.Select(p => p with { Z = p.Z + (0.1 * R) })] } };
        Assert.Equal([false, false, false, false], FoilPaths.Of(lifted));
        const int Count = 100;
        double[] heights = new double[Count * Count];
        int x = (int)Math.Round((1e-6 + (0.7 * R)) / Side * Count), y = Count / 4;
        double beside = (x * Side / Count) - 1e-6;
        heights[x + (y * Count)] = (1.1 * R) - Math.Sqrt((R * R) - (beside * beside));
        Assert.Equal([true, true, false, false], FoilPaths.Of(lifted with { Foil = new(Count, Count, Side / Count, Side / Count, heights, Periodic: true) }));
    }

    private static ElectrodeState Film() => new()
    {
        Phase = StructurePhase.Sintered,
        Domain = Domain.Film(Side, Side, 2e-6),
        FilmTop = 2e-6,
        Foil = HeightMap.Flat(Side, Side),
        Particles = new()
        {
            Position = Places,
            Radius = [R, R, R, R],
            Kind = [ParticleKind.Silicon, ParticleKind.Silicon, ParticleKind.Silicon, ParticleKind.Silicon],
            PrimaryId = [1, 2, 3, 4],
            AgglomerateId = [0, 0, 0, 0],
        },
    };
}
