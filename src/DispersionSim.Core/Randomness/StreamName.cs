namespace DispersionSim.Core;

/// <summary>Every use of randomness in the program, in one list; the number is part of the stream's key and never changes meaning.</summary>
public enum StreamName
{
    PrimaryRadii = 1,
    AgglomerateSizes = 2,
    FractalAggregate = 3,
    DenseGranule = 4,
    FeedstockPlacement = 5,
    BridgedSelection = 6,
    BondStrength = 7,
    ShearPlanes = 8,
    BrownianForce = 9,
    FoilPhases = 10,
    FoilProfile = 11,
    FoilNodules = 12,
    NullPlacement = 13,
    ImageNoise = 14,
    ImageArtefacts = 15,
    Bootstrap = 16,
    MonteCarlo = 17,
    ConductivePowder = 18,
    FilmPlacement = 19,
    SectionPlanes = 20,
    GrainLattice = 21,
    FlowHistory = 31,
    DispersionWindow = 32,
    DiffusionLimitedAggregate = 33,
    ReactionLimitedAggregate = 34,
    CompactedGranule = 35,
    FusedPieces = 36,
}
