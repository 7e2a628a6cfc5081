using ScottPlot;

namespace DispersionSim.Imaging;

/// <summary>Ticks of a logarithmic axis whose coordinates are powers of ten: decades labelled, and 2 and 5 as well where fewer than two decades are shown.</summary>
/// <param name="label">Words for a mantissa (1, 2 or 5) and an exponent.</param>
internal sealed class LogTicks(Func<int, int, string> label) : ITickGenerator
{
    private const double FewDecades = 2;
    private const int MostLabels = 8;

    public Tick[] Ticks { get; set; } = [];

    public int MaxTickCount { get; set; } = 1000;

    public void Regenerate(CoordinateRange range, Edge edge, PixelLength size, Paint paint, LabelStyle labelStyle)
    {
        (double low, double high) = (Math.Min(range.Min, range.Max), Math.Max(range.Min, range.Max));
        int[] labelled = high - low < FewDecades ? [1, 2, 5] : [1];
        int every = Math.Max(1, (int)Math.Ceiling((high - low) / MostLabels));
        Ticks = [.. All(low, high).Select(t => labelled.Contains(t.Mantissa) && t.Exponent % every == 0
            ? new Tick(t.At, label(t.Mantissa, t.Exponent), isMajor: true)
            : new Tick(t.At, "", isMajor: false))];
    }

    private static IEnumerable<(double At, int Mantissa, int Exponent)> All(double low, double high) =>
        from exponent in Enumerable.Range((int)Math.Floor(low), (int)Math.Ceiling(high) - (int)Math.Floor(low) + 1)
        from mantissa in Enumerable.Range(1, 9)
        let at = exponent + Math.Log10(mantissa)
        where at >= low && at <= high
        select (at, mantissa, exponent);
}
