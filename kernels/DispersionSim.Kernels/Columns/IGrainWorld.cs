namespace DispersionSim.Kernels;

/// <summary>The columns of particles with inertia that kernels read and write: device views on a GPU, raw pointers on the host.</summary>
/// <remarks>
/// Particle columns go on with ghosts: the partners of contacts with walls, spheres of radius 0 at the wall's nearest point. Contacts are pairs within
/// a skin; what the laws remember lies beside them. What is read by index of another column is a vector of 16 bytes. Simulation units.
/// </remarks>
public interface IGrainWorld
{
    /// <summary>Fixed-point place; W what it leaves of the position (<see cref="PlaceFraction"/>).</summary>
    ref Int4 Place(int i);

    /// <summary>Velocity relative to the flow, half a step behind the place; W radius.</summary>
    ref Float4 Velocity(int i);

    /// <summary>Radius times angular velocity; W radius (of a ghost: any number but 0).</summary>
    ref Float4 Spin(int i);

    /// <summary>X 1/m, Y r/I, Z drag 6πμr; W low 24 bits of the particle's number.</summary>
    ref Float4 Inertia(int i);

    /// <summary>What is left of a motion after rounding to fixed point, in fixed-point units; W way since the lists were made, relative to the flow.</summary>
    ref Float4 Rest(int i);

    /// <summary>What rounding has left of the sums that made the velocity.</summary>
    ref Float4 VelocityRest(int i);

    /// <summary>What rounding has left of the sums that made the spin; W the other bits of the particle's number.</summary>
    ref Float4 SpinRest(int i);

    /// <summary>First entry of a particle's row in <see cref="Row"/>.</summary>
    int RowStart(int i);

    /// <summary>A contact of the particle: twice its number, plus one where the particle is the second.</summary>
    int Row(int entry);

    /// <summary>First particle of a contact.</summary>
    int First(int c);

    /// <summary>Second particle, or ghost.</summary>
    int Second(int c);

    /// <summary>R* of a contact.</summary>
    float ReducedRadius(int c);

    /// <summary>m* of a contact.</summary>
    float ReducedMass(int c);

    /// <summary>Tangential spring; W contact spot of the last step.</summary>
    ref Float4 Slide(int c);

    /// <summary>Rolling spring; W twisting angle.</summary>
    ref Float4 Roll(int c);

    /// <summary>Memory of the elastic law.</summary>
    ref float Memory(int c);

    /// <summary>Force of a contact on its first particle; W share of the overlap by which levers are shorter than radii.</summary>
    ref Float4 Force(int c);

    /// <summary>Torque per lever on both particles of a contact.</summary>
    ref Float4 Lever(int c);

    /// <summary>Torque of rolling and twisting on the first particle of a contact.</summary>
    ref Float4 Moment(int c);

    /// <summary>Least velocities of a share of the particles; W least radius.</summary>
    ref Float4 Least(int share);

    /// <summary>Greatest velocities of a share of the particles; W greatest radius.</summary>
    ref Float4 Most(int share);
}
