using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

public class BrittleBreakageTests
{
    [Fact]
    public void Row_of_spheres_breaks_in_its_middle_and_its_halves_in_theirs()
    {
        // Free draining, a straight row of n carries most in the middle, ∝ n²: 16 breaks into 8 + 8, then 4 + 4 and so on.
        Vector3d[] row = [.. Enumerable.Range(0, 16).Select(i => new Vector3d(0, 0, 2 * i))];
        var broken = BrittleBreakage.Of(new(row, [.. Enumerable.Range(0, 15).Select(i => (i, i + 1))]), a => a.FreeDraining());

        // Tension of a row of n: Σ over half of it of 6π·½·z = 3π·Σ(1, 3, …, n − 1) = 3π (n/2)².
        Assert.Equal(3 * Math.PI * 64, broken.Force, 1e-9);
        Assert.Equal([16], broken.Pieces(3 * Math.PI * 65));
        Assert.Equal([8, 8], broken.Pieces(3 * Math.PI * 17));
        Assert.Equal([4, 4, 4, 4], broken.Pieces(3 * Math.PI * 5));
        Assert.Equal(Enumerable.Repeat(1, 16), broken.Pieces(1));
        Assert.All(broken.Events(1), e => Assert.False(e.IsErosion));
    }

    [Fact]
    public void Losing_one_primary_in_ten_is_erosion_and_losing_more_is_rupture()
    {
        Assert.True(new BreakageEvent(100, 10).IsErosion);
        Assert.False(new BreakageEvent(100, 11).IsErosion);
    }

    [Fact]
    public void Pieces_hold_all_primaries_at_every_stress()
    {
        TreeAggregate aggregate = TreeAggregate.Build(64, new(1.8, 1.3), 2, 5)!;
        var broken = BrittleBreakage.Of(aggregate, a => a.Interacting(MobilityLevel.Forces));
        foreach (double threshold in new[] { 1e4, 300, 100, 30, 10, 1 })
        {
            Assert.Equal(64, broken.Pieces(threshold).Sum());
        }
    }
}
