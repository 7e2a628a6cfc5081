namespace DispersionSim.Process;

/// <summary>One moment of a furnace run.</summary>
/// <param name="Time">s.</param>
/// <param name="Temperature">K.</param>
/// <param name="Imidised">Imidised fraction of the precursor.</param>
/// <param name="Remaining">Remaining fraction of the cured binder.</param>
public readonly record struct FurnaceMoment(double Time, double Temperature, double Imidised, double Remaining);

/// <summary>Everything that reacts in the furnace, integrated over a temperature programme.</summary>
/// <remarks>Each law is solved exactly over pieces of constant temperature (see <see cref="TemperatureProgramme.Steps"/>).</remarks>
public sealed class FurnaceRun
{
    private readonly List<FurnaceMoment> moments = [];

    private FurnaceRun(TemperatureProgramme programme, BinderFlow flow)
    {
        Programme = programme;
        Flow = flow;
    }

    public TemperatureProgramme Programme { get; }

    /// <summary>Imidised fraction of the precursor.</summary>
    public double Imidised { get; private set; }

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

    public BinderFlow Flow { get; }

    /// <summary>The course, for curves.</summary>
    public IReadOnlyList<FurnaceMoment> Moments => moments;

    /// <summary>Runs a recipe's programme.</summary>
    public static FurnaceRun Of(HeatTreatmentOptions options, CancellationToken stop = default)
    {
        var programme = new TemperatureProgramme(options.StartTemperature, options.Programme);
        var run = new FurnaceRun(programme, new(options.Thermoplastic ? options.GlassTransition : null));
        run.Integrate(options, stop);
        return run;
    }

    private void Integrate(HeatTreatmentOptions options, CancellationToken stop)
    {
        double oxygen = OxygenPressure.Of(options);
        Imidisation imidisation = Imidisation.Of(options.Chemistry);
        var decomposition = new Decomposition(oxygen, options.CopperCatalysis);
        var copper = new CopperOxidation(oxygen, options.GasRenewal);
        var silicon = new SiliconOxidation(oxygen);
        Note(0);
        foreach ((double start, double time, double temperature) in Programme.Steps())
        {
            stop.ThrowIfCancellationRequested();
            Imidised = imidisation.Advance(Imidised, temperature, time);
            Decomposed = decomposition.Advance(Decomposed, temperature, time);
            CopperOxide = copper.Advance(CopperOxide, temperature, time);
            SiliconOxide = silicon.Advance(SiliconOxide, temperature, time);
            Silicide.Advance(temperature, time);
            Necks.Advance(temperature, time);
            Flow.Advance(temperature, time);
            Note(start + time);
        }
    }

    private void Note(double time) => moments.Add(new(time, Programme.At(time), Imidised, Remaining));
}
