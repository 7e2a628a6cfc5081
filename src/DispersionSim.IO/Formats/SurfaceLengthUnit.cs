namespace DispersionSim.IO;

/// <summary>Length units as surface files spell them.</summary>
internal static class SurfaceLengthUnit
{
    public const string Known = "m, mm, um, nm, pm or A";

    /// <summary>Metres in one unit, or null for a word that is no length. Both micro signs and plain u are taken.</summary>
    public static double? Metres(string? word) => word?.Trim().Replace('\u00b5', 'u').Replace('\u03bc', 'u') switch
    {
        "m" => 1,
        "cm" => 1e-2,
        "mm" => 1e-3,
        "um" or "micrometer" or "Micrometer" or "micron" => 1e-6,
        "nm" or "Nanometer" => 1e-9,
        "pm" => 1e-12,
        "A" or "\u00c5" or "\u212b" or "Ang" or "Angstrom" => 1e-10,
        _ => null,
    };
}
