using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Process;

/// <summary>From the recipe's interaction to what the engine's contacts need.</summary>
public static class ContactModel
{
    /// <summary>Greatest overlap that adhesion alone may cause, as a share of the reference radius.</summary>
    private const double AdhesiveOverlap = 0.0075;

    /// <summary>Axial stiffness of a bridge over that of a bare contact: bridges are stiffer but must not slow the solver.</summary>
    private const double BridgeToContactStiffness = 4;

    /// <summary>Softened contact stiffness, N/m: overlaps stay within about a hundredth of a radius under adhesion and under the given force.</summary>
    public static double Stiffness(InteractionOptions interaction, double radius, double largestForce) =>
        Math.Max(interaction.StrongestPullOff / (AdhesiveOverlap * interaction.ReferenceDiameter / 2), largestForce / (0.01 * radius));

    /// <summary>Force that a flow puts on contacts, N: twice the drag 6πμGa² of one primary.</summary>
    public static double DragLoad(FlowHistory history, double radius) => 12 * Math.PI * history.Viscosity * history.FastestRate * radius * radius;

    /// <summary>Force on the end of a lever of one radius that breaks the thickest solid bridge in bending, σπr³/4a, N: what bridged agglomerates press on each other with. 0 without bridges.</summary>
    public static double BridgeLoad(InteractionOptions interaction, double radius, IEnumerable<Bond> bonds)
    {
        double thickest = bonds.Where(b => b.Origin == BondOrigin.FeedstockBridge).Select(b => b.Radius).DefaultIfEmpty(0).Max();
        return interaction.BridgeTensileStrength * Math.PI * thickest * thickest * thickest / (4 * radius);
    }

    public static SoftAdhesiveLaw Adhesive(InteractionOptions interaction, double stiffness, UnitScale scale) =>
        new(scale.Stiffnesses(stiffness), (float)(interaction.PullOffPerReducedRadius * scale.Length / scale.Force));

    /// <summary>Axial stiffness of bridges beside contacts of the given stiffness, N/m.</summary>
    public static double BridgeStiffness(double stiffness) => BridgeToContactStiffness * stiffness;

    public static ContactOptions Options(InteractionOptions interaction, double stiffness)
    {
        Material silicon = MaterialCatalog.Silicon;
        double nu = silicon.PoissonRatio.Value;

        // JKR spot without load: r_c³ = 9π w R*² / 2E*, hence r_c = spot · R*^(2/3).
        double spot = Math.Cbrt(9 * Math.PI * interaction.WorkOfAdhesion / (2 * silicon.PlaneStrainModulus / 2));
        return new()
        {
            Friction = interaction.Friction,
            TangentialRatio = 2 * (1 - nu) / (2 - nu),
            RollingDisplacement = interaction.RollingDisplacement,
            ContactSpot = spot,
            BridgeStiffness = BridgeStiffness(stiffness),
            BridgeTension = interaction.BridgeTensileStrength,
            BridgeShear = interaction.BridgeShearStrength,
        };
    }
}
