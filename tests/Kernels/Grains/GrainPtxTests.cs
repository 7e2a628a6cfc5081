using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Tests.Kernels;

/// <summary>The code that a CUDA device would run for granular systems, read as text: no device is needed.</summary>
public class GrainPtxTests
{
    public static TheoryData<string> AllKernels => GrainKernelCatalog.Theory();

    [Theory]
    [MemberData(nameof(AllKernels))]
    public void Compiled_kernel_stays_in_registers_in_single_precision_calls_nothing_and_reads_vectors(string kernel)
    {
        Compiler compiler = new();
        GrainKernelCatalog.Visit(kernel, compiler);
        PtxTests.Check(compiler.Text);
        Assert.All(compiler.Batches, PtxTests.Check);
    }

    private sealed class Compiler : IGrainKernelVisitor
    {
        public string Text { get; private set; } = "";

        /// <summary>The same kernel as a batch of steps launches it.</summary>
        public IReadOnlyList<string> Batches { get; private set; } = [];

        public void Visit<TDevice, THost>(TDevice device, THost host, Func<SmallGrains, int> items)
            where TDevice : struct, IGrainKernel<DeviceGrainWorld>
            where THost : struct, IGrainKernel<HostGrainWorld>
        {
            Text = DeviceCode.Grains<TDevice>();
            Batches = [.. KernelFunctions.InBatch<TDevice>().Select(DeviceCode.Ptx)];
        }
    }
}
