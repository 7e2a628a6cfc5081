using DispersionSim.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace DispersionSim.Engine;

/// <summary>Motion and forces of a batch of steps that stops by itself where its lists run out; see <see cref="DeviceSignals"/>.</summary>
public static class DeviceBatch
{
    /// <summary>Moves a particle, unless the batch has stopped; says so where it has come farther than the lists allow, or is nowhere.</summary>
    public static void Move(Index1D i, DeviceGrainWorld world, ArrayView<int> signals, GrainStep step, MoveGrains<DeviceGrainWorld> kernel, float limit)
    {
        if (signals[DeviceSignals.Stopped] == 1)
        {
            return;
        }

        kernel.Run(i, in world, in step);
        if (!(world.Rest(i).W <= limit))
        {
            signals[DeviceSignals.Exceeded] = 1;
        }

        if (i == 0)
        {
            signals[DeviceSignals.Taken] = signals[DeviceSignals.Taken] + 1;
        }
    }

    /// <summary>Evaluates contacts of pairs; where the lists have run out the batch stops instead.</summary>
    public static void Pairs<TKernel>(Index1D i, DeviceGrainWorld world, ArrayView<int> signals, GrainStep step, TKernel kernel, int count) where TKernel : struct, IGrainKernel<DeviceGrainWorld>
    {
        if (signals[DeviceSignals.Exceeded] == 1)
        {
            if (i == 0)
            {
                signals[DeviceSignals.Stopped] = 1;
            }
        }
        else if (i < count)
        {
            kernel.Run(i, in world, in step);
        }
    }

    /// <summary>Evaluates contacts with a wall, unless the lists have run out.</summary>
    public static void Wall<TKernel>(Index1D i, DeviceGrainWorld world, ArrayView<int> signals, GrainStep step, TKernel kernel) where TKernel : struct, IGrainKernel<DeviceGrainWorld>
    {
        if (signals[DeviceSignals.Exceeded] == 0)
        {
            kernel.Run(i, in world, in step);
        }
    }
}
