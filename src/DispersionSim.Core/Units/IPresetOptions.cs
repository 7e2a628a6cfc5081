namespace DispersionSim.Core;

/// <summary>Options with a key <c>preset</c> whose choice fills the other keys; what a recipe states goes over it.</summary>
public interface IPresetOptions
{
    /// <summary>The options that the chosen preset stands for, or these where none is chosen.</summary>
    object Filled();
}
