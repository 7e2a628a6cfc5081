using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>Binder on the grid: rings fill the necks from the axis outwards, films thicken from the particles' surface, each until its volume is placed.</summary>
internal sealed class BinderDeposit(FilmGeometry film, VoxelCanvas canvas, double[] particleLevel)
{
    private readonly double size = canvas.Grid.Size;
    private readonly BinderRing[] rings = film.State.Binder?.Rings ?? [];
    private double[] ringLeft = [];
    private double[] filmLeft = [];

    public void Run(int threads)
    {
        if (film.State.Binder is not { } binder)
        {
            return;
        }

        double widest = film.Radius.DefaultIfEmpty(0).Max(), reach = (3 * widest) + (4 * film.Coat.DefaultIfEmpty(0).Max()) + (4 * size);
        Neck[] necks = [.. rings.Select(NeckOf)];
        ringLeft = new double[rings.Length];
        filmLeft = [.. binder.FilmVolume.Select(v => v / (size * size * size))];
        ColouredColumns.Run(film.Domain, [.. necks.Select(n => film.Domain.Wrap(n.Middle))], reach, threads, () => RingWorker(necks));
        HandOver();
        ColouredColumns.Run(film.Domain, film.Centre, reach, threads, FilmWorker);
        Spread(filmLeft.Sum(), 1e-4 * binder.TotalVolume / (size * size * size));
    }

    // The middle lies half way between the two surfaces; J below 0 stands for the foil.
    private Neck NeckOf(BinderRing ring)
    {
        Vector3d from = film.Centre[ring.I];
        Vector3d d = ring.J >= 0 ? film.Domain.Nearest(film.Centre[ring.J] - from) : FoilFoot.Below(film.State.Foil, from, film.Radius[ring.I]) - from;
        double length = d.Length, near = film.Radius[ring.I], far = ring.J >= 0 ? film.Radius[ring.J] : 0, gap = length - near - far;
        Vector3d axis = length > 0 ? d / length : Vector3d.UnitZ;
        return new(from + (axis * (near + (gap / 2))), axis, Math.Abs(gap) / 2, far > 0 ? Math.Min(near, far) : near);
    }

    private Action<int> RingWorker(Neck[] necks)
    {
        var set = new LevelSet(canvas);
        return i =>
        {
            double volume = rings[i].Volume / (size * size * size), widest = film.Radius[rings[i].I] + size;
            double guess = BinderLayout.RingRadius(rings[i].Volume, film.Radius[rings[i].I]) + (0.75 * size);
            foreach (double limit in new[] { Math.Min(guess, widest), widest })
            {
                set.AroundAxis(necks[i].Middle, necks[i].Axis, necks[i].HalfSpan(limit), limit);
                double level = set.LevelOf(volume, -size, limit, clipped: true);
                if (level < limit || limit >= widest)
                {
                    ringLeft[i] = volume - set.Deposit(level, VoxelPhase.Binder, -1);
                    return;
                }
            }
        };
    }

    // What a neck cannot hold wets the particles it joins.
    private void HandOver()
    {
        for (int i = 0; i < rings.Length; i++)
        {
            int other = rings[i].J >= 0 ? rings[i].J : rings[i].I;
            filmLeft[rings[i].I] += ringLeft[i] / 2;
            filmLeft[other] += ringLeft[i] / 2;
        }
    }

    private Action<int> FilmWorker()
    {
        var set = new LevelSet(canvas);
        return i =>
        {
            double volume = filmLeft[i], inner = particleLevel[i], coat = film.Coat[i];
            if (volume <= 0)
            {
                return;
            }

            foreach (double limit in new[] { inner + (1.5 * coat) + (0.3 * size), inner + (4 * coat) + film.Radius[i] })
            {
                set.AroundPoint(film.Centre[i], inner, limit);
                double level = set.LevelOf(volume, inner, limit, clipped: true);
                if (level < limit || limit > inner + film.Radius[i])
                {
                    filmLeft[i] = volume - set.Deposit(level, VoxelPhase.Binder, -1);
                    return;
                }
            }
        };
    }

    /// <summary>What found no place near its own particle thickens the binder everywhere, in proportion, where there is room.</summary>
    private void Spread(double left, double negligible)
    {
        for (int round = 0; round < 20 && left > negligible; round++)
        {
            double holds = 0;
            for (int v = 0; v < canvas.Grid.Count; v++)
            {
                holds += canvas.Free(v) > 0 ? canvas.Share(VoxelPhase.Binder, v) : 0;
            }

            double factor = holds > 0 ? left / holds : 0, given = 0;
            for (int v = 0; v < canvas.Grid.Count && factor > 0; v++)
            {
                given += canvas.Give(v, VoxelPhase.Binder, factor * canvas.Share(VoxelPhase.Binder, v));
            }

            left -= given;
        }
    }

    /// <summary>The neck of a contact: how far along the axis the gap reaches depends on how far from the axis one looks.</summary>
    private readonly record struct Neck(Vector3d Middle, Vector3d Axis, double HalfGap, double SmallerRadius)
    {
        public double HalfSpan(double distance) => HalfGap + SmallerRadius - Math.Sqrt(Math.Max(0, (SmallerRadius * SmallerRadius) - (distance * distance)));
    }
}
