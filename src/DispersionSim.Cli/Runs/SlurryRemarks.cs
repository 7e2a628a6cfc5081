using System.Globalization;
using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Cli;

/// <summary>What the user should know of how powders are sheared, a line each: thermal motion that will take long, boxes more dilute than asked, a fractal law that was missed, ultrasonic shear that does not hold for the largest agglomerate.</summary>
internal static class SlurryRemarks
{
    /// <summary>Share of the wanted solids below which a box counts as diluted; the same as where a recipe may not be (dilute = false).</summary>
    private const double AsAsked = 0.999;

    /// <summary>Deviation from the fractal prefactor asked for that is told.</summary>
    private const double ToldOff = 0.05;

    /// <summary>Steps of a replicate from which on they are told before it begins.</summary>
    private const double ToldSteps = 1e6;

    /// <summary>Steps a second and primary-steps a second of one thread, to judge by.</summary>
    private const double StepsPerSecond = 1e5;
    private const double PrimaryStepsPerSecond = 4e5;

    /// <summary>What the user should know before a long run begins.</summary>
    public static IEnumerable<string> Before(RunPlan plan, Materials materials)
    {
        double[] radius = materials.Sizes.Draw(plan.Level.Primaries, new(plan.Recipe.Seed, StreamName.PrimaryRadii));
        ThermalMotion thermal = ThermalMotion.Of(plan.Recipe.Dispersion, plan.Recipe.Slurry, plan.Recipe.Interaction, radius);
        if (!plan.Recipe.Stages.Contains("dispersion", StringComparer.Ordinal))
        {
            yield break;
        }

        double Seconds(double steps) => steps * ((1 / StepsPerSecond) + (radius.Length / PrimaryStepsPerSecond));
        string fine = DisperseWords.Si(2 * radius.Min(), "m");
        if (thermal.Steps > ToldSteps)
        {
            yield return Line($"thermal motion of primaries of {fine} and more takes about {thermal.Steps:G1} steps a replicate, some {Duration(Seconds(thermal.Steps))} each: give a greater dispersion.shear_rate or less strain, a wider step_motion, fewer small primaries, or brownian = \"off\"");
        }

        if (thermal.Misses)
        {
            yield return Line($"thermal motion would open a contact of primaries of {fine} some {thermal.Openings:G1} times in the run, which steps of this length do not show; dispersion.brownian = \"on\" follows it, in about {thermal.StepsToFollow:G1} steps a replicate, some {Duration(Seconds(thermal.StepsToFollow))} each");
        }
    }

    public static IEnumerable<string> Of(IReadOnlyList<ReplicateResult> replicates)
    {
        double wanted = Figures(replicates, "solids fraction wanted").FirstOrDefault();
        double[] reached = Figures(replicates, "solids fraction in the dispersion box"), diluted = [.. reached.Where(r => r < AsAsked * wanted)];
        if (diluted.Length > 0)
        {
            string extent = DisperseWords.Si(Figures(replicates, "largest agglomerate extent").Max(), "m");
            yield return Line($"dispersion box enlarged in {diluted.Length} of {reached.Length} replicates: solids fraction {Range(diluted)} instead of {wanted:0.####}, to make room for the largest agglomerate (extent up to {extent}); dispersion.dilute = false refuses such a powder");
        }

        double asked = Figures(replicates, "fractal prefactor wanted").FirstOrDefault();
        double[] prefactors = Figures(replicates, "fractal prefactor at the dimension wanted");
        double off = prefactors.Length > 0 ? Math.Abs((prefactors.Average() / asked) - 1) : 0;
        if (off > ToldOff)
        {
            yield return Line($"feedstock.fractal_prefactor = {asked}: the fractal aggregates have {prefactors.Average():0.00} at this dimension, {100 * off:0} % off, as near as spheres of these sizes come without overlap; give that, another fractal_dimension or a narrower size distribution");
        }

        double[] eddies = Figures(replicates, "largest agglomerate over Kolmogorov length");
        if (eddies.Any(e => e > 1))
        {
            yield return Line($"dispersion.equipment = \"ultrasonic\": the largest agglomerate is up to {eddies.Max():G3} times as large as the smallest eddies (Kolmogorov length {DisperseWords.Si(Figures(replicates, "Kolmogorov length")[0], "m")}): the shear rate √(ε/ν) does not hold for it; give less power_density or more viscosity");
        }
    }

    private static double[] Figures(IReadOnlyList<ReplicateResult> replicates, string name) =>
        [.. replicates.SelectMany(r => r.Stages).SelectMany(s => s.Outcome.Measurements).Where(m => m.Name == name).Select(m => m.Value)];

    private static string Duration(double seconds) => seconds switch
    {
        < 3600 => Line($"{seconds / 60:0} minutes"),
        < 86400 => Line($"{seconds / 3600:0} hours"),
        < 365 * 86400.0 => Line($"{seconds / 86400:0} days"),
        _ => Line($"{seconds / (365 * 86400.0):0} years"),
    };

    private static string Range(double[] values)
    {
        string low = Line($"{values.Min():0.####}"), high = Line($"{values.Max():0.####}");
        return low == high ? low : $"{low} to {high}";
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
