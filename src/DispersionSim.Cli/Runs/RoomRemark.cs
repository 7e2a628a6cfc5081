using System.Globalization;
using DispersionSim.Core;

namespace DispersionSim.Cli;

/// <summary>Says in one line that the boxes in which powders were sheared are more dilute than the recipe asks for, because their agglomerates need the room.</summary>
internal static class RoomRemark
{
    /// <summary>Share of the wanted solids below which a box counts as diluted; the same as where a recipe may not be (dilute = false).</summary>
    private const double AsAsked = 0.999;

    /// <summary>The line; none where every box is as full as asked.</summary>
    public static string? Of(IReadOnlyList<ReplicateResult> replicates)
    {
        double wanted = Figures(replicates, "solids fraction wanted").First();
        double[] reached = [.. Figures(replicates, "solids fraction in the dispersion box")], diluted = [.. reached.Where(r => r < AsAsked * wanted)];
        return diluted.Length == 0
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"dispersion box enlarged in {diluted.Length} of {reached.Length} replicates: solids fraction {Range(diluted)} instead of {wanted:0.####}, to make room for the largest agglomerate (extent up to {Quantity.Format(double.Parse($"{Figures(replicates, "largest agglomerate extent").Max():G3}", CultureInfo.InvariantCulture), "m")}); dispersion.dilute = false refuses such a powder");
    }

    private static IEnumerable<double> Figures(IReadOnlyList<ReplicateResult> replicates, string name) =>
        replicates.Select(r => r.Stages[0].Outcome.Measurements.First(m => m.Name == name).Value);

    private static string Range(double[] values)
    {
        string low = values.Min().ToString("0.####", CultureInfo.InvariantCulture), high = values.Max().ToString("0.####", CultureInfo.InvariantCulture);
        return low == high ? low : $"{low} to {high}";
    }
}
