using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>What is left of rigid brittle aggregates in one tier, over the stresses in which it falls from a quarter of an aggregate to a few primaries.</summary>
internal sealed class BrittleSizes
{
    private const double Smallest = 6;
    private const int Points = 24;

    private readonly BrittleBreakage[] all;

    public BrittleSizes(string name, int count, BrittleBreakage[] all)
    {
        this.all = all;
        double[] stress = Range(count);
        double[] size = [.. stress.Select(s => MassMean(all, s))];
        Exponent = PowerLaw.Fit(stress, size).Exponent;
        Each = [.. all.Select(one => PowerLaw.Fit(stress, [.. stress.Select(s => MassMean([one], s))]).Exponent)];
        BreakageEvent[] events = [.. all.SelectMany(b => b.Events(1 / stress[^1]))];
        RuptureShare = events.Count(e => !e.IsErosion) / (double)events.Length;
        Curve = new($"tier {name}", "stress over F_c/a²", "-", "mass-mean primaries in a piece", "-", stress, size);
    }

    public double Exponent { get; }

    /// <summary>The lowest and the highest stress over F_c/a².</summary>
    public (double Lowest, double Highest) Span => (Curve.X[0], Curve.X[^1]);

    public double[] Each { get; }

    public double RuptureShare { get; }

    public Curve Curve { get; }

    /// <summary>Mean size of pieces by mass.</summary>
    public static double MassMean(IEnumerable<int> pieces)
    {
        double mass = 0, square = 0;
        foreach (int piece in pieces)
        {
            mass += piece;
            square += (double)piece * piece;
        }

        return square / mass;
    }

    private static double MassMean(BrittleBreakage[] aggregates, double stress) => MassMean(aggregates.SelectMany(a => a.Pieces(1 / stress)));

    /// <summary>Stresses, evenly spaced in their logarithm, between which the mean size falls from a quarter to the smallest.</summary>
    private double[] Range(int count)
    {
        double from = Reaching(count / 4.0), to = Reaching(Smallest);
        return [.. Enumerable.Range(0, Points).Select(k => from * Math.Pow(to / from, k / (Points - 1.0)))];
    }

    private double Reaching(double size)
    {
        double low = 1e-8, high = 10;
        while (high / low > 1.001)
        {
            double middle = Math.Sqrt(low * high);
            (low, high) = MassMean(all, middle) > size ? (middle, high) : (low, middle);
        }

        return high;
    }
}
