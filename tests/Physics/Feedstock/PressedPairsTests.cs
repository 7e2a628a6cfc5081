using System.Runtime.Intrinsics;
using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

/// <summary>The pairs between which pressed spheres repel, against counting every pair.</summary>
public class PressedPairsTests
{
    private const double Skin = 0.2;

    [Theory]
    [InlineData(1, 1.0, 10)]
    [InlineData(1, 1.0, 0)]
    [InlineData(2, 1.0, 1e-9)]
    [InlineData(300, 1.0, 6)]
    [InlineData(300, 1.0, 0)]
    [InlineData(400, 5.0, 12)]
    [InlineData(400, 20.0, 30)]
    [InlineData(400, 20.0, 3)]
    [InlineData(200, 3.0, 5000)]
    public void Every_pair_nearer_than_the_skin_is_found_once(int count, double ratio, double extent)
    {
        (Vector256<double>[] place, double[] radius) = Spheres(count, ratio, extent, Vector256.Create(1.0, 1, 1, 1));
        var pairs = new PressedPairs(place, radius);
        pairs.Renew();
        Assert.Equal(Counted(place, radius, Skin), pairs.Pairs.Order());
    }

    [Fact]
    public void Spheres_in_a_plane_a_line_and_at_one_place_are_found_too()
    {
        foreach (Vector256<double> ways in (ReadOnlySpan<Vector256<double>>)[Vector256.Create(1.0, 1, 0, 1), Vector256.Create(0.0, 1, 0, 1), Vector256<double>.Zero])
        {
            (Vector256<double>[] place, double[] radius) = Spheres(150, 4, 25, ways);
            var pairs = new PressedPairs(place, radius);
            pairs.Renew();
            Assert.Equal(Counted(place, radius, Skin), pairs.Pairs.Order());
        }
    }

    [Fact]
    public void None_that_touches_is_missing_while_spheres_move()
    {
        (Vector256<double>[] place, double[] radius) = Spheres(300, 6, 14, Vector256.Create(1.0, 1, 1, 1));
        var random = new RandomStream(7, StreamName.MonteCarlo);
        var pairs = new PressedPairs(place, radius);
        pairs.Renew();
        for (int step = 0; step < 60; step++)
        {
            for (int i = 0; i < radius.Length; i++)
            {
                place[i] += Vector256.Create(random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.5, 0) * 0.06;
            }

            pairs.RenewWhereMoved();
            Assert.Empty(Counted(place, radius, 0).Except(pairs.Pairs));
        }
    }

    private static IEnumerable<(int, int)> Counted(Vector256<double>[] place, double[] radius, double gap)
    {
        for (int i = 0; i < radius.Length; i++)
        {
            for (int j = i + 1; j < radius.Length; j++)
            {
                Vector256<double> d = place[i] - place[j];
                double reach = radius[i] + radius[j] + gap;
                if ((d[0] * d[0]) + (d[1] * d[1]) + (d[2] * d[2]) < reach * reach)
                {
                    yield return (i, j);
                }
            }
        }
    }

    /// <summary>Spheres anywhere in a cube about the origin, equal shares of ln r about 1; every tenth has the centre of the one before.</summary>
    private static (Vector256<double>[] Place, double[] Radius) Spheres(int count, double ratio, double extent, Vector256<double> ways)
    {
        var random = new RandomStream(3, StreamName.MonteCarlo);
        double[] radius = [.. Enumerable.Range(0, count).Select(_ => Math.Pow(ratio, random.NextDouble() - 0.5))];
        var place = new Vector256<double>[count];
        for (int i = 0; i < count; i++)
        {
            Vector256<double> at = Vector256.Create(random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.5, 0) * extent * ways;
            place[i] = i % 10 == 9 ? place[i - 1] : at;
        }

        return (place, radius);
    }
}
