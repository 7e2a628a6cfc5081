using System.Globalization;
using System.Text;
using DispersionSim.Core;
using DispersionSim.Imaging;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>The files of a map: functions as JSON, points as a table, a plot for each figure.</summary>
internal static class MapOutputs
{
    public static void Write(RunFolder folder, MapResult result)
    {
        AtomicFile.Write(folder.At(RunFileNames.Map), ToJson(result));
        WriteTable(folder.At(RunFileNames.MapTable), result);
        folder.WritePictures(RunFileNames.Plots, result.Plan.Study.Figures.Select(figure => result.Plan.Axes.Count == 1 ? Line(result, figure) : Plane(result, figure)));
    }

    public static byte[] ToJson(MapResult result) => new MetricsDocument([], [.. result.Plan.Figures.SelectMany(result.Curves)])
    {
        Extras =
        [
            ("points", result.Plan.Points.Count),
            ("points_not_made", result.Failed.Count),
            ("extrapolated", result.Extrapolated),
            .. result.Plan.Window.Claims.Count > 0 ? [("points_in_window", result.Inside), ("window", result.Plan.Window.Words)] : Array.Empty<(string, object)>(),
        ],
    }.ToJson();

    /// <summary>Knobs in SI, then of every figure its mean and the ends of the mean's 95 % interval, then 1 inside the window.</summary>
    private static void WriteTable(string path, MapResult result)
    {
        MapPlan plan = result.Plan;
        bool window = plan.Window.Claims.Count > 0;
        string[] figures = [.. plan.Figures.SelectMany(f => new[] { f, f + " low", f + " high" }).Select(n => n.Replace(' ', '_'))];
        GrainTableWriter.WriteNumbers(
            path,
            [.. plan.Axes.Select(a => a.Key), .. figures, .. window ? ["in_window"] : Array.Empty<string>()],
            plan.Points.Select((p, k) => (double[])[.. p.Values, .. plan.Figures.SelectMany(f => Row(result, k, f)), .. window ? [result.IsInside(k) ? 1 : 0] : Array.Empty<double>()]));
    }

    private static double[] Row(MapResult result, int point, string figure) =>
        [result.Mean(point, figure), result.Band(point, figure)?.Low ?? double.NaN, result.Band(point, figure)?.High ?? double.NaN];

    private static Picture Line(MapResult result, string figure)
    {
        MapAxis x = result.Plan.Axes[0];
        Curve curve = result.Curves(figure).Single() with { XName = x.Label, XUnit = x.ShownUnit, X = x.Shown, Name = "mean" };
        double? limit = result.Plan.Window.Conditions.Where(c => c.Figure == figure).Select(c => (double?)c.Limit).FirstOrDefault();
        return PlotRenderer.Png([curve], new(FileName(figure), Caption(result, figure)) { LogX = Ratios(x.Shown), Markers = true, Level = limit });
    }

    private static Picture Plane(MapResult result, string figure)
    {
        MapPlan plan = result.Plan;
        int[] points = [.. Enumerable.Range(0, plan.Points.Count)];
        string unit = result.UnitOf(figure);
        return ResponseMapRenderer.Png(new(FileName(figure), Caption(result, figure), plan.Axes[0].Drawn, plan.Axes[1].Drawn, figure, unit, [.. points.Select(k => result.Mean(k, figure))])
        {
            Inside = plan.Window.Claims.Count > 0 ? [.. points.Select(result.IsInside)] : null,
            Note = plan.Window.Claims.Count > 0 ? $"Outlined: {plan.Window.Words.Replace(": ", "\n", StringComparison.Ordinal)}" : "",
        });
    }

    private static string Caption(MapResult result, string figure) =>
        $"{char.ToUpperInvariant(figure[0])}{figure[1..]} against {string.Join(" and ", result.Plan.Axes.Select(a => a.Label))}; {Layers(result.Plan.Study.Replicates)} of {result.Plan.Recipe.Quality[result.Plan.Study.Quality].Primaries} primaries.";

    private static string Layers(int replicates) => replicates == 1 ? "one layer" : $"mean of {replicates} layers";

    /// <summary>"drying Péclet number" as "drying-peclet-number".</summary>
    private static string FileName(string figure) => new([.. figure.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
        .Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')]);

    /// <summary>Values that span more than a decade and are positive are read on a logarithmic axis.</summary>
    private static bool Ratios(double[] values) => values.Min() > 0 && values.Max() / values.Min() > 10;
}
