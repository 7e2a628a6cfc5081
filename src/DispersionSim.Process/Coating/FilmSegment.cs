using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>The piece of film that is simulated: a square column of the layer, periodic in the plane of the foil.</summary>
/// <remarks>
/// A replicate of few primaries cannot fill the layer's whole thickness and be wide enough to be a sample at once. Its segment then spans
/// foil to surface of a thinner layer, declared as such: <see cref="ThicknessScale"/> is its dry thickness over the whole layer's.
/// </remarks>
/// <param name="Width">Edge of the square, m.</param>
/// <param name="WetHeight">Height of the wet film, m.</param>
/// <param name="ThicknessScale">Dry thickness of the segment over that of the layer, at most 1.</param>
public sealed record FilmSegment(double Width, double WetHeight, double ThicknessScale)
{
    /// <summary>Dry thickness over width of a segment whose width the recipe leaves open.</summary>
    private const double Slenderness = 1.15;

    /// <summary>Periodic box whose content, cut open along z, fills the film: a mean radius lower at either end, which no centre can enter.</summary>
    public Vector3d BoxFor(ParticleSet particles) => new(Width, Width, Math.Max(WetHeight - (2 * particles.Radius.Average()), WetHeight / 2));

    /// <summary>The segment for a slurry of the given volumes.</summary>
    /// <param name="particleVolume">Volume of the primaries, m³.</param>
    /// <param name="slurryVolume">Volume of the slurry with them, m³.</param>
    /// <param name="width">Least width, m; null to choose one. Either grows where the primaries would make more than the whole layer.</param>
    public static FilmSegment For(double particleVolume, double slurryVolume, CoatingOptions coating, double? width)
    {
        double dry = particleVolume / coating.ExpectedDryFraction;
        double layer = coating.TargetDryThickness;
        double w = Math.Max(width ?? Math.Cbrt(dry / Slenderness), Math.Sqrt(dry / layer));
        return new(w, slurryVolume / (w * w), dry / (w * w) / layer);
    }
}
