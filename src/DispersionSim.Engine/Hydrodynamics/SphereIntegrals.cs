namespace DispersionSim.Engine;

/// <summary>The seven integrals of two spheres' form factors on which every block of their mobility rests.</summary>
/// <remarks>
/// I_l^mn(r; a, b) = (1/π) ∫₀^∞ j_m(ka) j_n(kb) j_l(kr) dk with spherical Bessel functions: j₀ is the form factor of a force spread
/// evenly over a sphere's surface, 3 j₁ that of its first moments (torque, stresslet). Closed forms hold apart (r ≥ a + b), partly
/// overlapping, and one inside the other (r ≤ |a − b|); they and their first derivatives pass into each other.
/// Any r ≥ 0, a, b > 0. Sources: wajnryb-2013, zuk-2014.
/// </remarks>
internal readonly record struct SphereIntegrals(double Forces0, double Forces2, double ForceMoment1, double ForceMoment3, double Moments0, double Moments2, double Moments4)
{
    /// <summary>The integrals of two spheres, apart, overlapping or one inside the other.</summary>
    /// <param name="a">Radius of the first sphere, whose force acts in the mixed integrals.</param>
    /// <param name="b">Radius of the second, whose first moment acts in them.</param>
    /// <param name="r">Distance of the centres.</param>
    public static SphereIntegrals Of(double a, double b, double r) =>
        r >= a + b ? Apart(a, b, r) : r > Math.Abs(a - b) ? Overlapping(a, b, r) : Inside(a, b, r);

    private static SphereIntegrals Apart(double a, double b, double r)
    {
        double r2 = r * r, r3 = r2 * r, squares = (a * a) + (b * b);
        return new(
            1 / (2 * r),
            (1 / (4 * r)) - (squares / (4 * r3)),
            b / (6 * r2),
            (b / (4 * r2)) - (b * ((5 * a * a) + (3 * b * b)) / (12 * r2 * r2)),
            0,
            a * b / (6 * r3),
            (5 * a * b / (12 * r3)) - (7 * a * b * squares / (12 * r3 * r2)));
    }

    private static SphereIntegrals Overlapping(double a, double b, double r)
    {
        double r2 = r * r, r3 = r2 * r, ab = a * b, a2 = a * a, b2 = b * b, depth = a + b - r, short1 = b - a + r;
        double shell = (r2 - ((a - b) * (a - b))) * (r2 - ((a - b) * (a - b)));
        double quartic = (r2 * r2) + (((6 * a2) + (6 * b2) - (4 * ab)) * r2) - (7 * a2 * a2) - (28 * a2 * ab) + (70 * ab * ab) - (28 * ab * b2) - (7 * b2 * b2);
        return new(
            ((4 * ab) - (depth * depth)) / (8 * ab * r),
            shell / (32 * ab * r3),
            short1 * short1 * (a2 + (2 * a * (b + r)) - (3 * (b - r) * (b - r))) / (96 * ab * b * r2),
            shell * (r2 - a2 - (4 * ab) + (5 * b2)) / (192 * ab * b * r2 * r2),
            ((r2 * r2) - (6 * (a2 + b2) * r2) + (8 * ((a2 * a) + (b2 * b)) * r) - (3 * (a2 - b2) * (a2 - b2))) / (96 * ab * ab * r),
            shell * (a2 + (4 * ab) + b2 - r2) / (192 * ab * ab * r3),
            shell * quartic / (1536 * ab * ab * r3 * r2));
    }

    private static SphereIntegrals Inside(double a, double b, double r)
    {
        double outer = Math.Max(a, b), inner = Math.Min(a, b);
        return new(1 / (2 * outer), 0, b > a ? r / (6 * b * b) : 0, 0, inner / (6 * outer * outer), 0, 0);
    }
}
