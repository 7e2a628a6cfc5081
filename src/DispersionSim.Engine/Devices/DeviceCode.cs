using System.Reflection;
using DispersionSim.Kernels;
using ILGPU;
using ILGPU.Algorithms;
using ILGPU.Backends;
using ILGPU.Backends.EntryPoints;
using ILGPU.Backends.PTX;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace DispersionSim.Engine;

/// <summary>The code that a CUDA device would run, as text: no device is needed.</summary>
public static class DeviceCode
{
    /// <summary>Architecture that code is made for: that of NVIDIA's A100; later ones take it too.</summary>
    public const string Architecture = "sm_80";

    /// <summary>PTX of a kernel of the overdamped solver.</summary>
    public static string Links<TKernel>() where TKernel : unmanaged, IKernel<DeviceWorld> => Ptx(Entry(typeof(DeviceEntry), nameof(DeviceEntry.Run), typeof(TKernel)));

    /// <summary>PTX of a kernel of granular systems.</summary>
    public static string Grains<TKernel>() where TKernel : struct, IGrainKernel<DeviceGrainWorld> => Ptx(Entry(typeof(GrainEntry), nameof(GrainEntry.Run), typeof(TKernel)));

    /// <summary>PTX of a function whose first argument is the index of the item.</summary>
    public static string Ptx(MethodInfo entry)
    {
        // A failed load poisons a context: a fresh one each time.
        using Context context = Context.Create(builder => builder.EnableAlgorithms().Optimize(OptimizationLevel.O2));
        using var backend = new PTXBackend(context, new CudaCapabilityContext(CudaArchitecture.SM_80), CudaArchitecture.SM_80, CudaInstructionSet.ISA_78, null);
        var kernel = (PTXCompiledKernel)backend.Compile(EntryPointDescription.FromImplicitlyGroupedKernel(entry), KernelSpecialization.Empty);
        return kernel.PTXAssembly;
    }

    private static MethodInfo Entry(Type type, string name, Type argument) =>
        type.GetMethod(name, BindingFlags.Static | BindingFlags.Public)!.MakeGenericMethod(argument);
}
