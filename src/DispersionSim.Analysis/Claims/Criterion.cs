using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>The range that a quantity has to lie in, its ends included or not.</summary>
/// <remarks>Judged on a 95 % interval: met where the interval lies wholly inside, not met wholly outside, inconclusive otherwise.</remarks>
public sealed record Criterion
{
    private readonly double low = double.NegativeInfinity, high = double.PositiveInfinity;
    private readonly bool strict;

    private Criterion(double low, double high, bool strict) => (this.low, this.high, this.strict) = (low, high, strict);

    public static Criterion AtMost(double limit) => new(double.NegativeInfinity, limit, strict: false);

    public static Criterion Below(double limit) => new(double.NegativeInfinity, limit, strict: true);

    public static Criterion AtLeast(double limit) => new(limit, double.PositiveInfinity, strict: false);

    public static Criterion Above(double limit) => new(limit, double.PositiveInfinity, strict: true);

    public static Criterion Between(double low, double high) => new(low, high, strict: false);

    public Condition Judge(Interval interval)
    {
        if (IsInside(interval.Low) && IsInside(interval.High))
        {
            return Condition.Met;
        }

        return IsBeyond(interval) ? Condition.NotMet : Condition.Inconclusive;
    }

    /// <summary>The rule in words, e.g. "≤ 0.05".</summary>
    public string Words(string unit)
    {
        if (double.IsFinite(low) && double.IsFinite(high))
        {
            return $"{Figures.Say(low, unit)} to {Figures.Say(high, unit)}";
        }

        return double.IsFinite(high)
            ? $"{(strict ? "<" : "≤")} {Figures.Say(high, unit)}"
            : $"{(strict ? ">" : "≥")} {Figures.Say(low, unit)}";
    }

    /// <summary>How many of its own half-widths the interval is away from the nearest end of the range; infinite for an interval of no width.</summary>
    public double Slack(Interval interval)
    {
        double half = (interval.High - interval.Low) / 2;
        return half > 0 ? Ends(interval).Min(e => Math.Abs(e.Limit - e.Reached)) / half : double.PositiveInfinity;
    }

    /// <summary>The end of the range that the interval is nearest to, and whether it bounds from above.</summary>
    public (double Limit, bool AtMost) NearestLimit(Interval interval)
    {
        double limit = Nearest(interval).Limit;
        return (limit, limit == high);
    }

    /// <summary>The margin in words.</summary>
    public string Margin(Interval interval, string unit)
    {
        (double limit, double reached) = Nearest(interval);
        return $"would flip at {Figures.Say(limit, unit)}; the interval's near end is {Figures.Say(reached, unit)}";
    }

    private (double Limit, double Reached) Nearest(Interval interval) => Ends(interval).MinBy(e => Math.Abs(e.Limit - e.Reached));

    private bool IsInside(double value) => strict ? value > low && value < high : value >= low && value <= high;

    private bool IsBeyond(Interval i) => strict ? i.High <= low || i.Low >= high : i.High < low || i.Low > high;

    // Inside, the end that points at the limit counts; beyond, the end that is nearer to it.
    private IEnumerable<(double Limit, double Reached)> Ends(Interval interval)
    {
        if (double.IsFinite(low))
        {
            yield return (low, interval.High < low ? interval.High : interval.Low);
        }

        if (double.IsFinite(high))
        {
            yield return (high, interval.Low > high ? interval.Low : interval.High);
        }
    }
}
