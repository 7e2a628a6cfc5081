namespace DispersionSim.Core;

/// <summary>What the material is at the moment, from powder to sintered electrode; each stage declares which it takes and which it makes.</summary>
public enum StructurePhase
{
    Nothing,
    Powder,
    Slurry,
    WetFilm,
    DryFilm,
    PressedFilm,
    Sintered,
}
