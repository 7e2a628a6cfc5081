namespace DispersionSim.Analysis;

/// <summary>Slices of equal thickness from the foil's mean plane to the film's upper surface.</summary>
public static class HeightSlices
{
    /// <summary>Slices of a profile.</summary>
    public const int Count = 20;

    /// <summary>Middle heights of the slices over the thickness.</summary>
    public static double[] Centres => [.. Enumerable.Range(0, Count).Select(k => (k + 0.5) / Count)];

    /// <summary>What lies in each of the slices.</summary>
    public static double[] Amounts(IEnumerable<BallMass> balls, double thickness) => Amounts(balls, thickness, Count);

    /// <summary>What lies in each of a number of slices; the parts of balls below the plane or above the surface are left out.</summary>
    public static double[] Amounts(IEnumerable<BallMass> balls, double thickness, int count)
    {
        double[] amounts = new double[count];
        double slice = thickness / count;
        foreach (BallMass ball in balls)
        {
            int first = Math.Max(0, (int)Math.Floor((ball.Centre.Z - ball.Radius) / slice));
            int last = Math.Min(count - 1, (int)Math.Floor((ball.Centre.Z + ball.Radius) / slice));
            for (int k = first; k <= last; k++)
            {
                amounts[k] += ball.Amount * Share(ball, k * slice, (k + 1) * slice);
            }
        }

        return amounts;
    }

    private static double Share(BallMass ball, double low, double high) =>
        ball.Radius > 0 ? SphereSlab.Share(ball.Centre.Z, ball.Radius, low, high) : 1;
}
