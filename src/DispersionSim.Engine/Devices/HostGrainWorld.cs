using System.Runtime.CompilerServices;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>The columns of a granular system as raw pointers on the host.</summary>
public unsafe struct HostGrainWorld : IGrainWorld
{
    internal Int4* PlacePointer;
    internal Float4* VelocityPointer;
    internal Float4* SpinPointer;
    internal Float4* InertiaPointer;
    internal Float4* RestPointer;
    internal Float4* VelocityRestPointer;
    internal Float4* SpinRestPointer;
    internal int* RowStartPointer;
    internal int* RowPointer;
    internal int* FirstPointer;
    internal int* SecondPointer;
    internal float* ReducedRadiusPointer;
    internal float* ReducedMassPointer;
    internal Float4* SlidePointer;
    internal Float4* RollPointer;
    internal float* MemoryPointer;
    internal Float4* ForcePointer;
    internal Float4* LeverPointer;
    internal Float4* MomentPointer;
    internal Float4* LeastPointer;
    internal Float4* MostPointer;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Int4 Place(int i) => ref PlacePointer[i];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 Velocity(int i) => ref VelocityPointer[i];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 Spin(int i) => ref SpinPointer[i];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 Inertia(int i) => ref InertiaPointer[i];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 Rest(int i) => ref RestPointer[i];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 VelocityRest(int i) => ref VelocityRestPointer[i];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 SpinRest(int i) => ref SpinRestPointer[i];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int RowStart(int i) => RowStartPointer[i];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Row(int entry) => RowPointer[entry];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int First(int c) => FirstPointer[c];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Second(int c) => SecondPointer[c];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly float ReducedRadius(int c) => ReducedRadiusPointer[c];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly float ReducedMass(int c) => ReducedMassPointer[c];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 Slide(int c) => ref SlidePointer[c];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 Roll(int c) => ref RollPointer[c];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref float Memory(int c) => ref MemoryPointer[c];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 Force(int c) => ref ForcePointer[c];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 Lever(int c) => ref LeverPointer[c];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 Moment(int c) => ref MomentPointer[c];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 Least(int share) => ref LeastPointer[share];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref Float4 Most(int share) => ref MostPointer[share];

    /// <summary>The columns as they lie now; to be taken again after a column has grown.</summary>
    public static HostGrainWorld Over(GrainColumns columns) => new()
    {
        PlacePointer = columns.Place.Pointer,
        VelocityPointer = columns.Velocity.Pointer,
        SpinPointer = columns.Spin.Pointer,
        InertiaPointer = columns.Inertia.Pointer,
        RestPointer = columns.Rest.Pointer,
        VelocityRestPointer = columns.VelocityRest.Pointer,
        SpinRestPointer = columns.SpinRest.Pointer,
        RowStartPointer = columns.RowStart.Pointer,
        RowPointer = columns.Row.Pointer,
        FirstPointer = columns.First.Pointer,
        SecondPointer = columns.Second.Pointer,
        ReducedRadiusPointer = columns.ReducedRadius.Pointer,
        ReducedMassPointer = columns.ReducedMass.Pointer,
        SlidePointer = columns.Slide.Pointer,
        RollPointer = columns.Roll.Pointer,
        MemoryPointer = columns.Memory.Pointer,
        ForcePointer = columns.Force.Pointer,
        LeverPointer = columns.Lever.Pointer,
        MomentPointer = columns.Moment.Pointer,
        LeastPointer = columns.Least.Pointer,
        MostPointer = columns.Most.Pointer,
    };
}
