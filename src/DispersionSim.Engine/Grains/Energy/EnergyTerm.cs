namespace DispersionSim.Engine;

/// <summary>Entries of the energy account of a granular system.</summary>
public enum EnergyTerm
{
    /// <summary>Held: motion of centres, relative to the flow of a sheared box.</summary>
    KineticTranslational,

    /// <summary>Held: spins.</summary>
    KineticRotational,

    /// <summary>Held: overlaps.</summary>
    Elastic,

    /// <summary>Held: attraction of contacts, negative.</summary>
    Adhesive,

    /// <summary>Held: tangential springs.</summary>
    SlidingSprings,

    /// <summary>Held: rolling springs.</summary>
    RollingSprings,

    /// <summary>Held: twisting springs.</summary>
    TwistingSprings,

    /// <summary>Held: bonds.</summary>
    Bonds,

    /// <summary>Taken: dashpots along the line of centres.</summary>
    NormalDamping,

    /// <summary>Taken: dashpots against sliding.</summary>
    SlidingDamping,

    /// <summary>Taken: friction.</summary>
    Sliding,

    /// <summary>Taken: dashpots and sliders against rolling.</summary>
    Rolling,

    /// <summary>Taken: dashpots and sliders against twisting.</summary>
    Twisting,

    /// <summary>Taken: drag of the fluid.</summary>
    Drag,

    /// <summary>Taken: plastic flow of contacts.</summary>
    Plastic,

    /// <summary>Taken: contacts that snap together and tear apart.</summary>
    Adhesion,

    /// <summary>Taken: dashpots of bonds.</summary>
    BondDamping,

    /// <summary>Taken: bonds that broke with what they held.</summary>
    BrokenBonds,

    /// <summary>Given: work of gravity.</summary>
    Gravity,

    /// <summary>Given: work of forces on the bodies.</summary>
    Body,

    /// <summary>Given: work of moving walls.</summary>
    Walls,

    /// <summary>Given: work of the sheared flow.</summary>
    Shear,

    /// <summary>Given by the laws themselves: springs whose stiffness follows the load or that end strained, and torques whose lever is shorter than that of the slip.</summary>
    Laws,

    /// <summary>Given by a height field: the curvature under a foot, or its share of the load, changes while the grain moves along.</summary>
    Relief,
}

/// <summary>Sides of the account.</summary>
public static class EnergyTerms
{
    public static IReadOnlyList<EnergyTerm> All { get; } = Enum.GetValues<EnergyTerm>();

    /// <summary>What the system holds.</summary>
    public static IReadOnlyList<EnergyTerm> Held { get; } = [.. All.Where(t => t <= EnergyTerm.Bonds)];

    /// <summary>What has been turned into heat.</summary>
    public static IReadOnlyList<EnergyTerm> Taken { get; } = [.. All.Where(t => t is > EnergyTerm.Bonds and < EnergyTerm.Gravity)];

    /// <summary>What has been given from outside.</summary>
    public static IReadOnlyList<EnergyTerm> Given { get; } = [.. All.Where(t => t >= EnergyTerm.Gravity)];
}
