using System.Runtime.CompilerServices;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>The kernels' columns as raw pointers on the host.</summary>
public unsafe struct HostWorld : IWorld
{
    internal Int4* PlacePointer;
    internal Float4* SizePointer;
    internal Float4* VelocityPointer;
    internal Float4* SpinPointer;
    internal Float4* ForcePointer;
    internal Float4* TorquePointer;
    internal Float4* SearchVelocityPointer;
    internal Float4* SearchSpinPointer;
    internal Float4* InverseDiagonalPointer;
    internal Float4* InverseDiagonalSpinPointer;
    internal int* RowStartPointer;
    internal int* RowPointer;
    internal int* ActivePointer;
    internal Int4* LinkPointer;
    internal Float4* NormalPointer;
    internal Float4* ArmPointer;
    internal Float4* StiffnessPointer;
    internal Float4* SpringForcePointer;
    internal Float4* SpringMomentPointer;
    internal Float4* LinkForcePointer;
    internal Float4* LinkMomentPointer;
    internal Float4* SlidePointer;
    internal Float4* RollPointer;
    internal Float4* MemoryPointer;
    internal float* FoilPointer;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Int4 Place(int i) => ref PlacePointer[i];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 Size(int i) => ref SizePointer[i];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 Velocity(int i) => ref VelocityPointer[i];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 Spin(int i) => ref SpinPointer[i];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 Force(int i) => ref ForcePointer[i];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 Torque(int i) => ref TorquePointer[i];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 SearchVelocity(int i) => ref SearchVelocityPointer[i];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 SearchSpin(int i) => ref SearchSpinPointer[i];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 InverseDiagonal(int i) => ref InverseDiagonalPointer[i];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 InverseDiagonalSpin(int i) => ref InverseDiagonalSpinPointer[i];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int RowStart(int i) => RowStartPointer[i];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Row(int entry) => RowPointer[entry];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref int Active(int c) => ref ActivePointer[c];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Int4 Link(int link) => ref LinkPointer[link];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 Normal(int link) => ref NormalPointer[link];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 Arm(int link) => ref ArmPointer[link];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 Stiffness(int link) => ref StiffnessPointer[link];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 SpringForce(int link) => ref SpringForcePointer[link];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 SpringMoment(int link) => ref SpringMomentPointer[link];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 LinkForce(int c) => ref LinkForcePointer[c];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 LinkMoment(int c) => ref LinkMomentPointer[c];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 Slide(int link) => ref SlidePointer[link];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 Roll(int link) => ref RollPointer[link];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 Memory(int link) => ref MemoryPointer[link];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly float FoilHeight(int index) => FoilPointer[index];

    /// <summary>The columns as they lie now; to be taken again after a column has grown.</summary>
    public static HostWorld Over(ParticleColumns particles, LinkColumns links, NativeColumn<float> foil) => new()
    {
        PlacePointer = particles.Place.Pointer,
        SizePointer = particles.Size.Pointer,
        VelocityPointer = particles.Velocity.Pointer,
        SpinPointer = particles.Spin.Pointer,
        ForcePointer = particles.Force.Pointer,
        TorquePointer = particles.Torque.Pointer,
        SearchVelocityPointer = particles.SearchVelocity.Pointer,
        SearchSpinPointer = particles.SearchSpin.Pointer,
        InverseDiagonalPointer = particles.InverseDiagonal.Pointer,
        InverseDiagonalSpinPointer = particles.InverseDiagonalSpin.Pointer,
        RowStartPointer = particles.RowStart.Pointer,
        RowPointer = links.Row.Pointer,
        ActivePointer = links.Active.Pointer,
        LinkPointer = links.Link.Pointer,
        NormalPointer = links.Normal.Pointer,
        ArmPointer = links.Arm.Pointer,
        StiffnessPointer = links.Stiffness.Pointer,
        SpringForcePointer = links.SpringForce.Pointer,
        SpringMomentPointer = links.SpringMoment.Pointer,
        LinkForcePointer = links.LinkForce.Pointer,
        LinkMomentPointer = links.LinkMoment.Pointer,
        SlidePointer = links.Slide.Pointer,
        RollPointer = links.Roll.Pointer,
        MemoryPointer = links.Memory.Pointer,
        FoilPointer = foil.Pointer,
    };
}
