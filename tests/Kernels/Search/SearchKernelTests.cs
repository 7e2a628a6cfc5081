using DispersionSim.Engine;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;

namespace DispersionSim.Tests.Kernels;

/// <summary>Every kernel with which a device sorts, searches and lists: as text, in emulation, and as generated code on an OpenCL device.</summary>
[Collection(OpenClDevice.OneAtATime)]
public class SearchKernelTests(OpenClDevice shared)
{
    public static TheoryData<string> AllKernels => SearchKernelCatalog.Theory();

    [Theory]
    [MemberData(nameof(AllKernels))]
    public void Compiled_kernel_of_a_search_stays_in_registers_in_single_precision_and_calls_nothing(string kernel) =>
        PtxTests.CheckInstructions(DeviceCode.Ptx(KernelFunctions.Static().Single(f => KernelFunctions.Name(f) == kernel)));

    [Theory]
    [MemberData(nameof(AllKernels))]
    public void Kernel_over_device_columns_gives_what_it_gives_on_the_host(string kernel)
    {
        using Context context = Emulation();
        using Accelerator accelerator = context.GetCPUDevice(0).CreateAccelerator(context);
        Compare(kernel, accelerator);
    }

    [Theory]
    [MemberData(nameof(AllKernels))]
    public void Kernel_on_an_open_cl_device_gives_what_it_gives_on_the_host(string kernel) => Compare(kernel, shared.OrSkip().Accelerator);

    [Fact]
    public void A_search_over_these_columns_lists_pairs_and_contacts_with_the_floor()
    {
        using Context context = Emulation();
        using Accelerator host = context.GetCPUDevice(0).CreateAccelerator(context);
        using SearchColumns columns = new(host);
        RunBefore(columns, SearchKernelCatalog.All[^1]);
        SearchViews v = columns.Views;
        Assert.InRange(v.Pairs, 200, 2000);
        Assert.InRange(v.WallStart[SearchColumns.Particles], 10, SearchColumns.Particles);
        Assert.InRange(v.FormerPairs, 100, v.Pairs - 1);
    }

    private static Context Emulation() => Context.Create(builder => builder.CPU().EnableAlgorithms().Optimize(OptimizationLevel.O2));

    private static void RunBefore(SearchColumns columns, SearchKernel kernel)
    {
        columns.Fill();
        foreach (SearchKernel before in SearchKernelCatalog.All.TakeWhile(k => k != kernel))
        {
            before.Before?.Invoke(columns);
            before.RunOnHost(columns);
        }

        kernel.Before?.Invoke(columns);
    }

    private static void Compare(string name, Accelerator accelerator)
    {
        SearchKernel kernel = SearchKernelCatalog.All.Single(k => k.Function == name);
        using Context context = Emulation();
        using Accelerator host = context.GetCPUDevice(0).CreateAccelerator(context);
        using SearchColumns expected = new(host), found = new(accelerator);
        RunBefore(expected, kernel);
        found.CopyFrom(expected);
        Dictionary<string, int[]> before = expected.Bits();
        int items = kernel.Items(expected);
        Assert.True(items > 0);
        kernel.RunOnHost(expected);
        Assert.Contains(expected.Bits(), column => !column.Value.AsSpan().SequenceEqual(before[column.Key]));
        accelerator.LoadAutoGroupedStreamKernel(kernel.Run)(items, found.Views);
        found.Compare(expected);
    }
}
