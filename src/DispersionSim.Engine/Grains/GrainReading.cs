using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>A particle of a granular system as it is at a step, in SI units: velocities belong to the time of the place, not half a step before it.</summary>
/// <param name="Position">Position within the box, m.</param>
/// <param name="Velocity">Velocity relative to the flow, m/s.</param>
/// <param name="Spin">Angular velocity, 1/s.</param>
/// <param name="Force">Force of contacts, gravity and drag, N.</param>
/// <param name="Torque">Torque of contacts, N m.</param>
public readonly record struct GrainReading(Vector3d Position, Vector3d Velocity, Vector3d Spin, Vector3d Force, Vector3d Torque);
