using System.Diagnostics;
using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Tests.Kernels;

/// <summary>What NVIDIA's assembler says of the kernels, where it is installed.</summary>
public class RegisterTests
{
    public static TheoryData<string> LinkKernels => KernelCatalog.Theory();

    public static TheoryData<string> GrainKernels => GrainKernelCatalog.Theory();

    public static TheoryData<string> SearchKernels => SearchKernelCatalog.Theory();

    [Theory]
    [InlineData(53, 0, 0)]
    [InlineData(255, 16, 24)]
    public void Registers_and_spills_are_read_from_the_assemblers_own_lines(int registers, int stores, int loads)
    {
        // Form of the lines: NVIDIA, CUDA compiler driver, printing code generation statistics.
        string said =
            $"""
            ptxas info    : 0 bytes gmem
            ptxas info    : Compiling entry function 'Run' for 'sm_80'
            ptxas info    : Function properties for Run
                0 bytes stack frame, {stores} bytes spill stores, {loads} bytes spill loads
            ptxas info    : Used {registers} registers, 456 bytes cmem[0]
            """;
        Assert.Equal(new RegisterUse(registers, stores + loads), RegisterUse.Parse(said));
    }

    [Fact]
    public void What_says_nothing_of_registers_gives_no_figure() => Assert.Null(RegisterUse.Parse("ptxas fatal   : Unsupported .version 9.9"));

    // CUDA C++ Programming Guide: 65,536 registers and 64 warps a multiprocessor, given a warp at a time in units of 256.
    [Theory]
    [InlineData(32, 1.0)]
    [InlineData(53, 36.0 / 64)]
    [InlineData(64, 0.5)]
    [InlineData(255, 8.0 / 64)]
    public void Occupancy_follows_from_registers(int registers, double share) => Assert.Equal(share, new RegisterUse(registers, 0).Occupancy);

    [Theory]
    [MemberData(nameof(LinkKernels))]
    public void Kernel_of_the_overdamped_solver_spills_nothing(string kernel)
    {
        Collector collector = new();
        KernelCatalog.Visit(kernel, collector);
        Check(collector.Text);
    }

    [Theory]
    [MemberData(nameof(GrainKernels))]
    public void Kernel_of_granular_systems_spills_nothing(string kernel)
    {
        Collector collector = new();
        GrainKernelCatalog.Visit(kernel, collector);
        Check(collector.Text);
    }

    [Theory]
    [MemberData(nameof(SearchKernels))]
    public void Kernel_of_a_search_spills_nothing(string kernel) =>
        Check(() => DeviceCode.Ptx(KernelFunctions.Static().Single(f => KernelFunctions.Name(f) == kernel)));

    private static void Check(Func<string> ptx)
    {
        // Looked for, not tried: no process is started where there is none.
        string? assembler = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "ptxas")).FirstOrDefault(File.Exists);
        Assert.SkipUnless(assembler is not null, "no ptxas: registers and spills are not told here");
        RegisterUse? use = RegisterUse.Parse(Assemble(assembler!, $"-v --gpu-name {DeviceCode.Architecture} -o /dev/null /dev/stdin", ptx()));
        Assert.NotNull(use);
        Assert.Equal(0, use.SpillBytes);
        TestContext.Current.SendDiagnosticMessage($"{use.Registers} registers, occupancy {use.Occupancy:P0}");
    }

    private static string Assemble(string assembler, string arguments, string input)
    {
        using Process process = Process.Start(new ProcessStartInfo(assembler, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        string said = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
        process.WaitForExit();
        return said;
    }

    private sealed class Collector : IKernelVisitor, IGrainKernelVisitor
    {
        public Func<string> Text { get; private set; } = () => "";

        public void Visit<TDevice, THost>(TDevice device, THost host, bool overLinks)
            where TDevice : unmanaged, IKernel<DeviceWorld>
            where THost : unmanaged, IKernel<HostWorld> => Text = DeviceCode.Links<TDevice>;

        public void Visit<TDevice, THost>(TDevice device, THost host, Func<SmallGrains, int> items)
            where TDevice : struct, IGrainKernel<DeviceGrainWorld>
            where THost : struct, IGrainKernel<HostGrainWorld> => Text = DeviceCode.Grains<TDevice>;
    }
}
