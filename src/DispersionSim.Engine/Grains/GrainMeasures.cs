namespace DispersionSim.Engine;

/// <summary>What a granular system adds up to, in SI units.</summary>
/// <param name="Time">Time since the start, s.</param>
/// <param name="KineticEnergy">Of the motion of centres, the flow included, J.</param>
/// <param name="RotationalEnergy">Of the spins, J.</param>
/// <param name="Pressure">A third of the trace of kinetic and contact stress over the box's volume, Pa.</param>
/// <param name="Coordination">Contacts between particles, twice their number over that of particles.</param>
/// <param name="WallContacts">Contacts with walls.</param>
public sealed record GrainMeasures(double Time, double KineticEnergy, double RotationalEnergy, double Pressure, double Coordination, long WallContacts);
