using DispersionSim.Core;
using MathNet.Numerics.Distributions;

namespace DispersionSim.Analysis;

/// <summary>A plateau and a falling power law fitted to a power spectrum: roll-off and Hurst exponent.</summary>
/// <remarks>
/// ln C = a − s·max(0, ln q − ln q_r) by least squares over bins of equal width in ln q, with the q_r that leaves the least; s = 2(1 + H) for the spectrum of a surface,
/// 1 + 2H for that of a profile. The range ends where the spectrum falls by more than a factor 10 from one bin to the next (a cut-off). Where a straight line does as
/// well, no roll-off is named. The interval of H is Student's over the bins. Source: jacobs-2017.
/// </remarks>
/// <param name="Hurst">H; outside 0…1 the surface is not self-affine in this range.</param>
/// <param name="Interval">95 % interval of H.</param>
/// <param name="RollOffWavelength">2π/q_r, m; null where the range shows no plateau.</param>
/// <param name="LongestWavelength">Longest wave in the fit, m.</param>
/// <param name="ShortestWavelength">Shortest wave in the fit, m.</param>
/// <param name="Model">The fitted spectrum over that range.</param>
public sealed record SelfAffineFit(double Hurst, Interval Interval, double? RollOffWavelength, double LongestWavelength, double ShortestWavelength, Curve Model)
{
    private const double BinRatio = 1.15;
    private const double CutoffFall = 10;
    private const int LeastBins = 8;

    // A plateau must halve what the straight line leaves, or it is not there.
    private const double PlateauGain = 0.5;

    /// <summary>The fit to the spectrum of a surface.</summary>
    /// <returns>Null where the spectrum has too few waves.</returns>
    public static SelfAffineFit? OfSurface(Curve spectrum) => Of(spectrum, 2);

    /// <summary>The fit to the spectrum along profiles.</summary>
    /// <returns>Null where the spectrum has too few waves.</returns>
    public static SelfAffineFit? OfProfiles(Curve spectrum) => Of(spectrum, 1);

    private static SelfAffineFit? Of(Curve spectrum, int dimension)
    {
        (double X, double Y)[] bins = Bins(spectrum);
        if (bins.Length < LeastBins)
        {
            return null;
        }

        Line straight = Line.Fit(bins, double.NegativeInfinity);
        Line bent = Line.Best(bins, LeastBins / 2);
        bool hasPlateau = bent.Rest < PlateauGain * straight.Rest && bent.Slope < 0;
        Line line = hasPlateau ? bent : straight;
        double half = StudentT.InvCDF(0, 1, bins.Length - (hasPlateau ? 3 : 2), 0.975) * line.SlopeError / 2, hurst = (-line.Slope - dimension) / 2;
        double[] q = [.. bins.Select(b => Math.Exp(b.X))];
        Curve model = spectrum with { Name = $"fit, H {hurst:0.00}", X = q, Y = [.. bins.Select(b => Math.Exp(line.At(b.X)))] };
        return new(hurst, new(hurst - half, hurst + half), hasPlateau ? 2 * Math.PI / Math.Exp(line.Bend) : null, 2 * Math.PI / q[0], 2 * Math.PI / q[^1], model);
    }

    /// <summary>Means over bins of equal width in ln q, up to the cut-off.</summary>
    private static (double X, double Y)[] Bins(Curve spectrum)
    {
        List<(double X, double Y)> bins = [];
        double width = Math.Log(BinRatio);
        foreach (var bin in Enumerable.Range(0, spectrum.X.Length).GroupBy(i => (int)Math.Floor(Math.Log(spectrum.X[i] / spectrum.X[0]) / width)))
        {
            double mean = bin.Average(i => spectrum.Y[i]);
            if (!(mean > 0) || (bins.Count > 0 && Math.Log(mean) < bins[^1].Y - Math.Log(CutoffFall)))
            {
                break;
            }

            bins.Add((bin.Average(i => Math.Log(spectrum.X[i])), Math.Log(mean)));
        }

        return [.. bins];
    }

    private readonly record struct Line(double Level, double Slope, double Bend, double Rest, double SlopeError)
    {
        public double At(double x) => Level + (Slope * (double.IsInfinity(Bend) ? x : Math.Max(0, x - Bend)));

        /// <summary>The fit with a given bend; without one where it is minus infinity.</summary>
        public static Line Fit((double X, double Y)[] points, double bend)
        {
            double[] x = [.. points.Select(p => double.IsInfinity(bend) ? p.X : Math.Max(0, p.X - bend))];
            double meanX = x.Average(), meanY = points.Average(p => p.Y), xx = x.Sum(v => (v - meanX) * (v - meanX));
            double slope = x.Zip(points, (v, p) => (v - meanX) * (p.Y - meanY)).Sum() / xx;
            Line line = new(meanY - (slope * meanX), slope, bend, 0, 0);
            double rest = points.Sum(p => (p.Y - line.At(p.X)) * (p.Y - line.At(p.X)));
            return line with { Rest = rest, SlopeError = Math.Sqrt(rest / (points.Length - 3) / xx) };
        }

        /// <summary>The bend that leaves the least, at least so many bins from the end.</summary>
        public static Line Best((double X, double Y)[] points, int margin)
        {
            const int Parts = 400;
            double low = points[1].X, high = points[^margin].X;
            return Enumerable.Range(0, Parts + 1).Select(i => Fit(points, low + ((high - low) * i / Parts))).MinBy(l => l.Rest);
        }
    }
}
