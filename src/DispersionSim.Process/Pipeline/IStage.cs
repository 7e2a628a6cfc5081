using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>One step of making an electrode. Takes an immutable state and returns another; knows no paths, no console and no clock.</summary>
public interface IStage
{
    /// <summary>Name in recipes, folders and messages, e.g. "heat-treatment".</summary>
    string Name { get; }

    /// <summary>What the material must be before.</summary>
    StructurePhase Requires { get; }

    /// <summary>Whether it can take material in that phase; a stage after an optional one takes more than it requires.</summary>
    bool Accepts(StructurePhase phase) => phase == Requires;

    /// <summary>What it is afterwards.</summary>
    StructurePhase Produces { get; }

    StageResult Run(ElectrodeState input, StageContext context);
}
