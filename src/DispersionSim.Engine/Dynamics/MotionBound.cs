using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Largest motion of neighbours relative to each other in a step, over its bound; changes of bridge stress count against a tenth of the strength.</summary>
/// <remarks>
/// A pair that acts on each other may move by the bound in any direction, by a multiple of it in turning where control allows. One that does not yet may move as it likes, except that it may not land deeper than the bound:
/// an approach may use up the gap and the bound, also where the pair meets within the step. (Moving along each other only widens a gap.) Near a wall the bound holds in any direction, touching or not.
/// Where control leaves a share of the touching pairs to turn faster, the bound on turning holds for all but that share of them, and a multiple of it for those.
/// </remarks>
internal sealed class MotionBound(HostDevice device, ParticleColumns particles, LinkColumns links, StepControl control)
{
    private readonly Tally touching = new();

    /// <summary>Gap below which surfaces act on each other, simulation units.</summary>
    public float Reach { get; init; }

    /// <summary>Gap up to which pairs act on each other through the fluid, as a share of the sum of radii.</summary>
    public float FilmReach { get; set; }

    /// <summary>1 where the step is as long as it may be; not a number where the motion is none.</summary>
    /// <param name="step">Flow and geometry.</param>
    /// <param name="active">Links that carry force.</param>
    /// <param name="time">Length of the step.</param>
    public double Excess(StepParameters step, int active, double time)
    {
        int few = (int)(control.FastShare * active);
        if (few == 0)
        {
            return Greatest(step, time, false);
        }

        touching.Clear(HostDevice.ChunkCount(links.Count));
        return Math.Max(Greatest(step, time, true), touching.AllBut(few));
    }

    private double Greatest(StepParameters step, double time, bool fewGoFarther) => device.Greatest(links.Count, (from, to) =>
    {
        double largest = 0;
        for (int link = from; link < to; link++)
        {
            largest = Math.Max(largest, Excess(link, in step, time, fewGoFarther));
        }

        return largest;
    });

    private double Excess(int link, in StepParameters step, double time, bool fewGoFarther)
    {
        Float4 n = links.Normal[link], arm = links.Arm[link];
        Int4 pair = links.Link[link];
        bool isPair = pair.Z == LinkKind.Pair;
        if (!isPair && n.W < -0.2f * arm.Z)
        {
            return 0;
        }

        Float4 v = Float4.Difference(particles.Velocity[pair.X], particles.Velocity[pair.Y]);
        Float4 flow = isPair
            ? BoxGeometry.FlowAcross(Float4.Scale(arm.X + arm.Y, n), in step)
            : LinkMotion.FlowSlip(n, arm, pair.Z, in step);
        v = Float4.AddScaled(v, 1f, flow);
        double bound = (pair.Z == LinkKind.Interface ? control.InterfaceMotion : control.Motion) * SmallerRadius(pair), approach = -Float4.Dot(v, n) * time;
        double excess = !isPair || Acts(link) ? Distance(link, v, approach, time, bound, fewGoFarther) / bound : approach / (Gap(link) + bound);
        return links.Memory[link].Y > 0f && arm.W > 0f ? Math.Max(excess, BridgeStressChange(link, v, in step, time) / 0.1) : excess;
    }

    /// <summary>How far the two move relative to each other. Where they touch, turning about each other counts as much less as <see cref="StepControl.Turn"/> says, and once more as much for the few that turn fastest; of a pair that meets in the step, the way to there does not count.</summary>
    private double Distance(int link, Float4 v, double approach, double time, double bound, bool fewGoFarther)
    {
        double square = Float4.Dot(v, v) * time * time;
        bool touches = links.Link[link].Z == LinkKind.Pair && links.Arm[link].W > 0f;
        double gap = touches && links.Memory[link].Y <= 0f ? Gap(link) : 0;
        if (!touches || !(fewGoFarther || control.Turn != 1 || gap > 0))
        {
            return Math.Sqrt(square);
        }

        double across = Math.Max(0, square - (approach * approach)) / (control.Turn * control.Turn), along = approach * bound / (gap + bound);
        if (fewGoFarther)
        {
            touching.Add(link / HostDevice.Chunk, Math.Sqrt((along * along) + across) / bound);
            across /= control.FastTurn * control.FastTurn;
        }

        return Math.Sqrt((along * along) + across);
    }

    /// <summary>Whether the two of a pair act on each other, by contact or through a film.</summary>
    private bool Acts(int link) => links.Arm[link].W > 0f || (FilmReach > 0f && -links.Normal[link].W < FilmReach * (links.Arm[link].X + links.Arm[link].Y));

    /// <summary>How much nearer the two of a pair may come before they act on each other; what lies in a contact is thick below 0 (see PrepareLinks).</summary>
    private double Gap(int link) => Math.Max(0, -links.Normal[link].W - Math.Max(Reach, -links.Memory[link].Y));

    private double SmallerRadius(Int4 pair) =>
        pair.Z == LinkKind.Pair ? Math.Min(particles.Size[pair.X].X, particles.Size[pair.Y].X) : particles.Size[pair.X].X;

    private double BridgeStressChange(int link, Float4 motion, in StepParameters step, double time)
    {
        Int4 pair = links.Link[link];
        Float4 memory = links.Memory[link], k = links.Stiffness[link];
        Float4 spin = Float4.Difference(particles.Spin[pair.X], particles.Spin[pair.Y]);
        double area = Math.PI * memory.Z * memory.Z, overI = 4 / (area * memory.Z);
        double stretch = Math.Abs(Float4.Dot(motion, links.Normal[link])) * time * k.X / area;
        double bend = Math.Sqrt(Float4.Dot(spin, spin)) * time * k.Z * overI;
        return (stretch + bend) / (step.BridgeTension * memory.Y);
    }
}
