namespace DispersionSim.Kernels;

/// <summary>Kinds of link; constants, for device code compares plain integers.</summary>
public static class LinkKind
{
    public const int Pair = 0;
    public const int Foil = 1;
    public const int Platen = 2;
    public const int Interface = 3;
}
