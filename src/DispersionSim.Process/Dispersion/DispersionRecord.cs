using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>What happens to the agglomerates, against strain.</summary>
internal sealed class DispersionRecord(ParticleSet particles)
{
    private const int Points = 40;

    private readonly double[] volume = [.. Enumerable.Range(0, particles.Count).Select(particles.VolumeOf)];
    private readonly List<double> strain = [];
    private readonly List<double> surviving = [];
    private readonly List<double> largest = [];
    private readonly List<double> meanSize = [];
    private readonly List<double> primaries = [];
    private readonly List<double> coordination = [];

    public double LastStrain => strain[^1];

    public string Words => $"strain {strain[^1]:F1}: bonds {surviving[^1]:P1}, largest fragment {largest[^1]:F0}";

    /// <summary>Strain of the next record.</summary>
    public double NextAfter(double now, double total) => (Math.Floor((now / total * Points) + 1e-6) + 1) * total / Points;

    public void Add(double at, IEnumerable<(int I, int J, double Overlap, double Force, int Origin)> contacts, int bonds)
    {
        var all = contacts.ToList();
        int holding = all.Count(c => c.Origin != 0);
        int[] parent = particles.AgglomerateId;
        var fragments = new Clusters(particles.Count, all.Where(c => parent[c.I] == parent[c.J] && parent[c.I] > 0).Select(c => (c.I, c.J)));
        var touching = new Clusters(particles.Count, all.Select(c => (c.I, c.J)));
        double total = volume.Sum();
        strain.Add(at);
        surviving.Add(bonds > 0 ? holding / (double)bonds : 0);
        largest.Add(fragments.Size.Max());
        meanSize.Add(Enumerable.Range(0, particles.Count).Sum(i => volume[i] * fragments.SizeOf(i)) / total);
        primaries.Add(Enumerable.Range(0, particles.Count).Where(i => touching.SizeOf(i) == 1).Sum(i => volume[i]) / total);
        coordination.Add(2.0 * all.Count / particles.Count);
    }

    public IEnumerable<Measurement> Final(int bonds) =>
    [
        new("feedstock bonds", bonds, "-") { Definition = "contacts and bridges of the feedstock, relaxed under the run's own contact law" },
        new("surviving bonds at end of shear", surviving[^1], "-") { Definition = "feedstock bonds that still hold, over those at the start" },
        new("largest fragment", largest[^1], "-") { Definition = "primaries in the largest group of one parent agglomerate that still holds together" },
        new("single primaries", primaries[^1], "-") { Definition = "mass share of primaries that touch no other" },
        new("coordination number in slurry", coordination[^1], "-") { Definition = "mean number of touching neighbours at the end of shearing" },
    ];

    public IReadOnlyList<Curve> Curves() =>
    [
        Curve("surviving feedstock bonds", "share of bonds", surviving),
        Curve("mean fragment size", "primaries, mass mean", meanSize),
        Curve("largest fragment", "primaries", largest),
        Curve("single primaries", "mass share", primaries),
        Curve("coordination number", "touching neighbours", coordination),
    ];

    public void Save(ColumnBag bag)
    {
        foreach ((string name, List<double> values) in Columns)
        {
            bag.Set("record-" + name, values.ToArray());
        }
    }

    public void Restore(ColumnBag bag)
    {
        foreach ((string name, List<double> values) in Columns)
        {
            values.Clear();
            values.AddRange(bag.Get<double>("record-" + name));
        }
    }

    private IEnumerable<(string Name, List<double> Values)> Columns =>
        [("strain", strain), ("surviving", surviving), ("largest", largest), ("mean-size", meanSize), ("primaries", primaries), ("coordination", coordination)];

    private Curve Curve(string name, string unitWords, List<double> values) => new(name, "shear strain", "-", unitWords, "-", [.. strain], [.. values]);
}
