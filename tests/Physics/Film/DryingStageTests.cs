using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

public class DryingStageTests
{
    private static ElectrodeState Dry => SmallLayer.Dry.State;

    // Random loose packing of spheres starts near 0.55 (0.50 counting the loose rows at foil and surface of a film eight diameters thick),
    // random close packing ends at 0.64. The porosity is a result.
    [Fact]
    public void Capillarity_packs_the_film_between_random_loose_and_random_close_packing() =>
        Assert.InRange(SmallLayer.Dry.Value("dried particle fraction"), 0.50, 0.64);

    [Fact]
    public void Solvent_leaves_as_vapour_and_nothing_else_changes()
    {
        Ledger wet = SmallLayer.Wet.State.Ledger, dry = Dry.Ledger;
        Assert.Equal(1, dry.Total / wet.Total, 1e-10);
        Assert.Equal(1, dry[Species.SolventVapour] / wet[Species.Solvent], 1e-10);
        Assert.Equal(0, dry[Species.Solvent]);
        Assert.Equal(wet[Species.BinderPrecursor], dry[Species.BinderPrecursor]);
    }

    // Contacts are made stiffer as the pressure grows, so that the greatest force of the packing overlaps by 2 % of the mean radius: its size is a matter of statistics.
    [Fact]
    public void Softened_contacts_overlap_by_few_hundredths_of_the_mean_radius()
    {
        Assert.InRange(SmallLayer.DeepestOverlap(Dry), 0, 0.04);
        Assert.True(SmallLayer.DeepestInFoil(Dry) < 0.15);
    }

    [Fact]
    public void Laid_down_binder_has_the_volume_of_the_ledgers()
    {
        double expected = Dry.Ledger[Species.BinderPrecursor] / MaterialCatalog.PolyamicAcid.Density.Value;
        Assert.Equal(1, Dry.Binder!.TotalVolume / expected, 1e-12);
        Assert.All(Dry.Binder.FilmVolume, v => Assert.True(v > 0));
        Assert.All(Dry.Binder.Rings, r => Assert.True(r.Volume > 0 && r.I < (r.J < 0 ? int.MaxValue : r.J)));
    }

    // Every sphere that reaches the foil's highest point under it stands in a ring there; the foil's grid is looked at point by point.
    [Fact]
    public void Every_sphere_that_touches_the_relief_has_a_ring_on_the_foil()
    {
        ParticleSet p = Dry.Particles;
        HashSet<int> ringed = [.. Dry.Binder!.Rings.Where(r => r.J < 0).Select(r => r.I)];
        int[] touching = [.. Enumerable.Range(0, p.Count).Where(i => SmallLayer.DistanceToFoil(Dry, i) < p.Radius[i])];
        Assert.True(touching.Length > 3, "the capillary force presses several spheres onto the foil");
        Assert.All(touching, i => Assert.Contains(i, ringed));
        Assert.All(ringed, i => Assert.True(SmallLayer.DistanceToFoil(Dry, i) < 1.1 * p.Radius[i]));
    }

    // Half of every particle's share is in rings, and particles without a contact keep theirs as a film.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Share_in_rings_is_what_the_recipe_asks(double share)
    {
        StageResult result = SmallLayer.DryWith(new() { RingShare = share });
        BinderLayout binder = result.State.Binder!;
        double rings = binder.Rings.Sum(r => r.Volume) / binder.TotalVolume;
        Assert.InRange(rings, share == 0 ? 0 : 0.85, share + 1e-9);
    }

    // How much depends on how each small layer happens to settle: single ones differ by a tenth, so that the mean of eight is asked for.
    [Fact]
    public void Faster_drying_gathers_more_binder_at_the_top()
    {
        Dictionary<string, StageResult>[] layers = [.. Enumerable.Range(1, 8).Select(seed => SmallLayer.Run(new(), 100, (ulong)seed))];
        double[] slow = [.. layers.Select(l => l["drying"].Value("binder top to bottom"))];
        double[] fast = [.. layers.Select((l, k) => new DryingStage(new() { Rate = 3e-3 }, new()).Run(l["coating"].State, new() { Seed = (ulong)(k + 1) }).Value("binder top to bottom"))];
        Assert.All(slow.Zip(fast), pair => Assert.True(pair.First > 1 && pair.Second > pair.First));
        Assert.True(fast.Average() > 1.2 * slow.Average(), $"{slow.Average()} and {fast.Average()}");
    }

    // The surface comes down on every particle: none is left hanging in the air above the layer.
    [Fact]
    public void No_particle_is_left_behind_by_the_falling_surface()
    {
        Assert.True(Dry.FilmTop < 0.55 * SmallLayer.Wet.State.FilmTop);
        double highest = Enumerable.Range(0, Dry.Particles.Count).Max(i => Dry.Particles.Position[i].Z + Dry.Particles.Radius[i]);
        Assert.True(highest < Dry.FilmTop + (4 * Dry.Particles.Radius.Max()));
    }

    // Three primaries near the foil under a film many radii high: the first step must not carry the surface past them.
    [Fact]
    public void A_nearly_empty_film_dries_onto_its_particles()
    {
        const double R = 250e-9, Width = 3e-6;
        Ledger ledger = SlurryComposition.Mix(Ledger.Empty.With(Species.Silicon, 2330 * 3 * 4 / 3.0 * Math.PI * R * R * R), new());
        var film = new ElectrodeState
        {
            Phase = StructurePhase.WetFilm,
            Domain = Domain.Film(Width, Width, 10e-6),
            FilmTop = 10e-6,
            Foil = HeightMap.Flat(Width, Width),
            Ledger = ledger,
            Particles = new()
            {
                Position = [new(0.5e-6, 0.5e-6, 4e-6), new(1.5e-6, 1.5e-6, 5e-6), new(2.5e-6, 2.5e-6, 6e-6)],
                Radius = [R, R, R],
                Kind = [ParticleKind.Silicon, ParticleKind.Silicon, ParticleKind.Silicon],
                PrimaryId = [1, 2, 3],
                AgglomerateId = [0, 0, 0],
            },
        };
        ElectrodeState dry = new DryingStage(new(), new()).Run(film, new() { Seed = 1 }).State;
        Assert.All(dry.Particles.Position, p => Assert.Equal(R, p.Z, 0.1 * R));
    }

    [Fact]
    public void A_slurry_beyond_its_gel_point_is_refused()
    {
        InputException refused = Assert.Throws<InputException>(() => SmallLayer.DryWith(new() { GelMassFraction = 0.05 }));
        Assert.Contains("gel_mass_fraction", refused.Message);
    }

    // Capillary forces of tens of nN do not part bridges that carry micronewtons.
    [Fact]
    public void Solid_bridges_survive_drying()
    {
        ElectrodeState slurry = SmallPowder.Shear(SmallPowder.Make(60, 1, bridged: 1), new() { ShearRate = 20, Strain = 1, Planes = 1 }).State;
        var coating = new CoatingStage(new(), new(), new(), null, (x, y, _) => HeightMap.Flat(x, y));
        ElectrodeState wet = coating.Run(slurry, new() { Seed = 1 }).State, dry = new DryingStage(new(), new()).Run(wet, new() { Seed = 1 }).State;
        Assert.True(dry.Bonds.Length >= 0.95 * wet.Bonds.Length, $"{dry.Bonds.Length} of {wet.Bonds.Length}");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(200)]
    public void Drying_stopped_in_the_middle_goes_on_to_the_same_bits(int step) =>
        StopAt.AssertSameBits(SmallLayer.Dry, StopAt.Interrupted(new DryingStage(new(), new()), SmallLayer.Wet.State, SmallLayer.Seed, step));
}
