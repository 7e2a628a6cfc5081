namespace DispersionSim.Process;

/// <summary>Precursor of the polyimide binder, which sets the kinetics of imidisation and the mass it loses.</summary>
public enum BinderChemistry
{
    /// <summary>Polyamic acid of pyromellitic dianhydride and oxydianiline; gives off water.</summary>
    PmdaOda,

    /// <summary>Polyamic methyl ester of the same imide; gives off methanol, and later.</summary>
    EsterType,
}
