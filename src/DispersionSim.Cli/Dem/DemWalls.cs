using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>The walls of a case: planes, and surfaces read from files.</summary>
internal sealed class DemWalls
{
    /// <summary>Points of a surface on the radius of a particle: a search goes through all below it, 4 · 10⁶ here.</summary>
    private const int MostPoints = 1000;

    private readonly DemCase wanted;
    private readonly HeightMap?[] surfaces;

    private DemWalls(DemCase wanted)
    {
        this.wanted = wanted;
        surfaces = [.. wanted.Wall.Select((w, k) => w.Surface is { } file ? Read(w, file, $"wall.{k}") : null)];
    }

    public static DemWalls Of(DemCase wanted) => new(wanted);

    /// <summary>A wall in the engine's terms.</summary>
    public GrainWall Make(int k, DemDomain domain, UnitScale scale, int grains)
    {
        DemWall wall = wanted.Wall[k];
        Vector3d point = domain.ToBox(DemVector.Of(wall.Point, "wall.point")) / scale.Length, velocity = DemVector.Of(wall.Velocity, "wall.velocity") * (scale.Time / scale.Length);
        return surfaces[k] is { } map
            ? new FieldWall(Field(map, scale.Length), point, grains) { Velocity = velocity }
            : new PlaneWall(point, DemVector.Of(wall.Normal, "wall.normal")) { Velocity = velocity };
    }

    /// <summary>Height of a point above a wall at a time, m; negative behind it.</summary>
    public double Height(int k, Vector3d at, double time)
    {
        DemWall wall = wanted.Wall[k];
        Vector3d from = at - DemVector.Of(wall.Point, "wall.point") - (DemVector.Of(wall.Velocity, "wall.velocity") * time);
        return surfaces[k] is { } map ? from.Z - map.HeightAt(from.X, from.Y) : Vector3d.Dot(from, DemVector.Of(wall.Normal, "wall.normal").Normalized());
    }

    /// <summary>Refuses a surface that does not fit a box that continues itself, or whose points lie too close to be searched under a particle.</summary>
    /// <param name="k">Number of the wall.</param>
    /// <param name="domain">The box.</param>
    /// <param name="largest">Radius of the largest particle, m.</param>
    /// <exception cref="InputException">It does not continue itself, or not as often as the box, or is too fine.</exception>
    public void Check(int k, DemDomain domain, double largest)
    {
        if (surfaces[k] is { } fine && largest > MostPoints * Math.Min(fine.StepX, fine.StepY))
        {
            throw new InputException($"wall.{k}.surface: its points lie {Quantity.Format(Math.Min(fine.StepX, fine.StepY), "m")} apart, more than {MostPoints} on the radius of the largest particle, {Quantity.Format(largest, "m")}; must be at least {Quantity.Format(largest / MostPoints, "m")} apart: thin it out, or is pixel_size in another unit?");
        }

        for (int a = 0; a < 2 && surfaces[k] is { } map; a++)
        {
            double size = a == 0 ? map.SizeX : map.SizeY, times = domain.Size.Along(a) / size;
            if (domain.Periodic[a] && (!map.Periodic || Math.Abs(times - Math.Round(times)) > 1e-6 * times || times < 0.5))
            {
                throw new InputException($"wall.{k}.surface: is {Quantity.Format(size, "m")} long along {DemVector.Name(a)}{(map.Periodic ? "" : " and not periodic")}; in a box that continues itself after {Quantity.Format(domain.Size.Along(a), "m")} it must be periodic and fit a whole number of times");
            }
        }
    }

    private static HeightMap Read(DemWall wall, string file, string key)
    {
        HeightMap map = Heights(wall, file, key) with { Periodic = wall.Periodic };
        Vector3d normal = DemVector.Of(wall.Normal, $"{key}.normal");
        return map.InvalidPoints > 0 ? throw new InputException($"{key}.surface: {file}: {map.InvalidPoints} of its points have no height; fill them first")
            : map.CountX < 2 || map.CountY < 2 ? throw new InputException($"{key}.surface: {file}: a profile of {map.CountX} x {map.CountY} points; a surface with at least 2 x 2 is wanted")
            : normal.X != 0 || normal.Y != 0 || !(normal.Z > 0) ? throw new InputException($"{key}.normal: a wall with a surface looks along z: must be [0, 0, 1]")
            : map;
    }

    private static HeightMap Heights(DemWall wall, string file, string key)
    {
        try
        {
            return SurfaceReader.Read(file, new() { Unit = wall.HeightUnit, PixelSize = wall.PixelSize });
        }
        catch (InputException e)
        {
            throw new InputException($"{key}.surface: {e.Message}", e);
        }
    }

    private static HeightField Field(HeightMap map, double unit)
    {
        var heights = new double[map.CountX, map.CountY];
        for (int x = 0; x < map.CountX; x++)
        {
            for (int y = 0; y < map.CountY; y++)
            {
                heights[x, y] = map[x, y] / unit;
            }
        }

        return new(heights, map.StepX / unit, map.StepY / unit, map.Periodic);
    }
}
