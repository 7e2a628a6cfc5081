using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>How two particles, or a particle and a wall, move against each other over the half steps before and after a time; simulation units.</summary>
/// <param name="Velocity">v₁ − v₂ of the centres, the flow included.</param>
/// <param name="SurfaceSpin">r₁ω₁ + r₂ω₂.</param>
/// <param name="Spin">ω₁ − ω₂.</param>
/// <param name="SpinSum">ω₁ + ω₂.</param>
internal readonly record struct PairMotion(Vector3d Velocity, Vector3d SurfaceSpin, Vector3d Spin, Vector3d SpinSum);

/// <summary>Shares of an overlap.</summary>
/// <param name="Lever">By which levers are shorter than radii.</param>
/// <param name="Acting">That the laws are given: what they hold is so much more (<see cref="WallLoad"/>).</param>
internal readonly record struct OverlapShares(double Lever, double Acting);

/// <summary>Adds up what contacts, particles and surroundings do to a granular system's energy, step by step.</summary>
/// <remarks>
/// Velocities stand between places. A force F_k at place k does the work F_k·(v_{k−½} + v_{k+½}) Δt/2; the first half belongs to the time before k, the second
/// is entered when k has passed. With that the kinetic energy closes to rounding, and what is open is the difference between sums of F Δx and the
/// energies of springs: 0 for linear springs while they are strained, else of second order in the time step.
/// </remarks>
internal sealed class EnergyMeter(UnitScale scale, ContactMeter[] laws)
{
    /// <summary>Share of a motion that a slider must take to be moving: more than single precision of strains.</summary>
    private const double Slides = 1e-3;

    private readonly double[] values = new double[EnergyTerms.All.Count];
    private readonly double[] pending = new double[EnergyTerms.All.Count];
    private double springsBefore;
    private double springsKept;
    private double? start;
    private double time;
    private bool first;

    /// <summary>All that the account goes on from.</summary>
    public double[] State => [start ?? 0, .. values, .. pending];

    public void Restore(double[] state)
    {
        start = state[0];
        state.AsSpan(1, values.Length).CopyTo(values);
        state.AsSpan(1 + values.Length, pending.Length).CopyTo(pending);
    }

    /// <summary>The account as of the last step, J.</summary>
    public EnergyAccount Read()
    {
        double energy = scale.Force * scale.Length;
        return new([.. values.Select(v => v * energy)], (start ?? 0) * energy);
    }

    /// <summary>Begins a step of some length; the first one has no time before it.</summary>
    public void Begin(double timeStep, bool isFirst)
    {
        (time, first) = (timeStep, isFirst);
        springsBefore = Springs;
        springsKept = 0;
        foreach (EnergyTerm term in EnergyTerms.Held)
        {
            values[(int)term] = 0;
        }

        for (int k = 0; k < values.Length; k++)
        {
            values[k] += pending[k];
            pending[k] = 0;
        }
    }

    public void Hold(EnergyTerm term, double energy) => values[(int)term] += energy;

    public void Set(EnergyTerm term, double energy) => values[(int)term] = energy;

    /// <summary>Work of a force that is taken or given: half for the motion before, half for that after.</summary>
    public void Work(EnergyTerm term, Vector3d force, Vector3d before, Vector3d after)
    {
        values[(int)term] += first ? 0 : Vector3d.Dot(force, before) * time / 2;
        pending[(int)term] += Vector3d.Dot(force, after) * time / 2;
    }

    /// <summary>Enters a contact.</summary>
    /// <param name="law">0 for pairs, 1 + number of the wall.</param>
    /// <param name="state">Where the two stand.</param>
    /// <param name="before">History before the step.</param>
    /// <param name="after">History after it.</param>
    /// <param name="was">Motion before.</param>
    /// <param name="will">Motion after.</param>
    /// <param name="shares">Shares of the overlap.</param>
    /// <returns>Force on the first.</returns>
    public Vector3d Contact(int law, in ContactState<Precise> state, in ContactHistory<Precise> before, in ContactHistory<Precise> after, in PairMotion was, in PairMotion will, OverlapShares shares)
    {
        ContactParts<Precise> parts = laws[law].Dissect(in state, first ? 0 : time, in before, in after);
        bool touched = before.Memory.Value > 0, touches = parts.Touching.Value > 0;
        if (!first)
        {
            Add(EnergyTerm.Adhesion, ((touched && !touches ? parts.Broken.Value : 0) - (!touched && touches ? parts.Made.Value : 0)) / shares.Acting);
            Add(EnergyTerm.Plastic, (touches ? parts.Lost.Value - parts.LostBefore.Value : 0) / shares.Acting);
        }

        double radius = state.ReducedRadius.Value;
        Vector3d n = state.Normal.Plain();
        if (!touches)
        {
            LetGo(parts.Slide, Slip(was, n));
            LetGo(parts.Roll, Vector3d.Cross(was.Spin, n) * radius);
            LetGo(parts.Twist, n * Vector3d.Dot(was.Spin, n));
            return Vector3d.Zero;
        }

        Hold(EnergyTerm.Elastic, parts.Stored.Value / shares.Acting);
        Hold(EnergyTerm.Adhesive, parts.Adhesive.Value / shares.Acting);
        Vector3d force = parts.Answer.Force.Plain(), moment = parts.Answer.Moment.Plain(), lost = parts.Answer.Lever.Plain() * (shares.Lever * state.Overlap.Value);
        Vector3d damping = n * (parts.Viscous.Value * Vector3d.Dot(was.Velocity, n));
        Work(EnergyTerm.NormalDamping, damping, was.Velocity, will.Velocity);
        Work(EnergyTerm.Laws, -lost, was.SpinSum, will.SpinSum);
        Vector3d along = n * Vector3d.Dot(moment, n);
        Spring(parts.Slide, (n * Vector3d.Dot(force, n)) - force, Slip(was, n), Slip(will, n), (EnergyTerm.SlidingSprings, EnergyTerm.SlidingDamping, EnergyTerm.Sliding));
        Spring(parts.Roll, Vector3d.Cross(n, moment - along) / radius, Vector3d.Cross(was.Spin, n) * radius, Vector3d.Cross(will.Spin, n) * radius, (EnergyTerm.RollingSprings, EnergyTerm.Rolling, EnergyTerm.Rolling));
        Spring(parts.Twist, -along, n * Vector3d.Dot(was.Spin, n), n * Vector3d.Dot(will.Spin, n), (EnergyTerm.TwistingSprings, EnergyTerm.Twisting, EnergyTerm.Twisting));
        return force;
    }

    /// <summary>Enters what a curved wall gives to a contact whose curvature or share of the load has changed: the change of its energy at one overlap, mean of that before and that after.</summary>
    /// <remarks>A foot that is born or lost in touch brings or takes all it holds, less what the snap is booked with.</remarks>
    public void Bear(int law, in WallStand stand, in ContactHistory<Precise> before, in ContactHistory<Precise> after)
    {
        if (first || !(stand.Is || stand.Was))
        {
            return;
        }

        double then = before.Memory.Value, now = after.Memory.Value;
        if (stand.Is && stand.Was)
        {
            double here = Energy(law, stand.Overlap, stand.Load, now) - Energy(law, stand.Overlap, stand.LoadBefore, now);
            double there = Energy(law, stand.OverlapBefore, stand.Load, then) - Energy(law, stand.OverlapBefore, stand.LoadBefore, then);
            Add(EnergyTerm.Relief, (here + there) / 2);
            return;
        }

        WallLoad load = stand.Is ? stand.Load : stand.LoadBefore;
        (double made, double broken) = laws[law].Snaps(load.ReducedRadius);
        Add(EnergyTerm.Relief, stand.Is
            ? Energy(law, stand.Overlap, load, now) - (now > 0 ? made / load.Share : 0)
            : (then > 0 ? broken / load.Share : 0) - Energy(law, stand.OverlapBefore, load, then));
    }

    private double Energy(int law, double overlap, WallLoad load, double memory) => laws[law].Energy(load.Share * overlap, load.ReducedRadius, memory) / load.Share;

    /// <summary>Ends a step: what springs lost or won without anybody's work is the laws'.</summary>
    public void End()
    {
        values[(int)EnergyTerm.Laws] += first ? 0 : springsKept - springsBefore;
        start ??= EnergyTerms.Held.Sum(t => values[(int)t]);
    }

    private double Springs => values[(int)EnergyTerm.SlidingSprings] + values[(int)EnergyTerm.RollingSprings] + values[(int)EnergyTerm.TwistingSprings];

    private static Vector3d Slip(in PairMotion motion, Vector3d n) => motion.Velocity - (n * Vector3d.Dot(motion.Velocity, n)) - Vector3d.Cross(motion.SurfaceSpin, n);

    private void Add(EnergyTerm term, double energy) => values[(int)term] += energy;

    /// <summary>A spring, its dashpot (what the resistance is beyond the spring), and its slider (the strain that the spring did not take up).</summary>
    /// <remarks>
    /// While the slider moves it carries the dashpot's force too: the two together are what the limit allows, and all of it is friction. Where the law changes the spring's
    /// force at one strain (stiffness follows the load), that force acts from the middle of the step: booked at its beginning, the account would be open in first order.
    /// </remarks>
    private void Spring(in SpringPart<Precise> part, Vector3d resistance, Vector3d was, Vector3d will, (EnergyTerm Held, EnergyTerm Dashpot, EnergyTerm Slider) terms)
    {
        double k = part.Stiffness.Value;
        Vector3d strain = part.After.Plain(), kept = part.Before.Plain(), last = part.Last.Plain(), way = was * time, stretch = strain - kept, slid = way - stretch;
        Hold(terms.Held, k * strain.LengthSquared / 2);
        springsKept += k * kept.LengthSquared / 2;
        bool slides = slid.LengthSquared > Slides * Slides * way.LengthSquared;
        Work(slides ? terms.Slider : terms.Dashpot, resistance - (strain * k), was, will);
        Add(terms.Slider, first ? 0 : Vector3d.Dot(last + (strain * k), slid) / 2);
        Add(EnergyTerm.Laws, first ? 0 : Vector3d.Dot((kept * k) - last, stretch) / 2);
    }

    /// <summary>A spring that has ended: its last force still acted over the half step before.</summary>
    private void LetGo(in SpringPart<Precise> part, Vector3d was) => Add(EnergyTerm.Laws, first ? 0 : -Vector3d.Dot(part.Last.Plain(), was) * time / 2);
}
