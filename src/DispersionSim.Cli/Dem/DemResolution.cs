using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Cli;

/// <summary>Whether overlaps were deep enough for the arithmetic that was chosen at the start.</summary>
internal static class DemResolution
{
    /// <summary>A line about contacts of the second half of a run that pressed less than can be told; null where there is nothing to say.</summary>
    /// <param name="system">The system that has run.</param>
    /// <param name="rows">The account, as columns of <see cref="DemEnergy.Columns"/>.</param>
    /// <param name="steps">Steps of the run.</param>
    public static string? Remark(GranularSystem system, IReadOnlyList<double[]> rows, long steps)
    {
        int touching = Column("coordination"), deepest = Column("largest_overlap");
        double[] late = [.. rows.Where(r => 2 * r[0] >= steps && r[touching] > 0).Select(r => r[deepest])];
        if (steps == 0 || late.Length == 0)
        {
            return null;
        }

        double least = system.LeastOverlap;
        string remedy = system.Overlaps == OverlapKind.Plain ? "run.overlaps = \"fine\" tells them" : "a smaller box or softer contacts would tell them";
        return late.Max() < least
            ? $"overlaps of the second half of the run, {Length(late.Max())} at most, are less than the {Length(least)} that can be told well: restitution of such contacts is off by more than 0.001; {remedy}"
            : null;
    }

    private static int Column(string name) => DemEnergy.Columns.TakeWhile(c => c != name).Count();

    private static string Length(double value) => Quantity.Rounded(value, "m", 2);
}
