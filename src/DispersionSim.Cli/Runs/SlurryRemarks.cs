using System.Globalization;
using DispersionSim.Core;

namespace DispersionSim.Cli;

/// <summary>What the user should know of how powders were sheared, a line each: boxes more dilute than asked, ultrasonic shear that does not hold for the largest agglomerate.</summary>
internal static class SlurryRemarks
{
    /// <summary>Share of the wanted solids below which a box counts as diluted; the same as where a recipe may not be (dilute = false).</summary>
    private const double AsAsked = 0.999;

    public static IEnumerable<string> Of(IReadOnlyList<ReplicateResult> replicates)
    {
        double wanted = Figures(replicates, "solids fraction wanted").FirstOrDefault();
        double[] reached = Figures(replicates, "solids fraction in the dispersion box"), diluted = [.. reached.Where(r => r < AsAsked * wanted)];
        if (diluted.Length > 0)
        {
            string extent = DisperseWords.Si(Figures(replicates, "largest agglomerate extent").Max(), "m");
            yield return Line($"dispersion box enlarged in {diluted.Length} of {reached.Length} replicates: solids fraction {Range(diluted)} instead of {wanted:0.####}, to make room for the largest agglomerate (extent up to {extent}); dispersion.dilute = false refuses such a powder");
        }

        double[] eddies = Figures(replicates, "largest agglomerate over Kolmogorov length");
        if (eddies.Any(e => e > 1))
        {
            yield return Line($"dispersion.equipment = \"ultrasonic\": the largest agglomerate is up to {eddies.Max():G3} times as large as the smallest eddies (Kolmogorov length {DisperseWords.Si(Figures(replicates, "Kolmogorov length")[0], "m")}): the shear rate √(ε/ν) does not hold for it; give less power_density or more viscosity");
        }
    }

    private static double[] Figures(IReadOnlyList<ReplicateResult> replicates, string name) =>
        [.. replicates.SelectMany(r => r.Stages).SelectMany(s => s.Outcome.Measurements).Where(m => m.Name == name).Select(m => m.Value)];

    private static string Range(double[] values)
    {
        string low = Line($"{values.Min():0.####}"), high = Line($"{values.Max():0.####}");
        return low == high ? low : $"{low} to {high}";
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
