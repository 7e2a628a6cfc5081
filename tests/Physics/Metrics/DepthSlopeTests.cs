using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Physics;

public sealed class DepthSlopeTests
{
    [Fact]
    public void An_even_layer_has_no_slope() =>
        Assert.Equal(0, Made.Value(Made.Sample(Made.Film(4, 8, Made.Particles(Made.Lattice(4, 8, 1.0), 0.4))), "depth slope"), 1e-12);

    /// <summary>z̄ = L/4 there, so that 12(z̄/L − ½) = −3.</summary>
    [Fact]
    public void Material_that_fills_the_lower_half_evenly_has_a_slope_of_minus_three() =>
        Assert.Equal(-3, Made.Value(Made.Sample(Made.Film(4, 8, Made.Particles(Made.Lattice(4, 4, 1.0), 0.4))), "depth slope"), 1e-12);

    /// <summary>Three quarters of the material in the lower half: z̄ = 3/8 L, slope −1.5; a step from 1.5 to 0.5 of the mean.</summary>
    [Fact]
    public void Three_quarters_of_the_material_in_the_lower_half_have_a_slope_of_minus_one_and_a_half()
    {
        double[] heights = [.. Enumerable.Range(0, 8).Select(k => k + 0.5)];
        Assert.Equal(-1.5, DepthSlope.Of(heights, heights.Select(z => z < 4 ? 1.5 : 0.5), 8), 1e-12);
    }

    /// <summary>For a density 1 + g(z/L − ½), whose top-minus-bottom over the mean is g, the slope is g: ∫z(1 + g(z − ½))dz = ½ + g/12.</summary>
    [Theory]
    [InlineData(0.4)]
    [InlineData(-1.2)]
    public void A_linear_profile_has_the_slope_of_its_ends(double g)
    {
        double[] heights = [.. Enumerable.Range(0, 1000).Select(k => (k + 0.5) / 1000)];
        Assert.Equal(g, DepthSlope.Of(heights, heights.Select(z => 1 + (g * (z - 0.5))), 1), 1e-5);
    }

    [Fact]
    public void The_difference_from_the_null_is_taken_replicate_by_replicate()
    {
        // Each film is its null moved up by 0.01 of the thickness: slope difference 0.12, without scatter, however much the films differ.
        ReplicateSample[] samples = [.. Enumerable.Range(0, 8).Select(k => Shifted((ulong)k))];
        Measurement difference = Pooling.Pool(samples).Find("depth slope minus null")!;

        Assert.Equal(0.12, difference.Value, 1e-9);
        Assert.Equal(0.12, difference.Interval!.Value.Low, 1e-9);
        Assert.Equal(0.12, difference.Interval.Value.High, 1e-9);
    }

    private static ReplicateSample Shifted(ulong seed)
    {
        Vector3d[] points = Made.Poisson(100, new(5, 5, 5), seed);
        Vector3d[] raised = [.. points.Select(p => p + new Vector3d(0, 0, 0.05))];
        return Made.Sample(Made.Film(5, 5, Made.Particles(raised, 0.2)), null, Made.Film(5, 5, Made.Particles(points, 0.2)));
    }
}
