namespace DispersionSim.Core;

/// <summary>The material between two stages. Immutable: a stage takes one and returns another.</summary>
public sealed record ElectrodeState
{
    /// <summary>What the material is now.</summary>
    public required StructurePhase Phase { get; init; }

    /// <summary>Where it is: periodic slurry box, or film over the foil (z up, foil mean plane at z = 0).</summary>
    public required Domain Domain { get; init; }

    public required ParticleSet Particles { get; init; }

    public Bond[] Bonds { get; init; } = [];

    /// <summary>Bonds the powder had once it had relaxed under the run's own contact law: the denominator of the surviving fraction.</summary>
    public int FeedstockBondCount { get; init; }

    /// <summary>The foil's surface under a film, heights about its mean plane; null before coating.</summary>
    public HeightMap? Foil { get; init; }

    /// <summary>Height of the film's mean upper surface over the foil's mean plane, m; 0 before coating.</summary>
    public double FilmTop { get; init; }

    /// <summary>Dry thickness of the simulated segment over that of the whole layer it stands for; 1 where it is the whole layer.</summary>
    public double SegmentScale { get; init; } = 1;

    /// <summary>Where the binder lies once the solvent has left; null before drying.</summary>
    public BinderLayout? Binder { get; init; }

    /// <summary>Masses of every species in the segment, kg.</summary>
    public Ledger Ledger { get; init; } = Ledger.Empty;

    /// <summary>Density of each particle kind, kg/m³, index = (int)kind.</summary>
    public double[] ParticleDensity { get; init; } = [0, MaterialCatalog.Silicon.Density.Value, MaterialCatalog.Silicon.Density.Value, MaterialCatalog.ConductiveCarbon.Density.Value];
}
