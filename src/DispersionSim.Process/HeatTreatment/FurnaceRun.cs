namespace DispersionSim.Process;

/// <summary>One moment of a furnace run.</summary>
/// <param name="Time">s.</param>
/// <param name="Temperature">K.</param>
/// <param name="Imidised">Imidised fraction of the precursor.</param>
/// <param name="Remaining">Remaining fraction of the cured binder.</param>
/// <param name="CopperOxide">Oxide on each side of the foil, m.</param>
public readonly record struct FurnaceMoment(double Time, double Temperature, double Imidised, double Remaining, double CopperOxide);

/// <summary>Everything that reacts in the furnace, integrated over a temperature programme.</summary>
/// <remarks>Each law is solved exactly over pieces of constant temperature (see <see cref="TemperatureProgramme.Steps"/>).</remarks>
public sealed class FurnaceRun
{
    /// <summary>T_g of a binder that is said to flow and has no other, K.</summary>
    private const double UnnamedTransition = 513.15;

    private readonly List<FurnaceMoment> moments = [];

    private double formedOutside;

    private FurnaceRun(HeatTreatmentOptions options)
    {
        Options = options;
        Programme = new(options.StartTemperature, options.Programme);
        Chemistry = PolyimideChemistry.Of(options.Chemistry);
        Curing = Chemistry.Imidisation with { Stretch = options.ImidisationStretch };
        Flow = new(GlassTransitionOf(options, Chemistry));
    }

    public HeatTreatmentOptions Options { get; }

    /// <summary>The preset of the binder.</summary>
    public PolyimideChemistry Chemistry { get; }

    /// <summary>How its precursor cures, with the recipe's exponent.</summary>
    public Imidisation Curing { get; }

    public TemperatureProgramme Programme { get; }

    /// <summary>Imidised fraction of the precursor.</summary>
    public double Imidised { get; private set; }

    /// <summary>Share of the solvent left from drying that is still there.</summary>
    public double SolventLeft { get; private set; } = 1;

    /// <summary>How far the binder has decomposed.</summary>
    public DecompositionState Decomposed { get; private set; }

    /// <summary>Remaining fraction of the cured binder.</summary>
    public double Remaining => Decomposition.Remaining(Decomposed);

    /// <summary>Oxide on each side of the foil, m.</summary>
    public double CopperOxide { get; private set; }

    /// <summary>Oxide added to the silicon, m.</summary>
    public double SiliconOxide { get; private set; }

    public CopperSilicide Silicide { get; } = new();

    public NeckGrowth Necks { get; } = new();

    public BoundaryDiffusion Sintering { get; } = new();

    public BinderFlow Flow { get; }

    /// <summary>The course, for curves.</summary>
    public IReadOnlyList<FurnaceMoment> Moments => moments;

    /// <summary>Laws that the programme takes beyond the temperatures of their data.</summary>
    public IReadOnlyList<Extrapolation> Extrapolated => DataRanges.Exceeded(Programme.PeakTemperature, Curing, formedOutside);

    /// <summary>Runs a recipe's programme.</summary>
    /// <param name="options">The recipe's section.</param>
    /// <param name="solventPerPrecursor">Mass of solvent that the precursor holds at the start, over its own.</param>
    /// <param name="stop">Ends it early.</param>
    public static FurnaceRun Of(HeatTreatmentOptions options, double solventPerPrecursor = 0, CancellationToken stop = default)
    {
        var run = new FurnaceRun(options);
        run.Integrate(solventPerPrecursor, stop);
        return run;
    }

    /// <summary>T_g of a binder that flows, K: the recipe's, or its chemistry's; null for one that does not flow.</summary>
    private static double? GlassTransitionOf(HeatTreatmentOptions options, PolyimideChemistry chemistry) =>
        options.Thermoplastic ?? chemistry.GlassTransition is not null ? options.GlassTransition ?? chemistry.GlassTransition ?? UnnamedTransition : null;

    private void Integrate(double solventPerPrecursor, CancellationToken stop)
    {
        double oxygen = OxygenPressure.Of(Options);
        var decomposition = new Decomposition(oxygen, Options.CopperCatalysis) { Pyrolysis = Chemistry.Pyrolysis };
        var copper = new CopperOxidation(oxygen, Options.GasRenewal);
        var silicon = new SiliconOxidation(oxygen);
        var curing = new ImidisationState(0, 0, solventPerPrecursor);
        Note(0);
        foreach ((double start, double time, double temperature) in Programme.Steps())
        {
            stop.ThrowIfCancellationRequested();
            curing = Curing.Advance(curing, temperature, time);
            formedOutside += Curing.Data.Contains(temperature) ? 0 : curing.Imidised - Imidised;
            Imidised = curing.Imidised;
            SolventLeft *= Math.Exp(-Imidisation.SolventLoss.At(temperature) * time);
            Decomposed = decomposition.Advance(Decomposed, temperature, time);
            CopperOxide = copper.Advance(CopperOxide, temperature, time);
            SiliconOxide = silicon.Advance(SiliconOxide, temperature, time);
            Silicide.Advance(temperature, time);
            Necks.Advance(temperature, time);
            Sintering.Advance(temperature, time);
            Flow.Advance(temperature, time);
            Note(start + time);
        }
    }

    private void Note(double time) => moments.Add(new(time, Programme.At(time), Imidised, Remaining, CopperOxide));
}
