using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Process;

/// <summary>Whether the adsorbed layers keep primaries apart that the flow presses together.</summary>
internal static class LayerMeasures
{
    /// <summary>Nothing where no layer pushes.</summary>
    public static IEnumerable<Measurement> Of(AdhesionOptions adhesion, double radius, double stress, HydrodynamicTier tier)
    {
        if (adhesion is not { Source: AdhesionSource.Computed, Covered: { } covered })
        {
            yield break;
        }

        // A pair is pressed together in the compressive quadrant of the flow as hard as it is drawn apart in the other.
        double pressed = tier.DoubletTension() * stress * radius * radius;
        yield return new("separation under greatest attraction", covered.Separation, "m") { Definition = "distance of the primaries' surfaces at which van der Waals attraction less the push of the adsorbed layers is greatest" };
        yield return new("steric barrier over shear force", Math.PI * radius * covered.Barrier / pressed, "-") { Definition = "force that presses two primaries of mean size through their adsorbed layers, over the greatest force with which the shear presses such a pair; below 1 layers do not keep surfaces apart, and the pull-off force is too low" };
    }
}
