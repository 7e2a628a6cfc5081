namespace DispersionSim.Core;

/// <summary>Exponents of the SI base quantities (and of plane angle, kept apart so that degrees are not taken for a ratio).</summary>
public readonly record struct Dimension(int Length, int Mass, int Time, int Current = 0, int Temperature = 0, int Amount = 0, int Angle = 0)
{
    /// <summary>A pure number.</summary>
    public static Dimension None => default;

    public static Dimension operator *(Dimension a, Dimension b) => new(
        a.Length + b.Length,
        a.Mass + b.Mass,
        a.Time + b.Time,
        a.Current + b.Current,
        a.Temperature + b.Temperature,
        a.Amount + b.Amount,
        a.Angle + b.Angle);

    public static Dimension operator /(Dimension a, Dimension b) => a * b.Power(-1);

    public Dimension Power(int n) => new(Length * n, Mass * n, Time * n, Current * n, Temperature * n, Amount * n, Angle * n);
}
