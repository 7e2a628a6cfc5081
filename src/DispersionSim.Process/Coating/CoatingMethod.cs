namespace DispersionSim.Process;

/// <summary>How the slurry is spread; both shear it in a gap over the moving foil.</summary>
public enum CoatingMethod
{
    /// <summary>A doctor blade whose edge is parallel to the foil.</summary>
    Blade,

    /// <summary>A slot die; the gap is that between its downstream lip and the foil.</summary>
    SlotDie,
}
