using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>What is seen through the pores of a section: the nearest surface behind each sample, how deep it lies and how much it faces the viewer.</summary>
internal sealed class SectionBehind
{
    private const int BridgeSpheres = 7;

    /// <summary>Edge of the squares of samples that are passed over where all they could show has been seen.</summary>
    private const int Tile = 32;

    private readonly FilmGeometry film;
    private readonly SectionFrame frame;
    private readonly double deepest;
    private readonly int tilesAcross;
    private readonly float[] farthest;

    private SectionBehind(FilmGeometry film, SectionFrame frame, SectionTruth truth, double deepest)
    {
        (this.film, this.frame, this.deepest) = (film, frame, deepest);
        Depth = [.. truth.Phase.Select(p => p == VoxelPhase.Pore ? float.PositiveInfinity : float.NegativeInfinity)];
        Facing = new float[Depth.Length];
        Phase = new VoxelPhase[Depth.Length];
        tilesAcross = (frame.SampleWidth + Tile - 1) / Tile;
        farthest = new float[tilesAcross * ((frame.SampleHeight + Tile - 1) / Tile)];
        Array.Fill(farthest, float.PositiveInfinity);
    }

    /// <summary>Depth of the nearest surface behind the plane, m; infinite where none is near, and less than any where the plane itself is solid.</summary>
    public float[] Depth { get; }

    /// <summary>Cosine between the surface's normal and the direction to the viewer.</summary>
    public float[] Facing { get; }

    /// <summary>What the surface is made of.</summary>
    public VoxelPhase[] Phase { get; }

    /// <summary>Looks from the section's plane, along its normal, for the nearest foil, sphere or binder bridge behind every sample of a pore.</summary>
    /// <param name="film">The film.</param>
    /// <param name="frame">The section.</param>
    /// <param name="truth">What lies in its plane.</param>
    /// <param name="deepest">How deep to look, m.</param>
    public static SectionBehind Of(FilmGeometry film, SectionFrame frame, SectionTruth truth, double deepest)
    {
        var behind = new SectionBehind(film, frame, truth, deepest);
        behind.SeeFoil();

        // Nearest first: what lies behind is then passed over quickly.
        foreach ((Vector3d centre, double radius, VoxelPhase phase) in behind.Spheres().OrderBy(s => s.Centre.Y - s.Radius))
        {
            behind.SeeSphere(centre, radius, phase);
        }

        return behind;
    }

    /// <summary>Particles with their coat and bridges of binder, in the section's axes, as often as they show.</summary>
    private IEnumerable<(Vector3d Centre, double Radius, VoxelPhase Phase)> Spheres()
    {
        var particles = Enumerable.Range(0, film.Radius.Length).Select(i => (Centre: film.Centre[i], Radius: film.Radius[i] + film.Coat[i], Phase: (VoxelPhase)film.State.Particles.Kind[i]));
        var bridges = film.Menisci.SelectMany(m => m.Spheres(BridgeSpheres)).Select(s => (s.Centre, s.Radius, Phase: VoxelPhase.Binder));
        return particles.Concat(bridges)
            .SelectMany(s => frame.Copies(film.Domain, s.Centre, s.Radius), (s, copy) => (Centre: copy, s.Radius, s.Phase))
            .Where(s => s.Centre.Y > 0 && s.Centre.Y - s.Radius < deepest);
    }

    private void SeeSphere(Vector3d centre, double radius, VoxelPhase phase)
    {
        (int left, int right) = frame.Columns(centre.X - radius, centre.X + radius);
        (int top, int bottom) = frame.Rows(centre.Z - radius, centre.Z + radius);
        for (int y = top / Tile * Tile; y <= bottom; y += Tile)
        {
            for (int x = left / Tile * Tile; x <= right; x += Tile)
            {
                ref float far = ref farthest[(y / Tile * tilesAcross) + (x / Tile)];
                if (far > centre.Y - radius)
                {
                    SeeSphere(centre, radius, phase, (Math.Max(left, x), Math.Min(right, x + Tile - 1)), (Math.Max(top, y), Math.Min(bottom, y + Tile - 1)));
                    far = Farthest(x, y);
                }
            }
        }
    }

    private void SeeSphere(Vector3d centre, double radius, VoxelPhase phase, (int First, int Last) columns, (int First, int Last) rows)
    {
        for (int row = rows.First; row <= rows.Last; row++)
        {
            double dz = frame.Z(row) - centre.Z;
            for (int column = columns.First; column <= columns.Last; column++)
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

    /// <summary>Depth behind which nothing shows in a tile.</summary>
    private float Farthest(int left, int top)
    {
        float far = float.NegativeInfinity;
        int width = Math.Min(Tile, frame.SampleWidth - left);
        for (int row = top; row < Math.Min(top + Tile, frame.SampleHeight); row++)
        {
            foreach (float depth in Depth.AsSpan((row * frame.SampleWidth) + left, width))
            {
                far = Math.Max(far, depth);
            }
        }

        return far;
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
