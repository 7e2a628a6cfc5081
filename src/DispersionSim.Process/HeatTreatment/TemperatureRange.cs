namespace DispersionSim.Process;

/// <summary>Temperatures at which the constants of a rate law were measured or fitted.</summary>
/// <param name="Low">Lowest, K.</param>
/// <param name="High">Highest, K.</param>
public readonly record struct TemperatureRange(double Low, double High)
{
    private const double Zero = 273.15;

    /// <summary>A range given in degrees Celsius.</summary>
    public static TemperatureRange Celsius(double low, double high) => new(low + Zero, high + Zero);

    /// <summary>Whether a temperature (K) lies within.</summary>
    public bool Contains(double temperature) => temperature >= Low && temperature <= High;

    public override string ToString() => $"{Low - Zero:0} to {High - Zero:0} degC";
}
