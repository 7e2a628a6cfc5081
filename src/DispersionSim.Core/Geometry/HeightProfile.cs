namespace DispersionSim.Core;

/// <summary>A profile: heights at equal spacing along a line, metres; NaN marks an invalid point.</summary>
/// <param name="Step">Spacing, m.</param>
/// <param name="Heights">One after another along the line, m.</param>
public sealed record HeightProfile(double Step, double[] Heights)
{
    public int Count => Heights.Length;

    /// <summary>Points times step, m.</summary>
    public double Length => Heights.Length * Step;

    /// <summary>The piece that starts at a point and has so many points.</summary>
    public HeightProfile Slice(int start, int count) => new(Step, Heights[start..(start + count)]);
}
