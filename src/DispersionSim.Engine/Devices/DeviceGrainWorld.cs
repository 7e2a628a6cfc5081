using DispersionSim.Kernels;
using ILGPU;

namespace DispersionSim.Engine;

/// <summary>The columns of a granular system as views on a device's memory.</summary>
public struct DeviceGrainWorld : IGrainWorld
{
    internal ArrayView<Int4> PlaceView;
    internal ArrayView<Float4> VelocityView;
    internal ArrayView<Float4> SpinView;
    internal ArrayView<Float4> InertiaView;
    internal ArrayView<Float4> RestView;
    internal ArrayView<Float4> VelocityRestView;
    internal ArrayView<Float4> SpinRestView;
    internal ArrayView<int> RowStartView;
    internal ArrayView<int> RowView;
    internal ArrayView<int> FirstView;
    internal ArrayView<int> SecondView;
    internal ArrayView<float> ReducedRadiusView;
    internal ArrayView<float> ReducedMassView;
    internal ArrayView<Float4> SlideView;
    internal ArrayView<Float4> RollView;
    internal ArrayView<float> MemoryView;
    internal ArrayView<Float4> ForceView;
    internal ArrayView<Float4> LeverView;
    internal ArrayView<Float4> MomentView;
    internal ArrayView<Float4> LeastView;
    internal ArrayView<Float4> MostView;

    public readonly ref Int4 Place(int i) => ref PlaceView[i];

    public readonly ref Float4 Velocity(int i) => ref VelocityView[i];

    public readonly ref Float4 Spin(int i) => ref SpinView[i];

    public readonly ref Float4 Inertia(int i) => ref InertiaView[i];

    public readonly ref Float4 Rest(int i) => ref RestView[i];

    public readonly ref Float4 VelocityRest(int i) => ref VelocityRestView[i];

    public readonly ref Float4 SpinRest(int i) => ref SpinRestView[i];

    public readonly int RowStart(int i) => RowStartView[i];

    public readonly int Row(int entry) => RowView[entry];

    public readonly int First(int c) => FirstView[c];

    public readonly int Second(int c) => SecondView[c];

    public readonly float ReducedRadius(int c) => ReducedRadiusView[c];

    public readonly float ReducedMass(int c) => ReducedMassView[c];

    public readonly ref Float4 Slide(int c) => ref SlideView[c];

    public readonly ref Float4 Roll(int c) => ref RollView[c];

    public readonly ref float Memory(int c) => ref MemoryView[c];

    public readonly ref Float4 Force(int c) => ref ForceView[c];

    public readonly ref Float4 Lever(int c) => ref LeverView[c];

    public readonly ref Float4 Moment(int c) => ref MomentView[c];

    public readonly ref Float4 Least(int share) => ref LeastView[share];

    public readonly ref Float4 Most(int share) => ref MostView[share];
}
