using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>Local thickness against its definition, sphere by sphere.</summary>
public sealed class LocalThicknessTests
{
    [Theory]
    [InlineData(14, 13, 15)]
    [InlineData(1, 30, 33)]
    [InlineData(1, 1, 60)]
    public void Leaving_out_covered_spheres_changes_no_radius(int n0, int n1, int n2)
    {
        VoxelField field = Overlapping(n0, n1, n2);
        int[] squared = DistanceTransform.Squared(field, 1, 2);
        Assert.Equal(AllSpheres(field, squared), LocalThickness.Radii(field, squared, 2));
    }

    [Fact]
    public void A_ball_is_as_thick_everywhere_as_its_radius()
    {
        const int N = 41;
        byte[] labels = new byte[N * N * N];
        for (int at = 0; at < labels.Length; at++)
        {
            (int x, int y, int z) = ((at / (N * N)) - 20, (at / N % N) - 20, (at % N) - 20);
            labels[at] = (byte)((x * x) + (y * y) + (z * z) < 225 ? 1 : 0);
        }

        VoxelField field = new(labels, [N, N, N], 1);
        float[] radii = LocalThickness.Radii(field, DistanceTransform.Squared(field, 1, 2), 2);
        Assert.All(labels.Index(), v => Assert.Equal(v.Item == 1 ? 15 : 0, radii[v.Index]));
    }

    private static float[] AllSpheres(VoxelField field, int[] squared)
    {
        var radii = new float[field.Count];
        (int n1, int n2) = (field.Shape[1], field.Shape[2]);
        for (int centre = 0; centre < squared.Length; centre++)
        {
            for (int at = 0; at < squared.Length; at++)
            {
                int i = (at / (n1 * n2)) - (centre / (n1 * n2)), j = (at / n2 % n1) - (centre / n2 % n1), k = (at % n2) - (centre % n2);
                if ((i * i) + (j * j) + (k * k) < squared[centre])
                {
                    radii[at] = MathF.Max(radii[at], MathF.Sqrt(squared[centre]));
                }
            }
        }

        return radii;
    }

    /// <summary>Four voxels in a hundred at random outside, all others in the phase.</summary>
    private static VoxelField Overlapping(int n0, int n1, int n2)
    {
        RandomStream random = new(7, StreamName.PrimaryRadii);
        byte[] labels = [.. Enumerable.Range(0, n0 * n1 * n2).Select(_ => (byte)(random.NextDouble() < 0.04 ? 0 : 1))];
        return new(labels, [n0, n1, n2], 1);
    }
}
