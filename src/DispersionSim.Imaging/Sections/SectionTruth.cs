using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>What each sample of a section is, exactly: the phase and the particle cut there.</summary>
internal sealed class SectionTruth
{
    private const float Bare = float.MaxValue;

    private readonly FilmGeometry film;
    private readonly SectionFrame frame;

    private SectionTruth(FilmGeometry film, SectionFrame frame)
    {
        (this.film, this.frame) = (film, frame);
        Phase = new VoxelPhase[frame.SampleWidth * frame.SampleHeight];
        Particle = new int[Phase.Length];
        Array.Fill(Particle, -1);
    }

    /// <summary>Phase of each sample, row by row from the top.</summary>
    public VoxelPhase[] Phase { get; }

    /// <summary>Index of the particle cut, −1 for none.</summary>
    public int[] Particle { get; }

    public static SectionTruth Of(FilmGeometry film, SectionFrame frame)
    {
        var truth = new SectionTruth(film, frame);
        truth.CutParticles();
        truth.CutFoil();
        truth.CutRings();
        truth.CutFilms();
        return truth;
    }

    // Where two pressed spheres overlap, a sample belongs to the one whose surface is farther: the common face is then their contact plane.
    private void CutParticles()
    {
        float[] depth = new float[Phase.Length];
        Array.Fill(depth, Bare);
        for (int i = 0; i < film.Radius.Length; i++)
        {
            double radius = film.Radius[i];
            int particle = i;
            Discs(i, radius, (sample, squared) =>
            {
                float below = (float)(squared - (radius * radius));
                if (below < depth[sample])
                {
                    (depth[sample], Phase[sample], Particle[sample]) = (below, (VoxelPhase)film.State.Particles.Kind[particle], particle);
                }
            });
        }
    }

    private void CutFoil()
    {
        if (film.State.Foil is not { } foil)
        {
            return;
        }

        for (int column = 0; column < frame.SampleWidth; column++)
        {
            double u = frame.U(column), height = frame.AlongX ? foil.HeightAt(u, frame.Position) : foil.HeightAt(frame.Position, u);
            (int first, int last) = frame.Rows(double.NegativeInfinity, height);
            for (int row = first; row <= last; row++)
            {
                Take((row * frame.SampleWidth) + column, VoxelPhase.Copper);
            }
        }
    }

    private void CutRings()
    {
        foreach (BinderMeniscus ring in film.Menisci)
        {
            (Vector3d middle, double reach) = ring.Extent;
            Vector3d turned = frame.Turn(middle);
            foreach (Vector3d copy in frame.Copies(film.Domain, middle, reach).Where(c => Math.Abs(c.Y) < reach))
            {
                Vector3d shift = turned - copy;
                Scan(copy, reach, (sample, u, z) =>
                {
                    var point = new Vector3d(u + shift.X, shift.Y, z);
                    if (Phase[sample] == VoxelPhase.Pore && ring.Contains(frame.Turn(point)))
                    {
                        Phase[sample] = VoxelPhase.Binder;
                    }
                });
            }
        }
    }

    private void CutFilms()
    {
        for (int i = 0; i < film.Radius.Length; i++)
        {
            if (film.Coat[i] > 0)
            {
                Discs(i, film.Radius[i] + film.Coat[i], (sample, _) => Take(sample, VoxelPhase.Binder));
            }
        }
    }

    private void Take(int sample, VoxelPhase phase)
    {
        if (Phase[sample] == VoxelPhase.Pore)
        {
            Phase[sample] = phase;
        }
    }

    private void Discs(int i, double radius, Action<int, double> visit)
    {
        foreach (Vector3d copy in frame.Copies(film.Domain, film.Centre[i], radius).Where(c => Math.Abs(c.Y) < radius))
        {
            double cut = Math.Sqrt((radius * radius) - (copy.Y * copy.Y));
            Scan(copy, cut, (sample, u, z) =>
            {
                double du = u - copy.X, dz = z - copy.Z, inPlane = (du * du) + (dz * dz);
                if (inPlane <= cut * cut)
                {
                    visit(sample, inPlane + (copy.Y * copy.Y));
                }
            });
        }
    }

    private void Scan(Vector3d middle, double reach, Action<int, double, double> visit)
    {
        (int left, int right) = frame.Columns(middle.X - reach, middle.X + reach);
        (int top, int bottom) = frame.Rows(middle.Z - reach, middle.Z + reach);
        for (int row = top; row <= bottom; row++)
        {
            for (int column = left; column <= right; column++)
            {
                visit((row * frame.SampleWidth) + column, frame.U(column), frame.Z(row));
            }
        }
    }
}
