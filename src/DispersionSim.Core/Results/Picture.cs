namespace DispersionSim.Core;

/// <summary>An encoded picture: what it shows, and its bytes.</summary>
/// <param name="Name">File name without folder, e.g. "section-1.png".</param>
/// <param name="MediaType">E.g. "image/png" or "image/svg+xml".</param>
/// <param name="Caption">What it shows, for the report.</param>
public sealed record Picture(string Name, string MediaType, string Caption, byte[] Bytes);
