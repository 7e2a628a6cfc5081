using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Nodules at random places of a periodic rectangle; their bases do not overlap.</summary>
/// <remarks>Base diameters are drawn evenly between the limits until their areas add up to the coverage, then placed one after another, the largest first, each at the first free place tried.</remarks>
public static class NoduleField
{
    private const int MostTries = 5000;

    /// <summary>Draws the nodules of a rectangle.</summary>
    /// <exception cref="InputException">The limits of the diameter contradict each other or leave no nodule that fits.</exception>
    public static IReadOnlyList<Nodule> Draw(NoduleOptions options, RandomStream random, double sizeX, double sizeY)
    {
        if (options.DiameterMinimum > options.DiameterMaximum)
        {
            throw new InputException($"foil.topography.nodules.diameter_minimum = {options.DiameterMinimum * 1e6:0.###} um: must not be more than diameter_maximum ({options.DiameterMaximum * 1e6:0.###} um).");
        }

        double largest = Math.Min(options.DiameterMaximum, Math.Min(sizeX, sizeY) / 2);
        if (options.Coverage > 0 && options.DiameterMinimum > largest)
        {
            throw new InputException($"foil.topography.nodules.diameter_minimum = {options.DiameterMinimum * 1e6:0.###} um: a patch of {sizeX * 1e6:0.##} x {sizeY * 1e6:0.##} um carries none wider than half of it ({largest * 1e6:0.###} um): take smaller nodules or more primaries.");
        }

        double[] radii = Radii(options.DiameterMinimum / 2, largest / 2, options.Coverage * sizeX * sizeY, random);
        var places = new DiscPlacement(sizeX, sizeY, largest);
        return [.. radii.OrderDescending().Select(r => Place(r, places, random)).OfType<(double X, double Y, double Radius)>().Select(p => new Nodule(p.X, p.Y, p.Radius, 2 * p.Radius * options.HeightRatio))];
    }

    /// <summary>Adds the nodules to a periodic surface.</summary>
    public static void AddTo(double[] heights, HeightMap grid, IReadOnlyList<Nodule> nodules)
    {
        foreach (Nodule nodule in nodules)
        {
            int lowX = (int)Math.Ceiling((nodule.X - nodule.BaseRadius) / grid.StepX), highX = (int)Math.Floor((nodule.X + nodule.BaseRadius) / grid.StepX);
            int lowY = (int)Math.Ceiling((nodule.Y - nodule.BaseRadius) / grid.StepY), highY = (int)Math.Floor((nodule.Y + nodule.BaseRadius) / grid.StepY);
            for (int y = lowY; y <= highY; y++)
            {
                for (int x = lowX; x <= highX; x++)
                {
                    double dx = (x * grid.StepX) - nodule.X, dy = (y * grid.StepY) - nodule.Y;
                    heights[PeriodicAxis.Wrap(x, grid.CountX) + (PeriodicAxis.Wrap(y, grid.CountY) * grid.CountX)] += nodule.HeightAt((dx * dx) + (dy * dy));
                }
            }
        }
    }

    /// <summary>Heights along a profile through nodules strewn over a strip about it, in metres over the foil between them.</summary>
    internal static double[] Along(NoduleOptions options, RandomStream random, int count, double step)
    {
        double[] heights = new double[count];
        if (options.Coverage <= 0)
        {
            return heights;
        }

        double width = 2 * options.DiameterMaximum;
        foreach (Nodule nodule in Draw(options, random, count * step, width))
        {
            double off = Math.Min(nodule.Y, width - nodule.Y);
            int low = (int)Math.Ceiling((nodule.X - nodule.BaseRadius) / step), high = (int)Math.Floor((nodule.X + nodule.BaseRadius) / step);
            for (int i = low; i <= high && off < nodule.BaseRadius; i++)
            {
                double dx = (i * step) - nodule.X;
                heights[PeriodicAxis.Wrap(i, count)] += nodule.HeightAt((dx * dx) + (off * off));
            }
        }

        return heights;
    }

    private static double[] Radii(double least, double most, double area, RandomStream random)
    {
        List<double> radii = [];
        while (area > 0)
        {
            double radius = least + ((most - least) * random.NextDouble()), own = Math.PI * radius * radius;
            // The last one is taken where it brings the sum nearer.
            if (own < 2 * area)
            {
                radii.Add(radius);
            }

            area -= own;
        }

        return [.. radii];
    }

    private static (double X, double Y, double Radius)? Place(double radius, DiscPlacement places, RandomStream random)
    {
        for (int i = 0; i < MostTries; i++)
        {
            if (places.TryAdd(random.NextDouble(), random.NextDouble(), radius) is { } place)
            {
                return (place.X, place.Y, radius);
            }
        }

        return null;
    }
}
