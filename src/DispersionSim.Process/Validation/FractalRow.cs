using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Row 12: aggregates follow N = k_f (R_g/a)^D_f over their sizes.</summary>
/// <remarks>The construction asks each merge for this R_g; the row shows that it gets it, with contacts and without overlap, for equal and for unequal primaries.</remarks>
public static class FractalRow
{
    private const int Largest = 512;

    public static ValidationResult Run(bool isLong)
    {
        var targets = new List<ValidationTarget>();
        var curves = new List<Curve>();
        foreach ((double dimension, double prefactor, double sigma) in new[] { (1.8, 1.3, 1.0), (1.8, 1.3, 1.4), (2.05, 1.0, 1.4), (1.7, 1.3, 1.4) })
        {
            FractalLaw asked = new(dimension, prefactor);
            (int Count, double Radius)[] points = [.. Sizes(isLong).SelectMany(size => Enumerable.Range(0, isLong ? 20 : 6).Select(k => (size, RelativeGyration(size, asked, sigma, k))))];
            FractalLaw found = FractalLaw.Fit(points);
            string name = $"D_f {dimension}, k_f {prefactor}, spread of sizes {sigma}";
            targets.Add(new(12, $"{name}: dimension", dimension, found.Dimension, 0.05, "moran-2019"));
            targets.Add(new(12, $"{name}: prefactor", prefactor, found.Prefactor, 0.1 * prefactor, "moran-2019"));
            if (sigma > 1)
            {
                IGrouping<int, (int Count, double Radius)>[] sizes = [.. points.GroupBy(p => p.Count)];
                curves.Add(Size($"D_f {dimension}, mean", sizes, g => g.Average(p => p.Radius)));
                curves.Add(Size($"D_f {dimension}, asked for", sizes, g => asked.RadiusOfGyration(g.Key, 1)));
            }
        }

        return new(targets, curves);
    }

    private static IEnumerable<int> Sizes(bool isLong)
    {
        for (int size = 16; size <= (isLong ? 4 * Largest : Largest); size *= 2)
        {
            yield return size;
        }
    }

    /// <summary>R_g over the geometric mean radius of one aggregate's primaries.</summary>
    private static double RelativeGyration(int size, FractalLaw law, double sigma, int k)
    {
        double[] radius = PrimarySizes.Lognormal(2, sigma).Draw(size, new(7, StreamName.PrimaryRadii, k + (100 * size)));
        Vector3d[] position = FractalAggregate.Build(radius, law, new(7, StreamName.FractalAggregate, k));
        return AggregateShape.RadiusOfGyration(position, radius) / AggregateShape.GeometricMeanRadius(radius);
    }

    private static Curve Size(string name, IGrouping<int, (int Count, double Radius)>[] sizes, Func<IGrouping<int, (int Count, double Radius)>, double> of) =>
        new(name, "radius of gyration over a", "-", "primaries", "-", [.. sizes.Select(of)], [.. sizes.Select(g => (double)g.Key)]);
}
