namespace DispersionSim.Core;

/// <summary>Places that repeat: an index or coordinate anywhere, moved into the first period.</summary>
public static class PeriodicAxis
{
    /// <summary>The index in 0 … count − 1 that differs from the given one by whole periods; unlike <c>%</c>, never negative.</summary>
    public static int Wrap(int index, int count)
    {
        int rest = index % count;
        return rest < 0 ? rest + count : rest;
    }

    /// <summary>x − L ⌊x/L⌋: the place in [0, L] that differs from the given one by whole periods L, in the unit of both; L itself only by rounding, just below a border.</summary>
    public static double Wrap(double x, double length) => x - (length * Math.Floor(x / length));
}
