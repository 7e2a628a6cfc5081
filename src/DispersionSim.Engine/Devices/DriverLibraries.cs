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
        if (known is null)
        {
            return 0;
        }

        // A driver that was loaded before the program itself, as interpreters that watch every access are, comes before the installed one.
        nint program = NativeLibrary.GetMainProgramHandle();
        bool preloaded = known.StartsWith("libOpenCL", StringComparison.Ordinal) && NativeLibrary.TryGetExport(program, "clGetPlatformIDs", out _);
        return preloaded ? program : NativeLibrary.TryLoad(known, out nint handle) ? handle : 0;
    }
}
