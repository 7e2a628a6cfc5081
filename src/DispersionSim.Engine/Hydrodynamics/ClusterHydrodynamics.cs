using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Keeps the drag of particles in step with the clusters that they are in: the tiers of the overdamped step.</summary>
/// <remarks>
/// T1 sets each particle's drag columns to Stokes drag times its cluster's <see cref="ClusterScreening"/>, whenever the list of links is made.
/// T3 inverts the mobility of each cluster in every step; the step then solves (M⁻¹ + Δt Bᵀ K B) v = F − Bᵀ f with M⁻¹ block by block.
/// </remarks>
internal sealed class ClusterHydrodynamics(ParticleColumns particles, LinkColumns links)
{
    private const int LargestCluster = 1500;

    private readonly List<(int[] Members, SymmetricMatrix Factor)> coupled = [];
    private Float4[] stokes = [];
    private double[] work = [];

    public HydrodynamicTier Tier { get; private set; }

    /// <summary>Chooses the tier; the columns hold Stokes drags.</summary>
    public void Use(HydrodynamicTier tier)
    {
        Tier = tier;
        stokes = particles.Size.Span[..particles.Count].ToArray();
    }

    /// <summary>Takes the clusters of the links that now carry force.</summary>
    /// <param name="listMade">The list of links is new.</param>
    public void Update(bool listMade)
    {
        if (Tier == HydrodynamicTier.T1 && listMade)
        {
            Screen();
        }
        else if (Tier == HydrodynamicTier.T3)
        {
            Couple();
        }
    }

    /// <summary>Adds what interaction adds to the drag, (M⁻¹ − R) p, to the product of the search direction p; returns p·(M⁻¹ − R) p.</summary>
    public double AddProduct()
    {
        double along = 0;
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

    /// <summary>Drags as they are now, two a particle, for a checkpoint.</summary>
    public float[] SaveDrags() => [.. particles.Size.Span[..particles.Count].ToArray().SelectMany(s => new[] { s.Y, s.Z })];

    public void RestoreDrags(float[] drags)
    {
        for (int i = 0; i < particles.Count; i++)
        {
            (particles.Size[i].Y, particles.Size[i].Z) = (drags[2 * i], drags[(2 * i) + 1]);
        }
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
        stokes.CopyTo(particles.Size.Span);
        foreach (TouchingCluster cluster in TouchingClusters.Find(particles, links))
        {
            float factor = (float)ClusterScreening.Factor(cluster.Position, Radii(cluster));
            foreach (int i in cluster.Members)
            {
                particles.Size[i].Y = factor * stokes[i].Y;
                particles.Size[i].Z = factor * stokes[i].Z;
            }
        }
    }

    private void Couple()
    {
        coupled.Clear();
        double viscosity = stokes[0].Y / (6 * Math.PI * stokes[0].X);
        foreach (TouchingCluster cluster in TouchingClusters.Find(particles, links))
        {
            if (cluster.Spans || cluster.Members.Length > LargestCluster)
            {
                throw new SimulationException($"hydrodynamic tier T3: a touching cluster of {cluster.Members.Length} primaries {(cluster.Spans ? "spans the periodic box" : $"is larger than the {LargestCluster} that can be computed")}; take tier t1, or a more dilute or smaller powder");
            }

            SymmetricMatrix mobility = GrandMobility.Of(cluster.Position, Radii(cluster), viscosity, MobilityLevel.Torques);
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
