namespace DispersionSim.Process;

/// <summary>What the active powder is made of.</summary>
public enum ActiveMaterial
{
    Silicon,

    /// <summary>An alloy that holds silicon: its name and density are the recipe's.</summary>
    SiliconAlloy,
}
