using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>What the verdict on sections becomes when the pictures are cut otherwise: another threshold, a smaller window.</summary>
/// <remarks>A verdict that turns into its opposite is none: it reads inconclusive. One that turns inconclusive stands, for fewer particles see less; the reason names it.</remarks>
public static class SectionSensitivity
{
    /// <summary>Share of each edge of a picture that is kept in the middle.</summary>
    private const double Window = 0.8;

    /// <summary>The verdict with its sensitivity in the reason.</summary>
    /// <param name="images">The pictures.</param>
    /// <param name="found">The pictures, cut into particles by the options.</param>
    /// <param name="options">How they were cut.</param>
    /// <param name="simulations">Simulations of the null, for each way of cutting.</param>
    /// <param name="layers">Process-null layers whose sections are the null, cut into particles as the pictures are each time; random hard spheres where null.</param>
    /// <param name="report">Told the share that is done.</param>
    /// <param name="stop">Stops between simulations.</param>
    public static SectionVerdict Of(IReadOnlyList<GreyImage> images, IReadOnlyList<Micrograph> found, MicrographOptions options, int simulations, LayerSections? layers = null, Action<double>? report = null, CancellationToken stop = default)
    {
        (string Change, MicrographOptions Options, IReadOnlyList<GreyImage> Images)[] ways = [.. Ways(images, options)];
        SectionVerdict verdict = Decide(found, options, 0);
        (string Change, string Word)[] others = [.. ways.Select((w, k) => (w.Change, Try(w, k + 1)))];
        return With(verdict, others);

        SectionVerdict Decide(IReadOnlyList<Micrograph> cut, MicrographOptions how, int done) =>
            SectionVerdict.Of(cut, how, simulations, layers, share => report?.Invoke((done + share) / (ways.Length + 1)), stop);

        string Try((string Change, MicrographOptions Options, IReadOnlyList<GreyImage> Images) way, int done)
        {
            try
            {
                return Decide([.. way.Images.Select(i => Micrograph.Of(i, way.Options))], way.Options, done).Word;
            }
            catch (InputException)
            {
                return "no particles to tell from the rest";
            }
        }
    }

    /// <summary>The verdict, given the words of the others.</summary>
    /// <param name="verdict">The verdict on the pictures as cut.</param>
    /// <param name="others">What else was done, and the word it came to.</param>
    public static SectionVerdict With(SectionVerdict verdict, IReadOnlyList<(string Change, string Word)> others)
    {
        IEnumerable<string> differing = others.Where(o => o.Word != verdict.Word).Select(o => $"{o.Change}: {o.Word}");
        string kept = string.Join(", ", others.Where(o => o.Word == verdict.Word).Select(o => o.Change));
        string told = string.Join("; ", differing.Prepend(kept.Length > 0 ? $"the same {kept}" : "").Where(w => w.Length > 0));
        bool flips = others.Any(o => (verdict.Word, o.Word) is ("uniform", "not uniform") or ("not uniform", "uniform"));
        return verdict with
        {
            Others = others,
            Word = flips ? "inconclusive" : verdict.Word,
            Reason = (flips ? $"{verdict.Word} as cut, but the opposite otherwise: " : "") + verdict.Reason + (told.Length > 0 ? "; " + told : ""),
        };
    }

    private static IEnumerable<(string Change, MicrographOptions Options, IReadOnlyList<GreyImage> Images)> Ways(IReadOnlyList<GreyImage> images, MicrographOptions options)
    {
        if (options.Labels is null)
        {
            yield return ("with the threshold a tenth of the contrast lower", Shifted(-Micrograph.Shift), images);
            yield return ("with the threshold a tenth of the contrast higher", Shifted(Micrograph.Shift), images);
        }

        yield return (FormattableString.Invariant($"in the middle {100 * Window:F0} % of each edge"), options, [.. images.Select(Middle)]);

        MicrographOptions Shifted(double by) => options with { ThresholdShift = options.ThresholdShift + by };
    }

    private static GreyImage Middle(GreyImage image)
    {
        (int width, int height) = ((int)(Window * image.Width), (int)(Window * image.Height));
        (int left, int top) = ((image.Width - width) / 2, (image.Height - height) / 2);
        var values = new float[width * height];
        for (int y = 0; y < height; y++)
        {
            image.Values.AsSpan(((top + y) * image.Width) + left, width).CopyTo(values.AsSpan(y * width));
        }

        return image with { Width = width, Height = height, Values = values };
    }
}
