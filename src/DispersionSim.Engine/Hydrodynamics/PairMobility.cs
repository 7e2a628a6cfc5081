using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>How two spheres in an unbounded fluid move each other: generalised Rotne–Prager–Yamakawa up to stresslets.</summary>
/// <remarks>
/// Forces spread evenly over a sphere's surface, first moments as 3 D·n/(4πa³), motions averaged with the same weights: the Oseen tensor
/// between two surfaces. For any pair of radii and distances, overlapping or one inside the other, the matrix is therefore symmetric and
/// positive semidefinite. With r̂ the direction from second to first and I the <see cref="SphereIntegrals"/>:
/// velocity of force: (1/2πη)[(⅔I₀ − ⅓I₂) δ + I₂ r̂r̂];
/// velocity of moment D: (3/2πηb)[I₁ r̂·D − ⅕(I₁ + I₃)(D·r̂ + r̂·D) + I₃ r̂ (r̂·D·r̂)];
/// gradient of moment: (9/2πηab) ∫ k̂_α k̂_γ (δ_βδ − k̂_β k̂_δ), with the angular means of two and four k̂.
/// Self: 1/6πηa, 1/8πηa³, 3/20πηa³. Symbols: a, b radii; η viscosity. Sources: wajnryb-2013, zuk-2014, durlofsky-1987.
/// </remarks>
internal readonly ref struct PairMobility
{
    private readonly SphereIntegrals firstForce;
    private readonly SphereIntegrals secondForce;
    private readonly Vector3d r;
    private readonly double a;
    private readonly double b;
    private readonly double scale;

    /// <summary>Mobility of two spheres.</summary>
    /// <param name="between">From the second centre to the first.</param>
    /// <param name="a">Radius of the first.</param>
    /// <param name="b">Radius of the second.</param>
    /// <param name="viscosity">η.</param>
    public PairMobility(Vector3d between, double a, double b, double viscosity)
    {
        double distance = between.Length;
        (this.a, this.b) = (a, b);
        firstForce = SphereIntegrals.Of(a, b, distance);
        secondForce = SphereIntegrals.Of(b, a, distance);
        r = distance > 0 ? between / distance : Vector3d.UnitZ;
        scale = 1 / (2 * Math.PI * viscosity);
    }

    /// <summary>Motion of the first from loads on the second, row by row: components of force, torque and stresslet.</summary>
    public void Fill(Span<double> block, int size)
    {
        Translation(block, size);
        if (size > 3)
        {
            Mixed(block, size);
            Moments(block, size);
        }
    }

    private static double Component(Vector3d v, int axis) => axis == 0 ? v.X : axis == 1 ? v.Y : v.Z;

    private void Translation(Span<double> block, int size)
    {
        double even = scale * ((2 * firstForce.Forces0) - firstForce.Forces2) / 3, along = scale * firstForce.Forces2;
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                block[(i * size) + j] = (i == j ? even : 0) + (along * Component(r, i) * Component(r, j));
            }
        }
    }

    private void Mixed(Span<double> block, int size)
    {
        for (int m = 0; m < size - 3; m++)
        {
            // The gradient at the first from a force on the second is the reciprocal of the velocity that a moment of the first causes at the second.
            Vector3d velocity = 3 * scale / b * OfMoment(m, r, firstForce), gradient = 3 * scale / a * OfMoment(m, -r, secondForce);
            for (int i = 0; i < 3; i++)
            {
                block[(i * size) + 3 + m] = Component(velocity, i);
                block[((3 + m) * size) + i] = Component(gradient, i);
            }
        }
    }

    private static Vector3d OfMoment(int m, Vector3d r, in SphereIntegrals integrals)
    {
        Vector3d left = MomentBasis.Left(m, r), right = MomentBasis.Right(m, r);
        double i1 = integrals.ForceMoment1, i3 = integrals.ForceMoment3;
        return (i1 * left) - (0.2 * (i1 + i3) * (left + right)) + (i3 * Vector3d.Dot(left, r) * r);
    }

    private void Moments(Span<double> block, int size)
    {
        double j0 = firstForce.Moments0, j2 = firstForce.Moments2, j4 = firstForce.Moments4;
        double two0 = (j0 + j2) / 3, four0 = (j0 / 15) + (2 * j2 / 21) + (j4 / 35), four2 = -(j2 + j4) / 7, factor = 9 * scale / (a * b);
        for (int p = 0; p < size - 3; p++)
        {
            Vector3d leftP = MomentBasis.Left(p, r), rightP = MomentBasis.Right(p, r);
            for (int q = 0; q < size - 3; q++)
            {
                Vector3d leftQ = MomentBasis.Left(q, r), rightQ = MomentBasis.Right(q, r);
                (double same, double crossed) = Contract(p, q);
                double two = (two0 * same) - (j2 * Vector3d.Dot(leftP, leftQ));
                double four = (four0 * (same + crossed)) + (four2 * Vector3d.Dot(leftP + rightP, leftQ + rightQ)) + (j4 * Vector3d.Dot(leftP, r) * Vector3d.Dot(leftQ, r));
                block[((3 + p) * size) + 3 + q] = factor * (two - four);
            }
        }
    }

    /// <summary>D_p : D_q and D_p : D_qᵀ.</summary>
    private static (double Same, double Crossed) Contract(int p, int q)
    {
        if (p != q)
        {
            return (0, 0);
        }

        return p < 3 ? (0.5, -0.5) : (1, 1);
    }
}
