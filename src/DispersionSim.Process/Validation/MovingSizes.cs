using System.Globalization;
using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Process;

/// <summary>Sizes of the pieces of brittle aggregates that the overdamped step carries along, against the stress, in one tier.</summary>
/// <remarks>Size is the mean by mass over all pieces. The exponent's standard error is that of leaving out one aggregate after the other.</remarks>
internal sealed class MovingSizes
{
    private const int Points = 6;

    /// <summary>One turn of a sphere.</summary>
    private const double Strain = 4 * Math.PI;

    /// <summary>Pieces by stress and aggregate.</summary>
    private readonly int[][][] pieces;

    private readonly double[] stress;

    private readonly HydrodynamicTier tier;

    public MovingSizes(HydrodynamicTier tier, IReadOnlyList<TreeAggregate> aggregates, BrittleSizes rigid)
    {
        this.tier = tier;
        (double from, double to) = rigid.Span;
        stress = [.. Enumerable.Range(0, Points).Select(k => from * Math.Pow(to / from, k / (Points - 1.0)))];
        pieces = [.. stress.AsParallel().AsOrdered().Select(s => MovingBreakage.Pieces(aggregates, s, Strain, tier))];
        Exponent = ExponentWithout(-1);
        double[] without = [.. Enumerable.Range(0, aggregates.Count).Select(ExponentWithout)];
        double mean = without.Average();
        StandardError = Math.Sqrt(without.Sum(e => (e - mean) * (e - mean)) * (without.Length - 1) / without.Length);
        Curve = new($"tier {tier}, carried along", "stress over F_c/a²", "-", "mass-mean primaries in a piece", "-", stress, Sizes(-1));
    }

    public double Exponent { get; }

    public double StandardError { get; }

    public Curve Curve { get; }

    /// <summary>The target of row 13 for these aggregates.</summary>
    public ValidationTarget Target(double expected, string law) =>
        new(13, string.Create(CultureInfo.InvariantCulture, $"exponent of size against stress, tier {tier}, aggregates carried along by the overdamped step, standard error {StandardError:F3}"), expected, Exponent, 0.08, law);

    private double ExponentWithout(int aggregate) => PowerLaw.Fit(stress, Sizes(aggregate)).Exponent;

    private double[] Sizes(int without) => [.. pieces.Select(p => BrittleSizes.MassMean(p.Where((_, k) => k != without).SelectMany(piece => piece)))];
}
