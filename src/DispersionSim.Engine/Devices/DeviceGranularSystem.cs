using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>How particles are sorted on a device.</summary>
public enum DeviceSorting
{
    /// <summary>By the device's library on CUDA, by running sums elsewhere.</summary>
    Usual,

    /// <summary>By running sums, without atomics.</summary>
    RunningSums,

    /// <summary>By the device's library.</summary>
    Library,
}

/// <summary>A granular system that lives in a device's memory: steps, search and lists are made there, and nothing is brought back until it is asked for.</summary>
public abstract class DeviceGranularSystem : GranularSystem
{
    private protected DeviceGranularSystem(GrainSetup setup)
        : base(setup with { Overlaps = OverlapKind.Fine })
    {
    }

    /// <summary>Gap up to which pairs are listed now, simulation units.</summary>
    public double Gap { get; private protected set; }

    public override bool Keeps => false;

    public override EnergyAccount? Energies => null;

    public override int BondsLeft => 0;

    public override IReadOnlyList<bool> BondsHold => [];

    /// <summary>The listed pairs, by the numbers in which particles were given.</summary>
    public abstract IReadOnlyList<(int First, int Second)> Pairs();

    /// <summary>A system at rest at step 0.</summary>
    /// <param name="device">Where it is to live.</param>
    /// <param name="setup">Particles, box and walls.</param>
    /// <param name="pairs">Laws between particles.</param>
    /// <param name="walls">Laws at each wall; of the same kinds as those between particles.</param>
    /// <param name="memory">Bytes that may be taken; the device's memory where absent.</param>
    /// <param name="sorting">How particles are sorted.</param>
    /// <exception cref="InputException">A parameter out of range, or a wall that is not flat.</exception>
    /// <exception cref="SimulationException">Too little memory.</exception>
    public static DeviceGranularSystem Make(ComputeDevice device, GrainSetup setup, ContactLaws pairs, IReadOnlyList<ContactLaws> walls, long? memory = null, DeviceSorting sorting = DeviceSorting.Usual)
    {
        RefuseExtras(setup);
        pairs.Check();
        foreach (ContactLaws wall in walls)
        {
            wall.Check();
        }

        var builder = new Builder(device, setup, memory ?? device.Description.Memory, sorting);
        new ContactModelFactory<Scalar>(setup.Scale, x => new((float)x)).Make([pairs, .. walls], builder);
        return builder.System!;
    }

    /// <inheritdoc/>
    public override ColumnBag AdvanceAndKeep() => throw HostOnly("keeping a run for going on");

    /// <inheritdoc/>
    public override void Restore(ColumnBag bag) => throw HostOnly("going on with a run that was kept");

    /// <inheritdoc/>
    public override RelaxationEnd Relax(double forceTolerance, long mostSteps) => throw HostOnly("relaxation");

    /// <inheritdoc/>
    internal override void Account(IReadOnlyList<ContactLaws> laws) => throw HostOnly("the energy account");

    private static void RefuseExtras(GrainSetup setup)
    {
        (bool Wanted, string Name)[] extras =
        [
            (setup.Bonds.Count > 0, "bonds"), (setup.BodyForces.Count > 0, "forces on single particles"),
            (setup.DragsSpins, "the fluid's torque"), (setup.KeepsEnergyAccount, "the energy account"),
        ];
        if (extras.FirstOrDefault(e => e.Wanted).Name is { } name)
        {
            throw HostOnly(name);
        }
    }

    private static InputException HostOnly(string what) => new($"{what}: on the host alone; take --device cpu");

    private sealed class Builder(ComputeDevice device, GrainSetup setup, long memory, DeviceSorting sorting) : IContactModelVisitor<Scalar>
    {
        public DeviceGranularSystem? System { get; private set; }

        public void Visit<TModel>(TModel[] models) where TModel : struct, IContactModel<Scalar> => System = new DeviceGrainSystem<TModel>(device, setup, models, memory, sorting);
    }
}
