namespace DispersionSim.Analysis;

/// <summary>Which way a set departs from its null.</summary>
public enum Departure
{
    /// <summary>Crowded, graded, or in agglomerates: not uniform.</summary>
    Uneven,

    /// <summary>More regular than chance: no defect.</summary>
    Regular,
}

/// <summary>One test of a set against simulations of its null.</summary>
/// <param name="Name">What was looked at.</param>
/// <param name="P">Share of the simulations, the set among them, at least as extreme.</param>
/// <param name="Effect">Size of the departure, in the test's own measure.</param>
/// <param name="Margin">Effect that still counts as uniform; NaN where none is declared.</param>
/// <param name="Departure">Its direction.</param>
public sealed record PointTest(string Name, double P, double Effect, double Margin, Departure Departure)
{
    /// <summary>Family-wise error of a battery.</summary>
    public const double Level = 0.05;

    /// <summary>Fewest simulations with which one of so many tests can reject: the least p, one over their number and one, must stand after correction.</summary>
    internal static int LeastSimulations(int tests) => (int)Math.Ceiling(tests / Level) - 1;

    /// <summary>p of a set that so many of the simulations are at least as extreme as, the set counted among them.</summary>
    internal static double Share(int extreme, int simulations) => (extreme + 1.0) / (simulations + 1);

    /// <summary>Begins what is said of a battery without a defect: that nothing was found, that what was found is regular, or that so few simulations could not find anything.</summary>
    internal static string Nothing(IReadOnlyList<PointTest> tests, int simulations) => simulations < LeastSimulations(tests.Count)
        ? $"{simulations} simulations cannot reject chance after correction for {tests.Count} tests ({LeastSimulations(tests.Count)} can)"
        : tests.Any(t => t.AdjustedP <= Level && t.Departure == Departure.Regular) ? "more regular than chance, which is no defect" : "no departure from chance found";

    /// <summary>p after Holm's correction for the number of tests.</summary>
    public double AdjustedP { get; init; } = 1;

    /// <summary>Whether it shows, at a family-wise error of 5 %, that a set is crowded, graded or in agglomerates.</summary>
    /// <remarks>A departure towards regularity is no defect, nor is one within the margin that is declared for its effect, however significant.</remarks>
    public bool IsDefect => AdjustedP <= Level && Departure == Departure.Uneven && !(Math.Abs(Effect) <= Margin);

    /// <summary>Adjusts a battery: the k-th smallest of m p-values counts (m − k + 1)-fold, and no less than the one before. Source: holm-1979.</summary>
    public static IReadOnlyList<PointTest> Adjust(IReadOnlyList<PointTest> tests)
    {
        double least = 0;
        PointTest[] ordered = [.. tests.OrderBy(t => t.P)];
        for (int k = 0; k < ordered.Length; k++)
        {
            least = Math.Min(1, Math.Max(least, (ordered.Length - k) * ordered[k].P));
            ordered[k] = ordered[k] with { AdjustedP = least };
        }

        return [.. tests.Select(t => ordered.First(o => o.Name == t.Name))];
    }
}
