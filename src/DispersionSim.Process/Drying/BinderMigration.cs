using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Binder through the thickness of a drying film: it diffuses, and the falling surface sweeps it up.</summary>
/// <remarks>
/// In ξ = z/h(t) with ḣ = −v_E: ∂(hc)/∂t = ∂/∂ξ[(D/h) ∂c/∂ξ + ξ ḣ c], no flux through the foil nor through the surface, so that
/// ∫ h c dξ never changes; finite volumes, implicit in diffusion. D falls from its dilute value to a fraction at the gel point,
/// log-linearly in the mean concentration, and by the tortuosity of the particle bed (Bruggeman: D ε^1.5 in a bed whose solution fills ε).
/// For constant D, small Pe = v_E h/D and little shrinkage: c/c̄ = 1 + Pe(ξ²/2 − 1/6).
/// Ends at the gel point; the suction of the solution through pores that empty afterwards is not included. Source: font-2018.
/// </remarks>
public static class BinderMigration
{
    /// <summary>Equal slices of the film.</summary>
    public const int Cells = 60;

    private const int Steps = 4000;

    /// <summary>Concentration over its mean in equal slices from foil to surface.</summary>
    /// <param name="start">Film height at the start, m.</param>
    /// <param name="end">Film height at the gel point, m.</param>
    /// <param name="speed">Speed of the falling surface v_E, m/s.</param>
    /// <param name="diffusivity">D as a function of the share of the way to the gel point, m²/s.</param>
    public static double[] Profile(double start, double end, double speed, Func<double, double> diffusivity)
    {
        var c = new double[Cells];
        Array.Fill(c, 1.0);
        double time = (start - end) / speed, dt = time / Steps, width = 1.0 / Cells;
        for (int k = 0; k < Steps; k++)
        {
            double before = start - (speed * k * dt), after = start - (speed * (k + 1) * dt);
            double d = diffusivity((start - after) / (start - end));
            Step(c, before, after, width, d * dt / (after * width), speed * dt);
        }

        // The mean at the end is start/end, for no binder leaves: dividing by it, and not by the sum, leaves the balance to be checked.
        return [.. c.Select(v => v * end / start)];
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
