namespace DispersionSim.Engine;

/// <summary>How much of what particles do to each other through the fluid is computed.</summary>
public enum HydrodynamicTier
{
    /// <summary>Nothing: each primary feels the undisturbed flow.</summary>
    T0,

    /// <summary>The drag of each primary is screened by the touching cluster that it is in.</summary>
    T1,

    /// <summary>Films between near pairs lubricate, everything farther away is a mean field.</summary>
    T2,

    /// <summary>Primaries of a touching cluster act on each other, pair by pair (Rotne–Prager–Yamakawa).</summary>
    T3,
}

/// <summary>The tiers in words, and the doublet by which each is known.</summary>
public static class HydrodynamicTiers
{
    /// <summary>One line for results and reports.</summary>
    public static string Words(this HydrodynamicTier tier) => tier switch
    {
        HydrodynamicTier.T1 => "T1: drag on translation and rotation screened within each touching cluster",
        HydrodynamicTier.T2 => "T2: lubrication between near pairs, drag of a mean field at the box's solids fraction",
        HydrodynamicTier.T3 => "T3: hydrodynamic interaction within each touching cluster (Rotne-Prager-Yamakawa, forces and torques)",
        _ => "T0: free-draining drag on translation and rotation",
    };

    /// <summary>Greatest tension of two equal touching spheres in simple shear, over ηGa²; the exact value is 19.2. In T2 that of a dilute box: the pair moves as one body, its film neither gains nor loses.</summary>
    public static double DoubletTension(this HydrodynamicTier tier) => tier switch
    {
        HydrodynamicTier.T1 => 3 * Math.PI * ClusterScreening.Factor([default, Core.Vector3d.UnitZ * 2], [1, 1]),
        HydrodynamicTier.T3 => 8 * Math.PI,
        _ => 3 * Math.PI,
    };
}
