namespace DispersionSim.Imaging;

/// <summary>Share of a cube that lies on one side of a plane.</summary>
/// <remarks>
/// With the unit normal's components made positive and divided by their sum, m₁ + m₂ + m₃ = 1, and the plane m·x = α in the unit cube:
/// V = [α³ − Σ(α − m_i)³₊ + Σ(α − m_i − m_j)³₊] / (6 m₁m₂m₃) for α ≤ 1/2, by symmetry 1 − V(1 − α) above.
/// Source: scardovelli-zaleski-2000.
/// </remarks>
internal readonly struct PlaneCut
{
    // Below this a component only moves the result by its own size, while the quotient would lose digits.
    private const double LeastComponent = 1e-4;

    private readonly double a;
    private readonly double b;
    private readonly double c;
    private readonly double scale;

    /// <summary>Cuts by planes of one direction, given by the sizes of its normal's components; their signs do not matter by symmetry.</summary>
    /// <param name="x">Size of the normal's component along x, at least 0; the three need no common length.</param>
    /// <param name="y">Along y.</param>
    /// <param name="z">Along z.</param>
    public PlaneCut(double x, double y, double z)
    {
        double sum = x + y + z;
        a = Math.Max(x / sum, LeastComponent);
        b = Math.Max(y / sum, LeastComponent);
        c = Math.Max(z / sum, LeastComponent);
        scale = 1 / (6 * a * b * c);
    }

    /// <summary>Share of the unit cube below the plane, V(α), 0–1.</summary>
    /// <param name="alpha">Place of the plane: 0 touches the cube, 1 holds all of it.</param>
    public double Fraction(double alpha) => alpha switch
    {
        <= 0 => 0,
        >= 1 => 1,
        > 0.5 => 1 - Below(1 - alpha),
        _ => Below(alpha),
    };

    private double Below(double alpha)
    {
        double sum = Cube(alpha) - Cube(alpha - a) - Cube(alpha - b) - Cube(alpha - c);
        double beyond = alpha > a + b || alpha > b + c || alpha > a + c ? Cube(alpha - a - b) + Cube(alpha - b - c) + Cube(alpha - a - c) : 0;
        return Math.Clamp((sum + beyond) * scale, 0, 1);
    }

    private static double Cube(double x) => x > 0 ? x * x * x : 0;
}
