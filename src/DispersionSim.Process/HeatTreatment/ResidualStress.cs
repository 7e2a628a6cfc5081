using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Tension left in the binder by cooling on silicon, which shrinks less.</summary>
/// <remarks>
/// σ = E/(1 − ν) Δα (T_free − 25 °C): biaxial, elastic. Δα = 17.4·10⁻⁶ K⁻¹ from 20·10⁻⁶ (kapton-datasheet) and 2.6·10⁻⁶ (crc-handbook).
/// T_free is the peak temperature, or the glass transition of a thermoplastic if that is lower. 25 MPa after 400 °C.
/// Not modelled: creep, stress of curing, the foil.
/// </remarks>
public static class ResidualStress
{
    private const double ExpansionDifference = 20e-6 - 2.6e-6;

    /// <summary>Stress at 25 °C, Pa.</summary>
    /// <param name="stressFreeTemperature">T_free, K.</param>
    public static double AfterCooling(double stressFreeTemperature)
    {
        Material binder = MaterialCatalog.Polyimide;
        return binder.YoungModulus.Value / (1 - binder.PoissonRatio.Value) * ExpansionDifference
            * Math.Max(0, stressFreeTemperature - KineticConstants.RoomTemperature);
    }
}
