using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Tests.Kernels;

/// <summary>The catalogs of kernels, from which every check of generated code takes its cases, miss nothing that a device compiles.</summary>
public class CatalogTests
{
    [Fact]
    public void Every_function_of_the_search_is_in_its_catalog_once() =>
        Assert.Equal(KernelFunctions.Static().Select(KernelFunctions.Name).Order(), SearchKernelCatalog.All.Select(k => k.Function).Order());

    [Fact]
    public void Every_kernel_of_the_overdamped_solver_is_in_its_catalog()
    {
        Collector collector = new();
        foreach (string name in KernelCatalog.Names)
        {
            KernelCatalog.Visit(name, collector);
        }

        Assert.Equal(KernelFunctions.Structs(typeof(IKernel<>)).Order(), collector.Found.Order());
    }

    [Fact]
    public void Every_kernel_of_granular_systems_is_in_its_catalog()
    {
        Collector collector = new();
        foreach (string name in GrainKernelCatalog.Names)
        {
            GrainKernelCatalog.Visit(name, collector);
        }

        Assert.Equal(KernelFunctions.Structs(typeof(IGrainKernel<>)).Order(), collector.Found.Order());
    }

    [Fact]
    public void Functions_that_the_engine_puts_around_kernels_are_those_that_the_catalogs_compile() =>
        Assert.Equal(
            ["ComputeDevice.Probe", "DeviceBatch.Move", "DeviceBatch.Pairs", "DeviceBatch.Wall", "DeviceEntry.Run", "DeviceProbe.Touch", "GrainEntry.Run"],
            KernelFunctions.Around().Select(KernelFunctions.Name).Order());

    private sealed class Collector : IKernelVisitor, IGrainKernelVisitor
    {
        public HashSet<string> Found { get; } = new(StringComparer.Ordinal);

        public void Visit<TDevice, THost>(TDevice device, THost host, bool overLinks)
            where TDevice : unmanaged, IKernel<DeviceWorld>
            where THost : unmanaged, IKernel<HostWorld> => Found.Add(typeof(TDevice).Name);

        public void Visit<TDevice, THost>(TDevice device, THost host, Func<SmallGrains, int> items)
            where TDevice : struct, IGrainKernel<DeviceGrainWorld>
            where THost : struct, IGrainKernel<HostGrainWorld> => Found.Add(typeof(TDevice).Name);
    }
}
