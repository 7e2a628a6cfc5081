using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Tests.Kernels;

/// <summary>Runs a kernel on an accelerator and on the host over the same small system, and compares every column.</summary>
/// <param name="target">Where ILGPU's side runs.</param>
/// <param name="tolerance">Allowed difference, relative to the largest entry of a column: rounding and contraction of a·b + c.</param>
internal sealed class AcceleratorComparison(ComputeDevice target, float tolerance) : IKernelVisitor
{
    public void Visit<TDevice, THost>(TDevice device, THost host, bool overLinks)
        where TDevice : unmanaged, IKernel<DeviceWorld>
        where THost : unmanaged, IKernel<HostWorld>
    {
        Action<int, TDevice, DeviceWorld, StepParameters> launch = target.Load<TDevice>();
        Run(launch, device, host, overLinks, true);
        if (overLinks && !Prepares<THost>())
        {
            // As in a suspension, whose pairs foresee their turning.
            Run(launch, device, host, overLinks, false);
        }
    }

    private static bool Prepares<THost>() => typeof(THost).Name.StartsWith("PrepareLinks", StringComparison.Ordinal);

    private void Run<TDevice, THost>(Action<int, TDevice, DeviceWorld, StepParameters> launch, TDevice device, THost host, bool overLinks, bool walls)
        where TDevice : unmanaged, IKernel<DeviceWorld>
        where THost : unmanaged, IKernel<HostWorld>
    {
        using SmallSystem onDevice = new(), onHost = new();
        int count = !overLinks ? onHost.Particles.Count : Prepares<THost>() ? onHost.Links.Count : onHost.ActiveCount;
        Assert.True(onHost.ActiveCount > 100);
        StepParameters step = onHost.Step;
        step.FoilRadii = walls ? step.FoilRadii : 0;
        Dictionary<string, float[]> before = onHost.Columns();
        new HostDevice(1).Run(count, host, onHost.World, step);
        using (DeviceColumns columns = target.Columns(onDevice.Particles, onDevice.Links, onDevice.Foil))
        {
            launch(count, device, columns.World, step);
            columns.Download();
        }

        Dictionary<string, float[]> expected = onHost.Columns(), found = onDevice.Columns();
        Assert.Contains(expected, column => !column.Value.AsSpan().SequenceEqual(before[column.Key]));
        foreach ((string name, float[] values) in expected)
        {
            Compare(name, values, found[name]);
        }
    }

    private void Compare(string name, float[] expected, float[] found)
    {
        float largest = Math.Max(expected.Max(Math.Abs), 1e-20f);
        for (int k = 0; k < expected.Length; k++)
        {
            float difference = Math.Abs(expected[k] - found[k]) / largest;
            Assert.True(difference <= tolerance, $"{name}[{k / 4}].{"XYZW"[k % 4]}: {found[k]:R} instead of {expected[k]:R}");
        }
    }
}
