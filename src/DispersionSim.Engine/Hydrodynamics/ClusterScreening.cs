using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>Tier T1: the factor on the drag of every sphere of a touching cluster, because each stands in the flow that the others make.</summary>
/// <remarks>
/// If sphere i of a rigid cluster in strain carries the force 6πη a_i χ E·x_i, least dissipation gives 1/χ = Q,
/// Q = 6πη Σ_ij a_i a_j ⟨E·x_i · M_ij · E·x_j⟩ / Σ_i a_i ⟨|E·x_i|²⟩, x from the drag's centre, M Rotne–Prager–Yamakawa, the mean over all
/// orientations of the strain; ⟨E·x·M·E·y⟩ ∝ tr(M) x·y + ⅓ x·M·y. The force is not quite proportional to E·x, which one number corrects:
/// 1/χ = (0.85 + 0.3/N) Q. 0.85 is fitted to the bond tensions of tier T3 at D_f 1.8, N ≤ 128; 0.3/N makes the tension of a doublet the exact one.
/// χ falls as R_g/N a, so that tension grows as R_g² as it must. A single sphere has χ = 1, a doublet 2.05 (its spheres pull opposite ways).
/// Cost: of each cluster at most 200 spheres, evenly chosen, are summed over: O(N). Range: any radii; straining flow, not settling;
/// clusters that move as a whole. See docs/physics/hydrodynamics.md. Sources: kirkwood-riseman-1948, wajnryb-2013.
/// </remarks>
public static class ClusterScreening
{
    private const double LargeClusters = 0.85;
    private const double Doublet = 0.3;
    private const int MostSummed = 200;
    private const int Lanes = 4;

    /// <summary>χ of a cluster of touching spheres.</summary>
    public static double Factor(ReadOnlySpan<Vector3d> position, ReadOnlySpan<double> radius)
    {
        int count = radius.Length;
        if (count < 2)
        {
            return 1;
        }

        // Columns are filled up to whole vectors with spheres of no size, which drag nothing.
        int filled = (count + Lanes - 1) / Lanes * Lanes;
        double[] columns = new double[4 * filled];
        Span<double> x = columns.AsSpan(0, filled), y = columns.AsSpan(filled, filled), z = columns.AsSpan(2 * filled, filled), a = columns.AsSpan(3 * filled);
        Vector3d centre = DragCentre(position, radius);
        for (int i = 0; i < count; i++)
        {
            Vector3d p = position[i] - centre;
            (x[i], y[i], z[i], a[i]) = (p.X, p.Y, p.Z, radius[i]);
        }

        int stride = (count + MostSummed - 1) / MostSummed;
        double felt = 0, free = 0;
        for (int i = 0; i < count; i += stride)
        {
            Vector3d p = new(x[i], y[i], z[i]);
            free += a[i] * p.LengthSquared * 10 / 3;
            felt += a[i] * Felt(p, a[i], x, y, z, a);
        }

        return free / (felt * (LargeClusters + (Doublet / count)));
    }

    private static Vector3d DragCentre(ReadOnlySpan<Vector3d> position, ReadOnlySpan<double> radius)
    {
        Vector3d sum = Vector3d.Zero;
        double weight = 0;
        for (int i = 0; i < radius.Length; i++)
        {
            sum += radius[i] * position[i];
            weight += radius[i];
        }

        return sum / weight;
    }

    /// <summary>6πη Σ_j a_j (tr(M) p·x_j + ⅓ p·M·x_j) of a sphere at p with radius b: four spheres at a time that are apart, one by one those that touch or overlap.</summary>
    private static double Felt(Vector3d p, double b, ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> z, ReadOnlySpan<double> a)
    {
        Vector256<double> sum = Vector256<double>.Zero;
        double near = 0;
        for (int j = 0; j < a.Length; j += Lanes)
        {
            Vector256<double> xj = Load(x, j), yj = Load(y, j), zj = Load(z, j), aj = Load(a, j);
            Vector256<double> dx = Vector256.Create(p.X) - xj, dy = Vector256.Create(p.Y) - yj, dz = Vector256.Create(p.Z) - zj;
            Vector256<double> square = (dx * dx) + (dy * dy) + (dz * dz), touching = aj + Vector256.Create(b);
            Vector256<double> apart = Vector256.GreaterThanOrEqual(square, touching * touching);
            sum += Vector256.ConditionalSelect(apart, aj * Apart(p, b, (xj, yj, zj, aj), (dx, dy, dz), square), Vector256<double>.Zero);
            uint close = ~Vector256.ExtractMostSignificantBits(apart) & ((1u << Lanes) - 1);
            for (int lane = 0; close != 0; lane++, close >>= 1)
            {
                near += (close & 1) == 0 ? 0 : a[j + lane] * Coupled(p, new(x[j + lane], y[j + lane], z[j + lane]), b, a[j + lane]);
            }
        }

        return Vector256.Sum(sum) + near;
    }

    private static Vector256<double> Load(ReadOnlySpan<double> column, int j) => Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(column), (nuint)j);

    /// <summary>What <see cref="Coupled"/> is for spheres that do not overlap: I_0 = 1/2r, I_2 = 1/4r − (a² + b²)/4r³.</summary>
    private static Vector256<double> Apart(
        Vector3d p,
        double b,
        (Vector256<double> X, Vector256<double> Y, Vector256<double> Z, Vector256<double> Radius) other,
        (Vector256<double> X, Vector256<double> Y, Vector256<double> Z) between,
        Vector256<double> square)
    {
        Vector256<double> px = Vector256.Create(p.X), py = Vector256.Create(p.Y), pz = Vector256.Create(p.Z);
        Vector256<double> inverse = Vector256<double>.One / Vector256.Sqrt(square), inverseSquare = inverse * inverse;
        Vector256<double> forces0 = inverse * 0.5, forces2 = inverse * (Vector256.Create(0.25) - (((other.Radius * other.Radius) + Vector256.Create(b * b)) * inverseSquare * 0.25));
        Vector256<double> dot = (px * other.X) + (py * other.Y) + (pz * other.Z);
        Vector256<double> first = (px * between.X) + (py * between.Y) + (pz * between.Z), second = (other.X * between.X) + (other.Y * between.Y) + (other.Z * between.Z);
        return (forces0 * 6 * dot) + (((forces0 * 2) - forces2) * dot / 3) + (forces2 * first * second * inverseSquare);
    }

    /// <summary>6πη (tr(M) x·y + ⅓ x·M·y).</summary>
    private static double Coupled(Vector3d x, Vector3d y, double a, double b)
    {
        Vector3d between = x - y;
        double distance = between.Length, dot = Vector3d.Dot(x, y);
        SphereIntegrals m = SphereIntegrals.Of(a, b, distance);
        double along = distance > 0 ? m.Forces2 * Vector3d.Dot(x, between) * Vector3d.Dot(y, between) / (distance * distance) : 0;
        return (6 * m.Forces0 * dot) + (((2 * m.Forces0) - m.Forces2) / 3 * dot) + along;
    }
}
