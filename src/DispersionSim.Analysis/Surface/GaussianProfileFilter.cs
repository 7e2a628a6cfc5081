using System.Numerics;
using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>The Gaussian profile filter: mean line of a profile.</summary>
/// <remarks>
/// Weight s(x) = exp(−π (x/αλ)²)/(αλ), α = √(ln 2/π) = 0.4697, so that a wave of length λ passes by half. The weights are cut at |x| = λ
/// (left out: 10⁻⁶ of their sum) and divided by the sum of those that fall on valid points, which serves both gaps and ends.
/// Within half a cut-off of an end the line is the lesser for it: use a run-in. Source: iso-16610-21, iso-16610-28.
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
        Complex[] line = [.. profile.Heights.Select(GaussianSmoothing.Point)];
        new GaussianSmoothing(profile.Count, profile.Step, cutoff, periodic: false).Smooth(line);
        return profile with { Heights = [.. line.Select(GaussianSmoothing.Height)] };
    }

    /// <summary>The profile less its mean line: waves shorter than the cut-off.</summary>
    public static HeightProfile Roughness(HeightProfile profile, double cutoff)
    {
        HeightProfile line = MeanLine(profile, cutoff);
        return profile with { Heights = [.. profile.Heights.Zip(line.Heights, (h, m) => h - m)] };
    }
}
