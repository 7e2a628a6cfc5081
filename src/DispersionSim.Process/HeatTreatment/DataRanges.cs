namespace DispersionSim.Process;

/// <summary>A law that a programme took beyond its data.</summary>
/// <param name="Law">In words, as in a sentence.</param>
/// <param name="Data">Temperatures that its constants hold for.</param>
/// <param name="Measured">First words of the measurements that rest on it.</param>
public sealed record Extrapolation(string Law, TemperatureRange Data, string Measured);

/// <summary>Which laws of the furnace a programme takes beyond the temperatures that their constants were taken from.</summary>
/// <remarks>
/// Below its range a law that is thermally activated does next to nothing; so what counts is the peak above it. Imidisation, which is over
/// long before the peak, counts where more than 1 % of the imide formed outside.
/// </remarks>
public static class DataRanges
{
    /// <summary>Share of the imide that may form outside the data.</summary>
    private const double FormedOutside = 0.01;

    /// <summary>Melting point of copper, K (crc-handbook): the foil is no foil above.</summary>
    public const double CopperMelts = 1357.77;

    private static readonly Extrapolation[] Laws =
    [
        new("decomposition of the binder", TemperatureRange.Celsius(300, 650), "binder remaining"),
        new("oxidation of copper", TemperatureRange.Celsius(300, 800), "copper oxide"),
        new("oxidation of silicon", TemperatureRange.Celsius(25, 1000), "silicon oxide"),
        new("copper silicide", TemperatureRange.Celsius(150, 550), "copper silicide"),
        new("diffusion in silicon", TemperatureRange.Celsius(300, 1200), "neck"),
    ];

    /// <summary>The laws that are extrapolated.</summary>
    /// <param name="peak">Highest temperature of the programme, K.</param>
    /// <param name="imidisation">How the precursor cures.</param>
    /// <param name="formedOutside">Imidised fraction that formed outside the data of imidisation.</param>
    public static IReadOnlyList<Extrapolation> Exceeded(double peak, Imidisation imidisation, double formedOutside) =>
    [
        .. formedOutside > FormedOutside ? [new Extrapolation("imidisation", imidisation.Data, "imidisation")] : (Extrapolation[])[],
        .. Laws.Where(l => peak > l.Data.High),
    ];
}
