using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>How often part b of the uniformity rule decides rightly, on random hard spheres in place of the process: 8 replicates of 48 windows, three null films each.</summary>
public sealed class UniformityCalibrationTests
{
    private const int Repeats = 20, Replicates = 8, Nulls = 3, Primaries = 240;
    private const double Width = 8, Radius = 0.5;

    // Centre and its twelve neighbours in closest packing.
    private static readonly Vector3d[] Agglomerate = [default, .. from a in new[] { -1, 1 } from b in new[] { -1, 1 } from d in new[] { new Vector3d(a, b, 0), new(a, 0, b), new(0, a, b) } select d * (2 * Radius / Math.Sqrt(2))];

    [Fact]
    public void Layers_made_by_the_process_null_itself_are_found_even_in_at_least_80_percent()
    {
        Condition[] outcomes = Outcomes(agglomerates: 0);

        Assert.True(outcomes.Count(o => o == Condition.Met) >= 0.8 * Repeats, $"{outcomes.Count(o => o == Condition.Met)} of {Repeats}");
        Assert.DoesNotContain(Condition.NotMet, outcomes);
    }

    [Fact]
    public void Layers_with_most_primaries_in_agglomerates_of_thirteen_are_found_even_in_at_most_5_percent()
    {
        Condition[] outcomes = Outcomes(agglomerates: 14);
        Assert.True(outcomes.Count(o => o == Condition.Met) <= 0.05 * Repeats, $"{outcomes.Count(o => o == Condition.Met)} of {Repeats}");
    }

    private static Condition[] Outcomes(int agglomerates)
    {
        var random = new RandomStream(2026, StreamName.MonteCarlo, agglomerates);
        return [.. Enumerable.Range(0, Repeats).Select(_ => Outcome(random, agglomerates))];
    }

    private static Condition Outcome(RandomStream random, int agglomerates)
    {
        AnalysisResult result = Pooling.Pool([.. Enumerable.Range(0, Replicates).Select(_ => Made.Sample(Film(random, agglomerates), null, [.. Enumerable.Range(0, Nulls).Select(_ => Film(random, 0))]))]);
        return Criterion.AtMost(new ClaimThresholds().VarianceRatio).Judge(result.Find("quadrat variance ratio, 2 d50 windows")!.Interval!.Value);
    }

    private static ElectrodeState Film(RandomStream random, int agglomerates)
    {
        var placed = new List<Vector3d>();
        while (placed.Count < agglomerates * Agglomerate.Length)
        {
            TryPlace(Agglomerate, random, placed);
        }

        while (placed.Count < Primaries)
        {
            TryPlace([default], random, placed);
        }

        return Made.Film(Width, Width, Made.Particles([.. placed], Radius));
    }

    private static void TryPlace(Vector3d[] shape, RandomStream random, List<Vector3d> placed)
    {
        Domain domain = Domain.Film(Width, Width, Width);
        Vector3d at = new(Width * random.NextDouble(), Width * random.NextDouble(), Width * random.NextDouble());
        Vector3d[] wanted = [.. shape.Select(d => domain.Wrap(at + d))];
        if (wanted.All(p => p.Z >= Radius && p.Z <= Width - Radius && placed.All(q => domain.Nearest(p - q).LengthSquared >= 4 * Radius * Radius)))
        {
            placed.AddRange(wanted);
        }
    }
}
