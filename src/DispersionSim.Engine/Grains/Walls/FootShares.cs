using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>A foot of a grain on a height field.</summary>
/// <param name="Point">Nearest point of the surface, relative to the field.</param>
/// <param name="Distance">From the centre, negative below the surface.</param>
/// <param name="Roundness">1 − κd with κ the greatest curvature towards the grain: 1 on a plane, 0 where the minimum of the distance ends.</param>
/// <param name="Share">Share of the overlap that acts.</param>
internal readonly record struct Foot(Vector3d Point, double Distance, double Roundness, double Share)
{
    /// <summary>No foot.</summary>
    public static Foot None { get; } = new(default, double.PositiveInfinity, 1, 1);
}

/// <summary>How much of their overlaps the feet of one grain press with.</summary>
/// <remarks>
/// A minimum of the distance ends where its roundness λ = 1 − κd is 0: by meeting a saddle, or two minima by becoming one. Its weight w falls smoothly from 1 at
/// λ = 0.1 to 0 there. The weights of all feet, by their overlaps, are raised to 1 together where they are less: a grain in a pit as narrow as itself is held as by a
/// plane, and two feet that become one hand over their load. A share w^(2/3) of the overlap is w of a Hertzian force.
/// </remarks>
internal static class FootShares
{
    private const double Fades = 0.1;

    /// <summary>Sets the shares of a grain's feet.</summary>
    public static void Share(Span<Foot> feet, double radius)
    {
        double deepest = 0, sum = 0;
        foreach (Foot foot in feet)
        {
            deepest = Math.Max(deepest, radius - foot.Distance);
        }

        if (deepest <= 0)
        {
            return;
        }

        foreach (Foot foot in feet)
        {
            sum += Weight(foot.Roundness) * Math.Max(0, radius - foot.Distance) / deepest;
        }

        foreach (ref Foot foot in feet)
        {
            foot = foot with { Share = Math.Pow(Math.Min(1, Weight(foot.Roundness) / Math.Min(1, sum)), 2.0 / 3) };
        }
    }

    private static double Weight(double roundness)
    {
        double t = Math.Clamp(roundness / Fades, 1e-6, 1);
        return t * t * (3 - (2 * t));
    }
}
