using System.Reflection;
using System.Runtime.InteropServices;
using ILGPU;

namespace DispersionSim.Engine;

/// <summary>Where the device compiler finds the drivers: by the name that a plain installation has, not only by that of a development package.</summary>
internal static class DriverLibraries
{
    static DriverLibraries() => NativeLibrary.SetDllImportResolver(typeof(Context).Assembly, Find);

    /// <summary>To be called before the first context.</summary>
    public static void Use()
    {
    }

    /// <summary>A handle, or zero for the usual search.</summary>
    private static nint Find(string name, Assembly assembly, DllImportSearchPath? path)
    {
        string? known = !OperatingSystem.IsLinux() ? null
            : name.Contains("opencl", StringComparison.OrdinalIgnoreCase) ? "libOpenCL.so.1"
            : name.Equals("cuda", StringComparison.OrdinalIgnoreCase) ? "libcuda.so.1"
            : null;
        return known is not null && NativeLibrary.TryLoad(known, out nint handle) ? handle : 0;
    }
}
