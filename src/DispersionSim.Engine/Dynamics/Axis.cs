namespace DispersionSim.Engine;

/// <summary>An axis of the box.</summary>
public enum Axis
{
    X = 0,
    Y = 1,
    Z = 2,
}
