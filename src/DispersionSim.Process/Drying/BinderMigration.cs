namespace DispersionSim.Process;

/// <summary>A stretch of drying: the liquid's height falls, and with it comes the binder.</summary>
/// <param name="Start">Height of the liquid at its start, m.</param>
/// <param name="End">Height at its end, m.</param>
/// <param name="Speed">Speed of the fall at a height, m/s.</param>
/// <param name="Conductance">Diffusivity over the length of the way at a height, m/s.</param>
public sealed record LiquidFall(double Start, double End, Func<double, double> Speed, Func<double, double> Conductance)
{
    /// <summary>Share of the fall that moves solution upwards: 1 under a falling surface; less where some of the liquid dries up in place.</summary>
    public double Swept { get; init; } = 1;
}

/// <summary>Binder through the thickness of a drying film: it diffuses, and the falling surface sweeps it up.</summary>
/// <remarks>
/// In ξ = z/h(t) with ḣ = −v_E: ∂(hc)/∂t = ∂/∂ξ[(D/h) ∂c/∂ξ + s ξ ḣ c], no flux through the foil nor through the surface, so that
/// ∫ h c dξ never changes; finite volumes, implicit in diffusion. s = 1 while the film shrinks.
/// For constant D, small Pe = v_E h/D and little shrinkage: c/c̄ = 1 + Pe(ξ²/2 − 1/6). Source: font-2018.
/// A bed of fixed height whose pores empty evenly obeys the same equation for the height h of its liquid, with the bed's height in D/h:
/// capillarity draws the solution through it to the surface (s = 1), or fails to (s &lt; 1).
/// </remarks>
public static class BinderMigration
{
    /// <summary>Equal slices of the film.</summary>
    public const int Cells = 60;

    private const int Steps = 4000;

    /// <summary>Nothing has moved yet: 1 in every slice.</summary>
    public static double[] Even() => [.. Enumerable.Repeat(1.0, Cells)];

    /// <summary>Concentration over its mean in equal slices from foil to surface, of a film that shrinks at a constant speed.</summary>
    /// <param name="start">Film height at the start, m.</param>
    /// <param name="end">Film height at the end, m.</param>
    /// <param name="speed">Speed of the falling surface v_E, m/s.</param>
    /// <param name="diffusivity">D as a function of the share of the way, m²/s.</param>
    public static double[] Profile(double start, double end, double speed, Func<double, double> diffusivity) =>
        Sweep(Even(), new(start, end, _ => speed, h => diffusivity((start - h) / (start - end)) / h));

    /// <summary>Concentration over its mean after a stretch of drying that began with a given one.</summary>
    public static double[] Sweep(double[] before, LiquidFall fall)
    {
        double[] c = [.. before];
        double drop = (fall.Start - fall.End) / Steps, width = 1.0 / c.Length;
        for (int k = 0; k < Steps; k++)
        {
            double from = fall.Start - (drop * k), to = fall.Start - (drop * (k + 1)), time = drop / fall.Speed(to);
            Step(c, from, to, width, fall.Conductance(to) * time / width, fall.Swept * drop);
        }

        // The mean at the end is start/end, for no binder leaves: dividing by it, and not by the sum, leaves the balance to be checked.
        return [.. c.Select(v => v * fall.End / fall.Start)];
    }

    /// <summary>One implicit step; fluxes through cell faces, so that the sum of h·c is exact.</summary>
    private static void Step(double[] c, double before, double after, double width, double diffusion, double fall)
    {
        int n = c.Length;
        var lower = new double[n];
        var diagonal = new double[n];
        var upper = new double[n];
        var right = new double[n];
        for (int i = 0; i < n; i++)
        {
            diagonal[i] = after * width;
            right[i] = before * width * c[i];
        }

        for (int face = 1; face < n; face++)
        {
            // Upward through a face that moves down with ξ v_E over matter at rest: (D/hΔξ)(c_l − c_u) + ξ v_E (c_l + c_u)/2.
            double sweep = fall * face * width;
            double fromLower = diffusion + (sweep / 2), fromUpper = diffusion - (sweep / 2);
            diagonal[face - 1] += fromLower;
            upper[face - 1] -= fromUpper;
            diagonal[face] += fromUpper;
            lower[face] -= fromLower;
        }

        Solve(lower, diagonal, upper, right);
        right.CopyTo(c, 0);
    }

    /// <summary>Tridiagonal solve (Thomas); the answer replaces the right-hand side.</summary>
    private static void Solve(double[] lower, double[] diagonal, double[] upper, double[] right)
    {
        int n = right.Length;
        for (int i = 1; i < n; i++)
        {
            double w = lower[i] / diagonal[i - 1];
            diagonal[i] -= w * upper[i - 1];
            right[i] -= w * right[i - 1];
        }

        right[n - 1] /= diagonal[n - 1];
        for (int i = n - 2; i >= 0; i--)
        {
            right[i] = (right[i] - (upper[i] * right[i + 1])) / diagonal[i];
        }
    }
}
