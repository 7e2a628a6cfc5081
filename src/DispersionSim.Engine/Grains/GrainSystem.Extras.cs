using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <content>What acts on particles beside contacts, gravity and drag: bonds, forces of the case, torque of the fluid. Nothing of it costs where it is absent.</content>
internal sealed unsafe partial class GrainSystem<TLanes, TModel, TShear, TOverlap>
{
    private readonly RawColumn<Float4> extras = new();
    private BondSet? bonds;
    private Vector3d[] bodyForces = [];
    private int[] where = [];
    private bool drags;
    private float spinDrag;
    private bool hasExtras;

    public override int BondsLeft => bonds?.Bonds.Count(b => !b.Broken) ?? 0;

    public override IReadOnlyList<bool> BondsHold => bonds is null ? [] : [.. bonds.Bonds.Select(b => !b.Broken)];

    /// <summary>Force and torque per particle in the order of the store, two vectors each; none where nothing acts.</summary>
    private Float4* ExtraPointer => hasExtras ? extras.Pointer : null;

    private void TakeExtras(GrainSetup setup)
    {
        bonds = setup.Bonds.Count > 0 ? new(setup) : null;
        bodyForces = [.. setup.BodyForces.Select(f => f / setup.Scale.Force)];
        if (bodyForces.Length > 0 && bodyForces.Length != setup.Count)
        {
            throw new InputException($"{bodyForces.Length} forces for {setup.Count} particles; one for each is wanted");
        }

        drags = setup.Viscosity > 0;

        // 8πμa³ω from aω: 8πμa² each; a in simulation units is taken with the grain.
        spinDrag = setup.DragsSpins ? setup.Scale.Drags(8 * Math.PI * setup.Viscosity * setup.Scale.Length) : 0f;
        hasExtras = bonds is not null || bodyForces.Length > 0 || spinDrag > 0f;
        where = new int[hasExtras ? setup.Count : 0];
        extras.Reserve(hasExtras ? 2L * setup.Count : 0);
    }

    /// <summary>Forces beside those of contacts; all threads together.</summary>
    private void PushExtras(int thread, float timeStep)
    {
        int from = lists.From(thread), to = lists.From(thread + 1);
        if (bonds is not null)
        {
            for (int i = from; i < to; i++)
            {
                where[store.Pointer[i].Id] = i;
            }

            team.Meet();
            int count = bonds.Bonds.Length;
            for (int k = (int)((long)count * thread / team.Threads); k < (int)((long)count * (thread + 1) / team.Threads); k++)
            {
                PullBond(k, timeStep);
            }

            team.Meet();
        }

        for (int i = from; i < to; i++)
        {
            (Vector3d force, Vector3d torque) = Extra(i);
            extras[2L * i] = new((float)force.X, (float)force.Y, (float)force.Z);
            extras[(2L * i) + 1] = new((float)torque.X, (float)torque.Y, (float)torque.Z);
        }
    }

    /// <summary>Force and torque on a particle beside those of contacts, gravity and drag.</summary>
    private (Vector3d Force, Vector3d Torque) Extra(int i)
    {
        if (!hasExtras)
        {
            return default;
        }

        ref Grain grain = ref store.Pointer[i];
        (Vector3d force, Vector3d torque) = bonds?.On(grain.Id) ?? default;
        force += bodyForces.Length > 0 ? bodyForces[grain.Id] : Vector3d.Zero;
        return (force, torque + SpinDrag(in grain, new(grain.Spin.X, grain.Spin.Y, grain.Spin.Z)));
    }

    /// <summary>−8πμa³(ω − Ω): a sphere that turns with the flow is let be.</summary>
    /// <param name="grain">The sphere.</param>
    /// <param name="spin">aω.</param>
    private Vector3d SpinDrag(in Grain grain, Vector3d spin) =>
        (spin - (Box.FlowSpin * grain.Radius)) * -((double)spinDrag * grain.Radius * grain.Radius);

    private void PullBond(int k, double timeStep)
    {
        ref GrainBond bond = ref bonds!.Bonds[k];
        if (bond.Broken)
        {
            bonds.Answers[k] = default;
            return;
        }

        ref Grain a = ref store.Pointer[where[bond.First]], b = ref store.Pointer[where[bond.Second]];
        Vector3d d = Between(a.Place, b.Place);
        double distance = d.Length, share = a.Radius / ((double)a.Radius + b.Radius);
        bonds.Arms[k] = (d * -share, d * (1 - share));
        Vector3d velocity = VelocityOf(in a) - VelocityOf(in b) + FlowAcross(d);
        bonds.Answers[k] = bond.Advance(d / distance, distance, Ends(k, velocity, SpinOf(in a), SpinOf(in b)), timeStep);
    }

    private BondMotion Ends(int k, Vector3d velocity, Vector3d spinA, Vector3d spinB)
    {
        (Vector3d first, Vector3d second) = bonds!.Arms[k];
        return new(velocity + Vector3d.Cross(spinA, first) - Vector3d.Cross(spinB, second), spinA - spinB, (spinA + spinB) / 2);
    }

    /// <summary>Enters what acts beside contacts into the energy account.</summary>
    private void EnterExtras()
    {
        for (int i = 0; hasExtras && i < store.Count; i++)
        {
            ref Grain grain = ref store.Pointer[i];
            Vector3d u = VelocityOf(in grain), w = SpinOf(in grain);
            meter!.Work(EnergyTerm.Body, bodyForces.Length > 0 ? bodyForces[grain.Id] : Vector3d.Zero, u, u + rates[i].Velocity);
            meter.Work(EnergyTerm.Drag, -SpinDrag(in grain, (w + (rates[i].Spin / 2)) * grain.Radius), w, w + rates[i].Spin);
        }

        for (int k = 0; bonds is not null && k < bonds.Bonds.Length; k++)
        {
            meter!.Hold(EnergyTerm.Bonds, bonds.Bonds[k].Energy);
            EnterBond(k);
        }

        meter!.Set(EnergyTerm.BrokenBonds, bonds?.Bonds.Sum(b => b.Released) ?? 0);
    }

    private void EnterBond(int k)
    {
        ref GrainBond bond = ref bonds!.Bonds[k];
        int i = where[bond.First], j = where[bond.Second];
        ref Grain a = ref store.Pointer[i], b = ref store.Pointer[j];
        BondAnswer answer = bonds.Answers[k];
        Vector3d flow = FlowAcross(Between(a.Place, b.Place)), velocity = VelocityOf(in a) - VelocityOf(in b) + flow;
        BondMotion was = Ends(k, velocity, SpinOf(in a), SpinOf(in b));
        BondMotion will = Ends(k, velocity + rates[i].Velocity - rates[j].Velocity, SpinOf(in a) + rates[i].Spin, SpinOf(in b) + rates[j].Spin);
        meter!.Work(EnergyTerm.BondDamping, -answer.DashForce, was.Ends, will.Ends);
        meter.Work(EnergyTerm.BondDamping, -answer.DashMoment, was.Spin, will.Spin);
        meter.Work(EnergyTerm.Shear, -answer.Force, flow, flow);
    }
}
