using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DispersionSim.Kernels;

/// <summary>What a contact keeps from step to step; entries of laws that keep nothing stay zero and are not stored.</summary>
/// <remarks>
/// Of floats it is padded by four bytes: ILGPU takes structs of equally many floats for one type and then mistakes their parts, and a model may have
/// as many as this (docs/numerics.md).
/// </remarks>
[StructLayout(LayoutKind.Sequential, Size = 40)]
public struct ContactHistory<TReal> where TReal : struct, IReal<TReal>
{
    /// <summary>Tangential spring: displacement, or force over it, by the law.</summary>
    public Triple<TReal> Slide;

    /// <summary>Rolling spring.</summary>
    public Triple<TReal> Roll;

    /// <summary>Twisting angle.</summary>
    public TReal Twist;

    /// <summary>Memory of the elastic law.</summary>
    public TReal Memory;

    /// <summary>Contact spot of the last step.</summary>
    public TReal Spot;
}

/// <summary>Where two particles stand to each other.</summary>
public struct ContactState<TReal> where TReal : struct, IReal<TReal>
{
    /// <summary>Unit vector n from the second to the first.</summary>
    public Triple<TReal> Normal;

    /// <summary>δ = r₁ + r₂ − distance.</summary>
    public TReal Overlap;

    /// <summary>R*.</summary>
    public TReal ReducedRadius;

    /// <summary>m*.</summary>
    public TReal ReducedMass;

    /// <summary>v₁ − v₂ of the centres.</summary>
    public Triple<TReal> Velocity;

    /// <summary>r₁ω₁ + r₂ω₂.</summary>
    public Triple<TReal> SurfaceSpin;

    /// <summary>ω₁ − ω₂; read by laws of rolling and twisting alone.</summary>
    public Triple<TReal> Spin;
}

/// <summary>How hard two particles press on each other, and how they slip.</summary>
/// <remarks>For its size see <see cref="ContactHistory{TReal}"/>.</remarks>
[StructLayout(LayoutKind.Sequential, Size = 40)]
public struct ContactPress<TReal> where TReal : struct, IReal<TReal>
{
    /// <summary>Mask of contacts that act.</summary>
    public TReal Touching;

    /// <summary>Normal force F_n, damping included.</summary>
    public TReal Normal;

    /// <summary>Radius a of the contact spot.</summary>
    public TReal Spot;

    /// <summary>η.</summary>
    public TReal Viscous;

    /// <summary>F₀, which friction is measured by.</summary>
    public TReal Load;

    /// <summary>Tangential velocity of the first against the second at the contact.</summary>
    public Triple<TReal> Slip;
}

/// <summary>What a contact does to its two particles.</summary>
/// <remarks>For its size see <see cref="ContactHistory{TReal}"/>.</remarks>
[StructLayout(LayoutKind.Sequential, Size = 40)]
public struct ContactAnswer<TReal> where TReal : struct, IReal<TReal>
{
    /// <summary>Force on the first; its opposite on the second.</summary>
    public Triple<TReal> Force;

    /// <summary>Torque per lever on both, n × t with t the frictional resistance: (r − δ/2) times it acts on each.</summary>
    public Triple<TReal> Lever;

    /// <summary>Torque of rolling and twisting on the first; its opposite on the second.</summary>
    public Triple<TReal> Moment;
}

/// <summary>A combination of contact laws.</summary>
public interface IContactModel<TReal> where TReal : struct, IReal<TReal>
{
    static abstract bool Slides { get; }

    static abstract bool Rolls { get; }

    static abstract bool Twists { get; }

    static abstract bool Remembers { get; }

    static abstract bool RemembersSpot { get; }

    /// <summary>Greatest gap at which a contact still holds, for a reduced radius.</summary>
    TReal Reach(TReal reducedRadius);

    /// <summary>Forces and torques; the history is advanced by the time step and cleared where the particles are apart.</summary>
    void Evaluate(in ContactState<TReal> state, TReal timeStep, ref ContactHistory<TReal> history, out ContactAnswer<TReal> answer);

    /// <summary>The first of the parts of an evaluation, which hosts that evaluate many contacts side by side call one by one: normal force and slip.</summary>
    void Press(
        TReal overlap,
        TReal reducedRadius,
        TReal reducedMass,
        in Triple<TReal> normal,
        in Triple<TReal> velocity,
        in Triple<TReal> surfaceSpin,
        ref TReal memory,
        out ContactPress<TReal> press);

    /// <summary>The second: friction, its history advanced.</summary>
    void Resist(
        in Triple<TReal> normal,
        in Triple<TReal> slip,
        TReal spot,
        TReal viscous,
        TReal load,
        TReal timeStep,
        ref Triple<TReal> slide,
        ref TReal lastSpot,
        out Triple<TReal> resistance);

    /// <summary>The third, of models that roll: resistance to rolling, its history advanced.</summary>
    void Roll(in Triple<TReal> normal, in Triple<TReal> speed, TReal load, TReal timeStep, ref Triple<TReal> roll, out Triple<TReal> resistance);

    /// <summary>The fourth, of models that roll or twist: torque of both resistances, the history of twisting advanced; histories of contacts that are apart are cleared.</summary>
    void Turn(
        in Triple<TReal> normal,
        in Triple<TReal> spin,
        TReal reducedRadius,
        in ContactPress<TReal> press,
        in Triple<TReal> rolling,
        TReal timeStep,
        ref Triple<TReal> roll,
        ref TReal twist,
        out Triple<TReal> moment);

    /// <summary>The last: force and lever on the particles; history of friction is cleared where they are apart.</summary>
    void Answer(in Triple<TReal> normal, in ContactPress<TReal> press, in Triple<TReal> resistance, ref ContactHistory<TReal> history, ref ContactAnswer<TReal> answer);

    /// <summary>Energy that a contact holds at an overlap, attraction included.</summary>
    void Energy(TReal overlap, TReal reducedRadius, TReal memory, out TReal held);

    /// <summary>Energy that a contact has the moment it is made, and the moment before it breaks.</summary>
    void Snaps(TReal reducedRadius, out TReal made, out TReal broken);

    /// <summary>The same contact part by part, between the histories before and after a step.</summary>
    void Dissect(in ContactState<TReal> state, TReal timeStep, in ContactHistory<TReal> before, in ContactHistory<TReal> after, out ContactParts<TReal> parts);
}

/// <summary>One law of each kind, put together when the program is compiled.</summary>
/// <remarks>
/// F = (F_e − ηv_n) n − t; friction is limited by μF₀, F₀ = |F_n| (|F_e + 2F_po| where the law attracts). The normal force is not clipped:
/// damping may make it attractive while a contact parts, which is what gives the restitution asked for. Slip takes the radii as lever of the
/// spins, torque the radii less half the overlap.
/// </remarks>
public readonly partial struct ContactModel<TReal, TElastic, TDamping, TTangential, TRolling, TTwisting>(
    TElastic elastic, TDamping damping, TTangential tangential, TRolling rolling, TTwisting twisting, TReal friction) : IContactModel<TReal>
    where TReal : struct, IReal<TReal>
    where TElastic : struct, IElasticLaw<TReal>
    where TDamping : struct, IDampingLaw<TReal>
    where TTangential : struct, ITangentialLaw<TReal>
    where TRolling : struct, IRollingLaw<TReal>
    where TTwisting : struct, ITwistingLaw<TReal>
{
    public readonly TElastic Elastic = elastic;
    public readonly TDamping Damping = damping;
    public readonly TTangential Tangential = tangential;
    public readonly TRolling Rolling = rolling;
    public readonly TTwisting Twisting = twisting;

    /// <summary>μ.</summary>
    public readonly TReal Friction = friction;

    public static bool Slides
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TTangential.Remembers;
    }

    public static bool Rolls
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TRolling.Remembers;
    }

    public static bool Twists
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TTwisting.Remembers;
    }

    public static bool Remembers
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TElastic.Remembers;
    }

    public static bool RemembersSpot
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => TTangential.RemembersSpot;
    }

    public TReal Reach(TReal reducedRadius) => Elastic.Reach(reducedRadius);

    public void Evaluate(in ContactState<TReal> state, TReal timeStep, ref ContactHistory<TReal> history, out ContactAnswer<TReal> answer)
    {
        Press(state.Overlap, state.ReducedRadius, state.ReducedMass, in state.Normal, in state.Velocity, in state.SurfaceSpin, ref history.Memory, out ContactPress<TReal> press);
        Resist(in state.Normal, in press.Slip, press.Spot, press.Viscous, press.Load, timeStep, ref history.Slide, ref history.Spot, out Triple<TReal> resistance);
        answer = default;
        if (Rolls || Twists)
        {
            Triple<TReal> speed = Triple<TReal>.Cross(state.Spin, state.Normal) * state.ReducedRadius;
            Roll(in state.Normal, in speed, press.Load, timeStep, ref history.Roll, out Triple<TReal> rolling);
            Turn(in state.Normal, in state.Spin, state.ReducedRadius, in press, in rolling, timeStep, ref history.Roll, ref history.Twist, out answer.Moment);
        }

        Answer(in state.Normal, in press, in resistance, ref history, ref answer);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Press(
        TReal overlap,
        TReal reducedRadius,
        TReal reducedMass,
        in Triple<TReal> normal,
        in Triple<TReal> velocity,
        in Triple<TReal> surfaceSpin,
        ref TReal memory,
        out ContactPress<TReal> press)
    {
        Elastic.Evaluate(overlap, reducedRadius, ref memory, out TReal touching, out TReal force, out TReal spot, out TReal stiffness, out TReal pullOff);
        TReal viscous = Damping.Coefficient(stiffness, spot, reducedMass);
        TReal approach = Triple<TReal>.Dot(velocity, normal);
        TReal push = force - (viscous * approach);
        press.Touching = touching;
        press.Normal = push;
        press.Spot = spot;
        press.Viscous = viscous;
        press.Load = TElastic.Adhesive ? TReal.Abs(TReal.MultiplyAdd(TReal.Of(2f), pullOff, force)) : TReal.Abs(push);
        press.Slip = velocity - (normal * approach) - Triple<TReal>.Cross(surfaceSpin, normal);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Resist(
        in Triple<TReal> normal,
        in Triple<TReal> slip,
        TReal spot,
        TReal viscous,
        TReal load,
        TReal timeStep,
        ref Triple<TReal> slide,
        ref TReal lastSpot,
        out Triple<TReal> resistance) =>
        Tangential.Evaluate(in normal, in slip, spot, viscous, Friction * load, timeStep, ref slide, ref lastSpot, out resistance);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Roll(in Triple<TReal> normal, in Triple<TReal> speed, TReal load, TReal timeStep, ref Triple<TReal> roll, out Triple<TReal> resistance) =>
        Rolling.Evaluate(in normal, in speed, load, timeStep, ref roll, out resistance);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Turn(
        in Triple<TReal> normal,
        in Triple<TReal> spin,
        TReal reducedRadius,
        in ContactPress<TReal> press,
        in Triple<TReal> rolling,
        TReal timeStep,
        ref Triple<TReal> roll,
        ref TReal twist,
        out Triple<TReal> moment)
    {
        TReal zero = TReal.Of(0f);
        Triple<TReal> none = new(zero, zero, zero);
        moment = none;
        if (TRolling.Remembers)
        {
            moment = Triple<TReal>.Cross(rolling, normal) * reducedRadius;
            roll = Triple<TReal>.Select(press.Touching, roll, none);
        }

        if (TTwisting.Remembers)
        {
            TReal along = Twisting.Torque(Triple<TReal>.Dot(spin, normal), press.Spot, press.Viscous, Friction * press.Load, timeStep, ref twist);
            moment = Triple<TReal>.MultiplyAdd(normal, along, moment);
            twist = TReal.Select(press.Touching, twist, zero);
        }

        moment = Triple<TReal>.Select(press.Touching, moment, none);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Answer(
        in Triple<TReal> normal, in ContactPress<TReal> press, in Triple<TReal> resistance, ref ContactHistory<TReal> history, ref ContactAnswer<TReal> answer)
    {
        TReal zero = TReal.Of(0f), touching = press.Touching;
        Triple<TReal> none = new(zero, zero, zero), n = normal;
        answer.Force = Triple<TReal>.Select(touching, (n * press.Normal) - resistance, none);
        answer.Lever = Triple<TReal>.Select(touching, Triple<TReal>.Cross(n, resistance), none);
        if (TTangential.Remembers)
        {
            history.Slide = Triple<TReal>.Select(touching, history.Slide, none);
        }

        if (TTangential.RemembersSpot)
        {
            history.Spot = TReal.Select(touching, history.Spot, zero);
        }
    }
}
