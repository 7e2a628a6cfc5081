using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Tension left in the binder by cooling on silicon or copper, which shrink less.</summary>
/// <remarks>
/// σ = E/(1 − ν) Δα (T_free − 25 °C): biaxial, elastic. Δα from 20·10⁻⁶ K⁻¹ (kapton-datasheet) and 2.6·10⁻⁶ of silicon or 16.5·10⁻⁶ of
/// copper (crc-handbook). T_free is the peak temperature, or the glass transition of a binder that flows if that is lower. 25 MPa on silicon
/// and 5 MPa on copper after 400 °C. Not modelled: creep, stress of curing.
/// </remarks>
public static class ResidualStress
{
    private const double Binder = 20e-6, Silicon = 2.6e-6, Copper = 16.5e-6;

    /// <summary>Stress on silicon at 25 °C, Pa.</summary>
    /// <param name="stressFreeTemperature">T_free, K.</param>
    public static double AfterCooling(double stressFreeTemperature) => Stress(Binder - Silicon, stressFreeTemperature);

    /// <summary>Stress on the foil at 25 °C, Pa.</summary>
    /// <param name="stressFreeTemperature">T_free, K.</param>
    public static double OnCopper(double stressFreeTemperature) => Stress(Binder - Copper, stressFreeTemperature);

    private static double Stress(double expansionDifference, double stressFreeTemperature)
    {
        Material binder = MaterialCatalog.Polyimide;
        return binder.YoungModulus.Value / (1 - binder.PoissonRatio.Value) * expansionDifference
            * Math.Max(0, stressFreeTemperature - KineticConstants.RoomTemperature);
    }
}
