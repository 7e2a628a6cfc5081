using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>The furnace: the binder cures and bonds, copper and silicon may oxidise; silicon does not sinter.</summary>
/// <remarks>Takes a pressed film, or a dry one where pressing is left out. Particles keep their positions.</remarks>
public sealed class HeatTreatmentStage(HeatTreatmentOptions options) : IStage
{
    private const int CurvePoints = 400;

    public string Name => "heat-treatment";

    public StructurePhase Requires => StructurePhase.PressedFilm;

    /// <summary>A layer that was not pressed can be heat-treated too.</summary>
    public bool Accepts(StructurePhase phase) => phase is StructurePhase.PressedFilm or StructurePhase.DryFilm;

    public StructurePhase Produces => StructurePhase.Sintered;

    /// <inheritdoc/>
    /// <exception cref="InputException">The film has not been dried.</exception>
    public StageResult Run(ElectrodeState input, StageContext context)
    {
        BinderLayout layout = DriedBinder(input);
        FurnaceRun run = FurnaceRun.Of(options, SolventPerPrecursor(input.Ledger), context.Stop);
        context.Progress(0.9, "furnace programme done");
        ElectrodeState sintered = Sinter(input, layout, run);
        context.Progress(1, "binder cured");
        return new(sintered, Measure(sintered, run), Curves(run));
    }

    private static BinderLayout DriedBinder(ElectrodeState input) =>
        input.Phase is StructurePhase.PressedFilm or StructurePhase.DryFilm && input.Binder is { } layout
            ? layout
            : throw new InputException($"heat-treatment: needs a dried or pressed film with its binder laid down, not {input.Phase}");

    private ElectrodeState Sinter(ElectrodeState input, BinderLayout layout, FurnaceRun run)
    {
        Ledger ledger = BinderConversion.Convert(input.Ledger, run.Curing, run);
        BinderLayout cured = BinderLevelling.Level(BinderConversion.Shrink(layout, ledger), input.Particles.Radius, run.Flow);
        Bond[] bonds = BinderBonds.Add(input.Bonds, cured, input.Particles.Radius, run.Necks.RadiusRatio(MeanRadius(input)));
        return input with { Phase = Produces, Ledger = ledger, Binder = cured, Bonds = bonds };
    }

    private static double SolventPerPrecursor(Ledger ledger) =>
        ledger[Species.BinderPrecursor] > 0 ? ledger[Species.Solvent] / ledger[Species.BinderPrecursor] : 0;

    private static double MeanRadius(ElectrodeState state) => state.Particles.Count == 0 ? 250e-9 : state.Particles.Radius.Average();

    private Measurement[] Measure(ElectrodeState state, FurnaceRun run)
    {
        double radius = MeanRadius(state), oxygen = OxygenPressure.Of(options), free = StressFreeTemperature(run);
        Measurement[] all =
        [
            new("binder remaining fraction", run.Remaining, "-") { Bounds = Interval.Share, Definition = "mass of cured binder left, over the cured binder that formed" },
            new("imidisation degree", run.Imidised, "-") { Bounds = Interval.Share, Definition = "imidised fraction of the precursor" },
            new("copper oxide thickness", run.CopperOxide, "m") { Definition = "Cu2O on each side of the foil" },
            new("copper oxide fraction of foil", CopperOxidation.ConsumedFraction(run.CopperOxide, options.FoilThickness), "-") { Bounds = Interval.Share, Definition = "thickness of copper turned to oxide on both sides, over the foil's" },
            new("silicon oxide thickness", run.SiliconOxide, "m") { Definition = "oxide added to the native oxide" },
            new("copper silicide risk", run.Silicide.Risk(options.SilicideBarrier, radius), "-") { Bounds = Interval.Share, Definition = "fraction of silicon-copper contacts that may have reacted" },
            new("copper silicide thickness at bare contact", run.Silicide.BareThickness, "m") { Definition = "what would grow without native oxide and polyimide between" },
            new("neck to radius ratio", run.Necks.RadiusRatio(radius), "-") { Definition = "silicon neck by lattice diffusion over the mean particle radius" },
            new("neck to radius ratio by boundary diffusion", run.Sintering.RadiusRatio(radius), "-") { Definition = "demonstrator for 800 to 1100 degC: free sintering of a clean pair along its grain boundary; no particle is moved by it" },
            new("binder flow to radius ratio", run.Flow.RadiusRatio(radius), "-") { Definition = "Frenkel neck of a thermoplastic binder over the mean particle radius; 0 for one that does not flow" },
            new("particles touched by binder rings", BinderBonds.ShareOfParticlesTouched(state.Binder!, state.Particles.Count), "-") { Bounds = Interval.Share, Definition = "fraction of particles that a ring of binder touches" },
            new("binder bonds", state.Bonds.Count(b => b.Origin == BondOrigin.Binder), "-") { Definition = "rings of cured binder between two particles" },
            new("layer cohesion", BinderStrength.Cohesion(state.Bonds, state.Particles.Radius, state.Domain.Area * state.FilmTop), "Pa") { Definition = "tensile strength of the rings of binder between particles, at an adhesion of 75 MPa" },
            new("residual binder stress", run.Remaining > 0 ? ResidualStress.AfterCooling(free) : 0, "Pa") { Definition = "biaxial tension in the binder on silicon after cooling to 25 degC" },
            new("residual binder stress on copper", run.Remaining > 0 ? ResidualStress.OnCopper(free) : 0, "Pa") { Definition = "biaxial tension in the binder on the foil after cooling to 25 degC" },
            new("oxygen partial pressure", oxygen, "Pa") { Definition = "as declared by the recipe or its atmosphere" },
            new("non-oxidizing atmosphere", OxygenPressure.IsNonOxidizing(options) ? 1 : 0, "-") { Definition = "1 where the oxygen partial pressure is 1 Pa or less" },
            new("peak temperature", run.Programme.PeakTemperature, "K") { Definition = "highest temperature of the programme" },
            new("laws beyond their data", run.Extrapolated.Count, "-") { Definition = "rate laws whose range of temperature the programme exceeds" },
        ];
        return [.. all.Select(m => Marked(m, run.Extrapolated))];
    }

    /// <summary>What rests on a law beyond its data says so.</summary>
    private static Measurement Marked(Measurement m, IReadOnlyList<Extrapolation> beyond) =>
        beyond.FirstOrDefault(e => m.Name.StartsWith(e.Measured, StringComparison.Ordinal)) is { } law
            ? m with { Definition = $"{m.Definition}; extrapolated: {law.Law} is known for {law.Data}" }
            : m;

    private static double StressFreeTemperature(FurnaceRun run) =>
        Math.Min(run.Flow.GlassTransition ?? double.PositiveInfinity, run.Programme.PeakTemperature);

    private static Curve[] Curves(FurnaceRun run)
    {
        int stride = Math.Max(1, run.Moments.Count / CurvePoints), last = run.Moments.Count - 1;
        FurnaceMoment[] points = [.. run.Moments.Where((_, i) => i % stride == 0 || i == last)];
        double[] time = [.. points.Select(p => p.Time)];
        return
        [
            new("furnace temperature", "time", "s", "temperature", "K", time, [.. points.Select(p => p.Temperature)]),
            new("binder remaining", "time", "s", "remaining fraction", "-", time, [.. points.Select(p => p.Remaining)]),
            new("imidisation", "time", "s", "imidised fraction", "-", time, [.. points.Select(p => p.Imidised)]),
            new("copper oxide", "time", "s", "thickness on each side", "m", time, [.. points.Select(p => p.CopperOxide)]),
        ];
    }
}
