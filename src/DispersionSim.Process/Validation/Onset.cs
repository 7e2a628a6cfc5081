namespace DispersionSim.Process;

/// <summary>Where something begins to happen.</summary>
internal static class Onset
{
    /// <summary>The least value at which it happens, to the given width; it does at the upper bound and not at the lower.</summary>
    public static double Least(double low, double high, double width, Func<double, bool> happens)
    {
        while (high - low > width)
        {
            double middle = (low + high) / 2;
            (low, high) = happens(middle) ? (low, middle) : (middle, high);
        }

        return (low + high) / 2;
    }
}
