using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Size distribution of the active primaries: D[1,0] = Σd/n, D[4,3] = Σd⁴/Σd³, and the diameters below which 10, 50 and 90 % of the volume lies.</summary>
public sealed class PrimarySizes : IMetric
{
    private const string Source = "iso-9276-2";

    public static MetricRow NumberMean { get; } = new("mean diameter D[1,0]", "m", "Number mean of the diameters of the active primaries.", "> 0", Source);

    public static MetricRow VolumeMedian { get; } = new("median diameter D50,v", "m", "Diameter of the active primary at which half of the volume is reached, in order of size.", "> 0", Source);

    private static readonly MetricRow Lower = new("diameter D10,v", "m", "Diameter at which 10 % of the active volume is reached.", "> 0", Source);
    private static readonly MetricRow Upper = new("diameter D90,v", "m", "Diameter at which 90 % of the active volume is reached.", "> 0", Source);
    private static readonly MetricRow VolumeMean = new("mean diameter D[4,3]", "m", "Volume mean of the diameters, Σd⁴/Σd³.", "> 0", Source);

    public IReadOnlyList<MetricRow> Rows { get; } = [NumberMean, VolumeMedian, Lower, Upper, VolumeMean];

    public IEnumerable<Reading> Measure(MeasuredReplicate replicate)
    {
        double[] diameters = [.. replicate.Film.Radii.Select(r => 2 * r).Order()];
        return diameters.Length == 0
            ? []
            :
            [
                NumberMean.Read(diameters.Average()),
                VolumeMedian.Read(AtVolumeShare(diameters, 0.5)),
                Lower.Read(AtVolumeShare(diameters, 0.1)),
                Upper.Read(AtVolumeShare(diameters, 0.9)),
                VolumeMean.Read(diameters.Sum(d => d * d * d * d) / diameters.Sum(d => d * d * d)),
            ];
    }

    /// <summary>Diameter of the sphere at which a share of the volume is reached, m; the diameters in rising order.</summary>
    public static double AtVolumeShare(double[] diameters, double share)
    {
        double wanted = share * diameters.Sum(d => d * d * d), reached = 0;
        foreach (double d in diameters)
        {
            reached += d * d * d;
            if (reached >= wanted)
            {
                return d;
            }
        }

        return diameters[^1];
    }
}
