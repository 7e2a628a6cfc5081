namespace DispersionSim.Cell;

/// <summary>How far the silicon may be lithiated before the layer is full.</summary>
/// <remarks>
/// Silicon swells to 1 + 2.8 x of its volume. In a layer that may grow to g times its thickness and must keep porosity ε_min:
/// φ f (1 + 2.8x) + φ (1 − f) + s + ε_min g ≤ g, φ silicon fraction, f its connected share, s = 1 − ε − φ all other solid.
/// φ = 0.42 at x = 1 fills 1.6 layers: such a layer must grow or be used in part.
/// </remarks>
public static class SwellingSpace
{
    /// <summary>Volume gained by silicon at x = 1, over its own.</summary>
    public const double Expansion = 2.8;

    /// <summary>Greatest mean x of the connected silicon that the layer has room for, 0…1.</summary>
    public static double LargestStoichiometry(NegativeElectrodeFacts facts, double growth, double leastPorosity)
    {
        double solid = 1 - facts.Porosity;
        double room = (growth * (1 - leastPorosity)) - solid;
        return Math.Clamp(room / (Expansion * facts.SiliconFraction * facts.ConnectedFraction), 0, 1);
    }

    /// <summary>Thickness at a stoichiometry over the thickness as made: the pores fill first, then the layer grows.</summary>
    public static double ThicknessRatio(NegativeElectrodeFacts facts, double x, double leastPorosity)
    {
        double solid = 1 - facts.Porosity + (Expansion * x * facts.SiliconFraction * facts.ConnectedFraction);
        return Math.Max(1, solid / (1 - leastPorosity));
    }
}
