namespace DispersionSim.Core;

/// <summary>A closed interval; for a measured value its 95 % confidence interval.</summary>
public readonly record struct Interval(double Low, double High)
{
    public bool Contains(double value) => value >= Low && value <= High;
}
