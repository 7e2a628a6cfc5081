using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>Tiers T0 and T1: each sphere feels the undisturbed flow, with Stokes drag times a factor of its own.</summary>
/// <param name="position">Centres, m.</param>
/// <param name="radius">Radii, m.</param>
/// <param name="viscosity">Pa·s.</param>
/// <param name="exposure">Factor on 6πμa and 8πμa³ of each sphere; null for T0, where it is 1.</param>
public sealed class IndependentDrag(IReadOnlyList<Vector3d> position, IReadOnlyList<double> radius, double viscosity, IReadOnlyList<double>? exposure = null) : IResistance
{
    public IReadOnlyList<Vector3d> Position => position;

    public void Loads(ReadOnlySpan<Vector3d> velocity, ReadOnlySpan<Vector3d> spin, ReadOnlySpan<double> strain, Span<(Vector3d Force, Vector3d Torque)> load)
    {
        for (int i = 0; i < position.Count; i++)
        {
            double a = radius[i], factor = Math.PI * viscosity * a * (exposure?[i] ?? 1);
            load[i] = (6 * factor * velocity[i], 8 * factor * a * a * spin[i]);
        }
    }
}
