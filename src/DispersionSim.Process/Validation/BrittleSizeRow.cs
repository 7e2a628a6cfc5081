using DispersionSim.Core;
using DispersionSim.Engine;
using MathNet.Numerics.Distributions;

namespace DispersionSim.Process;

/// <summary>Row 13: size of what is left of brittle aggregates against the shear stress, with and without hydrodynamic interaction.</summary>
/// <remarks>
/// Force ∝ N R_g free-draining and R_g² with interaction, so what holds a stress G has N ∝ G^(−D_f/(1+D_f)) or G^(−D_f/2).
/// N is the mass-weighted mean of all pieces; each tier is fitted over the decade-wide range of stress in which N falls from a quarter of the
/// aggregate to a few primaries. The difference of the tiers is taken aggregate by aggregate, with a Student interval.
/// </remarks>
public static class BrittleSizeRow
{
    private const ulong Seed = 13;
    private const double Dimension = 1.8;
    private const double Smallest = 6;
    private const int Points = 24;

    public static ValidationResult Run(bool isLong)
    {
        int count = isLong ? 512 : 256;
        TreeAggregate[] aggregates = [.. Enumerable.Range(0, isLong ? 24 : 12).Select(k => TreeAggregate.Build(count, new(Dimension, 1.3), Seed, k)).OfType<TreeAggregate>()];
        var free = new Tier("T0", count, [.. aggregates.Select(a => BrittleBreakage.Of(a, t => t.FreeDraining()))]);
        var interacting = new Tier("T3", count, [.. aggregates.Select(a => BrittleBreakage.Of(a, t => t.Interacting(MobilityLevel.Forces)))]);
        var screened = new Tier("T1", count, [.. aggregates.Select(a => BrittleBreakage.Of(a, t => t.Screened()))]);
        double[] difference = [.. free.Each.Zip(interacting.Each, (f, i) => f - i)];
        double mean = difference.Average(), error = Math.Sqrt(difference.Sum(d => (d - mean) * (d - mean)) / (difference.Length - 1) / difference.Length);
        double half = StudentT.InvCDF(0, 1, difference.Length - 1, 0.975) * error;
        return new(
        [
            new(13, "exponent of size against stress, tier T0", -Dimension / (1 + Dimension), free.Exponent, 0.08, "F ∝ N R_g"),
            new(13, "exponent of size against stress, tier T3", -Dimension / 2, interacting.Exponent, 0.08, "F ∝ R_g²"),
            new(13, "exponent of size against stress, tier T1", -Dimension / 2, screened.Exponent, 0.08, "F ∝ R_g²"),
            new(13, "difference of the tiers' exponents (at least 0.15)", (Dimension / 2) - (Dimension / (1 + Dimension)), free.Exponent - interacting.Exponent, 0.107, "F ∝ N R_g, F ∝ R_g²"),
            new(13, "half width of its 95 % interval (the interval must leave out 0)", 0, half, mean, "-"),
            new(13, "share of ruptures among breakages, tier T3 (open aggregates do not erode)", 1, interacting.RuptureShare, 0.1, "harshe-lattuada-2012"),
        ],
        [free.Curve, screened.Curve, interacting.Curve]);
    }

    /// <summary>Breakage of all aggregates in one tier.</summary>
    private sealed class Tier
    {
        private readonly BrittleBreakage[] all;

        public Tier(string name, int count, BrittleBreakage[] all)
        {
            this.all = all;
            double[] stress = Range(count);
            double[] size = [.. stress.Select(s => MassMean(all, s))];
            Exponent = PowerLaw.Fit(stress, size).Exponent;
            Each = [.. all.Select(one => PowerLaw.Fit(stress, [.. stress.Select(s => MassMean([one], s))]).Exponent)];
            BreakageEvent[] events = [.. all.SelectMany(b => b.Events(1 / stress[^1]))];
            RuptureShare = events.Count(e => !e.IsErosion) / (double)events.Length;
            Curve = new($"tier {name}", "stress over F_c/a²", "-", "mass-mean primaries in a piece", "-", stress, size);
        }

        public double Exponent { get; }

        public double[] Each { get; }

        public double RuptureShare { get; }

        public Curve Curve { get; }

        private static double MassMean(BrittleBreakage[] aggregates, double stress)
        {
            double mass = 0, square = 0;
            foreach (int piece in aggregates.SelectMany(a => a.Pieces(1 / stress)))
            {
                mass += piece;
                square += (double)piece * piece;
            }

            return square / mass;
        }

        /// <summary>Stresses, evenly spaced in their logarithm, between which the mean size falls from a quarter to the smallest.</summary>
        private double[] Range(int count)
        {
            double from = Reaching(count / 4.0), to = Reaching(Smallest);
            return [.. Enumerable.Range(0, Points).Select(k => from * Math.Pow(to / from, k / (Points - 1.0)))];
        }

        private double Reaching(double size)
        {
            double low = 1e-8, high = 10;
            while (high / low > 1.001)
            {
                double middle = Math.Sqrt(low * high);
                (low, high) = MassMean(all, middle) > size ? (middle, high) : (low, middle);
            }

            return high;
        }
    }
}
