namespace DispersionSim.Engine;

/// <summary>How the overlaps of a granular system are found.</summary>
public enum OverlapKind
{
    /// <summary>Fine where those to be expected are small (<see cref="ExpectedOverlap"/>), else plain.</summary>
    Automatic,

    /// <summary>Right to 2·10⁻⁷ of the radii and a unit of places.</summary>
    Plain,

    /// <summary>Right to 10⁻⁷ of themselves and a five-hundredth of a unit of places.</summary>
    Fine,
}
