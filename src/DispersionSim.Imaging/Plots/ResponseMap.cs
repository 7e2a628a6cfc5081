namespace DispersionSim.Imaging;

/// <summary>A figure over two knobs.</summary>
/// <param name="Name">File name without folder and suffix.</param>
/// <param name="Caption">What the map shows.</param>
/// <param name="X">The knob along the abscissa.</param>
/// <param name="Y">The knob along the ordinate.</param>
/// <param name="Figure">Name of the figure.</param>
/// <param name="Unit">Its SI unit.</param>
/// <param name="Values">At each point in SI, abscissa fastest; NaN where there is none.</param>
public sealed record ResponseMap(string Name, string Caption, ResponseAxis X, ResponseAxis Y, string Figure, string Unit, double[] Values)
{
    /// <summary>Points inside a window that is outlined; null for no window.</summary>
    public bool[]? Inside { get; init; }

    /// <summary>A line above the map, e.g. what the outline means.</summary>
    public string Note { get; init; } = "";
}

/// <summary>A knob's values in the order in which they stand on an axis.</summary>
/// <param name="Label">Name on the axis.</param>
/// <param name="Unit">Unit of <paramref name="Values"/>, "-" for a number.</param>
/// <param name="Values">Values.</param>
public sealed record ResponseAxis(string Label, string Unit, double[] Values);
