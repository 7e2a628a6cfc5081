using DispersionSim.Engine;
using DispersionSim.Kernels;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Backends;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.PTX;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace DispersionSim.Tests.Kernels;

/// <summary>The code that a CUDA device would run for granular systems, read as text: no device is needed.</summary>
public class GrainPtxTests
{
    public static TheoryData<string> AllKernels => GrainKernelCatalog.Theory();

    [Theory]
    [MemberData(nameof(AllKernels))]
    public void Compiled_kernel_stays_in_registers_in_single_precision_calls_nothing_and_reads_vectors(string kernel)
    {
        // A failed load poisons a context: a fresh one each time.
        using Context context = Context.Create(builder => builder.EnableAlgorithms().Optimize(OptimizationLevel.O2));
        Compiler compiler = new(context);
        GrainKernelCatalog.Visit(kernel, compiler);
        Assert.Contains(".entry", compiler.Text, StringComparison.Ordinal);
        PtxTests.Check(compiler.Text);
    }

    private sealed class Compiler(Context context) : IGrainKernelVisitor
    {
        public string Text { get; private set; } = "";

        public void Visit<TDevice, THost>(TDevice device, THost host, Func<SmallGrains, int> items)
            where TDevice : struct, IGrainKernel<DeviceGrainWorld>
            where THost : struct, IGrainKernel<HostGrainWorld>
        {
            using var backend = new PTXBackend(context, new CudaCapabilityContext(CudaArchitecture.SM_80), CudaArchitecture.SM_80, CudaInstructionSet.ISA_78, null);
            var method = typeof(GrainEntry).GetMethod(nameof(GrainEntry.Run))!.MakeGenericMethod(typeof(TDevice));
            var kernel = (PTXCompiledKernel)backend.Compile(EntryPointDescription.FromImplicitlyGroupedKernel(method), KernelSpecialization.Empty);
            Text = kernel.PTXAssembly;
        }
    }
}
