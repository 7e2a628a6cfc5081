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

    /// <summary>χ of a cluster of touching spheres.</summary>
    public static double Factor(ReadOnlySpan<Vector3d> position, ReadOnlySpan<double> radius)
    {
        if (radius.Length < 2)
        {
            return 1;
        }

        Vector3d centre = DragCentre(position, radius);
        int stride = (radius.Length + MostSummed - 1) / MostSummed;
        double felt = 0, free = 0;
        for (int i = 0; i < radius.Length; i += stride)
        {
            Vector3d x = position[i] - centre;
            free += radius[i] * x.LengthSquared * 10 / 3;
            for (int j = 0; j < radius.Length; j++)
            {
                felt += radius[i] * radius[j] * Coupled(x, position[j] - centre, radius[i], radius[j]);
            }
        }

        return free / (felt * (LargeClusters + (Doublet / radius.Length)));
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
