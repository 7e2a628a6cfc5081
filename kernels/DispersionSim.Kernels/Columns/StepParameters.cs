using System.Runtime.InteropServices;

namespace DispersionSim.Kernels;

/// <summary>Everything a step needs to know beside the columns, in simulation units.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct StepParameters
{
    /// <summary>Time step.</summary>
    public float TimeStep;

    /// <summary>Box length per fixed-point unit along x, y, z.</summary>
    public Float4 Cell;

    /// <summary>Shift along the first axis for a full box along the second: X xy, Y xz, Z yx, W yz.</summary>
    public Float4 Tilt;

    /// <summary>The same, zx and zy.</summary>
    public Float4 TiltZ;

    /// <summary>Velocity gradient of the flow, rows.</summary>
    public Float4 GradientX;

    public Float4 GradientY;

    public Float4 GradientZ;

    /// <summary>Angular velocity of the flow, half its curl.</summary>
    public Float4 FlowSpin;

    /// <summary>Coefficient of sliding friction.</summary>
    public float Friction;

    /// <summary>Tangential over normal stiffness.</summary>
    public float TangentialRatio;

    /// <summary>Critical rolling displacement ξ_c.</summary>
    public float RollingDisplacement;

    /// <summary>Radius of the contact spot of a bare contact between particles of unit reduced radius; grows as R*^(2/3).</summary>
    public float ContactRadius;

    /// <summary>Bridge: normal stiffness over contact stiffness scale.</summary>
    public float BridgeStiffness;

    /// <summary>Bridge: tensile strength, stress.</summary>
    public float BridgeTension;

    /// <summary>Bridge: shear strength, stress.</summary>
    public float BridgeShear;

    /// <summary>Height of the platen or of the liquid's surface over the box's floor.</summary>
    public float TopHeight;

    /// <summary>Vertical velocity of the platen.</summary>
    public float TopVelocity;

    /// <summary>Height of the foil's mean plane over the box's floor.</summary>
    public float FoilLevel;

    /// <summary>Foil grid: points along x and y.</summary>
    public int FoilCountX;

    public int FoilCountY;

    /// <summary>Foil grid: points per length along x and y.</summary>
    public float FoilPerX;

    public float FoilPerY;

    /// <summary>Offset surfaces: how many radii, the smallest of them, and how many per length of radius.</summary>
    public int FoilRadii;

    public float FoilSmallest;

    public float FoilPerRadius;

    /// <summary>Index of the wall in particle columns.</summary>
    public int WallIndex;
}
