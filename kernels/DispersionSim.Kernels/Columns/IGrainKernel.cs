namespace DispersionSim.Kernels;

/// <summary>One thread, one item of a granular system. Kernels gather and never scatter, so that sums have one order on every device.</summary>
public interface IGrainKernel<TWorld> where TWorld : struct, IGrainWorld
{
    void Run(int i, in TWorld world, in GrainStep step);
}
