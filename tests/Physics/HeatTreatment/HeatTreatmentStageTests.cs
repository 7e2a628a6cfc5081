using DispersionSim.Core;
using DispersionSim.Process;
using Xunit;
using static DispersionSim.Tests.Physics.FurnaceProgrammes;

namespace DispersionSim.Tests.Physics;

public sealed class HeatTreatmentStageTests
{
    private const double Radius = 250e-9;

    [Theory]
    [InlineData(400, FurnaceAtmosphere.Argon)]
    [InlineData(500, FurnaceAtmosphere.Air)]
    [InlineData(160, FurnaceAtmosphere.Vacuum)]
    public void No_mass_is_lost(double celsius, FurnaceAtmosphere atmosphere)
    {
        ElectrodeState before = Film();
        Ledger after = Treat(before, TenHours(celsius, atmosphere)).State.Ledger;
        Assert.Equal(1, after.Total / before.Ledger.Total, 1e-10);
        Assert.Equal(before.Ledger[Species.Silicon], after[Species.Silicon]);
        Assert.Equal(0, after[Species.Solvent]);
        Assert.All(Enum.GetValues<Species>(), s => Assert.True(after[s] >= 0));
    }

    // Fully imidised and hardly decomposed (0.04 %): binder 0.914 and water 0.086 of the precursor's mass.
    [Fact]
    public void Argon_at_400_degrees_turns_the_precursor_into_polyimide_and_water()
    {
        StageResult result = Treat(Film(), TenHours(400, FurnaceAtmosphere.Argon));
        double precursor = Film().Ledger[Species.BinderPrecursor];
        Assert.Equal(0.914, result.State.Ledger[Species.Binder] / precursor, 3);
        Assert.Equal(0.086, result.State.Ledger[Species.CondensationWater] / precursor, 3);
        Assert.Equal(1, Value(result, "imidisation degree"), 6);
        Assert.Equal(0.9996, Value(result, "binder remaining fraction"), 4);
    }

    [Theory]
    [InlineData(400, FurnaceAtmosphere.Argon)]
    [InlineData(160, FurnaceAtmosphere.Argon)]
    [InlineData(500, FurnaceAtmosphere.Air)]
    public void Layout_holds_the_volume_of_the_ledger(double celsius, FurnaceAtmosphere atmosphere)
    {
        ElectrodeState after = Treat(Film(), TenHours(celsius, atmosphere)).State;
        double expected = (after.Ledger[Species.Binder] / 1420) + (after.Ledger[Species.BinderPrecursor] / 1350);
        Assert.Equal(1, after.Binder!.TotalVolume / expected, 1e-10);
    }

    [Fact]
    public void Every_ring_between_particles_becomes_a_bond_and_the_powders_bonds_stay()
    {
        StageResult result = Treat(Film(), TenHours(400, FurnaceAtmosphere.Argon));
        Bond[] binder = [.. result.State.Bonds.Where(b => b.Origin == BondOrigin.Binder)];
        Bond bond = Assert.Single(binder);
        Assert.Equal((0, 1), (bond.I, bond.J));

        // V = pi b^4 / 2a on the shrunken ring.
        double volume = result.State.Binder!.Rings[0].Volume;
        Assert.Equal(volume, Math.PI * Math.Pow(bond.Radius, 4) / (2 * Radius), volume * 1e-9);
        Assert.Contains(result.State.Bonds, b => b.Origin == BondOrigin.FeedstockContact);
        Assert.Equal(1, Value(result, "binder bonds"));
    }

    // Particles 0 and 1 share a ring, 2 sits in a ring on the foil, 3 has a film alone.
    [Fact]
    public void A_particle_with_a_film_alone_is_touched_by_no_ring() =>
        Assert.Equal(0.75, Value(Treat(Film(), TenHours(400, FurnaceAtmosphere.Argon)), "particles touched by binder rings"));

    [Fact]
    public void At_400_degrees_silicon_does_not_sinter_and_at_900_it_does()
    {
        StageResult cold = Treat(Film(), TenHours(400, FurnaceAtmosphere.Argon)), hot = Treat(Film(), TenHours(900, FurnaceAtmosphere.Argon));
        Assert.DoesNotContain(cold.State.Bonds, b => b.Origin == BondOrigin.Sinter);
        Assert.Equal(2.6e-4, Value(cold, "neck to radius ratio"), 5);
        Assert.Contains(hot.State.Bonds, b => b.Origin == BondOrigin.Sinter);
    }

    [Fact]
    public void Particles_stay_where_they_are_and_the_input_is_untouched()
    {
        ElectrodeState before = Film();
        Vector3d[] positions = [.. before.Particles.Position];
        double volume = before.Binder!.TotalVolume;
        ElectrodeState after = Treat(before, TenHours(500, FurnaceAtmosphere.Air)).State;
        Assert.Equal(positions, after.Particles.Position);
        Assert.Equal(volume, before.Binder.TotalVolume);
        Assert.Equal(StructurePhase.Sintered, after.Phase);
    }

    [Fact]
    public void A_film_that_was_never_dried_is_refused() =>
        Assert.Throws<InputException>(() => Treat(Film() with { Phase = StructurePhase.WetFilm }, new()));

    [Fact]
    public void A_dry_film_that_was_not_pressed_is_taken_too() =>
        Assert.Equal(StructurePhase.Sintered, Treat(Film() with { Phase = StructurePhase.DryFilm }, new()).State.Phase);

    [Fact]
    public void Curves_run_from_the_start_to_the_end_of_the_programme()
    {
        StageResult result = Treat(Film(), new());
        Assert.Equal(4, result.Curves.Count);
        Assert.All(result.Curves, c => Assert.Equal((0.0, 36000 + (2 * 375 * 12.0)), (c.X[0], Math.Round(c.X[^1], 3))));
        Assert.All(result.Measurements, m => Assert.True(double.IsFinite(m.Value), m.Name));
    }

    // What rests on a law beyond its data is marked where it is printed, and nothing else is.
    [Fact]
    public void Results_beyond_the_data_are_marked()
    {
        StageResult hot = Treat(Film(), new() { Programme = RampTo(700) }), usual = Treat(Film(), TenHours(400, FurnaceAtmosphere.Argon));
        Assert.Equal(2, Value(hot, "laws beyond their data"));
        Assert.Equal(["binder remaining fraction", "copper silicide risk", "copper silicide thickness at bare contact"], hot.Measurements.Where(m => m.Definition.Contains("extrapolated", StringComparison.Ordinal)).Select(m => m.Name));
        Assert.DoesNotContain(usual.Measurements, m => m.Definition.Contains("extrapolated", StringComparison.Ordinal));
    }

    private static StageResult Treat(ElectrodeState state, HeatTreatmentOptions options) =>
        new HeatTreatmentStage(options).Run(state, new StageContext { Seed = 1 });

    private static double Value(StageResult result, string name) => result.Measurements.Single(m => m.Name == name).Value;

    private static ElectrodeState Film()
    {
        var layout = new BinderLayout
        {
            FilmVolume = [1e-21, 1e-21, 1e-21, 1e-21],
            Rings = [new(0, 1, 4e-21), new(2, -1, 2e-21)],
        };
        return new()
        {
            Phase = StructurePhase.PressedFilm,
            Domain = Domain.Film(2e-6, 2e-6, 2e-6),
            Particles = new()
            {
                Position = [new(0, 0, Radius), new(2 * Radius, 0, Radius), new(4 * Radius, 0, Radius), new(0, 4 * Radius, Radius)],
                Radius = [Radius, Radius, Radius, Radius],
                Kind = [ParticleKind.Silicon, ParticleKind.Silicon, ParticleKind.Silicon, ParticleKind.Silicon],
                PrimaryId = [1, 2, 3, 4],
                AgglomerateId = [1, 1, 0, 0],
            },
            Bonds = [new(0, 1, BondOrigin.FeedstockContact, 0)],
            FeedstockBondCount = 1,
            Binder = layout,
            FilmTop = 2e-6,
            Ledger = Ledger.Empty
                .With(Species.Silicon, 4 * 4.0 / 3 * Math.PI * Radius * Radius * Radius * 2330)
                .With(Species.BinderPrecursor, layout.TotalVolume * 1350)
                .With(Species.Solvent, 1e-19),
        };
    }
}
