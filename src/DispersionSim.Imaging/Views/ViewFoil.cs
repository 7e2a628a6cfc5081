using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>A line of sight against the foil's height map.</summary>
internal sealed class ViewFoil(HeightMap foil, double bottom)
{
    private const int Steps = 96;
    private const int Halvings = 8;

    private readonly double highest = foil.Heights.Max();
    private readonly double lowest = foil.Heights.Min();

    /// <summary>First place below the surface on a line that goes down, between two depths.</summary>
    public bool TryHit(Vector3d start, Vector3d direction, double enter, double leave, out double depth, out Vector3d normal)
    {
        (depth, normal) = (enter, Vector3d.UnitZ);
        Vector3d first = start + (direction * enter);
        if (first.Z < bottom || enter >= leave)
        {
            return false;
        }

        if (Above(first) <= 0)
        {
            return true;
        }

        double from = Math.Max(enter, (highest - start.Z) / direction.Z), to = Math.Min(leave, (lowest - start.Z) / direction.Z);
        return March(start, direction, from, to, out depth, out normal);
    }

    private bool March(Vector3d start, Vector3d direction, double from, double to, out double depth, out Vector3d normal)
    {
        (depth, normal) = (to, Vector3d.UnitZ);
        double step = Math.Max((to - from) / Steps, foil.StepX / 4);
        for (double t = from; t < to + step; t += step)
        {
            if (Above(start + (direction * t)) <= 0)
            {
                depth = Refine(start, direction, t - step, t);
                normal = NormalAt(start + (direction * depth));
                return depth <= to;
            }
        }

        return false;
    }

    private double Refine(Vector3d start, Vector3d direction, double outside, double inside)
    {
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (outside + inside) / 2;
            (outside, inside) = Above(start + (direction * middle)) > 0 ? (middle, inside) : (outside, middle);
        }

        return inside;
    }

    private double Above(Vector3d p) => p.Z - foil.HeightAt(p.X, p.Y);

    private Vector3d NormalAt(Vector3d p)
    {
        double dx = foil.HeightAt(p.X + foil.StepX, p.Y) - foil.HeightAt(p.X - foil.StepX, p.Y);
        double dy = foil.HeightAt(p.X, p.Y + foil.StepY) - foil.HeightAt(p.X, p.Y - foil.StepY);
        return new Vector3d(-dx / (2 * foil.StepX), -dy / (2 * foil.StepY), 1).Normalized();
    }
}
