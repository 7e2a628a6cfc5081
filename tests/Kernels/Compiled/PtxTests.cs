using System.Text.RegularExpressions;
using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Tests.Kernels;

/// <summary>The code that a CUDA device would run, read as text: no device is needed.</summary>
public partial class PtxTests
{
    public static TheoryData<string> AllKernels => KernelCatalog.Theory();

    [Theory]
    [MemberData(nameof(AllKernels))]
    public void Compiled_kernel_stays_in_registers_in_single_precision_calls_nothing_and_reads_vectors(string kernel)
    {
        Compiler compiler = new();
        KernelCatalog.Visit(kernel, compiler);
        Check(compiler.Text);
    }

    /// <summary>All that is asked of compiled code that reads at least one Float4 or Int4 column.</summary>
    internal static void Check(string ptx)
    {
        CheckInstructions(ptx);
        Assert.Matches(VectorLoad(), ptx);
    }

    /// <summary>All that is asked of compiled code, whatever it reads.</summary>
    internal static void CheckInstructions(string ptx)
    {
        Assert.Contains(".entry", ptx, StringComparison.Ordinal);
        Assert.DoesNotContain(".local", ptx, StringComparison.Ordinal);
        Assert.DoesNotMatch(DoubleUse(), ptx);
        Assert.DoesNotMatch(Call(), ptx);
        Assert.DoesNotMatch(BooleanAsFloat(), ptx);
    }

    // ILGPU states .f64 registers of every kernel; what counts is an instruction or a register that is used.
    [GeneratedRegex(@"\.f64\b|%fd\d", RegexOptions.ExplicitCapture)]
    private static partial Regex DoubleUse();

    [GeneratedRegex(@"^\s*call\b|\.extern", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Call();

    [GeneratedRegex(@"selp\.b32.*0f00000001", RegexOptions.ExplicitCapture)]
    private static partial Regex BooleanAsFloat();

    [GeneratedRegex(@"ld\.global\.v4\.(f32|b32|u32|s32)", RegexOptions.ExplicitCapture)]
    private static partial Regex VectorLoad();

    private sealed class Compiler : IKernelVisitor
    {
        public string Text { get; private set; } = "";

        public void Visit<TDevice, THost>(TDevice device, THost host, bool overLinks)
            where TDevice : unmanaged, IKernel<DeviceWorld>
            where THost : unmanaged, IKernel<HostWorld> => Text = DeviceCode.Links<TDevice>();
    }
}
