using System.ComponentModel;
using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>The limits that the claims are decided by; recipe section [claims]. What the claims' wording sets is named so, what the uniformity rule proposes is named so.</summary>
public sealed record ClaimThresholds
{
    [Description("Replicates that a measured condition needs before it can be met or not met (uniformity rule: at least 8 independent seeds).")]
    [Allowed(2, 10_000, Example = "8")]
    public int MinimumReplicates { get; init; } = 8;

    [Description("Mean diameter of the primaries: at most this in claim 1, less than this in claim 11 (wording of the claims: 1 um).")]
    [Unit("m"), Allowed(0, 1e-3, MinimumExcluded = true, Example = "1 um")]
    public double MeanDiameter { get; init; } = 1e-6;

    [Description("Largest share of the powder's bonds that may survive shearing (uniformity rule, a).")]
    [Unit("-"), Allowed(0, 1, Example = "0.05")]
    public double SurvivingBonds { get; init; } = 0.05;

    [Description("Largest mass share in pieces of one agglomerate with more than 5 primaries (uniformity rule, a).")]
    [Unit("-"), Allowed(0, 1, Example = "0.05")]
    public double FragmentMass { get; init; } = 0.05;

    [Description("Largest mass share in touching clusters of more than 50 primaries in the slurry (uniformity rule, a).")]
    [Unit("-"), Allowed(0, 1, Example = "0.05")]
    public double ClusterMass { get; init; } = 0.05;

    [Description("Largest ratio of the quadrat variance to the process null's (uniformity rule, b).")]
    [Unit("-"), Allowed(0, 100, MinimumExcluded = true, Example = "1.5")]
    public double VarianceRatio { get; init; } = 1.5;

    [Description("Largest difference of the depth slope from the process null's, either way (uniformity rule, c).")]
    [Unit("-"), Allowed(0, 12, MinimumExcluded = true, Example = "0.2")]
    public double DepthSlope { get; init; } = 0.2;

    [Description("Largest ratio of the binder share's variance between windows to the process null's (uniformity rule, d).")]
    [Unit("-"), Allowed(0, 100, MinimumExcluded = true, Example = "1.5")]
    public double BinderVarianceRatio { get; init; } = 1.5;

    [Description("Least binder share in the top and bottom thirds over the mean (uniformity rule, d).")]
    [Unit("-"), Allowed(0, 1, Example = "0.8")]
    public double ThirdOverMeanLow { get; init; } = 0.8;

    [Description("Largest binder share in the top and bottom thirds over the mean (uniformity rule, d).")]
    [Unit("-"), Allowed(1, 100, Example = "1.25")]
    public double ThirdOverMeanHigh { get; init; } = 1.25;

    [Description("Least share of the primaries that binder touches (uniformity rule, d, and claims 7 and 12).")]
    [Unit("-"), Allowed(0, 1, Example = "0.9")]
    public double BinderContact { get; init; } = 0.9;

    [Description("Least surface roughness Ra of the current collector (wording of claims 3, 4 and 10: 0.2 um).")]
    [Unit("m"), Allowed(0, 1e-3, MinimumExcluded = true, Example = "0.2 um")]
    public double Roughness { get; init; } = 0.2e-6;

    [Description("Binder remains where more than this fraction of the cured binder is left (own definition; claims 7, 10 and 12 give no figure).")]
    [Unit("-"), Allowed(0, 1, Example = "0.1")]
    public double BinderRemaining { get; init; } = 0.10;

    [Description("Fraction of the cured binder left that is reported as substantial; decides nothing (own definition).")]
    [Unit("-"), Allowed(0, 1, Example = "0.9")]
    public double SubstantialBinder { get; init; } = 0.9;

    [Description("Least degree of imidisation at which the binder is polyimide and no longer its precursor (own definition; claims 8 and 10 give no figure).")]
    [Unit("-"), Allowed(0, 1, Example = "0.95")]
    public double Imidisation { get; init; } = 0.95;
}
