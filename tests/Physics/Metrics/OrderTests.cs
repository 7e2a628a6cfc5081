using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>Nothing lies more evenly than a lattice: it must not be called uneven for having many neighbours at a few distances.</summary>
public sealed class OrderTests
{
    private const int Side = 6;

    /// <summary>The spacing of a simple lattice is n̂^(−1/3), the reach of the crowding: six neighbours where chance gives 4.19.</summary>
    [Theory]
    [InlineData(0, 0, true)]
    [InlineData(0, 0.3, true)]
    [InlineData(0.05, 0.3, false)]
    public void Lattice_is_regular_and_no_defect(double jitter, double radius, bool periodic)
    {
        var random = new RandomStream(3, StreamName.MonteCarlo);
        double Off() => jitter * ((2 * random.NextDouble()) - 1);
        Vector3d[] places = [.. Enumerable.Range(0, Side * Side * Side).Select(k => new Vector3d((k % Side) + 0.5 + Off(), (k / Side % Side) + 0.5 + Off(), (k / Side / Side) + 0.5 + Off()))];
        PointSample sample = new(new(new(Side, Side, Side), periodic, periodic, periodic), 3, places, radius > 0 ? [.. places.Select(_ => radius)] : []);
        PointVerdict verdict = Run(sample);
        Assert.False(verdict.Rejected, string.Join(", ", verdict.Tests.Where(t => t.IsDefect).Select(t => t.Name)));
        Assert.StartsWith("more regular than chance", verdict.Nothing, StringComparison.Ordinal);
    }

    [Fact]
    public void Triangular_lattice_in_the_plane_is_regular_and_no_defect()
    {
        double row = Math.Sqrt(3) / 2;
        Vector3d[] places = [.. Enumerable.Range(0, 196).Select(k => new Vector3d((k % 14) + (0.5 * (k / 14 % 2)) + 0.25, ((k / 14) + 0.5) * row, 0))];
        PointVerdict verdict = Run(PointSample.Plane(14, 14 * row, true, true, places, []));
        Assert.False(verdict.Rejected);
        Assert.StartsWith("more regular than chance", verdict.Nothing, StringComparison.Ordinal);
    }

    /// <summary>Blocks of a lattice with gaps between them are agglomerates, however regular each is inside: a block of 3 × 3 × 3 in every second place of a coarse one.</summary>
    [Fact]
    public void Blocks_of_a_lattice_that_lie_apart_are_uneven()
    {
        Vector3d[] places =
        [
            .. from block in Enumerable.Range(0, 27).Where(b => b % 2 == 0)
               from k in Enumerable.Range(0, 27)
               select new Vector3d((6 * (block % 3)) + (k % 3) + 1, (6 * (block / 3 % 3)) + (k / 3 % 3) + 1, (6 * (block / 9)) + (k / 9) + 1),
        ];
        PointSample sample = new(Domain.FullyPeriodic(new(18, 18, 18)), 3, places, [.. places.Select(_ => 0.45)]);
        Assert.True(Run(sample).Rejected);
    }

    /// <summary>Dense groups among particles that keep their distances do not hide behind them: four groups of fifteen in gaps of a lattice of 512.</summary>
    [Fact]
    public void Dense_groups_in_a_lattice_are_found()
    {
        var random = new RandomStream(5, StreamName.MonteCarlo);
        Vector3d[] lattice = [.. Enumerable.Range(0, 512).Select(k => new Vector3d((k % 8) + 0.5, (k / 8 % 8) + 0.5, (k / 64) + 0.5))];
        Vector3d[] groups = [.. Enumerable.Range(0, 60).Select(k => new Vector3d(2 + (4 * (k / 15 % 2)), 2 + (4 * (k / 30)), 4) + (0.8 * new Vector3d(random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.5)))];
        PointVerdict verdict = Run(new(Domain.FullyPeriodic(new(8, 8, 8)), 3, [.. lattice, .. groups], []));
        Assert.Contains(verdict.Tests, t => t.Name == "crowding" && t.IsDefect);
    }

    private static PointVerdict Run(PointSample sample) =>
        PointBattery.Run(sample, PointNulls.Of("auto", sample), 119, 1, 2, stop: TestContext.Current.CancellationToken);
}
