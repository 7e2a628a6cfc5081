using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>A foil surface as a random field: spectrum, distribution of heights, and the amplitude that gives the wanted ISO Ra.</summary>
/// <remarks>
/// For Gaussian heights Ra = √(2/π) Rq of the filtered profile, with Rq² = Sq² · <see cref="FoilSpectrum.FilteredVariance"/>: Sq follows by quadrature.
/// For other distributions the ratio Ra/Rq of the filtered profile, and with nodules their share, are taken from one long
/// profile of a fixed random stream, the same in every run (16 mm; its sampling error: below 1 %).
/// </remarks>
public sealed class FoilModel
{
    internal const double LongCutoff = 0.8e-3;
    internal const double IsoShortCutoff = 2.5e-6;

    // The profile that fixes the amplitude belongs to no run; its index lies apart from those of replicates.
    private const int CalibrationIndex = int.MaxValue;

    private readonly TranslatedCorrelation? correlation;

    private FoilModel(FoilSpectrum spectrum, HeightDistribution distribution, TopographyOptions options)
    {
        (Spectrum, Distribution, ShortCutoff, Nodules) = (spectrum, distribution, options.ShortCutoff, options.Nodules);
        correlation = distribution.IsGaussian ? null : new(distribution);
        RootMeanSquare = distribution.IsGaussian && Nodules.Coverage <= 0
            ? options.TargetRa / Math.Sqrt(2 / Math.PI * Spectrum.FilteredVariance(LongCutoff, IsoShortCutoff))
            : FoilCalibration.RootMeanSquare(this, options.TargetRa, new(0, StreamName.FoilProfile, CalibrationIndex));
    }

    public FoilSpectrum Spectrum { get; }

    public HeightDistribution Distribution { get; }

    /// <summary>What stands on the random surface.</summary>
    public NoduleOptions Nodules { get; }

    /// <summary>Sq of the unbounded random surface, nodules apart, m.</summary>
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

        if (options.LongCutoff <= options.RollOffWavelength)
        {
            throw new InputException($"foil.topography.long_cutoff = {options.LongCutoff * 1e6:0.####} um: must be longer than roll_off_wavelength ({options.RollOffWavelength * 1e6:0.####} um).");
        }

        FoilSpectrum spectrum = new(options.Hurst, options.RollOffWavelength, options.ShortCutoff, options.LongCutoff ?? double.PositiveInfinity);
        return new(spectrum, HeightDistribution.Of(options.Skewness, options.Kurtosis), options);
    }

    /// <summary>Powers of the waves of the Gaussian surface that, mapped, has these: the same where the heights are Gaussian.</summary>
    internal double[] BeforeMap(double[] power, int countX, int countY) => correlation?.Before(power, countX, countY) ?? power;
}
