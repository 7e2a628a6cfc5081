using DispersionSim.Engine;
using DispersionSim.Kernels;
using ILGPU.Runtime;

namespace DispersionSim.Tests.Kernels;

/// <summary>Runs a kernel on an accelerator and on the host over the same small granular system, and compares every column.</summary>
/// <param name="accelerator">Where ILGPU's side runs.</param>
/// <param name="tolerance">Allowed difference, relative to the largest entry of a column: rounding and contraction of a·b + c.</param>
internal sealed class GrainComparison(Accelerator accelerator, float tolerance) : IGrainKernelVisitor
{
    public void Visit<TDevice, THost>(TDevice device, THost host, Func<SmallGrains, int> items)
        where TDevice : struct, IGrainKernel<DeviceGrainWorld>
        where THost : struct, IGrainKernel<HostGrainWorld>
    {
        using SmallGrains onDevice = new(), onHost = new();
        Assert.True(onHost.Columns.Contacts > 200);
        Dictionary<string, float[]> before = onHost.Numbers();
        GrainEntry.RunOnHost(items(onHost), host, HostGrainWorld.Over(onHost.Columns), onHost.Step);
        using (DeviceGrainColumns columns = new(accelerator, onDevice.Columns))
        {
            GrainEntry.Load<TDevice>(accelerator)(items(onDevice), device, columns.World, onDevice.Step);
            columns.Download();
        }

        Dictionary<string, float[]> expected = onHost.Numbers(), found = onDevice.Numbers();
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
            Assert.True(difference <= tolerance, $"{name}[{k}]: {found[k]:R} instead of {expected[k]:R}");
        }
    }
}
