namespace DispersionSim.Process;

/// <summary>What the furnace needs to know of a binder: how it cures, how it decomposes, where it softens.</summary>
/// <remarks>
/// PMDA-ODA: constants of <see cref="Imidisation"/> and <see cref="Decomposition"/>; no flow.
/// BTDA-ODA: T_g 564.4 K, decomposition from about 673 K (btda-oda-2002). BPADA-mPDA: T_g 492.4 K, from 630 K (bpada-mpda-2002).
/// "From" is read as 0.1 % lost on a ramp of 10 K/min, with the energy and the volatile fraction of PMDA-ODA (assumed): the sources give no
/// more than the temperature at which loss begins, so that the loss of these two at long holds is an upper bound.
/// Their imidisation is taken as that of PMDA-ODA (assumed), their mass factor from their repeat units.
/// </remarks>
/// <param name="Imidisation">How the precursor cures.</param>
/// <param name="Pyrolysis">Decomposition without oxygen, 1/s.</param>
/// <param name="GlassTransition">T_g of a binder that flows above it, K; null for one that does not.</param>
public sealed record PolyimideChemistry(Imidisation Imidisation, Arrhenius Pyrolysis, double? GlassTransition)
{
    /// <summary>Loss that counts as the beginning of decomposition, and the ramp on which it is looked for, K/s.</summary>
    private const double FirstLoss = 1e-3, OnsetRamp = 10.0 / 60;

    // Molar masses in g/mol: repeat units of the amic acids.
    private const double BtdaOdaAmicAcid = 522.47, BpadaMpdaAmicAcid = 628.63;

    /// <summary>The preset of a chemistry.</summary>
    public static PolyimideChemistry Of(BinderChemistry chemistry) => chemistry switch
    {
        BinderChemistry.EsterType => new(Imidisation.EsterType, Decomposition.Inert, null),
        BinderChemistry.BtdaOda => new(Imidisation.PmdaOda with { MassFactor = Imidisation.LessTwoWaters(BtdaOdaAmicAcid) }, BeginningAt(673), 564.38),
        BinderChemistry.BpadaMpda => new(Imidisation.PmdaOda with { MassFactor = Imidisation.LessTwoWaters(BpadaMpdaAmicAcid) }, BeginningAt(630), 492.42),
        _ => new(Imidisation.PmdaOda, Decomposition.Inert, null),
    };

    /// <summary>The pyrolysis of PMDA-ODA with the prefactor at which the first loss is reached at a temperature (K).</summary>
    /// <remarks>On a ramp of rate b, ∫k dt = k(T) R T²/(E b)·(1 − 2RT/E) up to second order in RT/E.</remarks>
    private static Arrhenius BeginningAt(double temperature)
    {
        double energy = Decomposition.Inert.Energy, ratio = KineticConstants.Gas * temperature / energy;
        double reached = -Math.Log(1 - (FirstLoss / Decomposition.VolatileFraction));
        return Arrhenius.Through(reached * OnsetRamp / (temperature * ratio * (1 - (2 * ratio))), temperature, energy);
    }
}
