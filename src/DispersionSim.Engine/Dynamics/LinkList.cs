using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Keeps the list of links current: found with a skin, kept until motion may have used the skin up, histories carried over.</summary>
internal sealed class LinkList(HostDevice device, ParticleColumns particles, LinkColumns links, bool hasFoil, TopKind top)
{
    /// <summary>Motion that a list is made for, at least, simulation units; what lists were made for before checkpoints kept it.</summary>
    public const float FixedSkin = 0.25f;

    private const float ShareSkin = 0.15f;
    private const float StepsOfList = 6f;

    private readonly PairSearch search = new(particles.Count, device);
    private readonly List<Int4> found = [];
    private float skin = FixedSkin;
    private double slack;
    private double strain;
    private float travel;
    private bool valid;
    private int[] firstActive = [];
    private int rowsFor = -1;

    /// <summary>Motion and strain since the list was made, and the motion that it was made for (kept in checkpoints).</summary>
    public (double Slack, double Strain, bool Valid, float Skin) Age
    {
        get => (slack, strain, valid, skin);
        set => (slack, strain, valid, skin) = value;
    }

    /// <summary>Gap up to which pairs act on each other through the fluid, as a share of the sum of radii.</summary>
    public float FilmReach { get; set; }

    /// <summary>Gap below which surfaces that come to meet act on each other, simulation units.</summary>
    public float Reach { get; init; }

    /// <summary>Whether links may lead to walls.</summary>
    public bool HasWalls => hasFoil || top != TopKind.None;

    /// <summary>How often the links that carry force have become others.</summary>
    public long Changes { get; private set; }

    /// <summary>Searches again where needed; true when columns may have moved.</summary>
    public bool Refresh(FlowingBox box, in StepParameters step)
    {
        if (valid && slack + travel < skin && strain < 0.8 * ShareSkin)
        {
            return false;
        }

        skin = Math.Max(FixedSkin, StepsOfList * travel);
        search.Find(box, particles, step, skin + Reach, ShareSkin + FilmReach, found);
        AddWalls(in step);
        CarryOver();
        rowsFor = -1;
        (slack, strain, valid) = (0, 0, true);
        return true;
    }

    /// <summary>Whether no pair that the list lacks can come to touch in a step with the present velocities. A list is made anew before a step as fast as the last one looked at would outrun it.</summary>
    public bool Covers(float time, double topVelocity)
    {
        travel = 2 * time * (float)particles.Fastest(device);
        return slack + travel + (time * Math.Abs(topVelocity)) <= skin;
    }

    /// <summary>Has the list made anew when it is next asked for, for motion as fast as it is now.</summary>
    public void Expire() => valid = false;

    /// <summary>Notes that the step whose motion was looked at last has been taken.</summary>
    public void Moved(double time, FlowingBox box, double topVelocity)
    {
        slack += travel + (time * Math.Abs(topVelocity));
        strain += time * box.GradientNorm;
    }

    /// <summary>Lists the links that carry force and, for each particle, its rows among them; returns how many there are.</summary>
    public int Activate()
    {
        int chunks = HostDevice.ChunkCount(links.Count);
        if (firstActive.Length < chunks + 1)
        {
            firstActive = new int[chunks + 1];
        }

        device.Chunks(links.Count, (from, to) => firstActive[(from / HostDevice.Chunk) + 1] = CountActive(from, to));
        for (int c = 0; c < chunks; c++)
        {
            firstActive[c + 1] += firstActive[c];
        }

        int count = chunks > 0 ? firstActive[chunks] : 0;
        bool changed = device.Greatest(links.Count, (from, to) => ListActive(from, to, firstActive[from / HostDevice.Chunk]) ? 1 : 0) > 0;
        if (changed || count != rowsFor)
        {
            FillRows(count, particles.RowStart.Span);
            rowsFor = count;
            Changes++;
        }

        return count;
    }

    private int CountActive(int from, int to)
    {
        int count = 0;
        for (int link = from; link < to; link++)
        {
            count += links.Arm[link].W > 0f ? 1 : 0;
        }

        return count;
    }

    /// <summary>Writes the active links of a chunk; true where they are others than before.</summary>
    private bool ListActive(int from, int to, int at)
    {
        bool changed = false;
        for (int link = from; link < to; link++)
        {
            if (links.Arm[link].W > 0f)
            {
                changed |= links.Active[at] != link;
                links.Active[at++] = link;
            }
        }

        return changed;
    }

    private void FillRows(int count, Span<int> start)
    {
        start.Clear();
        for (int c = 0; c < count; c++)
        {
            Int4 pair = links.Link[links.Active[c]];
            start[pair.X + 1]++;
            start[pair.Y + 1]++;
        }

        for (int i = 0; i <= particles.Count; i++)
        {
            start[i + 1] += start[i];
        }

        // Going backwards fills each row in order of links and leaves start at the rows' beginnings after the shift below.
        for (int c = count - 1; c >= 0; c--)
        {
            Int4 pair = links.Link[links.Active[c]];
            links.Row[--start[pair.Y + 1]] = (2 * c) + 1;
            links.Row[--start[pair.X + 1]] = 2 * c;
        }

        for (int i = 0; i <= particles.Count; i++)
        {
            start[i] = start[i + 1];
        }

        start[particles.Count + 1] = 2 * count;
    }

    private void AddWalls(in StepParameters step)
    {
        float reach = FixedSkin + skin + Reach;
        for (int i = 0; hasFoil && i < particles.Count; i++)
        {
            // The relief is bounded by its highest point; a cheap test with the particle's own height keeps the candidates few.
            if (Height(i, in step) - particles.Size[i].X < step.FoilLevel + HighestFoil + reach)
            {
                found.Add(new(i, particles.Count, LinkKind.Foil));
            }
        }

        int kind = top == TopKind.Platen ? LinkKind.Platen : LinkKind.Interface;
        for (int i = 0; top != TopKind.None && i < particles.Count; i++)
        {
            if (Height(i, in step) + particles.Size[i].X > step.TopHeight - reach)
            {
                found.Add(new(i, particles.Count, kind));
            }
        }
    }

    /// <summary>Highest point of the foil over its mean plane, simulation units.</summary>
    public float HighestFoil { get; set; }

    private float Height(int i, in StepParameters step) => particles.Place[i].Z * step.Cell.Z;

    /// <summary>Gives each found link the history of the same link in the old list; both are sorted.</summary>
    private void CarryOver()
    {
        int oldCount = links.Count;
        Int4[] oldLink = links.Link.Span[..oldCount].ToArray();
        Float4[] slide = links.Slide.Span[..oldCount].ToArray(), roll = links.Roll.Span[..oldCount].ToArray(), memory = links.Memory.Span[..oldCount].ToArray();
        links.Resize(found.Count);
        int old = 0;
        for (int k = 0; k < found.Count; k++)
        {
            while (old < oldCount && Compare(oldLink[old], found[k]) < 0)
            {
                old++;
            }

            bool same = old < oldCount && Compare(oldLink[old], found[k]) == 0;
            links.Link[k] = same ? oldLink[old] : found[k];
            links.Slide[k] = same ? slide[old] : default;
            links.Roll[k] = same ? roll[old] : default;
            links.Memory[k] = same ? memory[old] : default;
        }
    }

    private static int Compare(Int4 a, Int4 b)
    {
        int kind = a.Z.CompareTo(b.Z);
        int first = kind != 0 ? kind : a.X.CompareTo(b.X);
        return first != 0 ? first : a.Y.CompareTo(b.Y);
    }
}
