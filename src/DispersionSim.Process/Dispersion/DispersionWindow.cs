using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>A point of the window map.</summary>
/// <param name="Diameter">Diameter of the primaries, all alike, m.</param>
/// <param name="Stress">Shear stress μG, Pa.</param>
/// <param name="WorkOfAdhesion">w, J/m²; the pull-off force of two primaries is F_c = 2πwR* = πwa.</param>
public sealed record WindowPoint(double Diameter, double Stress, double WorkOfAdhesion)
{
    public double PullOffForce => Math.PI * WorkOfAdhesion * Diameter / 2;
}

/// <summary>What shear made of a small powder at a point of the window map.</summary>
/// <param name="Dispersed">Mass share of primaries that hold to no other of their agglomerate.</param>
/// <param name="Coarse">Mass share in fragments of more than five primaries.</param>
/// <param name="SurvivingBonds">Share of the powder's bonds that still hold.</param>
public sealed record WindowResult(WindowPoint Point, double Dispersed, double Coarse, double SurvivingBonds);

/// <summary>Where in stress and adhesion agglomerates come apart into primaries: small powders sheared, and the lines that theory draws.</summary>
/// <remarks>
/// Theory, all μG ∝ w at a given size. Pairs part at F_c/(C a²): C = 3π free-draining, which is what is simulated, 19.2 exact. An aggregate with hydrodynamic interaction begins to break at
/// F_c/(3.5 R_g²), R_g of its primaries by N = k_f (R_g/a)^D_f. Only stress, adhesion, size and strain matter (see <see cref="FlowHistory"/>): the viscosity is taken as 1 Pa s.
/// </remarks>
public static class DispersionWindow
{
    /// <summary>F_max/(μG R_g²) of rigid aggregates with Rotne–Prager–Yamakawa interaction.</summary>
    private const double AggregateTension = 3.5;

    /// <summary>Shears one small powder.</summary>
    /// <param name="recipe">Agglomerates, history and forces beside adhesion.</param>
    /// <param name="primaries">Active primaries.</param>
    /// <param name="point">Stress, adhesion and size.</param>
    /// <param name="context">Seed and stop signal.</param>
    public static WindowResult Simulate(ProcessRecipe recipe, int primaries, WindowPoint point, StageContext context)
    {
        FeedstockOptions feedstock = recipe.Feedstock with { VolumeMedianDiameter = point.Diameter, GeometricStandardDeviation = 1, Conductive = new() { MassFraction = 0 } };
        DispersionOptions dispersion = recipe.Dispersion with { Equipment = Equipment.Custom, RateSpread = null, ExtensionShare = null, History = [], ShearRate = point.Stress };
        SlurryOptions slurry = recipe.Slurry with { ZeroShearViscosity = 1, InfiniteShearViscosity = 1 };
        InteractionOptions interaction = recipe.Interaction.Holding(point.PullOffForce) with { ReferenceDiameter = point.Diameter };
        PrimarySizes sizes = PrimarySizes.Lognormal(point.Diameter, 1);
        ElectrodeState powder = new FeedstockStage(feedstock, primaries, dispersion.LargestSolidsFraction, sizes, []).Run(Pipeline.Nothing, context).State;
        StageResult sheared = new DispersionStage(dispersion, slurry, interaction).Run(powder, context);
        double Last(string curve) => sheared.Curves.First(c => c.Name == curve).Y[^1];
        return new(point, sheared.Curves.First(c => c.Name == "fragments by mass").Y[0], Last("coarse fragments"), Last("surviving feedstock bonds"));
    }

    /// <summary>Stress at which a touching pair of equal primaries parts, Pa.</summary>
    public static double PairStress(double diameter, double workOfAdhesion, double coefficient) =>
        new WindowPoint(diameter, 0, workOfAdhesion).PullOffForce / (coefficient * diameter * diameter / 4);

    /// <summary>Stress at which a fractal aggregate of a recipe's mean size begins to break, with hydrodynamic interaction, Pa.</summary>
    public static double AggregateStress(FeedstockOptions feedstock, double diameter, double workOfAdhesion)
    {
        int mean = (feedstock.AgglomerateSizeMinimum + feedstock.AgglomerateSizeMaximum) / 2;
        double gyration = new FractalLaw(feedstock.FractalDimension, feedstock.FractalPrefactor).RadiusOfGyration(mean, diameter / 2);
        return new WindowPoint(diameter, 0, workOfAdhesion).PullOffForce / (AggregateTension * gyration * gyration);
    }
}
