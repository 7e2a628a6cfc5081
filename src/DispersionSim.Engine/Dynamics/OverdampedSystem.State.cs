using System.Runtime.InteropServices;
using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <content>Reading the structure out, planting bonds, and checkpoints.</content>
public sealed partial class OverdampedSystem<TPair, TFoil, TTop>
{
    /// <summary>Centres in metres; the box must be upright.</summary>
    public Vector3d[] Positions()
    {
        var result = new Vector3d[Count];
        for (int i = 0; i < Count; i++)
        {
            result[i] = Box.Position(particles.Place[i]) * Scale.Length;
        }

        return result;
    }

    /// <summary>Fastest motion relative to the flow in the last step, simulation units.</summary>
    public double FastestMotion() => particles.Fastest(device);

    /// <summary>Velocity and spin relative to the flow of the last step, simulation units.</summary>
    public (Vector3d Velocity, Vector3d Spin) MotionOf(int i)
    {
        Float4 v = particles.Velocity[i], w = particles.Spin[i];
        return (new(v.X, v.Y, v.Z), new(w.X, w.Y, w.Z));
    }

    /// <summary>Every pair in contact or bridged, with overlap and normal force, simulation units.</summary>
    public IEnumerable<(int I, int J, double Overlap, double Force, int Origin)> Contacts()
    {
        Prepare();
        for (int c = 0; c < active; c++)
        {
            int link = links.Active[c];
            Int4 pair = links.Link[link];
            if (pair.Z == LinkKind.Pair)
            {
                yield return (pair.X, pair.Y, links.Normal[link].W, -Float4.Dot(links.SpringForce[link], links.Normal[link]), pair.W);
            }
        }
    }

    /// <summary>Radius of a particle, simulation units.</summary>
    public double RadiusOf(int i) => particles.Size[i].X;

    /// <summary>Unit vector along the first link that carries force.</summary>
    public Vector3d AxisOfFirstContact()
    {
        Prepare();
        Float4 n = links.Normal[links.Active[0]];
        return new(n.X, n.Y, n.Z);
    }

    /// <summary>Deepest overlap ever of each particle with the foil, simulation units; 0 where it never touched.</summary>
    public double[] FoilIndentation()
    {
        Prepare();
        var depth = new double[Count];
        for (int link = 0; link < links.Count; link++)
        {
            if (links.Link[link].Z == LinkKind.Foil)
            {
                float cover = Math.Max(foilLaw.Reach, -links.Memory[link].Y);
                depth[links.Link[link].X] = Math.Max(0, links.Memory[link].X - cover);
            }
        }

        return depth;
    }

    /// <summary>Particles that touch the wall of a kind now, with their overlap, simulation units.</summary>
    public IEnumerable<(int Particle, double Overlap)> WallContacts(int kind)
    {
        Prepare();
        for (int c = 0; c < active; c++)
        {
            int link = links.Active[c];
            if (links.Link[link].Z == kind)
            {
                yield return (links.Link[link].X, links.Normal[link].W);
            }
        }
    }

    /// <summary>Marks feedstock bonds on the links where the pairs touch; bridges get their radius and relative strength. Returns how many were planted.</summary>
    public int Plant(IReadOnlyList<Bond> bonds, Func<int, double> relativeStrength)
    {
        Prepare();
        var at = new Dictionary<(int, int), int>();
        for (int link = 0; link < links.Count && links.Link[link].Z == LinkKind.Pair; link++)
        {
            at[(links.Link[link].X, links.Link[link].Y)] = link;
        }

        int planted = 0;
        for (int b = 0; b < bonds.Count; b++)
        {
            if (!at.TryGetValue((bonds[b].I, bonds[b].J), out int link))
            {
                continue;
            }

            bool bridge = bonds[b].Origin == BondOrigin.FeedstockBridge;
            if (!bridge && links.Normal[link].W <= 0f)
            {
                continue;
            }

            links.Link[link].W = (int)bonds[b].Origin;
            if (bridge)
            {
                links.Memory[link] = new(0f, (float)relativeStrength(b), Scale.Lengths(bonds[b].Radius), links.Normal[link].W);
            }

            planted++;
        }

        prepared = false;
        return planted;
    }

    /// <summary>Sets what the normal law remembers of each bonded pair, and of every other pair nothing.</summary>
    public void Remember(Func<int, int, double> ofBonded)
    {
        Prepare();
        for (int link = 0; link < links.Count && links.Link[link].Z == LinkKind.Pair; link++)
        {
            Int4 pair = links.Link[link];
            links.Memory[link].X = pair.W != 0 ? (float)ofBonded(pair.X, pair.Y) : 0f;
        }

        prepared = false;
    }

    /// <summary>Says what lies between the surfaces of links as they stand: how thick it is, and what their law remembers of it; both in simulation units.</summary>
    /// <param name="ofLink">Kind, particles (the second is −1 at a wall) and overlap to thickness and memory.</param>
    public void Cover(Func<int, int, int, double, (double Thickness, double Memory)> ofLink)
    {
        Prepare();
        for (int link = 0; link < links.Count; link++)
        {
            Int4 pair = links.Link[link];
            (double thickness, double memory) = ofLink(pair.Z, pair.X, pair.Z == LinkKind.Pair ? pair.Y : -1, links.Normal[link].W);
            links.Memory[link] = new((float)memory, -(float)thickness, 0f);
        }

        prepared = false;
    }

    /// <summary>Feedstock bonds that still hold.</summary>
    public Bond[] SurvivingBonds()
    {
        Prepare();
        var bonds = new List<Bond>();
        for (int c = 0; c < active; c++)
        {
            int link = links.Active[c];
            Int4 pair = links.Link[link];
            if (pair.Z == LinkKind.Pair && pair.W != 0)
            {
                bonds.Add(new(pair.X, pair.Y, (BondOrigin)pair.W, links.Memory[link].Z * Scale.Length));
            }
        }

        return [.. bonds];
    }

    /// <summary>Everything that the next step depends on.</summary>
    public ColumnBag Save()
    {
        ColumnBag bag = new();
        bag.Set("places", Words(particles.Place.Span))
            .Set("velocity", Numbers(particles.Velocity.Span))
            .Set("spin", Numbers(particles.Spin.Span))
            .Set("links", Words(links.Link.Span[..links.Count]))
            .Set("slide", Numbers(links.Slide.Span[..links.Count]))
            .Set("roll", Numbers(links.Roll.Span[..links.Count]))
            .Set("memory", Numbers(links.Memory.Span[..links.Count]))
            .Set("box", [.. Box.Length, Box.Tilt, Box.ShearRate, (double)(int)Box.FlowAxis, (double)(int)Box.GradientAxis, .. Box.Dilation, Box.ExtensionRate, Box.Stretch])
            .Set("clock", [Time, suggestedStep, TopHeight, TopVelocity, list.Age.Slack, list.Age.Strain, list.Age.Valid ? 1.0 : 0.0, step.TimeStep, list.Age.Skin])
            .Set("stability", [stability.State.Rate, stability.State.Links, stepsExplicitly ? 1.0 : 0.0])
            .Set("counts", [Steps, Retries, implicitStep.Rows / Count, ExplicitSteps, implicitStep.Rows]);
        return Hydrodynamics == HydrodynamicTier.T1 ? hydrodynamics.SaveDrags(bag) : bag;
    }

    /// <summary>Goes on from a saved state with the same bits.</summary>
    public void Restore(ColumnBag bag)
    {
        Fill(bag.Get<int>("places"), particles.Place.Span);
        Fill(bag.Get<float>("velocity"), particles.Velocity.Span);
        Fill(bag.Get<float>("spin"), particles.Spin.Span);
        if (Hydrodynamics == HydrodynamicTier.T1)
        {
            hydrodynamics.RestoreDrags(bag);
        }

        int[] words = bag.Get<int>("links");
        links.Resize(words.Length / 4);
        Fill(words, links.Link.Span);
        Fill(bag.Get<float>("slide"), links.Slide.Span);
        Fill(bag.Get<float>("roll"), links.Roll.Span);
        Fill(bag.Get<float>("memory"), links.Memory.Span);
        double[] b = bag.Get<double>("box");
        b.AsSpan(0, 3).CopyTo(Box.Length);
        Box.RestoreTilt(0);
        if (b[10] != 0)
        {
            Box.Extend((Axis)(int)b[5], (Axis)(int)b[6], b[10]);
        }
        else
        {
            Box.Shear((Axis)(int)b[5], (Axis)(int)b[6], b[4]);
        }

        Box.RestoreTilt(b[3], b[11]);
        b.AsSpan(7, 3).CopyTo(Box.Dilation);
        double[] clock = bag.Get<double>("clock");
        (Time, suggestedStep, TopHeight, TopVelocity) = (clock[0], clock[1], clock[2], clock[3]);
        step.TimeStep = (float)clock[7];
        list.Age = (clock[4], clock[5], clock[6] > 0, clock.Length > 8 ? (float)clock[8] : LinkList.FixedSkin);
        list.Covers(step.TimeStep, TopVelocity);
        long[] counts = bag.Get<long>("counts");
        (Steps, Retries, ExplicitSteps, implicitStep.Rows) = (counts[0], counts[1], counts[3], counts.Length > 4 ? counts[4] : counts[2] * Count);
        double[] limit = bag.Get<double>("stability");
        stability.State = (limit[0], (int)limit[1]);
        stepsExplicitly = control.Integrator == Integrator.Auto ? limit[2] > 0 : control.Integrator == Integrator.Explicit;
        world = Connect();
        prepared = false;
    }

    private static int[] Words(Span<Int4> column) => MemoryMarshal.Cast<Int4, int>(column).ToArray();

    private static float[] Numbers(Span<Float4> column) => MemoryMarshal.Cast<Float4, float>(column).ToArray();

    private static void Fill(int[] words, Span<Int4> column) => MemoryMarshal.Cast<int, Int4>(words).CopyTo(column);

    private static void Fill(float[] numbers, Span<Float4> column) => MemoryMarshal.Cast<float, Float4>(numbers).CopyTo(column);
}
