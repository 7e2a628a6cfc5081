using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>What happens to the agglomerates, against strain.</summary>
internal sealed class DispersionRecord(ParticleSet particles)
{
    private const int Points = 40;

    /// <summary>Primaries of the largest fragment that still counts as dispersed.</summary>
    private const int LargestDispersed = 5;

    private readonly double[] volume = [.. Enumerable.Range(0, particles.Count).Select(particles.VolumeOf)];
    private readonly BreakageHistory breakage = new(particles.Count);
    private readonly List<double> strain = [];
    private readonly List<double> surviving = [];
    private readonly List<double> largest = [];
    private readonly List<double> meanSize = [];
    private readonly List<double> primaries = [];
    private readonly List<double> coarse = [];
    private readonly List<double> coordination = [];
    private readonly List<double> overlap = [];

    public double LastStrain => strain[^1];

    public string Words => $"strain {strain[^1]:F1}: bonds {surviving[^1]:P1}, largest fragment {largest[^1]:F0}";

    /// <summary>Strain of the next record.</summary>
    public double NextAfter(double now, double total) => (Math.Floor((now / total * Points) + 1e-6) + 1) * total / Points;

    /// <summary>Whether the fragments are to be looked at for breakages.</summary>
    public bool IsLookDue(double now) => breakage.IsDue(now);

    /// <summary>Takes the breakages since the last look.</summary>
    public void Look(double at, IEnumerable<(int I, int J, double Overlap, double Force, int Origin)> contacts) => breakage.Look(at, Fragments(contacts.Select(c => (c.I, c.J))));

    public void Add(double at, IEnumerable<(int I, int J, double Overlap, double Force, int Origin)> contacts, int bonds)
    {
        var all = contacts.ToList();
        int holding = all.Count(c => c.Origin != 0);
        Clusters fragments = Fragments(all.Select(c => (c.I, c.J)));
        var touching = new Clusters(particles.Count, all.Select(c => (c.I, c.J)));
        double total = volume.Sum();
        strain.Add(at);
        surviving.Add(bonds > 0 ? holding / (double)bonds : 0);
        largest.Add(fragments.Size.Max());
        meanSize.Add(Enumerable.Range(0, particles.Count).Sum(i => volume[i] * fragments.SizeOf(i)) / total);
        coarse.Add(Enumerable.Range(0, particles.Count).Where(i => fragments.SizeOf(i) > LargestDispersed).Sum(i => volume[i]) / total);
        primaries.Add(Enumerable.Range(0, particles.Count).Where(i => touching.SizeOf(i) == 1).Sum(i => volume[i]) / total);
        coordination.Add(2.0 * all.Count / particles.Count);
        overlap.Add(all.Select(c => c.Overlap).DefaultIfEmpty(0).Max());
    }

    public IEnumerable<Measurement> Final(int bonds) =>
    [
        new("feedstock bonds", bonds, "-") { Definition = "contacts and bridges of the feedstock, relaxed under the run's own contact law" },
        new("surviving bonds at end of shear", surviving[^1], "-") { Bounds = Interval.Share, Definition = "feedstock bonds that still hold, over those at the start" },
        new("largest fragment", largest[^1], "-") { Definition = "primaries in the largest group of one parent agglomerate that still holds together" },
        new("single primaries", primaries[^1], "-") { Bounds = Interval.Share, Definition = "mass share of primaries that touch no other" },
        new("ruptures", breakage.Events.Count(e => !e.Event.IsErosion), "-") { Definition = "breakages that took more than a tenth of the primaries off the largest piece" },
        new("erosions", breakage.Events.Count(e => e.Event.IsErosion), "-") { Definition = "breakages that took up to a tenth of the primaries off the largest piece" },
        new("coordination number in slurry", coordination[^1], "-") { Definition = "mean number of touching neighbours at the end of shearing" },
        new("dispersion overlap", overlap.Max(), "-") { Definition = "deepest overlap seen while shearing, over the mean radius (softened contacts)" },
    ];

    /// <summary>What is drawn against strain.</summary>
    public IReadOnlyList<Curve> Curves(FlowHistory history) =>
    [
        Curve("surviving feedstock bonds", "share of bonds", surviving),
        Curve("mean fragment size", "primaries, mass mean", meanSize),
        Curve("largest fragment", "primaries", largest),
        Curve("single primaries", "mass share", primaries),
        Curve("coarse fragments", "mass share", coarse),
        Curve("coordination number", "touching neighbours", coordination),
        new("ruptures", "shear strain", "-", "breakages so far", "-", [.. strain], breakage.UpTo(strain, erosion: false)),
        new("erosions", "shear strain", "-", "breakages so far", "-", [.. strain], breakage.UpTo(strain, erosion: true)),
        new("energy per volume", "shear strain", "-", "energy per volume", "J/m^3", [.. strain], [.. strain.Select(history.EnergyAt)]),
        new("time of shearing", "shear strain", "-", "time", "s", [.. strain], [.. strain.Select(history.TimeAt)]),
    ];

    /// <summary>Shares of the fragments, and of clusters of anything that touches, that have 1, 2, 3 … primaries, by number and by mass; and of the primaries that breakages took off the largest piece.</summary>
    public IEnumerable<Curve> Sizes(IEnumerable<(int I, int J, double Overlap, double Force, int Origin)> contacts)
    {
        (int, int)[] pairs = [.. contacts.Select(c => (c.I, c.J))];
        return
        [
            .. Sizes("fragments", Fragments(pairs)),
            .. Sizes("clusters", new(particles.Count, pairs)),
            breakage.TakenOff("taken off by a rupture", erosion: false),
            breakage.TakenOff("taken off by an erosion", erosion: true),
        ];
    }

    private IEnumerable<Curve> Sizes(string of, Clusters fragments)
    {
        double[] size = [.. Enumerable.Range(1, fragments.Size.Max())], byNumber = new double[size.Length], byMass = new double[size.Length];
        double count = fragments.Size.Count(n => n > 0), total = volume.Sum();
        for (int i = 0; i < particles.Count; i++)
        {
            int n = fragments.SizeOf(i);
            byNumber[n - 1] += 1.0 / (n * count);
            byMass[n - 1] += volume[i] / total;
        }

        yield return new(of + " by number", "size in primaries", "-", "share", "-", size, byNumber);
        yield return new(of + " by mass", "size in primaries", "-", "share", "-", size, byMass);
    }

    /// <summary>Primaries of one parent that touch each other, bonded or met again.</summary>
    private Clusters Fragments(IEnumerable<(int I, int J)> contacts)
    {
        int[] parent = particles.AgglomerateId;
        return new(particles.Count, contacts.Where(c => parent[c.I] == parent[c.J] && parent[c.I] > 0));
    }

    public void Save(ColumnBag bag)
    {
        foreach ((string name, List<double> values) in Columns)
        {
            bag.Set("record-" + name, values.ToArray());
        }

        breakage.Save(bag);
    }

    public void Restore(ColumnBag bag)
    {
        foreach ((string name, List<double> values) in Columns)
        {
            values.Clear();
            values.AddRange(bag.Get<double>("record-" + name));
        }

        breakage.Restore(bag);
    }

    private IEnumerable<(string Name, List<double> Values)> Columns =>
        [("strain", strain), ("surviving", surviving), ("largest", largest), ("mean-size", meanSize), ("primaries", primaries), ("coarse", coarse), ("coordination", coordination), ("overlap", overlap)];

    private Curve Curve(string name, string unitWords, List<double> values) => new(name, "shear strain", "-", unitWords, "-", [.. strain], [.. values]);
}
