namespace DispersionSim.Kernels;

/// <summary>The columns that kernels read and write: device views on a GPU, raw pointers on the host. One kernel body serves both.</summary>
/// <remarks>
/// Particle columns have one entry more than there are particles: the last is the wall, always at rest, so that a wall
/// contact needs no branch in the matrix product. A *link* is a candidate contact: a pair within the list's skin, or a
/// particle near a wall. Link columns are indexed by link; <see cref="Active"/> lists those that carry force.
/// Units are simulation units (see UnitScale in the engine).
/// </remarks>
public interface IWorld
{
    /// <summary>Place of a particle, fixed point.</summary>
    ref Int4 Place(int i);

    /// <summary>X radius, Y translational drag 6πμa, Z rotational drag 8πμa³.</summary>
    ref Float4 Size(int i);

    /// <summary>Velocity relative to the flow.</summary>
    ref Float4 Velocity(int i);

    /// <summary>Angular velocity relative to the flow.</summary>
    ref Float4 Spin(int i);

    /// <summary>Force on a particle, or translational row of a matrix product.</summary>
    ref Float4 Force(int i);

    /// <summary>Torque on a particle, or rotational row of a matrix product.</summary>
    ref Float4 Torque(int i);

    /// <summary>Search direction, translational part.</summary>
    ref Float4 SearchVelocity(int i);

    /// <summary>Search direction, rotational part.</summary>
    ref Float4 SearchSpin(int i);

    /// <summary>Inverse diagonal of the matrix, translational part.</summary>
    ref Float4 InverseDiagonal(int i);

    /// <summary>Inverse diagonal of the matrix, rotational part.</summary>
    ref Float4 InverseDiagonalSpin(int i);

    /// <summary>First entry of a particle's row in <see cref="Row"/>.</summary>
    int RowStart(int i);

    /// <summary>An active link of the particle: 2·(position in Active) + 1 where the particle is the second of the pair.</summary>
    int Row(int entry);

    /// <summary>The link at a position of the list of active links.</summary>
    ref int Active(int c);

    /// <summary>X first particle, Y second particle (the wall's index for a wall), Z kind of link, W origin of the bond.</summary>
    ref Int4 Link(int link);

    /// <summary>Unit vector from second to first, W overlap.</summary>
    ref Float4 Normal(int link);

    /// <summary>X arm of the first, Y arm of the second, Z reduced radius, W 0 where the link carries no force, else 1 and the share of its twisting spring kept (see SlipLaw).</summary>
    ref Float4 Arm(int link);

    /// <summary>Normal, tangential, rolling and twisting stiffness of this step; the last three negative where the contact slips (see SlipLaw).</summary>
    ref Float4 Stiffness(int link);

    /// <summary>Spring force, acting backwards on the first particle; W share of the sliding spring kept.</summary>
    ref Float4 SpringForce(int link);

    /// <summary>Rolling and twisting moment, acting backwards on the first particle; W share of the rolling spring kept.</summary>
    ref Float4 SpringMoment(int link);

    /// <summary>Product of a link in a matrix product: force.</summary>
    ref Float4 LinkForce(int c);

    /// <summary>Product of a link in a matrix product: moment.</summary>
    ref Float4 LinkMoment(int c);

    /// <summary>Tangential elongation, W sliding speed of the last step.</summary>
    ref Float4 Slide(int link);

    /// <summary>Rolling angle (vector), W twisting angle.</summary>
    ref Float4 Roll(int link);

    /// <summary>
    /// X largest overlap so far, Y strength of a solid bridge relative to its mean (0: no bridge); of a bridge Z radius, W overlap at rest;
    /// of a contact Z rolling speed, W twisting speed of the last step.
    /// </summary>
    ref Float4 Memory(int link);

    /// <summary>Height of the foil's offset surface at a grid point, table by table.</summary>
    float FoilHeight(int index);
}
