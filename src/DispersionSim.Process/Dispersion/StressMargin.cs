using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>How far the shear stress is above what separates two touching primaries.</summary>
/// <remarks>
/// A touching doublet in shear carries at most C μ G a²; it separates at μG_c = F_c/(C a²). C = 3π without hydrodynamic interaction
/// (tier T0, what the simulation uses), 19.2 for the exact Stokes doublet. F_c grows with a, so the margin grows with a: small primaries are the hard ones.
/// </remarks>
public static class StressMargin
{
    public const double FreeDraining = 3 * Math.PI;

    public const double ExactStokes = 19.2;

    /// <summary>Stress over critical stress for a primary of the given radius, m.</summary>
    public static double Of(double radius, double stress, InteractionOptions interaction, double coefficient) =>
        stress * coefficient * radius * radius / (interaction.PullOffPerReducedRadius * radius / 2);

    public static IEnumerable<Measurement> Measure(ParticleSet particles, double stress, InteractionOptions interaction)
    {
        foreach ((string suffix, double c) in new[] { ("", FreeDraining), (", exact doublet", ExactStokes) })
        {
            double[] margins = [.. Enumerable.Range(0, particles.Count)
                .Where(i => particles.Kind[i] != ParticleKind.ConductivePowder)
                .Select(i => Of(particles.Radius[i], stress, interaction, c)).Order()];
            yield return new("stress margin" + suffix, margins[margins.Length / 2], "-") { Definition = "shear stress over the stress that separates two equal touching primaries, median primary; tier T0 unless named otherwise" };
            yield return new("share of primaries below stress margin 1" + suffix, margins.Count(m => m < 1) / (double)margins.Length, "-") { Definition = "share of primaries whose touching pair the stress does not separate" };
        }
    }
}
