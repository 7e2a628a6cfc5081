using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Circles that a plane cuts from random hard spheres: the null of a cross-section, which is neither points nor discs at random.</summary>
/// <remarks>
/// Sphere sizes come from the circles (<see cref="SectionRadii"/>); their number is such that they fill the share of the volume that the circles fill of the area (Delesse).
/// The box is periodic along all axes, for a picture's window cuts through a material that goes on, while spheres in a box of walls would crowd along these for want of neighbours beyond. It is so deep that spheres cut on one
/// side of the plane and the images of those cut on the other are two and a half mean diameters by volume apart, and never in each other's way: four of the largest, as it once was, show the same
/// ("Depth of a section's box" in docs/validation.md) and take half as long again. Two planes cut the same box in its quarters: each is a section like any other, and what they share is told there too.
/// </remarks>
public sealed class SectionNull : IPointNull
{
    /// <summary>Mean radii by volume between what is cut on one side of the plane and the image of what is cut on the other.</summary>
    private const double Apart = 5;

    /// <summary>Planes that cut a box, half its depth apart: no sphere is cut by two.</summary>
    private const int Planes = 2;

    private readonly PointSample sample;
    private readonly double depth;
    private readonly (double Radius, double Share)[] sizes;
    private readonly double meanVolume;

    public SectionNull(PointSample sample)
        : this(sample, sample.Radii)
    {
    }

    /// <summary>The null of a section of a material of which there are more sections.</summary>
    /// <param name="sample">The section: window and filled share.</param>
    /// <param name="circles">Radii of the circles of all of them, from which the sizes of the spheres come with less error than from one section's, m.</param>
    public SectionNull(PointSample sample, double[] circles)
    {
        this.sample = sample;
        (double Radius, double PerVolume)[] spheres = SectionRadii.Spheres(circles, sample.Measure);
        double all = spheres.Sum(s => s.PerVolume);
        sizes = [.. spheres.Select(s => (s.Radius, s.PerVolume / all))];
        double largest = sizes.Max(s => s.Radius), mean = sizes.Sum(s => s.Share * Math.Pow(s.Radius, 4)) / sizes.Sum(s => s.Share * Math.Pow(s.Radius, 3));
        depth = (2 * largest) + Math.Max(2 * largest, Apart * mean);
        meanVolume = sizes.Sum(s => s.Share * Volume(s.Radius));
    }

    public string Name => "sections of random hard spheres";

    public int SetsADrawing => Planes;

    public PointSample Draw(RandomStream random) => DrawSets(random)[0];

    public PointSample[] DrawSets(RandomStream random)
    {
        double[] radii = [.. Enumerable.Range(0, (int)Math.Round(sample.Fraction * sample.Measure * depth / meanVolume)).Select(_ => Size(random))];
        PointSample spheres = new(new(sample.Window.Size with { Z = depth }, true, true, true), 3, new Vector3d[radii.Length], radii);
        spheres = spheres with { Positions = HardSphereSampler.Draw(spheres, new WalledRoom(spheres), random) };
        return [.. Enumerable.Range(0, Planes).Select(k => Cut(spheres, (k + 0.5) / Planes * depth))];
    }

    /// <summary>The circles of a plane; no sphere reaches it across an end of the box.</summary>
    private PointSample Cut(PointSample spheres, double height)
    {
        (Vector3d Place, double Square)[] cut = [.. spheres.Positions.Zip(spheres.Radii, (p, r) => (p with { Z = 0 }, (r * r) - ((p.Z - height) * (p.Z - height)))).Where(c => c.Item2 > 0)];
        return sample with { Positions = [.. cut.Select(c => c.Place)], Radii = [.. cut.Select(c => Math.Sqrt(c.Square))] };
    }

    private static double Volume(double r) => 4 * Math.PI / 3 * r * r * r;

    private double Size(RandomStream random)
    {
        double u = random.NextDouble(), sum = 0;
        foreach ((double radius, double share) in sizes)
        {
            sum += share;
            if (u <= sum)
            {
                return radius;
            }
        }

        return sizes[^1].Radius;
    }
}
