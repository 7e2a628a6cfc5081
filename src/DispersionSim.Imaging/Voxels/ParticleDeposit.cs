using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>Spheres on the grid: first each at its place, then what overlap took from a sphere is given back at its free rim.</summary>
internal sealed class ParticleDeposit(FilmGeometry film, VoxelCanvas canvas)
{
    private const double MostMissing = 1e-3;

    private readonly double size = canvas.Grid.Size;
    private readonly double[] missing = new double[film.Radius.Length];
    private readonly double[] level = new double[film.Radius.Length];

    /// <summary>Deposits all particles and returns the radius at which each ended on the grid, m.</summary>
    public double[] Run(int threads)
    {
        double widest = film.Radius.DefaultIfEmpty(0).Max();
        ColouredColumns.Run(film.Domain, film.Centre, widest + (3 * size), threads, () => Worker(Place));
        ColouredColumns.Run(film.Domain, film.Centre, Widest(widest) + (2 * size), threads, () => Worker(Grow));
        RefuseLosses();
        return level;
    }

    // After all threads are done, so that the first offender by index is named whatever their number.
    private void RefuseLosses()
    {
        for (int i = 0; i < missing.Length; i++)
        {
            if (missing[i] > MostMissing * Volume(i))
            {
                throw new SimulationException($"voxels: particle {film.State.Particles.PrimaryId[i]} overlaps its neighbours so far that {missing[i] / Volume(i):P1} of its volume finds no free place within half a radius; the structure is not relaxed");
            }
        }
    }

    private static double Widest(double radius) => 1.5 * radius;

    private double Volume(int i) => film.State.Particles.VolumeOf(i) / (size * size * size);

    private Action<int> Worker(Action<LevelSet, int> step)
    {
        var set = new LevelSet(canvas);
        return i => step(set, i);
    }

    private void Place(LevelSet set, int i)
    {
        double radius = film.Radius[i], volume = Volume(i);
        set.AroundPoint(film.Centre[i], double.NegativeInfinity, radius + (0.5 * size));
        level[i] = set.LevelOf(volume, radius - (0.5 * size), radius + (0.5 * size), clipped: false);
        missing[i] = volume - set.Deposit(level[i], PhaseOf(i), i);
    }

    private void Grow(LevelSet set, int i)
    {
        double volume = Volume(i);
        if (missing[i] <= 1e-5 * volume)
        {
            return;
        }

        // Near first: most overlaps are slight, and the wide surroundings are costly to collect.
        foreach (double limit in new[] { level[i] + (0.5 * size), Widest(film.Radius[i]) + (2 * size) })
        {
            set.AroundPoint(film.Centre[i], level[i], limit);
            double grown = set.LevelOf(missing[i], level[i], limit, clipped: true);
            missing[i] -= set.Deposit(grown, PhaseOf(i), i);
            level[i] = grown;
            if (missing[i] <= MostMissing * volume)
            {
                return;
            }
        }
    }

    private VoxelPhase PhaseOf(int i) => (VoxelPhase)film.State.Particles.Kind[i];
}
