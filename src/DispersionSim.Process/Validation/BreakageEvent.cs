namespace DispersionSim.Process;

/// <summary>One bond that broke.</summary>
/// <param name="Whole">Primaries before.</param>
/// <param name="Smaller">Primaries of the smaller piece.</param>
public readonly record struct BreakageEvent(int Whole, int Smaller)
{
    /// <summary>Mass share of the smaller piece up to which a breakage counts as erosion.</summary>
    public const double ErosionShare = 0.1;

    public double Share => Smaller / (double)Whole;

    /// <summary>A small piece came off; otherwise the aggregate ruptured.</summary>
    public bool IsErosion => Share <= ErosionShare;
}
