namespace DispersionSim.Kernels;

/// <summary>One thread, one item. Kernels gather and never scatter, so that sums have one order on every device.</summary>
public interface IKernel<TWorld> where TWorld : struct, IWorld
{
    void Run(int i, in TWorld world, in StepParameters step);
}
