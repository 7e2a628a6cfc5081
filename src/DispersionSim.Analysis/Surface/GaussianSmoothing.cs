using System.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace DispersionSim.Analysis;

/// <summary>Convolution of lines of points with the Gaussian weights of one cut-off, by Fourier transform.</summary>
/// <remarks>
/// A line carries heights as real and weights (1 valid, 0 not) as imaginary parts: one transform smooths both, and their ratio is the mean line, at gaps and ends too
/// (the zero-order filter of iso-16610-28). A periodic line has no ends: its waves are damped by the transmission itself.
/// </remarks>
internal sealed class GaussianSmoothing
{
    private readonly int count;
    private readonly Complex[] response;

    /// <summary>Smoothing of lines of so many points.</summary>
    public GaussianSmoothing(int count, double step, double cutoff, bool periodic)
    {
        this.count = count;
        response = periodic ? Damping(count, step, cutoff) : Weights(count, cutoff / step);
    }

    /// <summary>A point of a line before smoothing.</summary>
    public static Complex Point(double height) => double.IsNaN(height) ? Complex.Zero : new(height, 1);

    /// <summary>A height after it; NaN where no valid point is within reach.</summary>
    public static double Height(Complex point) => point.Imaginary > 1e-9 ? point.Real / point.Imaginary : double.NaN;

    /// <summary>Smooths a line in place.</summary>
    public void Smooth(Span<Complex> line)
    {
        Complex[] points = new Complex[response.Length];
        line.CopyTo(points);
        Fourier.Forward(points, FourierOptions.NoScaling);
        for (int i = 0; i < points.Length; i++)
        {
            points[i] *= response[i];
        }

        Fourier.Inverse(points, FourierOptions.NoScaling);
        for (int i = 0; i < count; i++)
        {
            line[i] = points[i] / points.Length;
        }
    }

    private static Complex[] Damping(int count, double step, double cutoff) =>
        [.. Enumerable.Range(0, count).Select(k => new Complex(k == 0 ? 1 : GaussianProfileFilter.Transmission(cutoff, count * step / Math.Min(k, count - k)), 0))];

    private static Complex[] Weights(int count, double cutoffSteps)
    {
        int reach = (int)Math.Min(Math.Ceiling(cutoffSteps), count - 1);
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)(count + (2 * reach)));
        Complex[] weights = new Complex[size];
        for (int k = -reach; k <= reach; k++)
        {
            weights[(k + size) % size] = Math.Exp(-Math.PI * Math.Pow(k / (GaussianProfileFilter.Alpha * cutoffSteps), 2)) / (GaussianProfileFilter.Alpha * cutoffSteps);
        }

        Fourier.Forward(weights, FourierOptions.NoScaling);
        return weights;
    }
}
