using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Tests.Kernels;

/// <summary>Something to be done with a kernel whose type is known at compile time, on the device's side and on the host's.</summary>
internal interface IKernelVisitor
{
    void Visit<TDevice, THost>(TDevice device, THost host, bool overLinks)
        where TDevice : unmanaged, IKernel<DeviceWorld>
        where THost : unmanaged, IKernel<HostWorld>;
}

/// <summary>Every map kernel, PrepareLinks with the laws of each stage.</summary>
internal static class KernelCatalog
{
    private static readonly SoftAdhesiveLaw Adhesive = new(200f, 2f);
    private static readonly CapillaryLaw Surface = new(0.3f, 0.94f, 0.34f);
    private static readonly SoftMetalLaw Metal = new(40f, 3000f, 0.5f);
    private static readonly ThorntonNingLaw Silicon = new(3000f, 300f, 0.5f);
    private static readonly BinderCoveredLaw<ThorntonNingLaw> CoveredSilicon = new(Silicon, 0.05f, 5f, 100f);
    private static readonly BinderCoveredLaw<SoftMetalLaw> CoveredMetal = new(Metal, 0.05f, 5f, 100f);

    public static IEnumerable<string> Names => Entries.Keys;

    private static Dictionary<string, Action<IKernelVisitor>> Entries { get; } = new(StringComparer.Ordinal)
    {
        ["PrepareLinks, dispersion"] = v => v.Visit(
            new PrepareLinks<DeviceWorld, SoftAdhesiveLaw, NoWallLaw, NoWallLaw>(Adhesive, default, default),
            new PrepareLinks<HostWorld, SoftAdhesiveLaw, NoWallLaw, NoWallLaw>(Adhesive, default, default),
            true),
        ["PrepareLinks, drying"] = v => v.Visit(
            new PrepareLinks<DeviceWorld, SoftAdhesiveLaw, SoftAdhesiveLaw, CapillaryLaw>(Adhesive, Adhesive, Surface),
            new PrepareLinks<HostWorld, SoftAdhesiveLaw, SoftAdhesiveLaw, CapillaryLaw>(Adhesive, Adhesive, Surface),
            true),
        ["PrepareLinks, pressing"] = v => v.Visit(
            new PrepareLinks<DeviceWorld, BinderCoveredLaw<ThorntonNingLaw>, BinderCoveredLaw<SoftMetalLaw>, BinderCoveredLaw<ThorntonNingLaw>>(CoveredSilicon, CoveredMetal, CoveredSilicon),
            new PrepareLinks<HostWorld, BinderCoveredLaw<ThorntonNingLaw>, BinderCoveredLaw<SoftMetalLaw>, BinderCoveredLaw<ThorntonNingLaw>>(CoveredSilicon, CoveredMetal, CoveredSilicon),
            true),
        ["StartLinks"] = v => v.Visit(default(StartLinks<DeviceWorld>), default(StartLinks<HostWorld>), true),
        ["MultiplyLinks"] = v => v.Visit(default(MultiplyLinks<DeviceWorld>), default(MultiplyLinks<HostWorld>), true),
        ["GatherRows"] = v => v.Visit(default(GatherRows<DeviceWorld>), default(GatherRows<HostWorld>), false),
        ["Precondition"] = v => v.Visit(default(Precondition<DeviceWorld>), default(Precondition<HostWorld>), false),
        ["FollowForces"] = v => v.Visit(default(FollowForces<DeviceWorld>), default(FollowForces<HostWorld>), false),
        ["RelaxationRates"] = v => v.Visit(default(RelaxationRates<DeviceWorld>), default(RelaxationRates<HostWorld>), false),
        ["AdvanceLinks"] = v => v.Visit(default(AdvanceLinks<DeviceWorld>), default(AdvanceLinks<HostWorld>), true),
        ["AdvanceParticles"] = v => v.Visit(default(AdvanceParticles<DeviceWorld>), default(AdvanceParticles<HostWorld>), false),
    };

    public static TheoryData<string> Theory() => [.. Names];

    public static void Visit(string name, IKernelVisitor visitor) => Entries[name](visitor);
}
