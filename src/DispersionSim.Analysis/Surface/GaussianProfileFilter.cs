using System.Numerics;
using DispersionSim.Core;
using MathNet.Numerics.IntegralTransforms;

namespace DispersionSim.Analysis;

/// <summary>The Gaussian profile filter: mean line of a profile.</summary>
/// <remarks>
/// Weight s(x) = exp(−π (x/αλ)²)/(αλ), α = √(ln 2/π) = 0.4697, so that a wave of length λ passes by half. The weights are cut at |x| = λ
/// (left out: 10⁻⁶ of their sum) and divided by the sum of those that fall on valid points, which serves both gaps and ends.
/// Within half a cut-off of an end the line is the lesser for it: use a run-in. Source: iso-16610-21.
/// </remarks>
public static class GaussianProfileFilter
{
    /// <summary>α: half of a wave of the cut-off length passes.</summary>
    public static readonly double Alpha = Math.Sqrt(Math.Log(2) / Math.PI);

    /// <summary>Share of the amplitude of a wave that the mean line keeps.</summary>
    public static double Transmission(double cutoff, double wavelength) => Math.Exp(-Math.PI * Math.Pow(Alpha * cutoff / wavelength, 2));

    /// <summary>The mean line: waves longer than the cut-off. NaN where no valid point is within reach.</summary>
    public static HeightProfile MeanLine(HeightProfile profile, double cutoff)
    {
        int reach = (int)Math.Min(Math.Ceiling(cutoff / profile.Step), profile.Count - 1);
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)(profile.Count + (2 * reach)));
        Complex[] points = ValuesAndWeights(profile, size), kernel = Kernel(cutoff / profile.Step, reach, size);
        Fourier.Forward(points, FourierOptions.NoScaling);
        Fourier.Forward(kernel, FourierOptions.NoScaling);
        for (int i = 0; i < size; i++)
        {
            points[i] *= kernel[i];
        }

        Fourier.Inverse(points, FourierOptions.NoScaling);
        return profile with { Heights = [.. points.Take(profile.Count).Select(p => p.Imaginary > 1e-9 * size ? p.Real / p.Imaginary : double.NaN)] };
    }

    /// <summary>The profile less its mean line: waves shorter than the cut-off.</summary>
    public static HeightProfile Roughness(HeightProfile profile, double cutoff)
    {
        HeightProfile line = MeanLine(profile, cutoff);
        return profile with { Heights = [.. profile.Heights.Zip(line.Heights, (h, m) => h - m)] };
    }

    /// <summary>Heights as the real part, weights (1 valid, 0 not) as the imaginary part: one transform filters both.</summary>
    private static Complex[] ValuesAndWeights(HeightProfile profile, int size)
    {
        Complex[] points = new Complex[size];
        for (int i = 0; i < profile.Count; i++)
        {
            double h = profile.Heights[i];
            points[i] = double.IsNaN(h) ? Complex.Zero : new(h, 1);
        }

        return points;
    }

    private static Complex[] Kernel(double cutoffSteps, int reach, int size)
    {
        Complex[] kernel = new Complex[size];
        for (int k = -reach; k <= reach; k++)
        {
            kernel[(k + size) % size] = Math.Exp(-Math.PI * Math.Pow(k / (Alpha * cutoffSteps), 2)) / (Alpha * cutoffSteps);
        }

        return kernel;
    }
}
