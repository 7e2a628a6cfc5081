using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>How much the share of a label differs from tile to tile, against the size of the tiles.</summary>
/// <param name="Window">Edge of the tiles, voxels.</param>
/// <param name="Tiles">Number of tiles.</param>
/// <param name="Mean">Mean share.</param>
/// <param name="Deviation">Standard deviation of the shares (over n − 1).</param>
public sealed record TileScatter(int Window, int Tiles, double Mean, double Deviation)
{
    /// <summary>Coefficient of variation at and below which tiles count as alike.</summary>
    public const double Homogeneous = 0.05;

    /// <summary>Coefficient of variation.</summary>
    public double Variation => Mean > 0 ? Deviation / Mean : double.NaN;

    /// <summary>Danckwerts' intensity of segregation s²/(p(1−p)): 1 where tiles are all of one kind, 0 where all are alike (Danckwerts 1952).</summary>
    public double Intensity => Mean is > 0 and < 1 ? Deviation * Deviation / (Mean * (1 - Mean)) : double.NaN;

    /// <summary>Interval of the coefficient of variation, from blocks of tiles.</summary>
    public Interval? VariationInterval { get; init; }

    /// <summary>Interval of the intensity.</summary>
    public Interval? IntensityInterval { get; init; }

    /// <summary>The scatter at one size of tiles.</summary>
    public static TileScatter At(BoxCounts counts, int window)
    {
        BlockSums sums = counts.Tiles(window);
        double volume = counts.Volume(window);
        TileScatter Of(double[] s) => FromSums(s, window, volume);
        return Of(sums.Total) with { VariationInterval = sums.Interval(s => Of(s).Variation, ErrorScale.Logarithm), IntensityInterval = sums.Interval(s => Of(s).Intensity, ErrorScale.Logarithm) };
    }

    /// <summary>Intensity of segregation at one size of tiles.</summary>
    public static double IntensityAt(BoxCounts counts, int window) => FromSums(counts.Tiles(window).Total, window, counts.Volume(window)).Intensity;

    /// <summary>The curve over sizes that leave at least eight tiles, each about a quarter larger than the one before.</summary>
    public static IReadOnlyList<TileScatter> Curve(VoxelField field, BoxCounts counts) => [.. Windows(field).Select(w => At(counts, w))];

    /// <summary>Sizes of tiles of which at least eight fit, voxels.</summary>
    public static IReadOnlyList<int> Windows(VoxelField field)
    {
        var windows = new List<int>();
        int longest = field.Axes.Select(a => field.Shape[a]).DefaultIfEmpty(1).Min();
        for (int window = 1; window <= longest; window = Math.Max(window + 1, window * 5 / 4))
        {
            if (field.Axes.Aggregate(1L, (tiles, axis) => tiles * (field.Shape[axis] / window)) >= BlockSums.LeastBlocks)
            {
                windows.Add(window);
            }
        }

        return windows;
    }

    /// <summary>Smallest window from which on the coefficient of variation stays at or below a limit, voxels; null where it never does.</summary>
    public static int? HomogeneityLength(IReadOnlyList<TileScatter> curve, double limit = Homogeneous) => Below(curve, t => t.Variation, limit);

    /// <summary>Windows from which on the interval's lower and upper end stay below the limit; null where the upper never does.</summary>
    public static Interval? HomogeneityInterval(IReadOnlyList<TileScatter> curve, double limit = Homogeneous) =>
        Below(curve, t => t.VariationInterval?.High ?? t.Variation, limit) is { } high ? new(Below(curve, t => t.VariationInterval?.Low ?? t.Variation, limit) ?? high, high) : null;

    private static TileScatter FromSums(double[] s, int window, double volume)
    {
        (double tiles, double sum, double squares) = (s[0], s[1], s[2]);
        double scatter = squares - (sum / tiles * sum);
        return new(window, (int)tiles, sum / tiles / volume, tiles < 2 ? double.NaN : Math.Sqrt(Math.Max(0, scatter) / (tiles - 1)) / volume);
    }

    private static int? Below(IReadOnlyList<TileScatter> curve, Func<TileScatter, double> of, double limit)
    {
        int last = curve.Count - 1;
        while (last >= 0 && of(curve[last]) <= limit)
        {
            last--;
        }

        return last < curve.Count - 1 ? curve[last + 1].Window : null;
    }
}
