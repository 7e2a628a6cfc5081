using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>From the circles of a section to the diameters of the spheres: populations that are known, cut by a plane.</summary>
public sealed class SphereDiameterTests
{
    private const double Pixel = 1e-8;

    /// <summary>Pixels from circle to circle, circles along an edge, diameters of spheres in pixels.</summary>
    private const int Pitch = 72, Side = 30, Small = 28, Large = 56;

    /// <summary>A plane cuts equal spheres of diameter D in circles of π/4 D in the mean, 9π/32 D weighted with their area and 128/(45π) D with their volume; all three mean diameters of the spheres are D. Sizes of two kinds of spheres are weighted means of both.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.75)]
    public void Means_of_spheres_are_found_from_their_circles(double smallShare)
    {
        MicrographStudy study = MicrographStudy.Of([Micrograph.Of(Section(smallShare), Options)], Options, 19, stop: TestContext.Current.CancellationToken);
        double Moment(int power) => (smallShare * Math.Pow(Small, power)) + ((1 - smallShare) * Math.Pow(Large, power));
        double Circle(int power) => power switch { 1 => Math.PI / 4, 2 => 2 / 3.0, 3 => 3 * Math.PI / 16, _ => 8 / 15.0 } * Moment(power + 1);
        Check("mean diameter", Circle(1) / Moment(1), 0.01);
        Check("area-weighted mean diameter", Circle(3) / Circle(2), 0.01);
        Check("volume-weighted mean diameter", Circle(4) / Circle(3), 0.01);
        Check("mean sphere diameter", Moment(1), 0.05);
        Check("area-weighted mean sphere diameter", Moment(3) / Moment(2), 0.01);
        Check("volume-weighted mean sphere diameter", Moment(4) / Moment(3), 0.01);

        void Check(string name, double expected, double tolerance)
        {
            Measurement found = study.Measured.Single(m => m.Name == name);
            Assert.Equal(expected * Pixel, found.Value, tolerance * expected * Pixel);
            Assert.NotNull(found.Interval);
        }
    }

    private static MicrographOptions Options { get; } = new() { PixelSize = Pixel, Labels = [1], LeastDiameter = 2, Threads = 2 };

    /// <summary>Circles far from each other, as labels: a sphere is cut with a chance as its diameter, at places spread evenly along it, so that circles have the moments of the population and no scatter.</summary>
    private static GreyImage Section(double smallShare)
    {
        var random = new RandomStream(3, StreamName.MonteCarlo);
        int all = Side * Side, small = (int)Math.Round(all * smallShare * Small / ((smallShare * Small) + ((1 - smallShare) * Large)));
        const int edge = Pitch * Side;
        float[] values = new float[edge * edge];
        for (int k = 0; k < all; k++)
        {
            (int of, int number, int diameter) = k < small ? (small, k, Small) : (all - small, k - small, Large);
            double circle = diameter / 2.0 * Math.Sqrt(1 - Math.Pow((number + 0.5) / of, 2)), x = (k % Side * Pitch) + (Pitch / 2.0) + random.NextDouble(), y = (k / Side * Pitch) + (Pitch / 2.0) + random.NextDouble();
            for (int b = (int)(y - circle); b <= y + circle; b++)
            {
                for (int a = (int)(x - circle); a <= x + circle; a++)
                {
                    values[(b * edge) + a] = Math.Pow(a + 0.5 - x, 2) + Math.Pow(b + 0.5 - y, 2) < circle * circle ? 1 : values[(b * edge) + a];
                }
            }
        }

        return new(edge, edge, values, null);
    }
}
