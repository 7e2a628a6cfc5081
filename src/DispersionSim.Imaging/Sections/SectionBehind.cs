using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>What is seen through the pores of a section: the nearest surface behind each sample, how deep it lies and how much it faces the viewer.</summary>
internal sealed class SectionBehind
{
    private const int BridgeSpheres = 7;

    private readonly FilmGeometry film;
    private readonly SectionFrame frame;
    private readonly double deepest;

    private SectionBehind(FilmGeometry film, SectionFrame frame, double deepest)
    {
        (this.film, this.frame, this.deepest) = (film, frame, deepest);
        Depth = new float[frame.SampleWidth * frame.SampleHeight];
        Array.Fill(Depth, float.PositiveInfinity);
        Facing = new float[Depth.Length];
        Phase = new VoxelPhase[Depth.Length];
    }

    /// <summary>Depth of the nearest surface behind the plane, m; infinite where none is near.</summary>
    public float[] Depth { get; }

    /// <summary>Cosine between the surface's normal and the direction to the viewer.</summary>
    public float[] Facing { get; }

    /// <summary>What the surface is made of.</summary>
    public VoxelPhase[] Phase { get; }

    /// <summary>Looks from the section's plane, along its normal, for the nearest foil, sphere or binder bridge behind every sample.</summary>
    /// <param name="film">The film.</param>
    /// <param name="frame">The section.</param>
    /// <param name="deepest">How deep to look, m.</param>
    public static SectionBehind Of(FilmGeometry film, SectionFrame frame, double deepest)
    {
        var behind = new SectionBehind(film, frame, deepest);
        behind.SeeFoil();
        for (int i = 0; i < film.Radius.Length; i++)
        {
            behind.SeeSphere(film.Centre[i], film.Radius[i] + film.Coat[i], (VoxelPhase)film.State.Particles.Kind[i]);
        }

        foreach ((Vector3d centre, double radius) in film.Menisci.SelectMany(m => m.Spheres(BridgeSpheres)))
        {
            behind.SeeSphere(centre, radius, VoxelPhase.Binder);
        }

        return behind;
    }

    private void SeeSphere(Vector3d centre, double radius, VoxelPhase phase)
    {
        foreach (Vector3d copy in frame.Copies(film.Domain, centre, radius))
        {
            if (copy.Y > 0 && copy.Y - radius < deepest)
            {
                SeeCopy(copy, radius, phase);
            }
        }
    }

    private void SeeCopy(Vector3d centre, double radius, VoxelPhase phase)
    {
        (int left, int right) = frame.Columns(centre.X - radius, centre.X + radius);
        (int top, int bottom) = frame.Rows(centre.Z - radius, centre.Z + radius);
        for (int row = top; row <= bottom; row++)
        {
            double dz = frame.Z(row) - centre.Z;
            for (int column = left; column <= right; column++)
            {
                double du = frame.U(column) - centre.X, squared = (radius * radius) - (du * du) - (dz * dz);
                if (squared > 0)
                {
                    double half = Math.Sqrt(squared);
                    See((row * frame.SampleWidth) + column, centre.Y - half, half / radius, phase);
                }
            }
        }
    }

    // Going deeper, each new height above all before it is seen just there.
    private void SeeFoil()
    {
        if (film.State.Foil is not { } foil)
        {
            return;
        }

        int steps = (int)(deepest / frame.Pixel);
        for (int column = 0; column < frame.SampleWidth; column++)
        {
            double u = frame.U(column), seen = double.NegativeInfinity, before = HeightAt(foil, u, 0);
            for (int step = 0; step <= steps; step++)
            {
                double height = HeightAt(foil, u, step * frame.Pixel), slope = (height - before) / frame.Pixel;
                SeeStrip(column, seen, height, step * frame.Pixel, slope / Math.Sqrt(1 + (slope * slope)));
                (seen, before) = (Math.Max(seen, height), height);
            }
        }
    }

    private double HeightAt(HeightMap foil, double u, double depth) =>
        frame.AlongX ? foil.HeightAt(u, frame.Position + depth) : foil.HeightAt(frame.Position + depth, u);

    private void SeeStrip(int column, double from, double to, double depth, double facing)
    {
        if (to <= from)
        {
            return;
        }

        (int first, int last) = frame.Rows(from, to);
        for (int row = first; row <= last; row++)
        {
            See((row * frame.SampleWidth) + column, depth, Math.Max(0, facing), VoxelPhase.Copper);
        }
    }

    private void See(int sample, double depth, double facing, VoxelPhase phase)
    {
        if (depth >= 0 && depth < Depth[sample])
        {
            (Depth[sample], Facing[sample], Phase[sample]) = ((float)depth, (float)facing, phase);
        }
    }
}
