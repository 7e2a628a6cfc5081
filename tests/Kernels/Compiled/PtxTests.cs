using System.Text.RegularExpressions;
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

/// <summary>The code that a CUDA device would run, read as text: no device is needed.</summary>
public partial class PtxTests
{
    public static TheoryData<string> AllKernels => KernelCatalog.Theory();

    [Theory]
    [MemberData(nameof(AllKernels))]
    public void Compiled_kernel_stays_in_registers_in_single_precision_and_calls_nothing(string kernel)
    {
        string ptx = Compile(kernel);
        Assert.Contains(".entry", ptx, StringComparison.Ordinal);
        Assert.DoesNotContain(".local", ptx, StringComparison.Ordinal);
        Assert.DoesNotMatch(DoubleUse(), ptx);
        Assert.DoesNotMatch(Call(), ptx);
        Assert.DoesNotMatch(BooleanAsFloat(), ptx);
    }

    [Theory]
    [MemberData(nameof(AllKernels))]
    public void Compiled_kernel_reads_its_columns_sixteen_bytes_at_a_time(string kernel)
    {
        // Every kernel reads at least one Float4 or Int4 column.
        Assert.Matches(VectorLoad(), Compile(kernel));
    }

    /// <summary>All that is asked of compiled code.</summary>
    internal static void Check(string ptx)
    {
        Assert.DoesNotContain(".local", ptx, StringComparison.Ordinal);
        Assert.DoesNotMatch(DoubleUse(), ptx);
        Assert.DoesNotMatch(Call(), ptx);
        Assert.DoesNotMatch(BooleanAsFloat(), ptx);
        Assert.Matches(VectorLoad(), ptx);
    }

    private static string Compile(string kernel)
    {
        // A failed load poisons a context: a fresh one each time.
        using Context context = Context.Create(builder => builder.EnableAlgorithms().Optimize(OptimizationLevel.O2));
        Compiler compiler = new(context);
        KernelCatalog.Visit(kernel, compiler);
        return compiler.Text;
    }

    // ILGPU states .f64 registers of every kernel; what counts is an instruction or a register that is used.
    [GeneratedRegex(@"\.f64\b|%fd\d", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DoubleUse();

    [GeneratedRegex(@"^\s*call\b|\.extern", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Call();

    [GeneratedRegex(@"selp\.b32.*0f00000001", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BooleanAsFloat();

    [GeneratedRegex(@"ld\.global\.v4\.(f32|b32|u32|s32)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VectorLoad();

    private sealed class Compiler(Context context) : IKernelVisitor
    {
        public string Text { get; private set; } = "";

        public void Visit<TDevice, THost>(TDevice device, THost host, bool overLinks)
            where TDevice : unmanaged, IKernel<DeviceWorld>
            where THost : unmanaged, IKernel<HostWorld>
        {
            using var backend = new PTXBackend(context, new CudaCapabilityContext(CudaArchitecture.SM_80), CudaArchitecture.SM_80, CudaInstructionSet.ISA_78, null);
            var method = typeof(DeviceEntry).GetMethod(nameof(DeviceEntry.Run))!.MakeGenericMethod(typeof(TDevice));
            var kernel = (PTXCompiledKernel)backend.Compile(EntryPointDescription.FromImplicitlyGroupedKernel(method), KernelSpecialization.Empty);
            Text = kernel.PTXAssembly;
        }
    }
}
