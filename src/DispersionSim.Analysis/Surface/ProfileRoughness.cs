using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Roughness parameters of a profile over its evaluation length.</summary>
/// <remarks>
/// Ra = ⟨|z|⟩ and Rq = √⟨z²⟩ over the evaluation length, z from the mean line; Rt = highest peak + deepest valley of the whole;
/// Rz = mean over the sampling lengths of peak + valley. Source: iso-21920-2.
/// </remarks>
/// <param name="Ra">Arithmetic mean, m.</param>
/// <param name="Rq">Root mean square, m.</param>
/// <param name="Rz">Mean peak-to-valley height of the sampling lengths, m.</param>
/// <param name="Rt">Total height, m.</param>
/// <param name="SectionRa">Ra of each sampling length, m.</param>
public sealed record ProfileRoughness(double Ra, double Rq, double Rz, double Rt, double[] SectionRa)
{
    /// <summary>The filtered parameters of a long profile: line removed, λs, λc, run-in and run-out dropped, evaluation length from the middle.</summary>
    /// <exception cref="InputException">The profile is shorter than evaluation length and run-in.</exception>
    public static ProfileRoughness Iso(HeightProfile profile, RoughnessSettings settings)
    {
        if (profile.Length < settings.TraverseLength * (1 - 1e-9))
        {
            throw new InputException($"a profile of {profile.Length * 1e3:0.###} mm gives no Ra with λc {settings.LongCutoff * 1e3:0.###} mm: {settings.TraverseLength * 1e3:0.###} mm are needed (evaluation length and run-in).");
        }

        HeightProfile primary = ShortFiltered(SurfaceLine.Remove(profile), settings.ShortCutoff);
        HeightProfile roughness = GaussianProfileFilter.Roughness(primary, settings.LongCutoff);
        int count = (int)Math.Round(settings.EvaluationLength / profile.Step);
        return Of(roughness.Slice((profile.Count - count) / 2, count), settings.Sections);
    }

    /// <summary>The parameters of a profile over its own length about its least-squares line: no filter, hence no ISO value.</summary>
    public static ProfileRoughness Unfiltered(HeightProfile profile) => Of(SurfaceLine.Remove(profile), 1);

    /// <summary>The parameters of a roughness profile as it is: heights count from zero.</summary>
    public static ProfileRoughness Of(HeightProfile roughness, int sections)
    {
        double[] z = roughness.Heights;
        double[][] parts = [.. Enumerable.Range(0, sections).Select(i => Valid(z[(i * z.Length / sections)..((i + 1) * z.Length / sections)]))];
        double[] all = Valid(z);
        return new(MeanMagnitude(all), Math.Sqrt(all.Average(h => h * h)), parts.Average(Height), Height(all), [.. parts.Select(MeanMagnitude)]);
    }

    private static HeightProfile ShortFiltered(HeightProfile profile, double cutoff) =>
        cutoff > 0 ? GaussianProfileFilter.MeanLine(profile, cutoff) : profile;

    private static double[] Valid(double[] heights) => [.. heights.Where(h => !double.IsNaN(h))];

    private static double MeanMagnitude(double[] heights) => heights.Average(Math.Abs);

    private static double Height(double[] heights) => heights.Max() - heights.Min();
}
