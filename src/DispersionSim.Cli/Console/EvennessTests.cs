using DispersionSim.Analysis;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>The tests of a battery in the shape that documents and pages have them.</summary>
internal static class EvennessTests
{
    /// <summary>The outcome of a battery.</summary>
    /// <param name="rejected">Whether it rejects uniformity.</param>
    /// <param name="word">Its verdict.</param>
    /// <param name="tests">The tests.</param>
    /// <param name="model">What chance was taken to be.</param>
    public static UniformityDocument Of(bool rejected, string word, IReadOnlyList<PointTest> tests, string model) =>
        new(rejected, word, [.. tests.Select(t => new UniformityTest(t.Name, t.P, t.AdjustedP, t.Effect, t.Margin) { Remark = Remark(t) })]) { Null = model };

    private static string Remark(PointTest t) => t switch
    {
        { IsDefect: true } => "rejects chance: not uniform",
        { AdjustedP: > PointTest.Level } => "no departure from chance shown",
        { Departure: Departure.Regular } => "more regular than chance: no defect",
        _ => "departs from chance, within its margin: no defect",
    };
}
