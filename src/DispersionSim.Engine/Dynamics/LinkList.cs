using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Keeps the list of links current: found with a skin, kept until motion may have used the skin up, histories carried over.</summary>
internal sealed class LinkList(ParticleColumns particles, LinkColumns links, bool hasFoil, TopKind top)
{
    private const float FixedSkin = 0.25f;
    private const float ShareSkin = 0.15f;

    private readonly PairSearch search = new(particles.Count);
    private readonly List<(int I, int J)> pairs = [];
    private readonly List<Int4> found = [];
    private double slack;
    private double strain;
    private bool valid;

    /// <summary>Motion and strain since the list was made (kept in checkpoints).</summary>
    public (double Slack, double Strain, bool Valid) Age
    {
        get => (slack, strain, valid);
        set => (slack, strain, valid) = value;
    }

    /// <summary>Searches again where needed; true when columns may have moved.</summary>
    public bool Refresh(FlowingBox box, in StepParameters step)
    {
        if (valid && slack < FixedSkin && strain < 0.8 * ShareSkin)
        {
            return false;
        }

        ReadOnlySpan<Int4> places = particles.Place.Span[..particles.Count];
        ReadOnlySpan<Float4> sizes = particles.Size.Span[..particles.Count];
        search.Find(box, places, sizes, in step, FixedSkin, ShareSkin, pairs);
        found.Clear();
        foreach ((int i, int j) in pairs)
        {
            found.Add(new(i, j, LinkKind.Pair));
        }

        AddWalls(in step);
        CarryOver();
        (slack, strain, valid) = (0, 0, true);
        return true;
    }

    /// <summary>Notes how far a step may have brought particles nearer to each other or to a wall.</summary>
    public void Moved(double time, FlowingBox box, double topVelocity)
    {
        float fastest = 0;
        for (int i = 0; i < particles.Count; i++)
        {
            fastest = Math.Max(fastest, Float4.Dot(particles.Velocity[i], particles.Velocity[i]));
        }

        slack += time * ((2 * Math.Sqrt(fastest)) + Math.Abs(topVelocity));
        strain += time * box.GradientNorm;
    }

    /// <summary>Lists the links that carry force and, for each particle, its rows among them; returns how many there are.</summary>
    public int Activate()
    {
        int count = 0;
        Span<int> start = particles.RowStart.Span;
        start.Clear();
        for (int link = 0; link < links.Count; link++)
        {
            if (links.Arm[link].W > 0f)
            {
                Int4 pair = links.Link[link];
                links.Active[count++] = link;
                start[pair.X + 1]++;
                start[pair.Y + 1]++;
            }
        }

        for (int i = 0; i <= particles.Count; i++)
        {
            start[i + 1] += start[i];
        }

        FillRows(count, start);
        return count;
    }

    private void FillRows(int count, Span<int> start)
    {
        // Going backwards fills each row in order of links and leaves start at the rows' beginnings after the shift below.
        for (int c = count - 1; c >= 0; c--)
        {
            Int4 pair = links.Link[links.Active[c]];
            links.Row[--start[pair.Y + 1]] = (2 * c) + 1;
            links.Row[--start[pair.X + 1]] = 2 * c;
        }

        int total = 2 * count;
        for (int i = 0; i <= particles.Count; i++)
        {
            start[i] = start[i + 1];
        }

        start[particles.Count + 1] = total;
    }

    private void AddWalls(in StepParameters step)
    {
        float reach = 2 * FixedSkin;
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
