using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>A foot of a grain on a height field.</summary>
/// <param name="Point">Nearest point of the surface, relative to the field.</param>
/// <param name="Distance">From the centre, negative below the surface.</param>
/// <param name="Whole">R* of sphere and surface where they touched.</param>
/// <param name="Roundness">1 − κd with κ the greatest curvature towards the grain: 1 on a plane, 0 where the minimum of the distance ends.</param>
/// <param name="Load">What the laws take of it.</param>
internal readonly record struct Foot(Vector3d Point, double Distance, double Whole, double Roundness, WallLoad Load)
{
    /// <summary>No foot.</summary>
    public static Foot None { get; } = new(default, double.PositiveInfinity, 1, 1, new(1, 1));
}

/// <summary>How much of their loads the feet of one grain bear.</summary>
/// <remarks>
/// A minimum of the distance ends where its roundness λ = 1 − κd is 0: by meeting a saddle, or two minima by becoming one. Its weight w falls smoothly from 1 at
/// λ = 0.1 to 0 there. The weights of all feet, by their overlaps, are raised to 1 together where they are less: a grain in a pit as narrow as itself is held as by a
/// plane, and two feet that become one hand over their load. At w^(1/3) of the overlap and w of R* the laws of Hertz, Derjaguin and Johnson give w of their force, pull-off
/// and reach included; laws of springs take w of the overlap.
/// </remarks>
internal static class FootShares
{
    /// <summary>Roundness below which a foot fades, and below which its surface counts as no narrower for R*.</summary>
    public const double Fades = 0.1;

    /// <summary>Sets the loads of a grain's feet.</summary>
    /// <param name="feet">The feet.</param>
    /// <param name="radius">Radius of the grain.</param>
    /// <param name="reach">Gap at which a contact may still hold.</param>
    /// <param name="byRadius">Whether the laws go by R*.</param>
    public static void Share(Span<Foot> feet, double radius, double reach, bool byRadius)
    {
        double deepest = 0, sum = 0;
        foreach (Foot foot in feet)
        {
            deepest = Math.Max(deepest, radius + reach - foot.Distance);
        }

        foreach (Foot foot in feet)
        {
            sum += deepest > 0 ? Weight(foot.Roundness) * Math.Max(0, radius + reach - foot.Distance) / deepest : 0;
        }

        foreach (ref Foot foot in feet)
        {
            double share = sum > 0 ? Math.Min(1, Weight(foot.Roundness) / Math.Min(1, sum)) : 1;
            foot = foot with { Load = byRadius ? new(foot.Whole * share, Math.Cbrt(share)) : new(foot.Whole, share) };
        }
    }

    private static double Weight(double roundness)
    {
        double t = Math.Clamp(roundness / Fades, 1e-6, 1);
        return t * t * (3 - (2 * t));
    }
}
