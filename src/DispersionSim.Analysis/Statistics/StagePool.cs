using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Pools what the stages measured: mean and t interval over the replicates for each name.</summary>
public static class StagePool
{
    /// <summary>One pooled measurement a name, in the order in which the stages gave them.</summary>
    /// <param name="samples">The replicates; where a replicate has a name twice, the later stage's value counts.</param>
    /// <param name="taken">Names already given by the catalog; they are left out.</param>
    public static IEnumerable<Measurement> Of(IReadOnlyList<ReplicateSample> samples, IEnumerable<string> taken)
    {
        HashSet<string> done = [.. taken];
        foreach (string name in samples.SelectMany(s => s.StageMeasurements).Select(m => m.Name).Where(done.Add))
        {
            Measurement[] found = [.. samples.Select(s => s.StageMeasurements.LastOrDefault(m => m.Name == name)).OfType<Measurement>().Where(m => double.IsFinite(m.Value))];
            if (found.Length > 0)
            {
                yield return Pool(found);
            }
        }
    }

    private static Measurement Pool(Measurement[] found)
    {
        double[] values = [.. found.Select(m => m.Value)];
        return found[0] with { Value = values.Average(), Interval = StudentInterval.OfMean(values)?.Within(found[0].Bounds), Replicates = values.Length };
    }
}
