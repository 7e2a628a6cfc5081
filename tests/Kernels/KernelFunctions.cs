using System.Reflection;
using DispersionSim.Engine;
using DispersionSim.Kernels;
using ILGPU;

namespace DispersionSim.Tests.Kernels;

/// <summary>What the assemblies hold for a device to compile, found by looking: functions of an index, and kernels as types.</summary>
internal static class KernelFunctions
{
    private static readonly Type[] KernelTypes = [.. typeof(IKernel<>).Assembly.GetTypes()];

    /// <summary>Functions whose first argument is the item's index.</summary>
    public static IEnumerable<MethodInfo> Static() => Of(KernelTypes);

    /// <summary>Those of the engine, around kernels.</summary>
    public static IEnumerable<MethodInfo> Around() => Of(typeof(DeviceEntry).Assembly.GetTypes());

    /// <summary>Functions of a batch of steps that launch a kernel: the motion's own, or those of any contacts; none of other kernels.</summary>
    public static IEnumerable<MethodInfo> InBatch<TDevice>() where TDevice : struct => typeof(TDevice) switch
    {
        var kernel when kernel == typeof(MoveGrains<DeviceGrainWorld>) => Batch.Where(f => !f.IsGenericMethod),
        var kernel when kernel == typeof(RangeGrains<DeviceGrainWorld>) => [],
        var kernel => Batch.Where(f => f.IsGenericMethod).Select(f => f.MakeGenericMethod(kernel)),
    };

    private static IEnumerable<MethodInfo> Batch => Of([typeof(DeviceBatch)]);

    /// <summary>Types that are kernels, without their arguments.</summary>
    public static IEnumerable<string> Structs(Type kernelInterface) => KernelTypes
        .Where(t => t.IsValueType && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == kernelInterface))
        .Select(t => t.Name);

    /// <summary>Class and name of a function; overloads by the entries of the column that they read.</summary>
    public static string Name(MethodInfo function)
    {
        bool overloaded = Of([function.DeclaringType!]).Count(f => f.Name == function.Name) > 1;
        string entries = overloaded ? $"({function.GetParameters()[2].ParameterType.GetGenericArguments()[0].Name})" : "";
        return $"{function.DeclaringType!.Name}.{function.Name}{entries}";
    }

    private static IEnumerable<MethodInfo> Of(IEnumerable<Type> types) => types
        .SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Where(m => m.GetParameters() is [var first, ..] && first.ParameterType == typeof(Index1D));
}
