using System.Globalization;

namespace DispersionSim.Benchmarks;

/// <summary>The runs of one integrator, seed by seed.</summary>
/// <param name="Runs">In the order of the seeds.</param>
/// <param name="Carried">Strain of the comparison over that of the runs: times and steps are carried on in proportion.</param>
internal sealed record Leg(Outcome[] Runs, double Carried)
{
    public double Seconds => Runs.Sum(r => r.Seconds) * Carried;

    public double Processor => Runs.Sum(r => r.Processor) * Carried;

    /// <summary>Time, steps, solves and fragments on one line.</summary>
    public string Described()
    {
        double steps = Runs.Average(r => (double)r.Steps), products = Runs.Average(r => r.Products), chosen = Runs.Average(r => (double)r.Chosen);
        string fragments = Carried > 1 ? "" : Line($"; mean fragment {Runs.Average(r => r.MeanFragment):F2} ± {StandardError(r => r.MeanFragment):F2}, fragments {string.Join(' ', Runs.Select(r => r.Fragments))}");
        string solves = steps > chosen ? Line($", {products / (steps - chosen):F1} products an implicit one") : "";
        return Line($"{Seconds:F2} s (CPU {Processor:F2} s), {steps * Carried:F0} steps, {100 * chosen / steps:F0} % explicit{solves}{fragments}");
    }

    /// <summary>Ratio of the twin's time to this one's, and how far apart their fragments are: the same seeds side by side.</summary>
    public string Against(Leg twin)
    {
        string ratio = Line($"ratio of time {twin.Seconds / Seconds:F1} (CPU {twin.Processor / Processor:F1})");
        if (twin.Carried > Carried)
        {
            return ratio + "; fragments not compared";
        }

        double mean = twin.Runs.Average(r => r.MeanFragment);
        double[] apart = [.. Runs.Zip(twin.Runs, (own, other) => (own.MeanFragment - other.MeanFragment) / mean)];
        return ratio + Line($"; mean fragment {100 * apart.Average():+0.0;-0.0} ± {100 * StandardError(apart):F1} % of the explicit one");
    }

    private double StandardError(Func<Outcome, double> value) => StandardError([.. Runs.Select(value)]);

    /// <summary>Of the mean; not a number for a single run.</summary>
    private static double StandardError(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / ((values.Length - 1) * (double)values.Length));
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
