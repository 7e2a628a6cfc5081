namespace DispersionSim.Benchmarks;

/// <summary>What one overdamped run took and where it ended.</summary>
/// <param name="Seconds">Wall-clock time, s.</param>
/// <param name="Processor">Processor time, s.</param>
/// <param name="Steps">Accepted steps.</param>
/// <param name="Products">Matrix products of the implicit ones; of a part of the particles, its share.</param>
/// <param name="Chosen">Explicit steps among them.</param>
/// <param name="Fragments">Pieces at the end, single primaries included.</param>
/// <param name="MeanFragment">Primaries a piece.</param>
/// <param name="Bytes">Memory that the run holds.</param>
internal readonly record struct Outcome(double Seconds, double Processor, long Steps, double Products, long Chosen, int Fragments, double MeanFragment, long Bytes);
