using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Keeps the drag of particles in step with the clusters that they are in: the tiers of the overdamped step.</summary>
/// <remarks>
/// T1 sets each particle's drag columns to Stokes drag times its cluster's <see cref="ClusterScreening"/>, whenever the list of links is made, but for clusters of the same members whose factor was found less than a strain of 0.05 before.
/// T2 gives every particle the mean field's drag once, and takes the films of near pairs (<see cref="LubricatedPairs"/>) in every step.
/// T3 inverts the mobility of each cluster in every step; the step then solves (M⁻¹ + Δt Bᵀ K B) v = F − Bᵀ f with M⁻¹ block by block.
/// </remarks>
internal sealed class ClusterHydrodynamics(ParticleColumns particles, LinkColumns links)
{
    private const int LargestCluster = 1500;
    private const double StrainOfFactor = 0.05;

    private readonly List<(int[] Members, SymmetricMatrix Factor)> coupled = [];
    private readonly LubricatedPairs films = new(particles, links);
    private Float4[] stokes = [];
    private double[] work = [];
    private double strain;

    /// <summary>Of each particle, the first of the cluster whose factor it has, or −1; of that first one, how many there are and the strain at which their factor was found.</summary>
    private (int[] First, int[] Count, double[] At) factors = ([], [], []);

    public HydrodynamicTier Tier { get; private set; }

    /// <summary>Whether drag couples particles, so that the matrix is more than their own drags and their contacts.</summary>
    public bool ActOnEachOther => Tier is HydrodynamicTier.T2 or HydrodynamicTier.T3;

    /// <summary>Terms of tier T2, and the floor of its gaps in simulation units; to be set before the tier.</summary>
    public (LubricationOptions Terms, double SmallestGap) Lubrication { get; set; }

    private double Viscosity => stokes[0].Y / (6 * Math.PI * stokes[0].X);

    /// <summary>Chooses the tier; the columns hold Stokes drags.</summary>
    /// <param name="tier">The tier.</param>
    /// <param name="volume">Volume of the box, simulation units.</param>
    public void Use(HydrodynamicTier tier, double volume)
    {
        Tier = tier;
        stokes = particles.Size.Span[..particles.Count].ToArray();
        factors = (OfNone(), new int[particles.Count], new double[particles.Count]);
        if (tier == HydrodynamicTier.T2)
        {
            double fraction = stokes.Sum(s => 4.0 / 3 * Math.PI * Math.Pow(s.X, 3)) / volume;
            Scale(Enumerable.Range(0, particles.Count), (float)Lubrication.Terms.FarTranslation(fraction), (float)Lubrication.Terms.FarRotation(fraction));
        }
    }

    /// <summary>The flow has strained by as much more.</summary>
    public void Strained(double more) => strain += more;

    /// <summary>Takes the clusters of the links that now carry force.</summary>
    /// <param name="listMade">The list of links is new.</param>
    public void Update(bool listMade)
    {
        if (Tier == HydrodynamicTier.T1 && listMade)
        {
            Screen();
        }
        else if (Tier == HydrodynamicTier.T2)
        {
            films.Find(Lubrication.Terms, Lubrication.SmallestGap, Viscosity);
        }
        else if (Tier == HydrodynamicTier.T3)
        {
            Couple();
        }
    }

    /// <summary>Adds what interaction adds to the matrix's diagonal, as far as it matters.</summary>
    public void AddDiagonal() => films.AddDiagonal();

    /// <summary>Takes what interaction makes of the undisturbed flow off the right-hand side.</summary>
    public void TakeOffFlow(in StepParameters step) => films.TakeOffFlow(in step);

    /// <summary>Adds what interaction adds to the drag, L p or (M⁻¹ − R) p, to the product of the search direction p; returns p times it.</summary>
    public double AddProduct()
    {
        double along = films.AddProduct();
        foreach ((int[] members, SymmetricMatrix factor) in coupled)
        {
            Span<double> x = work.AsSpan(0, factor.Order);
            for (int k = 0; k < members.Length; k++)
            {
                Take(particles.SearchVelocity[members[k]], x.Slice(6 * k, 3));
                Take(particles.SearchSpin[members[k]], x.Slice((6 * k) + 3, 3));
            }

            factor.Solve(x);
            for (int k = 0; k < members.Length; k++)
            {
                int i = members[k];
                Float4 size = particles.Size[i];
                along += Add(ref particles.Force[i], x.Slice(6 * k, 3), particles.SearchVelocity[i], size.Y);
                along += Add(ref particles.Torque[i], x.Slice((6 * k) + 3, 3), particles.SearchSpin[i], size.Z);
            }
        }

        return along;
    }

    /// <summary>Drags as they are now and what they were found for, for a checkpoint.</summary>
    public ColumnBag SaveDrags(ColumnBag bag) => bag
        .Set("drags", [.. particles.Size.Span[..particles.Count].ToArray().SelectMany(s => new[] { s.Y, s.Z })])
        .Set("drag-clusters", [.. factors.First, .. factors.Count])
        .Set("drag-strains", [strain, .. factors.At]);

    public void RestoreDrags(ColumnBag bag)
    {
        float[] drags = bag.Get<float>("drags");
        for (int i = 0; i < particles.Count; i++)
        {
            (particles.Size[i].Y, particles.Size[i].Z) = (drags[2 * i], drags[(2 * i) + 1]);
        }

        int[] clusters = bag.Get<int>("drag-clusters");
        double[] strains = bag.Get<double>("drag-strains");
        factors = (clusters[..(clusters.Length / 2)], clusters[(clusters.Length / 2)..], strains[1..]);
        strain = strains[0];
    }

    private static void Take(Float4 v, Span<double> three) => (three[0], three[1], three[2]) = (v.X, v.Y, v.Z);

    /// <summary>Adds a load less the Stokes drag to a product; returns the search direction times what was added.</summary>
    private static double Add(ref Float4 product, ReadOnlySpan<double> load, Float4 search, float drag)
    {
        double x = load[0] - (drag * search.X), y = load[1] - (drag * search.Y), z = load[2] - (drag * search.Z);
        product = new((float)(product.X + x), (float)(product.Y + y), (float)(product.Z + z));
        return (x * search.X) + (y * search.Y) + (z * search.Z);
    }

    private void Screen()
    {
        int[] former = factors.First;
        factors.First = OfNone();
        foreach (TouchingCluster cluster in TouchingClusters.Find(particles, links))
        {
            int first = cluster.Members[0];
            if (!Holds(cluster, former))
            {
                float factor = (float)ClusterScreening.Factor(cluster.Position, Radii(cluster));
                Scale(cluster.Members, factor, factor);
                (factors.Count[first], factors.At[first]) = (cluster.Members.Length, strain);
            }

            foreach (int i in cluster.Members)
            {
                factors.First[i] = first;
            }
        }

        for (int i = 0; i < particles.Count; i++)
        {
            if (factors.First[i] < 0)
            {
                particles.Size[i] = stokes[i];
            }
        }
    }

    /// <summary>Whether a cluster has the factor of the same members, found not long ago.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="former">Of each particle, the first of the cluster that it was in.</param>
    private bool Holds(TouchingCluster cluster, int[] former)
    {
        int first = cluster.Members[0];
        return factors.Count[first] == cluster.Members.Length && strain - factors.At[first] < StrainOfFactor && Array.TrueForAll(cluster.Members, i => former[i] == first);
    }

    private int[] OfNone() => [.. Enumerable.Repeat(-1, particles.Count)];

    private void Scale(IEnumerable<int> spheres, float translation, float rotation)
    {
        foreach (int i in spheres)
        {
            (particles.Size[i].Y, particles.Size[i].Z) = (translation * stokes[i].Y, rotation * stokes[i].Z);
        }
    }

    private void Couple()
    {
        coupled.Clear();
        foreach (TouchingCluster cluster in TouchingClusters.Find(particles, links))
        {
            if (cluster.Spans || cluster.Members.Length > LargestCluster)
            {
                throw new SimulationException($"hydrodynamic tier T3: a touching cluster of {cluster.Members.Length} primaries {(cluster.Spans ? "spans the periodic box" : $"is larger than the {LargestCluster} that can be computed")}; take tier t1, or a more dilute or smaller powder");
            }

            SymmetricMatrix mobility = GrandMobility.Of(cluster.Position, Radii(cluster), Viscosity, MobilityLevel.Torques);
            mobility.Factorise();
            coupled.Add((cluster.Members, mobility));
        }

        int order = coupled.Count > 0 ? coupled.Max(c => c.Factor.Order) : 0;
        if (work.Length < order)
        {
            work = new double[order];
        }
    }

    private double[] Radii(TouchingCluster cluster) => [.. cluster.Members.Select(i => (double)particles.Size[i].X)];
}
