using System.ComponentModel;
using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>The powder: its primaries, and the agglomerates they come in (recipe section <c>[feedstock]</c>).</summary>
public sealed record FeedstockOptions
{
    [Description("silicon or silicon-alloy")]
    public ActiveMaterial Material { get; init; } = ActiveMaterial.Silicon;

    [Description("name of the alloy, for reports")]
    public string AlloyName { get; init; } = "silicon alloy";

    /// <summary>Density of the alloy, kg/m³ (assumed; depends on the alloying element).</summary>
    [Unit("kg/m^3")]
    [Allowed(1000, 12000, Example = "3500 kg/m^3")]
    [Description("density of the alloy; used with material = silicon-alloy")]
    public double AlloyDensity { get; init; } = 3500;

    /// <summary>Mass of silicon that takes up lithium over the mass of the alloy (assumed; the rest of the alloy is inert).</summary>
    [Unit("-")]
    [Allowed(0, 1, MinimumExcluded = true, Example = "0.5")]
    [Description("mass share of the alloy that is silicon able to take up lithium; used with material = silicon-alloy")]
    public double AlloySiliconFraction { get; init; } = 0.5;

    /// <summary>D50 of the primaries by volume, m.</summary>
    [Unit("m")]
    [Allowed(5e-9, 50e-6, Example = "0.5 um")]
    [Description("median diameter of the primaries by volume")]
    public double VolumeMedianDiameter { get; init; } = 0.5e-6;

    /// <summary>σ_g of the lognormal; 1 = all primaries alike.</summary>
    [Unit("-")]
    [Allowed(1, 2, Example = "1.4")]
    [Description("geometric standard deviation of the primary diameter; 1 = all alike")]
    public double GeometricStandardDeviation { get; init; } = 1.4;

    [Description("measured size distribution of the primaries; replaces the lognormal")]
    [RecipePath]
    public string? DistributionFile { get; init; }

    /// <summary>Factor on every size of the distribution file.</summary>
    [Unit("-")]
    [Allowed(1e-6, 1e6, Example = "1")]
    [Description("factor on the sizes of the distribution file")]
    public double DistributionScale { get; init; } = 1;

    [Description("unit of the sizes in the distribution file where the file does not say, e.g. \"um\"")]
    public string? DistributionUnit { get; init; }

    [Allowed(2, 100000, Example = "20")]
    [Description("fewest primaries of an agglomerate")]
    public int AgglomerateSizeMinimum { get; init; } = 20;

    [Allowed(2, 100000, Example = "60")]
    [Description("most primaries of an agglomerate; sizes are uniform in between")]
    public int AgglomerateSizeMaximum { get; init; } = 60;

    /// <summary>Share of the agglomerated mass that comes as dense granules; the rest are fractal aggregates.</summary>
    [Unit("-")]
    [Allowed(0, 1, Example = "0.5")]
    [Description("share of the agglomerated mass as dense granules; the rest is fractal")]
    public double GranuleFraction { get; init; } = 0.5;

    [Description("how dense granules come to be: deposited (one primary after another, each on two or three others; packing to 0.55) or compacted (a loose granule pressed together; packing to 0.6)")]
    public GranuleMaking GranuleMaking { get; init; } = GranuleMaking.Deposited;

    /// <summary>Solids fraction inside a granule: see <see cref="AggregateShape.Packing"/>.</summary>
    [Unit("-")]
    [Allowed(0.3, 0.6, Example = "0.45")]
    [Description("solids fraction inside a dense granule; random close packing is 0.64")]
    public double GranulePacking { get; init; } = 0.45;

    [Description("how fractal aggregates come to be: tuned (to fractal_dimension and fractal_prefactor), diffusion-limited (about 1.78) or reaction-limited (about 2.05) aggregation")]
    public AggregateGrowth FractalGrowth { get; init; } = AggregateGrowth.Tuned;

    /// <summary>D_f in N = k_f (R_g/a)^D_f.</summary>
    [Unit("-")]
    [Allowed(1.7, 2.5, Example = "1.8")]
    [Description("fractal dimension of the fractal aggregates; used with fractal_growth = tuned")]
    public double FractalDimension { get; init; } = 1.8;

    /// <summary>k_f in N = k_f (R_g/a)^D_f.</summary>
    [Unit("-")]
    [Allowed(0.5, 2.5, Example = "1.3")]
    [Description("fractal prefactor of the fractal aggregates; used with fractal_growth = tuned")]
    public double FractalPrefactor { get; init; } = 1.3;

    /// <summary>Share of the agglomerates, by number, whose contacts are solid bridges.</summary>
    [Unit("-")]
    [Allowed(0, 1, Example = "0.2")]
    [Description("share of the agglomerates held by solid bridges instead of adhesion")]
    public double BridgedFraction { get; init; }

    /// <summary>Primaries of a fused aggregate inside an agglomerate that adhesion holds together; 1 for none.</summary>
    [Allowed(1, 1000, Example = "4")]
    [Description("primaries that solid bridges fuse into one piece inside agglomerates that adhesion holds together; 1 for none")]
    public int FusedSize { get; init; } = 1;

    /// <summary>Share of the primaries of soft agglomerates, by number, that are in fused pieces.</summary>
    [Unit("-")]
    [Allowed(0, 1, Example = "0.5")]
    [Description("share of the primaries of these agglomerates that are in fused pieces; used with fused_size above 1")]
    public double FusedFraction { get; init; } = 1;

    /// <summary>Share of the primaries, by number, that come alone.</summary>
    [Unit("-")]
    [Allowed(0, 1, Example = "0.1")]
    [Description("share of the primaries that come alone")]
    public double FreeFraction { get; init; }

    /// <summary>λ_b: radius of a bridge over the radius of the smaller of its two primaries.</summary>
    [Unit("-")]
    [Allowed(0, 1, MinimumExcluded = true, Example = "0.3")]
    [Description("radius of a solid bridge relative to the smaller primary")]
    public double BridgeRadiusRatio { get; init; } = 0.3;

    [Description("ready-made aggregates (x y z r, or MUSEN text) that replace the generated ones")]
    [RecipePath]
    public IReadOnlyList<string> AggregateFiles { get; init; } = [];

    /// <summary>D50 by volume to which each ready-made aggregate is scaled, m.</summary>
    [Unit("m")]
    [Allowed(5e-9, 50e-6, Example = "0.5 um")]
    [Description("median primary diameter by volume that ready-made aggregates are scaled to")]
    public double AggregateDiameter { get; init; } = 0.5e-6;

    [Description("conductive powder mixed in")]
    public ConductiveOptions Conductive { get; init; } = new();
}
