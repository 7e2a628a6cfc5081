using DispersionSim.Core;
using MathNet.Numerics.Distributions;

namespace DispersionSim.Analysis;

/// <summary>Exact 95 % interval of a proportion (Clopper and Pearson 1934, Biometrika 26, 404): never narrower than it should be.</summary>
public static class ProportionInterval
{
    private const double Tail = 0.025;

    /// <summary>Interval of the chance of an event that was seen some of a number of times.</summary>
    /// <param name="seen">How often it was seen.</param>
    /// <param name="of">Number of trials, at least one.</param>
    public static Interval Of(int seen, int of) => new(
        seen == 0 ? 0 : Beta.InvCDF(seen, of - seen + 1, Tail),
        seen == of ? 1 : Beta.InvCDF(seen + 1, of - seen, 1 - Tail));
}
