using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>Numbers of a small set of points in an open window of 10 by 7, computed once with numpy 1.24 and scipy 1.10 from the formulas, not with this program.</summary>
/// <remarks>
/// The points: (10 frac(i√2)^1.3, 7 frac(i√3)), i = 1…60. Voronoi areas: scipy.spatial.Voronoi of the points and their mirror images in the four sides, areas by ConvexHull. Triangles: scipy.spatial.Delaunay,
/// those whose circumcentre lies in the window, each at its three corners. K: all pairs by broadcasting, translation correction. Neighbours: cKDTree. Cells: histogram2d, 3 by 2. Deviations over n − 1.
/// </remarks>
public sealed class PlainPointReferenceTests
{
    private const int Count = 60;
    private const double Wide = 10;
    private const double High = 7;

    private static readonly PointSample Points = PointSample.Plane(Wide, High, false, false, [.. Enumerable.Range(1, Count).Select(i => new Vector3d(Wide * Math.Pow(i * Math.Sqrt(2) % 1, 1.3), High * (i * Math.Sqrt(3) % 1), 0))], []);

    [Fact]
    public void Voronoi_cells_and_Delaunay_triangles_are_scipys()
    {
        var cells = VoronoiCells.Of(Points);
        Assert.Equal(Wide * High, cells.Measures.Sum(), 1e-9);
        Assert.Equal(0.43398082570051455, cells.Variation, 1e-9);
        Assert.Equal(328, cells.Faces.Sum());
        Assert.Equal(3 * 88, cells.Triangles.Sum(t => t.Length));
        Assert.Equal(0.37104656026860705, cells.AreaDisorder, 1e-9);
    }

    [Theory]
    [InlineData(1, 0.7755842840888494)]
    [InlineData(2, 0.9637813179064565)]
    [InlineData(3, 5.8729587098784535)]
    [InlineData(4, 11.742893103951761)]
    public void Ripleys_function_is_numpys(int halves, double expected)
    {
        Assert.Equal(expected, PairCorrelation.Ripley(Points.Window, Points.Positions, 0.5, 4)[halves - 1], 1e-9);
        Assert.Equal(Math.Sqrt(expected / Math.PI) - (0.5 * halves), PointFunctions.CentredL(Points, 0.5, 4)[halves - 1], 1e-9);
    }

    [Fact]
    public void Neighbours_and_cells_are_scipys()
    {
        double[] nearest = NearestNeighbours.Distances(Points.Window, Points.Positions, Points.Spacing);
        Assert.Equal(0.5742617215619348, nearest.Average(), 1e-9);
        Assert.Equal(1.0633260887040552, PointStatistics.NearestNeighbourIndexOf(Points, nearest), 1e-9);
        var cells = QuadratCounts.Of(Points, 3, 2, 1);
        Assert.Equal(0.8, cells.VarianceToMean, 1e-12);
        Assert.Equal(0.9830508474576272, cells.Morisita, 1e-12);
    }

    /// <summary>Circles of radii 0.5 + 0.495 sin²i, i = 1…200, in ten classes: the triangular system by numpy.linalg.solve, the classes from the first negative one down being none.</summary>
    [Fact]
    public void Spheres_of_circles_are_those_of_the_triangular_system()
    {
        (double Radius, double PerVolume)[] spheres = SectionRadii.Spheres([.. Enumerable.Range(1, 200).Select(i => 0.5 + (0.495 * Math.Pow(Math.Sin(i), 2)))], 1);
        (double Radius, double PerVolume)[] expected = [(0.5969941827196037, 60.7110865), (0.6964932131728709, 19.96180344), (0.7959922436261382, 7.33545069), (0.8954912740794054, 9.49046299), (0.9949903045326727, 68.01839293)];
        Assert.Equal(expected.Length, spheres.Length);
        Assert.All(expected.Zip(spheres), p =>
        {
            Assert.Equal(p.First.Radius, p.Second.Radius, 1e-12);
            Assert.Equal(p.First.PerVolume, p.Second.PerVolume, 1e-7);
        });
    }
}
