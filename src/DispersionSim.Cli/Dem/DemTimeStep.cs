using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>The largest time step that a case may take.</summary>
/// <remarks>
/// Curved contacts: 0.3 of the Rayleigh time π r √(ρ/G)/(0.1631 ν + 0.8766), least over the particles, times √(E*/E*_wall) at a wall stiffer than the
/// material's. Springs: 0.3 of 2√(m/k), k the largest of normal, unloading and 7/2 of the tangential spring (rolling: 5/2). Drag: half of m/(6πμr).
/// Sources: li-2005 for the Rayleigh time, cundall-strack-1979 for springs.
/// </remarks>
internal static class DemTimeStep
{
    public const double Share = 0.3;

    private const double DragShare = 0.5;

    /// <summary>Steps in which a contact of linear springs comes and goes where no step is given.</summary>
    private const double StepsOfContact = 50;

    /// <summary>Share of the smallest radius that the fastest particle of the start goes in a step where none is given.</summary>
    private const double PathShare = 0.01;

    /// <summary>The limit, s, and what sets it.</summary>
    public static (double Limit, string Reason) Limit(DemCase wanted, DemLaws laws, GrainTable grains)
    {
        double lightest = Enumerable.Range(0, grains.Count).Min(i => Mass(grains, i));
        var limits = new List<(double, string)>();
        IReadOnlyList<ContactLaws> all = All(laws);
        if (!laws.Pairs.HasSpot)
        {
            double sliding = laws.Pairs.Tangential == TangentialKind.None ? 0 : 3.5 * all.Max(l => l.TangentialStiffness);
            double k = Math.Max(sliding, all.Max(l => Math.Max(l.Stiffness, l.UnloadingStiffness)));
            limits.Add((Share * 2 * Math.Sqrt(lightest / k), $"{Share} of 2 sqrt(m/k) of the lightest particle"));
        }
        else
        {
            limits.Add((Share * Rayleigh(wanted.Material, grains) * Stiffer(wanted.Material, laws), $"{Share} of the Rayleigh time"));
        }

        if (laws.Pairs.Rolls)
        {
            limits.Add((Share * 2 * Math.Sqrt(lightest / (2.5 * laws.Pairs.RollingStiffness)), $"{Share} of the rolling spring's 2 sqrt(m/k)"));
        }

        if (wanted.Fluid is { } fluid)
        {
            limits.Add((DragShare * Enumerable.Range(0, grains.Count).Min(i => Mass(grains, i) / (6 * Math.PI * fluid.Viscosity * grains.Radius[i])), "half of the time in which drag stops a particle"));
        }

        if (wanted.Bond is not null)
        {
            limits.Add((DemBonds.Limit(wanted.Bond, grains), $"{Share} of the bonds' 2 sqrt(m/k), less for their damping"));
        }

        return limits.MinBy(l => l.Item1);
    }

    /// <summary>The step that is taken where the case gives none, s: two thirds of the limit, less where contacts would be passed over.</summary>
    /// <remarks>
    /// The limit keeps springs stable; what comes out of a collision wants more steps, for damping sets in and ends within one. Linear contacts last π√(m*/k) whatever
    /// the speed and get a fixed number of steps; curved ones get 15 to 50 of the Rayleigh time's share, unless they are met too fast.
    /// </remarks>
    public static double Usual(double limit, DemCase wanted, DemLaws laws, GrainTable grains)
    {
        double lightest = Enumerable.Range(0, grains.Count).Min(i => Mass(grains, i)), fastest = grains.Velocity.Max(v => Across(v, wanted.Box.Shear).Length);
        double spring = laws.Pairs.HasSpot ? 0 : All(laws).Max(l => Math.Max(l.Stiffness, l.UnloadingStiffness));
        double contact = spring > 0 ? Math.PI * Math.Sqrt(lightest / 2 / spring) / StepsOfContact : double.PositiveInfinity;
        double path = fastest > 0 ? PathShare * grains.Radius.Min() / fastest : double.PositiveInfinity;
        return Math.Min(limit * 2 / 3, Math.Min(contact, path));
    }

    /// <summary>A velocity without its part along the flow of a sheared box, which is mostly the flow's own.</summary>
    private static Vector3d Across(Vector3d v, DemShear? shear) => DemVector.Make(a => a == (int?)shear?.Flow ? 0 : v.Along(a));

    private static IReadOnlyList<ContactLaws> All(DemLaws laws) => [laws.Pairs, .. laws.Walls];

    private static double Mass(GrainTable grains, int i) => GrainSetup.MassOf(grains.Radius[i], grains.Density[i]);

    private static double Rayleigh(DemMaterial material, GrainTable grains)
    {
        double poisson = material.PoissonRatio!.Value, shear = material.YoungModulus!.Value / (2 * (1 + poisson));
        return Enumerable.Range(0, grains.Count).Min(i => Math.PI * grains.Radius[i] * Math.Sqrt(grains.Density[i] / shear)) / ((0.1631 * poisson) + 0.8766);
    }

    /// <summary>How much a wall of its own stiffness shortens the time.</summary>
    private static double Stiffer(DemMaterial material, DemLaws laws)
    {
        double usual = new ContactLaws().AtRigidWall(material.YoungModulus!.Value, material.PoissonRatio!.Value).ReducedModulus;
        return laws.Walls.Count == 0 ? 1 : Math.Sqrt(usual / Math.Max(usual, laws.Walls.Max(w => w.ReducedModulus)));
    }
}
