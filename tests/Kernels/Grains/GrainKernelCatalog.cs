using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Tests.Kernels;

/// <summary>Something to be done with a kernel of a granular system whose type is known, on the device's side and on the host's.</summary>
internal interface IGrainKernelVisitor
{
    /// <summary>Called with one kernel, over both kinds of columns.</summary>
    /// <param name="device">The kernel over device columns.</param>
    /// <param name="host">The same kernel over host pointers.</param>
    /// <param name="items">Items of a small system that it runs over.</param>
    void Visit<TDevice, THost>(TDevice device, THost host, Func<SmallGrains, int> items)
        where TDevice : struct, IGrainKernel<DeviceGrainWorld>
        where THost : struct, IGrainKernel<HostGrainWorld>;
}

/// <summary>Every kernel of granular systems; contacts with every elastic law, with and without rolling or twisting or both, and with every law of friction and damping.</summary>
internal static class GrainKernelCatalog
{
    private static readonly ContactLaws Base = new()
    {
        ReducedModulus = 2e4,
        Stiffness = 2000,
        UnloadingStiffness = 5000,
        SurfaceEnergy = 5,
        YieldPressure = 1500,
        Hardness = 3000,
        DampingCoefficient = 0.6,
        Friction = 0.4,
        RollingStiffness = 400,
        RollingDamping = 0.2,
        RollingFriction = 0.2,
    };

    public static IEnumerable<string> Names => Entries.Keys;

    private static Dictionary<string, Action<IGrainKernelVisitor>> Entries { get; } = Fill();

    public static TheoryData<string> Theory() => [.. Names];

    public static void Visit(string name, IGrainKernelVisitor visitor) => Entries[name](visitor);

    private static Dictionary<string, Action<IGrainKernelVisitor>> Fill()
    {
        var entries = new Dictionary<string, Action<IGrainKernelVisitor>>(StringComparer.Ordinal)
        {
            ["move"] = v => v.Visit(new MoveGrains<DeviceGrainWorld>(0), new MoveGrains<HostGrainWorld>(0), s => s.Columns.Particles),
            ["move, with moments"] = v => v.Visit(new MoveGrains<DeviceGrainWorld>(1), new MoveGrains<HostGrainWorld>(1), s => s.Columns.Particles),
            ["range"] = v => v.Visit(default(RangeGrains<DeviceGrainWorld>), default(RangeGrains<HostGrainWorld>), s => s.Columns.Shares),
        };
        foreach (ContactLaws laws in AllLaws())
        {
            string turning = $"{(laws.Rolls ? ", rolling" : "")}{(laws.Twists ? ", twisting" : "")}";
            entries[$"contacts: {laws.Elastic}, {laws.Damping}, {laws.Tangential}{turning}"] = v => Make(laws, v);
        }

        return entries;
    }

    private static IEnumerable<ContactLaws> AllLaws()
    {
        ElasticKind[] elastics = Enum.GetValues<ElasticKind>();
        return
        [
            .. elastics.Select(kind => Of(kind)),
            .. elastics.Select(kind => Of(kind) with { Rolls = true, Twists = true }),
            .. elastics.Select(kind => Of(kind) with { Damping = DampingKind.None, Tangential = TangentialKind.None, Rolls = true }),
            .. elastics.Select(kind => Of(kind) with { Tangential = TangentialKind.MindlinRescaleForce, Twists = true }),
            .. Enum.GetValues<TangentialKind>().Select(kind => Of(ElasticKind.Hertz) with { Tangential = kind, Damping = DampingKind.None }),
            .. Enum.GetValues<DampingKind>().Select(kind => Of(ElasticKind.Hertz) with { Damping = kind, Tangential = TangentialKind.None }),
        ];
    }

    private static ContactLaws Of(ElasticKind elastic) =>
        Base with { Elastic = elastic, TangentialStiffness = elastic is ElasticKind.Linear or ElasticKind.Hysteretic ? 1500 : 3e4 };

    private static void Make(ContactLaws laws, IGrainKernelVisitor visitor) =>
        new ContactModelFactory<Scalar>(new(1, 1, 1), x => new((float)x)).Make([laws], new Contacts(visitor));

    private sealed class Contacts(IGrainKernelVisitor visitor) : IContactModelVisitor<Scalar>
    {
        public void Visit<TModel>(TModel[] models) where TModel : struct, IContactModel<Scalar> => visitor.Visit(
            new EvaluateContacts<DeviceGrainWorld, TModel>(models[0], 0.5f, SmallGrains.Skipped),
            new EvaluateContacts<HostGrainWorld, TModel>(models[0], 0.5f, SmallGrains.Skipped),
            s => s.Columns.Contacts - SmallGrains.Skipped);
    }
}
