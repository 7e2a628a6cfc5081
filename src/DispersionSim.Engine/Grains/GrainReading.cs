using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>A particle of a granular system as it is now, in SI units.</summary>
/// <param name="Position">Centre in the box, each coordinate in [0, length), m.</param>
/// <param name="Velocity">Velocity relative to the flow, at the time of the position, m/s.</param>
/// <param name="Spin">Angular velocity, 1/s.</param>
/// <param name="Force">Sum of contacts, walls, gravity and drag, N.</param>
/// <param name="Torque">Sum of contacts and walls, N m.</param>
public readonly record struct GrainReading(Vector3d Position, Vector3d Velocity, Vector3d Spin, Vector3d Force, Vector3d Torque);
