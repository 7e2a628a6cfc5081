using System.ComponentModel;
using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>How primaries hold each other: recipe section [interaction].</summary>
public sealed record InteractionOptions
{
    [Unit("N"), Allowed(0, 1e-6, Example = "5.2 nN")]
    [Description("pull-off force between two primaries of the reference diameter in the solution (DMT with Hamaker constant 4e-20 J across NMP at 0.4 nm; grows with the diameter)")]
    public double PullOffForce { get; init; } = 5.2e-9;

    [Unit("m"), Allowed(1e-9, 1e-4, Example = "0.5 um")]
    [Description("diameter at which the pull-off force is given")]
    public double ReferenceDiameter { get; init; } = 0.5e-6;

    [Unit("-"), Allowed(0, 2, Example = "0.4")]
    [Description("coefficient of sliding friction (assumed)")]
    public double Friction { get; init; } = 0.4;

    [Unit("m"), Allowed(1e-11, 1e-7, Example = "1 nm")]
    [Description("critical rolling displacement (Dominik and Tielens 1997: 0.2 to 1 nm)")]
    public double RollingDisplacement { get; init; } = 1e-9;

    [Unit("Pa"), Allowed(1e3, 1e11, Example = "0.5 GPa")]
    [Description("mean tensile strength of solid bridges (assumed, oxide necks)")]
    public double BridgeTensileStrength { get; init; } = 0.5e9;

    [Unit("Pa"), Allowed(1e3, 1e11, Example = "0.5 GPa")]
    [Description("mean shear strength of solid bridges (assumed)")]
    public double BridgeShearStrength { get; init; } = 0.5e9;

    [Unit("-"), Allowed(1, 50, Example = "5")]
    [Description("Weibull modulus of bridge strengths")]
    public double BridgeWeibullModulus { get; init; } = 5;

    [Description("the pull-off force from materials instead of as given")]
    public AdhesionOptions Adhesion { get; init; } = new();

    [Description("slow wetting of the agglomerates' inside")]
    public WettingOptions Wetting { get; init; } = new();

    /// <summary>Pull-off force between two primaries of the reference diameter, N: as given or computed.</summary>
    public double PullOff => Adhesion.Source == AdhesionSource.Given ? PullOffForce : Computed(Adhesion.WetWork);

    /// <summary>The same where the solution has not come between them yet, N.</summary>
    public double DryPullOff => Adhesion.Source == AdhesionSource.Given ? Wetting.DryToWet * PullOffForce : Computed(Adhesion.DryWork);

    /// <summary>The stronger of the two where some contacts are dry, N.</summary>
    public double StrongestPullOff => Wetting.Delayed ? Math.Max(PullOff, DryPullOff) : PullOff;

    /// <summary>Pull-off force per reduced radius, N/m: F_c = 2π w R* with R* = d/4 for two equal spheres of diameter d.</summary>
    public double PullOffPerReducedRadius => PullOff / (ReferenceDiameter / 4);

    /// <summary>Work of adhesion w = F_c/(2πR*), J/m².</summary>
    public double WorkOfAdhesion => PullOffPerReducedRadius / (2 * Math.PI);

    /// <summary>The same with a given pull-off force in the solution, dry contacts stronger in the proportion that they have now.</summary>
    public InteractionOptions Holding(double pullOff) => this with
    {
        PullOffForce = pullOff,
        Adhesion = Adhesion with { Source = AdhesionSource.Given, StericThickness = 0, StericSpacing = null },
        Wetting = Wetting with { DryToWet = PullOff > 0 ? DryPullOff / PullOff : Wetting.DryToWet },
    };

    private double Computed(double work) =>
        Adhesion.PullOffPerReducedRadius(work, ReferenceDiameter / 4, MaterialCatalog.Silicon.PlaneStrainModulus / 2) * (ReferenceDiameter / 4);
}
