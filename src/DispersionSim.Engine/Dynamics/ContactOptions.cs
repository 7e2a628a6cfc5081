namespace DispersionSim.Engine;

/// <summary>What contacts need beside their normal law; SI.</summary>
public sealed record ContactOptions
{
    /// <summary>Coefficient of sliding friction.</summary>
    public double Friction { get; init; } = 0.4;

    /// <summary>Tangential over normal stiffness, 2(1 − ν)/(2 − ν).</summary>
    public double TangentialRatio { get; init; } = 0.876;

    /// <summary>Critical rolling displacement ξ_c, m.</summary>
    public double RollingDisplacement { get; init; } = 1e-9;

    /// <summary>Radius of the contact spot between spheres of reduced radius R*, divided by R*^(2/3), m^(1/3).</summary>
    public double ContactSpot { get; init; }

    /// <summary>Axial stiffness of a solid bridge (softened), N/m.</summary>
    public double BridgeStiffness { get; init; }

    /// <summary>Mean tensile strength of a solid bridge, Pa.</summary>
    public double BridgeTension { get; init; }

    /// <summary>Mean shear strength of a solid bridge, Pa.</summary>
    public double BridgeShear { get; init; }
}
