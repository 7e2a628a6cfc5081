using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Pairs that open or meet within an implicit step: found by the step's own motion, and given to the solve one after another where one relieves the next.</summary>
/// <remarks>
/// A solve takes contacts as they stood at the start. Where its motion carries one beyond the gap at which it lets go, it would pull beyond its strength until the step's end; where it
/// brings a pair together, they would land with whatever overlap is left. Both are events, with the share of the step after which they happen on straight ways. The earliest
/// event of a neighbourhood takes place and the step is solved again; all others within the distance that a load travels in a step wait for what that solve says. An opened
/// contact carries nothing; a pair that meets presses from there on, by the stiffness that it has when it touches. No link changes more than twice, so this ends.
/// </remarks>
internal sealed class ContactEvents<TPair>(HostDevice device, ParticleColumns particles, LinkColumns links) where TPair : struct, INormalLaw
{
    /// <summary>Solves of one step after which it is taken back and halved.</summary>
    public const int Rounds = 60;

    private const float None = 2f;

    private readonly List<Int4> changed = [];
    private readonly List<int> opened = [];
    private readonly List<int> met = [];
    private readonly List<(float Share, int Link)> found = [];
    private readonly Queue<(int Particle, int Distance)> near = [];
    private float[] share = [];
    private State[] state = [];
    private int[] taken = [];
    private int round;

    private enum State : byte
    {
        AsBefore,
        Met,
        Opened,
    }

    /// <summary>Begins a step: every contact is as its place says.</summary>
    public void Begin()
    {
        if (state.Length < links.Count)
        {
            share = new float[links.Count];
            state = new State[links.Count];
        }

        Array.Clear(state);
        opened.Clear();
        met.Clear();
        if (taken.Length == 0)
        {
            taken = new int[particles.Count + 1];
        }
    }

    /// <summary>Pairs whose links the last events opened or closed.</summary>
    public IReadOnlyList<Int4> LastChanged => changed;

    /// <summary>True where links have been changed since the step began.</summary>
    public bool Any => opened.Count + met.Count > 0;

    /// <summary>Lets the events take place that the solved motion shows; true where the step is to be solved again, with other links active.</summary>
    public bool Occur(TPair law, StepParameters step)
    {
        bool some = device.Greatest(links.Count, (from, to) => Look(law, in step, from, to) ? 1 : 0) > 0;
        if (!some)
        {
            return false;
        }

        found.Clear();
        for (int link = 0; link < links.Count; link++)
        {
            if (share[link] < None)
            {
                found.Add((share[link], link));
            }
        }

        found.Sort();
        changed.Clear();
        round++;
        foreach ((_, int link) in found)
        {
            Int4 pair = links.Link[link];
            if (taken[pair.X] != round && taken[pair.Y] != round)
            {
                Take(pair, step);
                Change(law, link);
                changed.Add(pair);
            }
        }

        return true;
    }

    /// <summary>The step is taken: what has opened forgets how it was stretched and where it came from.</summary>
    public void Settle()
    {
        foreach (int link in opened)
        {
            links.Slide[link] = default;
            links.Roll[link] = default;
            links.Link[link].W = 0;
        }

        opened.Clear();
        met.Clear();
    }

    /// <summary>Notes for each link of a range when it opens or meets; true where one does.</summary>
    private bool Look(TPair law, in StepParameters step, int from, int to)
    {
        bool some = false;
        for (int link = from; link < to; link++)
        {
            share[link] = Share(law, link, in step);
            some |= share[link] < None;
        }

        return some;
    }

    /// <summary>Share of the step after which a link opens or meets; <see cref="None"/> where it does not, or has its two changes behind it.</summary>
    private float Share(TPair law, int link, in StepParameters step)
    {
        Int4 pair = links.Link[link];
        Float4 n = links.Normal[link], arm = links.Arm[link];
        if (pair.Z != LinkKind.Pair || state[link] == State.Opened || links.Memory[link].Y > 0f)
        {
            return None;
        }

        float overlap = n.W + Reach(law, link), approach = Approach(pair, n, arm, in step);
        bool holds = arm.W > 0f;
        if (holds == overlap + approach > 0f || (holds && approach >= 0f))
        {
            return None;
        }

        return Math.Clamp(-overlap / approach, 0f, 1f);
    }

    /// <summary>How much nearer the two are at the step's end.</summary>
    private float Approach(Int4 pair, Float4 n, Float4 arm, in StepParameters step)
    {
        float distance = arm.X + arm.Y;
        Float4 v = Float4.Difference(particles.Velocity[pair.X], particles.Velocity[pair.Y]);
        float apart = Float4.Dot(v, n) + Float4.Dot(BoxGeometry.FlowAcross(Float4.Scale(distance, n), in step), n);
        return -(apart + (step.TimeStep * LinkMotion.Parting(v, n, distance, in step))) * step.TimeStep;
    }

    /// <summary>Gap at which the two let go and begin to act.</summary>
    private float Reach(TPair law, int link) => Math.Max(law.Reach, links.Memory[link].Y < 0f ? -links.Memory[link].Y : 0f);

    /// <summary>Marks everything near the pair: as many contacts away as a load travels within the step, √(k Δt/ζ).</summary>
    private void Take(Int4 pair, in StepParameters step)
    {
        float stiffest = 0f;
        near.Clear();
        foreach (int particle in (ReadOnlySpan<int>)[pair.X, pair.Y])
        {
            taken[particle] = round;
            near.Enqueue((particle, 0));
            for (int k = particles.RowStart[particle]; k < particles.RowStart[particle + 1]; k++)
            {
                stiffest = Math.Max(stiffest, links.Stiffness[links.Active[links.Row[k] >> 1]].X);
            }
        }

        double distance = Math.Ceiling(Math.Sqrt(stiffest * step.TimeStep / particles.Size[pair.X].Y));
        while (near.TryDequeue(out (int Particle, int Distance) at))
        {
            for (int k = particles.RowStart[at.Particle]; at.Distance < distance && k < particles.RowStart[at.Particle + 1]; k++)
            {
                Int4 other = links.Link[links.Active[links.Row[k] >> 1]];
                int next = other.X == at.Particle ? other.Y : other.X;
                if (next < particles.Count && taken[next] != round)
                {
                    taken[next] = round;
                    near.Enqueue((next, at.Distance + 1));
                }
            }
        }
    }

    private void Change(TPair law, int link)
    {
        if (links.Arm[link].W > 0f)
        {
            state[link] = State.Opened;
            opened.Add(link);
            links.Arm[link].W = 0f;
            return;
        }

        state[link] = State.Met;
        met.Add(link);
        Float4 normal = links.Normal[link];
        float reach = Reach(law, link), cover = Math.Max(0f, -links.Memory[link].Y), memory = links.Memory[link].X;
        law.Evaluate(-reach, links.Arm[link].Z, cover, ref memory, out float force, out float stiffness, out _, out _);
        links.Arm[link].W = 1f;
        links.Stiffness[link] = new(stiffness, 0f, 0f, 0f);
        links.SpringForce[link] = Float4.Scale(-(force + (stiffness * (normal.W + reach))), normal);
        links.SpringForce[link].W = 1f;
        links.SpringMoment[link] = default;
    }
}
