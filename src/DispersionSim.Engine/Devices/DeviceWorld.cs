using DispersionSim.Kernels;
using ILGPU;

namespace DispersionSim.Engine;

/// <summary>The kernels' columns as views on a device's memory.</summary>
public struct DeviceWorld : IWorld
{
    internal ArrayView<Int4> PlaceView;
    internal ArrayView<Float4> SizeView;
    internal ArrayView<Float4> VelocityView;
    internal ArrayView<Float4> SpinView;
    internal ArrayView<Float4> ForceView;
    internal ArrayView<Float4> TorqueView;
    internal ArrayView<Float4> SearchVelocityView;
    internal ArrayView<Float4> SearchSpinView;
    internal ArrayView<Float4> InverseDiagonalView;
    internal ArrayView<Float4> InverseDiagonalSpinView;
    internal ArrayView<int> RowStartView;
    internal ArrayView<int> RowView;
    internal ArrayView<int> ActiveView;
    internal ArrayView<Int4> LinkView;
    internal ArrayView<Float4> NormalView;
    internal ArrayView<Float4> ArmView;
    internal ArrayView<Float4> StiffnessView;
    internal ArrayView<Float4> SpringForceView;
    internal ArrayView<Float4> SpringMomentView;
    internal ArrayView<Float4> LinkForceView;
    internal ArrayView<Float4> LinkMomentView;
    internal ArrayView<Float4> SlideView;
    internal ArrayView<Float4> RollView;
    internal ArrayView<Float4> MemoryView;
    internal ArrayView<float> FoilView;

    public readonly ref Int4 Place(int i) => ref PlaceView[i];

    public readonly ref Float4 Size(int i) => ref SizeView[i];

    public readonly ref Float4 Velocity(int i) => ref VelocityView[i];

    public readonly ref Float4 Spin(int i) => ref SpinView[i];

    public readonly ref Float4 Force(int i) => ref ForceView[i];

    public readonly ref Float4 Torque(int i) => ref TorqueView[i];

    public readonly ref Float4 SearchVelocity(int i) => ref SearchVelocityView[i];

    public readonly ref Float4 SearchSpin(int i) => ref SearchSpinView[i];

    public readonly ref Float4 InverseDiagonal(int i) => ref InverseDiagonalView[i];

    public readonly ref Float4 InverseDiagonalSpin(int i) => ref InverseDiagonalSpinView[i];

    public readonly int RowStart(int i) => RowStartView[i];

    public readonly int Row(int entry) => RowView[entry];

    public readonly ref int Active(int c) => ref ActiveView[c];

    public readonly ref Int4 Link(int link) => ref LinkView[link];

    public readonly ref Float4 Normal(int link) => ref NormalView[link];

    public readonly ref Float4 Arm(int link) => ref ArmView[link];

    public readonly ref Float4 Stiffness(int link) => ref StiffnessView[link];

    public readonly ref Float4 SpringForce(int link) => ref SpringForceView[link];

    public readonly ref Float4 SpringMoment(int link) => ref SpringMomentView[link];

    public readonly ref Float4 LinkForce(int c) => ref LinkForceView[c];

    public readonly ref Float4 LinkMoment(int c) => ref LinkMomentView[c];

    public readonly ref Float4 Slide(int link) => ref SlideView[link];

    public readonly ref Float4 Roll(int link) => ref RollView[link];

    public readonly ref Float4 Memory(int link) => ref MemoryView[link];

    public readonly float FoilHeight(int index) => FoilView[index];
}
