using System.Numerics;
using DispersionSim.Core;
using MathNet.Numerics.IntegralTransforms;

namespace DispersionSim.Process;

/// <summary>Random profiles of a given spectrum, periodic over a length that is cut or used whole.</summary>
internal static class ProfileSynthesis
{
    // Steps above this would leave too few points for the filters.
    private const double LongestStep = 0.25e-6;

    /// <summary>The step that carries the shortest wave with two points.</summary>
    public static double StepFor(double shortCutoff) => Math.Min(shortCutoff / 2, LongestStep);

    /// <summary>A profile of the model's spectrum and heights, of unit expected variance: every wave of the Gaussian profile that is mapped has an independent complex normal amplitude, E|A|² = C₁/L.</summary>
    public static double[] Mapped(FoilModel model, double leastLength, RandomStream random, out double step)
    {
        step = StepFor(model.ShortCutoff);
        int count = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Ceiling(leastLength / step));
        double[] power = model.BeforeMap(Power(model.Spectrum, count, step), count, 1);
        Complex[] waves = new Complex[count];
        for (int k = 1; k < count / 2; k++)
        {
            double deviation = Math.Sqrt(power[k] / 2);
            waves[k] = new(deviation * random.NextGaussian(), deviation * random.NextGaussian());
            waves[count - k] = Complex.Conjugate(waves[k]);
        }

        Fourier.Inverse(waves, FourierOptions.NoScaling);
        return [.. waves.Select(w => model.Distribution.Map(w.Real))];
    }

    /// <summary>A periodic profile after both ISO filters, applied wave by wave.</summary>
    public static double[] Filtered(double[] profile, double step)
    {
        Complex[] waves = [.. profile.Select(h => new Complex(h, 0))];
        Fourier.Forward(waves, FourierOptions.NoScaling);
        for (int k = 0; k < waves.Length; k++)
        {
            double q = 2 * Math.PI * Math.Min(k, waves.Length - k) / (waves.Length * step);
            waves[k] *= FoilSpectrum.Passed(q, FoilModel.LongCutoff, FoilModel.IsoShortCutoff) / waves.Length;
        }

        Fourier.Inverse(waves, FourierOptions.NoScaling);
        return [.. waves.Select(w => w.Real)];
    }

    /// <summary>Variance of each wave of a periodic profile.</summary>
    private static double[] Power(FoilSpectrum spectrum, int count, double step)
    {
        double[] power = new double[count];
        double length = count * step;
        for (int k = 1; k < count / 2; k++)
        {
            power[k] = power[count - k] = spectrum.Profile(2 * Math.PI * k / length) / length;
        }

        return power;
    }
}
