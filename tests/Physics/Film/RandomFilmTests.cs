using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

public class RandomFilmTests
{
    private static readonly Lazy<ElectrodeState> Null = new(() => Make(SmallLayer.Wet.State, 1));

    [Fact]
    public void Null_has_the_same_primaries_without_bonds_between_foil_and_surface_and_no_overlaps()
    {
        ElectrodeState wet = SmallLayer.Wet.State, random = Null.Value;
        Assert.Equal(wet.Particles.Radius, random.Particles.Radius);
        Assert.Equal(wet.Particles.PrimaryId, random.Particles.PrimaryId);
        Assert.Equal((wet.FilmTop, wet.Domain, wet.SegmentScale), (random.FilmTop, random.Domain, random.SegmentScale));
        Assert.Empty(random.Bonds);
        Assert.InRange(SmallLayer.DeepestOverlap(random), 0, 0.011);
        Assert.True(SmallLayer.DeepestInFoil(random) < 0.1);
    }

    [Fact]
    public void Nulls_of_different_streams_differ_and_of_the_same_stream_do_not()
    {
        Assert.Equal(Null.Value.Particles.Position, Make(SmallLayer.Wet.State, 1).Particles.Position);
        Assert.NotEqual(Null.Value.Particles.Position, Make(SmallLayer.Wet.State, 2).Particles.Position);
    }

    // Half of the film's volume: beyond what random addition reaches (0.38 for equal spheres), so spheres are placed smaller and settle.
    [Fact]
    public void A_film_too_full_for_random_addition_is_still_filled_at_random()
    {
        ElectrodeState wet = SmallLayer.Wet.State;
        double height = wet.Particles.TotalVolume() / wet.Domain.Area / 0.47;
        ElectrodeState full = wet with { FilmTop = height, Foil = HeightMap.Flat(wet.Domain.Size.X, wet.Domain.Size.Y) };
        ElectrodeState random = Make(full, 1);
        Assert.InRange(SmallLayer.DeepestOverlap(random), 0, 0.011);
        Assert.All(Enumerable.Range(0, random.Particles.Count), i => Assert.InRange(random.Particles.Position[i].Z, 0.98 * random.Particles.Radius[i], height));
    }

    private static ElectrodeState Make(ElectrodeState wet, int which) => RandomFilm.Make(wet, new(SmallLayer.Seed, StreamName.NullPlacement, which));
}
