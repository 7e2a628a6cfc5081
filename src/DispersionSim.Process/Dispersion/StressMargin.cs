using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Process;

/// <summary>How far the shear stress is above what separates two touching primaries.</summary>
/// <remarks>
/// A touching doublet in shear carries at most C μ G a²; it separates at μG_c = F_c/(C a²). C = 3π without hydrodynamic interaction
/// (tier T0), 19.3 and 8π in tiers T1 and T3, 19.2 for the exact Stokes doublet. F_c grows with a, so the margin grows with a: small primaries are the hard ones.
/// </remarks>
public static class StressMargin
{
    public const double FreeDraining = 3 * Math.PI;

    public const double ExactStokes = 19.2;

    /// <summary>Stress over critical stress for a primary of the given radius, m.</summary>
    public static double Of(double radius, double stress, InteractionOptions interaction, double coefficient) =>
        Of(radius, stress, interaction.PullOffPerReducedRadius, coefficient);

    private static double Of(double radius, double stress, double pullOffPerReducedRadius, double coefficient) =>
        stress * coefficient * radius * radius / (pullOffPerReducedRadius * radius / 2);

    public static IEnumerable<Measurement> Measure(ParticleSet particles, double stress, InteractionOptions interaction, HydrodynamicTier tier = HydrodynamicTier.T0)
    {
        double pullOff = interaction.PullOffPerReducedRadius;
        foreach ((string suffix, double c, string by) in new[] { ("", tier.DoubletTension(), $"tier {tier}"), (", exact doublet", ExactStokes, "exact Stokes flow") })
        {
            double[] margins = [.. Enumerable.Range(0, particles.Count)
                .Where(i => particles.Kind[i] != ParticleKind.ConductivePowder)
                .Select(i => Of(particles.Radius[i], stress, pullOff, c)).Order()];
            yield return new("stress margin" + suffix, margins[margins.Length / 2], "-") { Definition = $"shear stress over the stress that separates two equal touching primaries, median primary; {by}" };
            yield return new("share of primaries below stress margin 1" + suffix, margins.Count(m => m < 1) / (double)margins.Length, "-") { Bounds = Interval.Share, Definition = $"share of primaries whose touching pair the stress does not separate; {by}" };
        }
    }
}
