using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>A foil surface as a random field: spectrum, distribution of heights, and the amplitude that gives the wanted ISO Ra.</summary>
/// <remarks>
/// For Gaussian heights Ra = √(2/π) Rq of the filtered profile, with Rq² = Sq² · <see cref="FoilSpectrum.FilteredVariance"/>: Sq follows by quadrature.
/// For other distributions the ratio of the filtered Ra to that of the Gaussian profile it is mapped from is taken from one long
/// profile of a fixed random stream, the same in every run (its sampling error nearly cancels in the ratio: below 1 %).
/// </remarks>
public sealed class FoilModel
{
    internal const double LongCutoff = 0.8e-3;
    internal const double IsoShortCutoff = 2.5e-6;

    // The profile that fixes the amplitude belongs to no run; its index lies apart from those of replicates.
    private const int CalibrationIndex = int.MaxValue;
    private const double CalibrationLength = 16e-3;

    private FoilModel(FoilSpectrum spectrum, HeightDistribution distribution, TopographyOptions options)
    {
        (Spectrum, Distribution, ShortCutoff) = (spectrum, distribution, options.ShortCutoff);
        RootMeanSquare = options.TargetRa / UnitRa();
    }

    public FoilSpectrum Spectrum { get; }

    public HeightDistribution Distribution { get; }

    /// <summary>Sq of the unbounded foil, m.</summary>
    public double RootMeanSquare { get; }

    /// <summary>Shortest wave, m.</summary>
    public double ShortCutoff { get; }

    /// <summary>The model of a recipe's topography.</summary>
    /// <exception cref="InputException">The options contradict each other.</exception>
    public static FoilModel Of(TopographyOptions options)
    {
        if (options.RollOffWavelength <= options.ShortCutoff)
        {
            throw new InputException($"foil.topography.roll_off_wavelength = {options.RollOffWavelength * 1e6:0.####} um: must be longer than short_cutoff ({options.ShortCutoff * 1e6:0.####} um).");
        }

        return new(new(options.Hurst, options.RollOffWavelength, options.ShortCutoff), HeightDistribution.Of(options.Skewness, options.Kurtosis), options);
    }

    /// <summary>Filtered ISO Ra of the foil with Sq = 1.</summary>
    private double UnitRa()
    {
        double gaussian = Math.Sqrt(2 / Math.PI * Spectrum.FilteredVariance(LongCutoff, IsoShortCutoff));
        if (Distribution.IsGaussian)
        {
            return gaussian;
        }

        double[] normal = ProfileSynthesis.Periodic(Spectrum, CalibrationLength, ProfileSynthesis.StepFor(ShortCutoff), new(0, StreamName.FoilProfile, CalibrationIndex), out double step);
        double[] mapped = [.. normal.Select(Distribution.Map)];
        return gaussian * ProfileSynthesis.FilteredRa(mapped, step) / ProfileSynthesis.FilteredRa(normal, step);
    }
}
