using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>What a feedstock will hold, known before a primary is drawn.</summary>
/// <remarks>
/// The number of primaries times their mean volume, and the conductive powder that goes with that mass. A drawn powder scatters about it: the volume of
/// N lognormal primaries by √(exp(9 ln²σ_g) − 1)/√N, 6 % for 440 of σ_g 1.4, its cube root by a third of that.
/// </remarks>
/// <param name="Volume">Volume of all particles, m³.</param>
/// <param name="Masses">Active and conductive powder, kg.</param>
internal sealed record ExpectedPowder(double Volume, Ledger Masses)
{
    /// <summary>The powder of a recipe's feedstock.</summary>
    /// <param name="options">The recipe's powder.</param>
    /// <param name="primaries">Active primaries.</param>
    /// <param name="materials">Sizes, and ready-made aggregates where there are any.</param>
    public static ExpectedPowder Of(FeedstockOptions options, int primaries, Materials materials)
    {
        double volume = primaries * MeanVolume(options, materials), mass = ActiveDensity(options) * volume;
        double conductive = options.Conductive.MassFraction * mass;
        Species active = options.Material == ActiveMaterial.Silicon ? Species.Silicon : Species.SiliconAlloy;
        return new(volume + (conductive / options.Conductive.Density), Ledger.Empty.With(active, mass).With(Species.ConductivePowder, conductive));
    }

    /// <summary>Density of the active primaries, kg/m³.</summary>
    public static double ActiveDensity(FeedstockOptions options) =>
        options.Material == ActiveMaterial.Silicon ? MaterialCatalog.Silicon.Density.Value : options.AlloyDensity;

    /// <summary>Mean volume of an active primary, m³: those that come alone are drawn, the others too unless ready-made aggregates bring them.</summary>
    private static double MeanVolume(FeedstockOptions options, Materials materials)
    {
        double drawn = materials.Sizes.MeanVolume();
        if (materials.Aggregates.Count == 0)
        {
            return drawn;
        }

        double[] radii = [.. materials.Aggregates.SelectMany(a => ReadyMadeAggregate.From(a, options.AggregateDiameter).Radius)];
        double brought = 4.0 / 3 * Math.PI * AggregateShape.SumOfCubes(radii) / radii.Length;
        return (options.FreeFraction * drawn) + ((1 - options.FreeFraction) * brought);
    }
}
