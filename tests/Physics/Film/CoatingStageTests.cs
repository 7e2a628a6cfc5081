using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

public class CoatingStageTests
{
    private static ElectrodeState Wet => SmallLayer.Wet.State;

    [Fact]
    public void Particles_keep_size_kind_and_names()
    {
        ParticleSet before = SmallLayer.Slurry.State.Particles, after = Wet.Particles;
        Assert.Equal(before.Radius, after.Radius);
        Assert.Equal(before.Kind, after.Kind);
        Assert.Equal(before.PrimaryId, after.PrimaryId);
        Assert.Equal(before.AgglomerateId, after.AgglomerateId);
    }

    // What is left is adhesion's own overlap (0.75 % of a radius, up to 2 % of the mean for the largest) and the 1 % of the relaxation.
    [Fact]
    public void Every_particle_is_below_the_surface_above_the_foil_and_clear_of_the_others()
    {
        double mean = Wet.Particles.Radius.Average();
        Assert.All(Enumerable.Range(0, Wet.Particles.Count), i => Assert.True(Wet.Particles.Position[i].Z + Wet.Particles.Radius[i] < Wet.FilmTop + (0.04 * mean)));
        Assert.InRange(SmallLayer.DeepestOverlap(Wet), 0, 0.04);
        Assert.True(SmallLayer.DeepestInFoil(Wet) < 0.1);
    }

    // Default recipe: solids 0.4, volume fraction 0.199.
    [Fact]
    public void Film_has_the_volume_of_the_slurry()
    {
        double solid = Wet.Particles.TotalVolume();
        Assert.Equal(SlurryComposition.Volume(Wet.Ledger, solid), Wet.Domain.Area * Wet.FilmTop, solid * 1e-9);
        Assert.Equal(0.2, SmallLayer.Wet.Value("slurry solids volume fraction"), 0.002);
        Assert.Equal(SmallLayer.Slurry.State.Ledger.Total, Wet.Ledger.Total);
    }

    // Top and bottom halves of the accessible height hold alike numbers: five standard deviations of a fair coin over 100.
    [Fact]
    public void Particles_fill_the_whole_height()
    {
        double middle = Wet.FilmTop / 2;
        Assert.InRange(Wet.Particles.Position.Count(p => p.Z > middle), 25, 75);
    }

    // Weakly sheared agglomerates are compacted into the film but stay recognisable: more than half of their bonds.
    [Fact]
    public void Unbroken_agglomerates_reach_the_film_with_most_of_their_bonds()
    {
        ElectrodeState slurry = SmallPowder.Shear(SmallPowder.Make(100, 2), new() { ShearRate = 20, Strain = 2, Planes = 1 }).State;
        var coating = new CoatingStage(new(), new(), new(), null, (x, y, _) => HeightMap.Flat(x, y));
        ElectrodeState film = coating.Run(slurry, new() { Seed = 1 }).State;
        Assert.True(film.Bonds.Length > 0.5 * slurry.Bonds.Length, $"{film.Bonds.Length} of {slurry.Bonds.Length}");
        Assert.InRange(SmallLayer.DeepestOverlap(film), 0, 0.05);
    }

    // Strong bridges: three agglomerates in a film of their own size, laid over a rough foil, end up through each other. Spheres of silicon are harder than bridges, so that bridges give way.
    // Allowed is adhesion's own overlap (0.75 % of a radius, up to 2 % of the mean for the largest) and the 1 % of the relaxation.
    [Theory]
    [InlineData(12)]
    [InlineData(17)]
    public void Bridged_agglomerates_that_interlock_lose_bridges_instead_of_standing_inside_each_other(int replicate)
    {
        ulong seed = ReplicateSeeds.Of(1, replicate);
        ElectrodeState slurry = SmallPowder.Shear(SmallPowder.Make(80, seed, bridged: 1), new() { ShearRate = 20, Strain = 2, Planes = 1 }, seed).State;
        var coating = new CoatingStage(new(), new(), new(), null, new FoilUnderFilm(new(), null).Make);
        ElectrodeState film = coating.Run(slurry, new() { Seed = seed }).State;
        Assert.InRange(SmallLayer.DeepestOverlap(film), 0, 0.05);
        Assert.InRange(film.Bonds.Length, 1, slurry.Bonds.Length - 1);
    }

    [Fact]
    public void A_foil_rougher_than_half_the_film_is_refused_with_both_figures()
    {
        var coating = new CoatingStage(new(), new(), new(), null, (x, y, _) => new(2, 2, x / 2, y / 2, [0, 10e-6, 0, 0], Periodic: true));
        InputException refused = Assert.Throws<InputException>(() => coating.Run(SmallLayer.Slurry.State, new() { Seed = 1 }));
        Assert.Contains("10.00 um", refused.Message);
    }
}
