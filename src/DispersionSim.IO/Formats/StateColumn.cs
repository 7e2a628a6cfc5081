namespace DispersionSim.IO;

/// <summary>One column of an electrode state as files hold it.</summary>
/// <param name="Path">Group and name, e.g. "particles/radius".</param>
/// <param name="Unit">SI unit, "-" for a number.</param>
/// <param name="Width">Numbers a row: 3 for vectors.</param>
/// <param name="Values">double, int or byte.</param>
/// <param name="Meaning">One line.</param>
internal sealed record StateColumn(string Path, string Unit, int Width, Array Values, string Meaning);
