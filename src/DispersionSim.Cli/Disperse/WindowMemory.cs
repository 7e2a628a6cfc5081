using DispersionSim.Core;
using DispersionSim.IO;
using DispersionSim.Process;

namespace DispersionSim.Cli;

/// <summary>The points of a window map that are done, kept as each ends so that a stopped map goes on with the rest.</summary>
internal sealed class WindowMemory(string path, WindowPlan plan)
{
    private readonly FileStageMemory file = new(path, new(plan.Hash, plan.Recipe.Seed, WindowSession.Command), TimeSpan.Zero);
    private readonly Lock one = new();

    /// <summary>Fills in the results that were kept.</summary>
    public void Recall(WindowResult?[] results)
    {
        if (file.Recall() is not { } kept)
        {
            return;
        }

        IReadOnlyList<WindowPoint> points = plan.Points;
        int[] number = kept.Get<int>("point");
        (double[] dispersed, double[] coarse, double[] bonds) = (kept.Get<double>("dispersed"), kept.Get<double>("coarse"), kept.Get<double>("surviving-bonds"));
        for (int k = 0; k < number.Length; k++)
        {
            results[number[k]] = new(points[number[k]], dispersed[k], coarse[k], bonds[k]);
        }
    }

    /// <summary>Adds the result of a point, from any thread.</summary>
    public void Keep(WindowResult?[] results, int point, WindowResult result)
    {
        lock (one)
        {
            results[point] = result;
            int[] done = [.. Enumerable.Range(0, results.Length).Where(k => results[k] is not null)];
            double[] Column(Func<WindowResult, double> of) => [.. done.Select(k => of(results[k]!))];
            file.Keep(new ColumnBag().Set("point", done).Set("dispersed", Column(r => r.Dispersed)).Set("coarse", Column(r => r.Coarse)).Set("surviving-bonds", Column(r => r.SurvivingBonds)));
        }
    }

    /// <summary>The map is whole.</summary>
    public void Forget() => file.Forget();
}
