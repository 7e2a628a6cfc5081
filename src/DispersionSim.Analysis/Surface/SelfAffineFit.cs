using DispersionSim.Core;
using MathNet.Numerics.Distributions;

namespace DispersionSim.Analysis;

/// <summary>A plateau and a falling power law fitted to a power spectrum: roll-off and Hurst exponent.</summary>
/// <remarks>
/// ln C = a − s·max(0, ln q − ln q_r) by least squares over bins of equal width in ln q, those of few waves with less weight, with the q_r that leaves the least; s = 2(1 + H) for the spectrum of a surface,
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

    // Bins of fewer waves scatter: they count less, and a fall in them is no cut-off.
    private const double ManyWaves = 16;

    /// <summary>The fit to the spectrum of a surface.</summary>
    /// <param name="spectrum">C over q, evenly spaced from the first wave on.</param>
    /// <param name="shortest">Shorter waves are left out, m: instruments do not resolve waves of a few points.</param>
    /// <returns>Null where the spectrum has too few waves.</returns>
    public static SelfAffineFit? OfSurface(Curve spectrum, double shortest = 0) => Of(spectrum, 2, shortest);

    /// <summary>The fit to the spectrum along profiles; its roll-off is where the two lines meet, a little beyond that of the surface.</summary>
    /// <param name="spectrum">C₁ over q, evenly spaced from the first wave on.</param>
    /// <param name="shortest">Shorter waves are left out, m.</param>
    /// <returns>Null where the spectrum has too few waves.</returns>
    public static SelfAffineFit? OfProfiles(Curve spectrum, double shortest = 0) => Of(spectrum, 1, shortest);

    private static SelfAffineFit? Of(Curve spectrum, int dimension, double shortest)
    {
        Bin[] bins = Bins(spectrum, dimension, shortest);
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
    private static Bin[] Bins(Curve spectrum, int dimension, double shortest)
    {
        List<Bin> bins = [];
        double width = Math.Log(BinRatio);
        int count = spectrum.X.Count(q => q * shortest <= 2 * Math.PI);
        foreach (var bin in Enumerable.Range(0, count).GroupBy(i => (int)Math.Floor(Math.Log(spectrum.X[i] / spectrum.X[0]) / width)))
        {
            double mean = bin.Average(i => spectrum.Y[i]), waves = dimension == 2 ? bin.Sum(i => Math.PI * spectrum.X[i] / spectrum.X[0]) : bin.Count();
            if (!(mean > 0) || (waves >= ManyWaves && bins.Count > 0 && Math.Log(mean) < bins[^1].Y - Math.Log(CutoffFall)))
            {
                break;
            }

            bins.Add(new(bin.Average(i => Math.Log(spectrum.X[i])), Math.Log(mean), Math.Min(1, waves / ManyWaves)));
        }

        return [.. bins];
    }

    /// <summary>ln q, ln C and the weight of a bin.</summary>
    private readonly record struct Bin(double X, double Y, double Weight);

    private readonly record struct Line(double Level, double Slope, double Bend, double Rest, double SlopeError)
    {
        public double At(double x) => Level + (Slope * Abscissa(x, Bend));

        /// <summary>The fit with a given bend; without one where it is minus infinity.</summary>
        public static Line Fit(Bin[] bins, double bend)
        {
            double total = bins.Sum(b => b.Weight), meanX = bins.Sum(b => b.Weight * Abscissa(b.X, bend)) / total, meanY = bins.Sum(b => b.Weight * b.Y) / total;
            double xx = bins.Sum(b => b.Weight * Square(Abscissa(b.X, bend) - meanX)), slope = bins.Sum(b => b.Weight * (Abscissa(b.X, bend) - meanX) * (b.Y - meanY)) / xx;
            Line line = new(meanY - (slope * meanX), slope, bend, 0, 0);
            double rest = bins.Sum(b => b.Weight * Square(b.Y - line.At(b.X)));
            return line with { Rest = rest, SlopeError = Math.Sqrt(rest / (bins.Length - 3) / xx) };
        }

        /// <summary>The bend that leaves the least, at least so many bins from the end.</summary>
        public static Line Best(Bin[] bins, int margin)
        {
            const int Parts = 400;
            double low = bins[1].X, high = bins[^margin].X;
            return Enumerable.Range(0, Parts + 1).Select(i => Fit(bins, low + ((high - low) * i / Parts))).MinBy(l => l.Rest);
        }

        private static double Abscissa(double x, double bend) => double.IsInfinity(bend) ? x : Math.Max(0, x - bend);

        private static double Square(double x) => x * x;
    }
}
