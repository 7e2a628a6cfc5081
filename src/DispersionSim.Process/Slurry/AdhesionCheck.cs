using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Refuses keys of the interaction that would be left without effect, in one line.</summary>
public static class AdhesionCheck
{
    /// <summary>The interaction itself, once its keys agree.</summary>
    /// <exception cref="InputException">An adsorbed layer beside a given pull-off force, or chains without a layer.</exception>
    public static InteractionOptions Checked(InteractionOptions interaction)
    {
        AdhesionOptions adhesion = interaction.Adhesion;
        Require(adhesion.StericThickness == 0 || adhesion.Source == AdhesionSource.Computed, "steric_thickness", adhesion.StericThickness,
            "0 with adhesion.source = \"given\": a given pull_off_force is that of the surfaces as they are; give source = \"computed\" for an adsorbed layer");
        Require(adhesion.StericSpacing is null || adhesion.StericThickness > 0, "steric_spacing", adhesion.StericSpacing ?? 0,
            "left out where steric_thickness is 0: chains need a layer, e.g. steric_thickness = \"5 nm\"");
        return interaction;
    }

    private static void Require(bool holds, string key, double value, string allowed)
    {
        if (!holds)
        {
            throw new InputException($"interaction.adhesion.{key} = {value:g4} m: must be {allowed}");
        }
    }
}
