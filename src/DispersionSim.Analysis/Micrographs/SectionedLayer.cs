using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>A layer of which vertical sections are taken, in the bulk of the film.</summary>
internal sealed class SectionedLayer
{
    private readonly MeasuredState film;

    public SectionedLayer(ElectrodeState state)
    {
        double median = state.Particles.VolumeMedianDiameter();
        film = new(state, new() { MedianDiameter = median, PairRange = median });
    }

    /// <summary>Length along which every section fits, whichever way it runs, m.</summary>
    public double Width => Math.Min(film.State.Domain.Size.X, film.State.Domain.Size.Y);

    /// <summary>Height of the bulk, m.</summary>
    public double Depth => film.BulkHigh - film.BulkLow;

    /// <summary>Circles of a section at a random place: x along it, y downwards, both from a corner of the window; those that reach into it are among them.</summary>
    /// <param name="random">Chooses the place.</param>
    /// <param name="width">Width of the window, m.</param>
    /// <param name="height">Its height, m.</param>
    public IReadOnlyList<(double X, double Y, double Radius)> Cut(RandomStream random, double width, double height)
    {
        (double sizeX, double sizeY) = (film.State.Domain.Size.X, film.State.Domain.Size.Y);
        bool alongX = random.NextDouble() < 0.5;
        (double length, double across) = alongX ? (sizeX, sizeY) : (sizeY, sizeX);
        double plane = across * random.NextDouble(), start = length * random.NextDouble(), top = film.BulkLow + height + ((Depth - height) * random.NextDouble());
        var circles = new List<(double, double, double)>();
        for (int i = 0; i < film.Count; i++)
        {
            Vector3d p = film.Positions[i];
            double off = (alongX ? p.Y : p.X) - plane;
            off -= across * Math.Round(off / across);
            double square = (film.Radii[i] * film.Radii[i]) - (off * off);
            if (square <= 0)
            {
                continue;
            }

            double radius = Math.Sqrt(square), y = top - p.Z, x = PeriodicAxis.Wrap((alongX ? p.X : p.Y) - start, length);
            foreach (double image in new[] { x - length, x })
            {
                if (image > -radius && image < width + radius && y > -radius && y < height + radius)
                {
                    circles.Add((image, y, radius));
                }
            }
        }

        return circles;
    }
}
