using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>The amplitude of a random surface whose filtered Ra has no closed form: mapped heights, nodules.</summary>
internal static class FoilCalibration
{
    private const double Length = 16e-3;
    private const double Precision = 1e-9;

    /// <summary>Sq at which the filtered Ra of a long profile is the target. Its Rq is known by quadrature and set to that, which leaves only the shape to chance.</summary>
    /// <exception cref="InputException">The nodules alone are rougher than the target.</exception>
    public static double RootMeanSquare(FoilModel model, double target, RandomStream random)
    {
        double[] surface = ProfileSynthesis.Filtered(ProfileSynthesis.Mapped(model, Length, random, out double step), step);
        double[] nodules = ProfileSynthesis.Filtered(NoduleField.Along(model.Nodules, random, surface.Length, step), step);
        double scale = Math.Sqrt(model.Spectrum.FilteredVariance(FoilModel.LongCutoff, FoilModel.IsoShortCutoff) / surface.Average(z => z * z));
        double Ra(double deviation) => surface.Zip(nodules, (z, n) => Math.Abs((deviation * scale * z) + n)).Average();
        if (Ra(0) > target)
        {
            throw new InputException($"foil.topography.target_ra = {target * 1e6:0.####} um: its nodules alone have a filtered Ra of {Ra(0) * 1e6:0.####} um; ask for more, or for fewer or lower nodules.");
        }

        double low = 0, high = target / (surface.Average(Math.Abs) * scale);
        while (Ra(high) < target)
        {
            high *= 2;
        }

        while (high - low > Precision * high)
        {
            double middle = (low + high) / 2;
            (low, high) = Ra(middle) < target ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
