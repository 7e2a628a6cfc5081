using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Particles in groups that hang together by links that carry force: what one group does within a step, no other feels.</summary>
/// <remarks>Islands stand in the order of their first particles, members and links of each in their own order, so that nothing depends on threads.</remarks>
internal sealed class Islands(ParticleColumns particles, LinkColumns links)
{
    private const int LeastBatch = 512;

    private readonly DisjointSets sets = new(particles.Count);
    private readonly int[] island = new int[particles.Count];
    private readonly int[] local = new int[particles.Count];
    private readonly int[] member = new int[particles.Count];
    private readonly int[] firstMember = new int[particles.Count + 1];
    private readonly int[] firstLink = new int[particles.Count + 1];
    private readonly List<int> firstIsland = [];
    private int[] linkOf = [];

    public int Count { get; private set; }

    /// <summary>Particles of the largest.</summary>
    public int Largest { get; private set; }

    /// <summary>Runs of islands to be taken together, some hundred particles each at least.</summary>
    public int Batches => firstIsland.Count - 1;

    /// <summary>Islands of a batch, the last excluded.</summary>
    public (int From, int To) Batch(int number) => (firstIsland[number], firstIsland[number + 1]);

    /// <summary>Particles of an island.</summary>
    public ReadOnlySpan<int> Members(int number) => member.AsSpan(firstMember[number], firstMember[number + 1] - firstMember[number]);

    /// <summary>Its links, by their numbers among the active ones.</summary>
    public ReadOnlySpan<int> Links(int number) => linkOf.AsSpan(firstLink[number], firstLink[number + 1] - firstLink[number]);

    /// <summary>Island that a particle is in.</summary>
    public int Of(int particle) => island[particle];

    /// <summary>Where a particle stands among its island's members.</summary>
    public int Local(int particle) => local[particle];

    /// <summary>Finds the islands of the first so many active links, all of them between particles.</summary>
    public void Find(int active)
    {
        sets.Part();
        for (int c = 0; c < active; c++)
        {
            Int4 pair = links.Link[links.Active[c]];
            sets.Join(pair.X, pair.Y);
        }

        SortParticles();
        SortLinks(active);
        MakeBatches();
    }

    /// <summary>Roots are the lowest members, so that islands are numbered as their first particles come.</summary>
    private void SortParticles()
    {
        Array.Clear(firstMember);
        (Count, Largest) = (0, 0);
        for (int i = 0; i < island.Length; i++)
        {
            int lowest = sets.Root(i);
            island[i] = lowest == i ? Count++ : island[lowest];
            local[i] = firstMember[island[i] + 1]++;
            Largest = Math.Max(Largest, local[i] + 1);
        }

        Accumulate(firstMember);
        for (int i = 0; i < island.Length; i++)
        {
            member[firstMember[island[i]] + local[i]] = i;
        }
    }

    private void SortLinks(int active)
    {
        Array.Clear(firstLink);
        for (int c = 0; c < active; c++)
        {
            firstLink[IslandOf(c) + 1]++;
        }

        Accumulate(firstLink);
        if (linkOf.Length < active)
        {
            linkOf = new int[active + (active / 4)];
        }

        // Backwards, so that each island's links stay in order and its end walks down to its beginning.
        for (int c = active - 1; c >= 0; c--)
        {
            linkOf[--firstLink[IslandOf(c) + 1]] = c;
        }

        for (int k = 0; k < Count; k++)
        {
            firstLink[k] = firstLink[k + 1];
        }

        firstLink[Count] = active;
    }

    private int IslandOf(int number) => island[links.Link[links.Active[number]].X];

    private void Accumulate(int[] first)
    {
        for (int k = 0; k < Count; k++)
        {
            first[k + 1] += first[k];
        }
    }

    private void MakeBatches()
    {
        firstIsland.Clear();
        firstIsland.Add(0);
        for (int k = 1; k < Count; k++)
        {
            if (firstMember[k] - firstMember[firstIsland[^1]] >= LeastBatch)
            {
                firstIsland.Add(k);
            }
        }

        firstIsland.Add(Count);
    }
}
