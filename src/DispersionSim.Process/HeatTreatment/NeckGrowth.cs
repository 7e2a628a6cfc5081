namespace DispersionSim.Process;

/// <summary>Growth of necks between silicon spheres by lattice diffusion.</summary>
/// <remarks>
/// x⁵ = 80 γ Ω a² ∫D/kT dt, D = 20 cm²/s exp(−4.4 eV/kT) (demond-1983), γ = 1.24 J/m², Ω = 2·10⁻²⁹ m³.
/// In 10 h with a = 250 nm: x/a = 2.6·10⁻⁴ at 400 °C, 0.067 at 800 °C, 0.51 at 1100 °C: at 400 °C silicon does not sinter.
/// Valid for x/a &lt; 0.5. Surface diffusion over clean silicon could give about 0.1 at 400 °C; native oxide and binder block it.
/// </remarks>
public sealed class NeckGrowth
{
    /// <summary>γ of silicon, J/m².</summary>
    internal const double SurfaceEnergy = 1.24;

    /// <summary>Ω, volume of a silicon atom, m³.</summary>
    internal const double AtomicVolume = 2e-29;

    /// <summary>Self-diffusion in the lattice, m²/s.</summary>
    internal static Arrhenius Diffusivity { get; } = new(20e-4, 4.4 * KineticConstants.ElectronVoltPerMole);

    private double integral;

    public void Advance(double temperature, double time) =>
        integral += 80 * SurfaceEnergy * AtomicVolume * Diffusivity.At(temperature) / (KineticConstants.Boltzmann * temperature) * time;

    /// <summary>Neck radius over particle radius, for spheres of radius a (m).</summary>
    public double RadiusRatio(double radius) => Math.Pow(integral / (radius * radius * radius), 0.2);
}
