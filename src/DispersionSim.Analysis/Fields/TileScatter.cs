namespace DispersionSim.Analysis;

/// <summary>How much the share of a label differs from tile to tile, against the size of the tiles.</summary>
/// <param name="Window">Edge of the tiles, voxels.</param>
/// <param name="Tiles">Number of tiles.</param>
/// <param name="Mean">Mean share.</param>
/// <param name="Deviation">Standard deviation of the shares (over n − 1).</param>
public sealed record TileScatter(int Window, int Tiles, double Mean, double Deviation)
{
    /// <summary>Coefficient of variation.</summary>
    public double Variation => Mean > 0 ? Deviation / Mean : double.NaN;

    /// <summary>Danckwerts' intensity of segregation s²/(p(1−p)): 1 where tiles are all of one kind, 0 where all are alike (Danckwerts 1952).</summary>
    public double Intensity => Mean is > 0 and < 1 ? Deviation * Deviation / (Mean * (1 - Mean)) : double.NaN;

    /// <summary>The scatter at one size of tiles.</summary>
    public static TileScatter At(BoxCounts counts, int window)
    {
        BoxMoments m = counts.Tiles(window);
        double volume = counts.Volume(window), mean = m.Boxes == 0 ? double.NaN : m.Sum / m.Boxes / volume;
        double scatter = m.Squares - (m.Sum / m.Boxes * m.Sum);
        return new(window, (int)m.Boxes, mean, m.Boxes < 2 ? double.NaN : Math.Sqrt(Math.Max(0, scatter) / (m.Boxes - 1)) / volume);
    }

    /// <summary>The curve over sizes that leave at least eight tiles, each about a quarter larger than the one before.</summary>
    public static IReadOnlyList<TileScatter> Curve(VoxelField field, BoxCounts counts)
    {
        var curve = new List<TileScatter>();
        int longest = field.Axes.Select(a => field.Shape[a]).DefaultIfEmpty(1).Min();
        for (int window = 1; window <= longest; window = Math.Max(window + 1, window * 5 / 4))
        {
            TileScatter scatter = At(counts, window);
            if (scatter.Tiles >= 8)
            {
                curve.Add(scatter);
            }
        }

        return curve;
    }

    /// <summary>Smallest window from which on the coefficient of variation stays at or below a limit, voxels; null where it never does.</summary>
    public static int? HomogeneityLength(IReadOnlyList<TileScatter> curve, double limit = 0.05)
    {
        int last = curve.Count - 1;
        while (last >= 0 && curve[last].Variation <= limit)
        {
            last--;
        }

        return last < curve.Count - 1 ? curve[last + 1].Window : null;
    }
}
