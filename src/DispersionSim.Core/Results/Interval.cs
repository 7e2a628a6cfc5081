namespace DispersionSim.Core;

/// <summary>A closed interval; for a measured value its 95 % confidence interval.</summary>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>What a share can be.</summary>
    public static readonly Interval Share = new(0, 1);

    /// <summary>What a number of things, a length or an energy can be.</summary>
    public static readonly Interval Amount = new(0, double.PositiveInfinity);

    /// <summary>The part of it that lies within bounds. An estimate within them keeps its confidence: what is cut off was impossible.</summary>
    public Interval Within(Interval? bounds) => bounds is { } b ? new(Math.Clamp(Low, b.Low, b.High), Math.Clamp(High, b.Low, b.High)) : this;

    public bool Contains(double value) => value >= Low && value <= High;
}
