namespace DispersionSim.Core;

/// <summary>A unit of measurement: 1 unit = <c>Mantissa · 10^Exponent</c> SI units, plus an offset for degrees Celsius.</summary>
/// <remarks>
/// The power of ten is kept apart from the mantissa so that it can be joined to the digits of a number before they are converted:
/// "0.2 um" is then exactly the double 2e-7, and what the program writes it reads back bit by bit.
/// </remarks>
public readonly record struct Unit(Dimension Dimension, double Mantissa, int Exponent, double Offset = 0)
{
    public static Unit One => new(Dimension.None, 1, 0);

    /// <summary>SI units in one of this unit.</summary>
    public double Factor => Mantissa * Math.Pow(10, Exponent);

    public Unit Times(Unit other) => new(Dimension * other.Dimension, Mantissa * other.Mantissa, Exponent + other.Exponent);

    public Unit Power(int n) => new(Dimension.Power(n), Math.Pow(Mantissa, n), Exponent * n);
}
