using DispersionSim.Core;
using DispersionSim.Engine;
using MathNet.Numerics.Distributions;

namespace DispersionSim.Process;

/// <summary>Row 13: size of what is left of brittle aggregates against the shear stress, with and without hydrodynamic interaction.</summary>
/// <remarks>
/// Force ∝ N R_g free-draining and R_g² with interaction, so what holds a stress G has N ∝ G^(−D_f/(1+D_f)) or G^(−D_f/2).
/// N is the mass-weighted mean of all pieces; each tier is fitted over the decade-wide range of stress in which N falls from a quarter of the
/// aggregate to a few primaries. The difference of the tiers is taken aggregate by aggregate, with a Student interval.
/// The long form also lets the overdamped step carry brittle aggregates along (<see cref="MovingBreakage"/>).
/// </remarks>
public static class BrittleSizeRow
{
    private const ulong Seed = 13;
    private const double Dimension = 1.8;
    private const int MovingCount = 128;
    private const int MovingAggregates = 24;

    public static ValidationResult Run(bool isLong)
    {
        int count = isLong ? 512 : 256;
        TreeAggregate[] aggregates = Aggregates(count, isLong ? 24 : 12);
        var free = new BrittleSizes("T0", count, [.. aggregates.Select(a => BrittleBreakage.Of(a, t => t.FreeDraining()))]);
        var interacting = new BrittleSizes("T3", count, [.. aggregates.Select(a => BrittleBreakage.Of(a, t => t.Interacting(MobilityLevel.Forces)))]);
        var screened = new BrittleSizes("T1", count, [.. aggregates.Select(a => BrittleBreakage.Of(a, t => t.Screened()))]);
        double[] difference = [.. free.Each.Zip(interacting.Each, (f, i) => f - i)];
        double mean = difference.Average(), error = Math.Sqrt(difference.Sum(d => (d - mean) * (d - mean)) / (difference.Length - 1) / difference.Length);
        MovingSizes[] moving = isLong ? Moving() : [];
        double half = StudentT.InvCDF(0, 1, difference.Length - 1, 0.975) * error;
        return new(
        [
            new(13, "exponent of size against stress, tier T0", -Dimension / (1 + Dimension), free.Exponent, 0.08, "F ∝ N R_g"),
            new(13, "exponent of size against stress, tier T3", -Dimension / 2, interacting.Exponent, 0.08, "F ∝ R_g²"),
            new(13, "exponent of size against stress, tier T1", -Dimension / 2, screened.Exponent, 0.08, "F ∝ R_g²"),
            new(13, "difference of the tiers' exponents (at least 0.15)", (Dimension / 2) - (Dimension / (1 + Dimension)), free.Exponent - interacting.Exponent, 0.107, "F ∝ N R_g, F ∝ R_g²"),
            new(13, "half width of its 95 % interval (the interval must leave out 0)", 0, half, mean, "-"),
            new(13, "share of ruptures among breakages, tier T3 (open aggregates do not erode)", 1, interacting.RuptureShare, 0.1, "harshe-lattuada-2012"),
            .. moving.Zip(Laws, (m, law) => m.Target(law.Exponent, law.Words)),
        ],
        [free.Curve, screened.Curve, interacting.Curve, .. moving.Select(m => m.Curve)]);
    }

    private static readonly (double Exponent, string Words)[] Laws = [(-Dimension / (1 + Dimension), "F ∝ N R_g"), (-Dimension / 2, "F ∝ R_g²")];

    private static TreeAggregate[] Aggregates(int count, int number) =>
        [.. Enumerable.Range(0, number).Select(k => TreeAggregate.Build(count, new(Dimension, 1.3), Seed, k)).OfType<TreeAggregate>()];

    /// <summary>Tiers T0 and T1 with aggregates that the overdamped step carries along, each over the stresses in which rigid ones fall to a few primaries.</summary>
    private static MovingSizes[] Moving()
    {
        TreeAggregate[] aggregates = Aggregates(MovingCount, MovingAggregates);
        return
        [
            new(HydrodynamicTier.T0, aggregates, new BrittleSizes("T0", MovingCount, [.. aggregates.Select(a => BrittleBreakage.Of(a, t => t.FreeDraining()))])),
            new(HydrodynamicTier.T1, aggregates, new BrittleSizes("T1", MovingCount, [.. aggregates.Select(a => BrittleBreakage.Of(a, t => t.Screened()))])),
        ];
    }
}
