namespace DispersionSim.Process;

/// <summary>Precursor of the polyimide binder, which sets the kinetics of imidisation and decomposition, the mass it loses and whether it flows.</summary>
public enum BinderChemistry
{
    /// <summary>Polyamic acid of pyromellitic dianhydride and oxydianiline; gives off water. A thermoset for every purpose here.</summary>
    PmdaOda,

    /// <summary>Polyamic methyl ester of the same imide; gives off methanol, and later.</summary>
    EsterType,

    /// <summary>Polyamic acid of benzophenone tetracarboxylic dianhydride and oxydianiline; softens at 291 °C, decomposes from about 400 °C.</summary>
    BtdaOda,

    /// <summary>Polyamic acid of bisphenol A dianhydride and m-phenylenediamine (a polyetherimide); softens at 219 °C, decomposes from 357 °C.</summary>
    BpadaMpda,
}
