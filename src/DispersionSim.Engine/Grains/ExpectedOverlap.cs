using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>The smallest overlap that a granular system is to be expected to have, by which the arithmetic of overlaps is chosen.</summary>
/// <remarks>
/// Of what is known at the start: the depth to which two of the smallest particles press each other at the speed with which the flow carries neighbours past each other, and under the weight, or body
/// force, of one; where nothing drives them, at a tenth of the speed that they have at the start (root mean square against each other). Hertz: δ = (15 m*v²/(16 E*√R*))^(2/5),
/// δ = (3F/(4E*√R*))^(2/3); springs: v √(m*/k), F/k. Laws that yield press deeper, and laws that attract too.
/// </remarks>
public static class ExpectedOverlap
{
    /// <summary>Plain overlaps are wrong by less than this share of the expected one, or overlaps are fine. At three times as much restitution is wrong by 10⁻³.</summary>
    public const double Share = 2e-3;

    /// <summary>By how much collisions may have slowed particles that nothing drives.</summary>
    private const double Slowing = 10;

    /// <summary>Rounding of a distance and of a sum of radii, of the larger radius.</summary>
    private const double Rounding = 2.4e-7;

    /// <summary>Plain or fine.</summary>
    public static OverlapKind Choose(GrainSetup setup, ContactLaws laws)
    {
        if (setup.Overlaps != OverlapKind.Automatic)
        {
            return setup.Overlaps;
        }

        return PlainError(setup) > Share * Of(setup, laws) ? OverlapKind.Fine : OverlapKind.Plain;
    }

    /// <summary>Contacts that press each other by less than this, m, have a restitution wrong by more than 10⁻³ (measured).</summary>
    public static double Least(GrainSetup setup, OverlapKind kind) => kind == OverlapKind.Plain ? PlainError(setup) / (3 * Share) : Unit(setup) / 6;

    private static double PlainError(GrainSetup setup) => (Rounding * setup.Radii.Max()) + Unit(setup);

    /// <summary>Unit of places, m.</summary>
    private static double Unit(GrainSetup setup) => setup.Box.Length.Max() * setup.Scale.Length / FlowingBox.Turns;

    /// <summary>The overlap, m; 0 where nothing moves or presses at the start.</summary>
    public static double Of(GrainSetup setup, ContactLaws laws)
    {
        int smallest = Enumerable.Range(0, setup.Count).MinBy(i => setup.Radii[i]);
        double radius = setup.Radii[smallest] / 2, mass = setup.Mass(smallest) / 2;
        double weight = setup.Mass(smallest) * setup.Gravity.Length, push = setup.BodyForces.Count == 0 ? 0 : setup.BodyForces.Min(f => f.Length);
        double flow = Math.Abs(setup.Box.ShearRate) / setup.Scale.Time * 2 * setup.Radii[smallest];
        double[] driven = [Impact(laws, radius, mass, flow), Under(laws, radius, weight), Under(laws, radius, push)];
        return driven.Where(d => d > 0).DefaultIfEmpty(Impact(laws, radius, mass, RelativeSpeed(setup) / Slowing)).Min();
    }

    private static double Impact(ContactLaws laws, double radius, double mass, double speed) => laws.HasSpot
        ? Math.Pow(15 * mass * speed * speed / (16 * laws.ReducedModulus * Math.Sqrt(radius)), 0.4)
        : speed * Math.Sqrt(mass / laws.Stiffness);

    private static double Under(ContactLaws laws, double radius, double force) => laws.HasSpot
        ? Math.Pow(3 * force / (4 * laws.ReducedModulus * Math.Sqrt(radius)), 2.0 / 3)
        : force / laws.Stiffness;

    /// <summary>Root mean square speed of particles against each other.</summary>
    private static double RelativeSpeed(GrainSetup setup)
    {
        Vector3d mean = Vector3d.Zero;
        double squares = 0;
        for (int i = 0; i < setup.Count; i++)
        {
            Vector3d v = setup.Velocities[i];
            mean += v / setup.Count;
            squares += v.LengthSquared / setup.Count;
        }

        return Math.Sqrt(2 * Math.Max(0, squares - mean.LengthSquared));
    }
}
