namespace DispersionSim.Engine;

/// <summary>How the overlap of two spheres is found, known when the program is compiled.</summary>
public interface IOverlap
{
    /// <summary>Whether overlaps are right to a share of themselves, fractions of fixed-point units included.</summary>
    static abstract bool IsFine { get; }
}
