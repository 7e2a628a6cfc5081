namespace DispersionSim.Process;

/// <summary>Oxygen in the furnace: what each atmosphere holds, and when it counts as non-oxidizing.</summary>
/// <remarks>
/// Default partial pressures, assumed: 0.1 Pa in argon and nitrogen (grade 5.0 holds 1–2 ppm of oxygen at 0.1 MPa);
/// 0.02 Pa in vacuum (0.1 Pa of residual air behind a rotary pump); 1e-25 Pa in argon–hydrogen (hydrogen leaves
/// no free oxygen; below the dissociation pressure of Cu₂O from 200 °C); 21 kPa in air.
/// </remarks>
public static class OxygenPressure
{
    /// <summary>Oxygen in air at one atmosphere, Pa.</summary>
    public const double Air = 21e3;

    /// <summary>
    /// Greatest partial pressure, Pa, at which an atmosphere is called non-oxidizing: 1 Pa, 10 ppm at atmospheric pressure.
    /// There the binder loses under 10⁻⁵ to oxygen in 10 h at 400 °C, and the default purge brings oxygen for 0.1 µm of Cu₂O.
    /// </summary>
    public const double NonOxidizingLimit = 1;

    /// <summary>Default of an atmosphere, Pa.</summary>
    public static double Default(FurnaceAtmosphere atmosphere) => atmosphere switch
    {
        FurnaceAtmosphere.Air => Air,
        FurnaceAtmosphere.Vacuum => 0.02,
        FurnaceAtmosphere.HydrogenArgon => 1e-25,
        _ => 0.1,
    };

    /// <summary>Partial pressure that a recipe asks for, Pa.</summary>
    public static double Of(HeatTreatmentOptions options) => options.OxygenPartialPressure ?? Default(options.Atmosphere);

    /// <summary>Whether the atmosphere of a recipe is non-oxidizing: its oxygen is at or below <see cref="NonOxidizingLimit"/>.</summary>
    public static bool IsNonOxidizing(HeatTreatmentOptions options) => Of(options) <= NonOxidizingLimit;
}
