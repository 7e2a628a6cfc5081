using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>What the fluid does to spheres that move in it: loads from motions. One hydrodynamic tier.</summary>
public interface IResistance
{
    /// <summary>Spheres' centres, m.</summary>
    IReadOnlyList<Vector3d> Position { get; }

    /// <summary>Force on the fluid and torque of each sphere that moves so relative to the undisturbed flow, whose strain is as given.</summary>
    /// <param name="velocity">Velocity relative to the flow at the centre.</param>
    /// <param name="spin">Spin relative to the flow's.</param>
    /// <param name="strain">Rate of strain of the flow, five components: the sphere does not follow it.</param>
    /// <param name="load">Force and torque that must act on each sphere.</param>
    void Loads(ReadOnlySpan<Vector3d> velocity, ReadOnlySpan<Vector3d> spin, ReadOnlySpan<double> strain, Span<(Vector3d Force, Vector3d Torque)> load);
}
