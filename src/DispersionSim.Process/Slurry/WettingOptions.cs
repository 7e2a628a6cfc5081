using System.ComponentModel;
using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>The solution needs time to come into an agglomerate: recipe section [interaction.wetting].</summary>
public sealed record WettingOptions
{
    [Description("whether agglomerates are dry inside when shearing begins")]
    public bool Delayed { get; init; }

    [Unit("-"), Allowed(1, 1000, Example = "6")]
    [Description("pull-off force of a dry contact over that of a wetted one; used with a given pull-off force (6: attraction at 0.165 nm over that at 0.4 nm)")]
    public double DryToWet { get; init; } = 6;

    [Unit("N/m"), Allowed(1e-3, 1, Example = "41 mN/m")]
    [Description("surface tension of the solution (NMP)")]
    public double SurfaceTension { get; init; } = 0.041;

    [Unit("-"), Allowed(0, 89, Example = "30")]
    [Description("contact angle in degrees")]
    public double ContactAngle { get; init; } = 30;

    [Unit("s"), Allowed(0, 1e6, Example = "0.01 s")]
    [Description("time that the powder is in the solution before shearing begins")]
    public double Soaking { get; init; }
}
