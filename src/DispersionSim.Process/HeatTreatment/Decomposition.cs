namespace DispersionSim.Process;

/// <summary>How far each path of decomposition has gone, 0…1.</summary>
/// <param name="Pyrolysed">Of the part that can leave without oxygen.</param>
/// <param name="Oxidised">Of everything, by oxygen.</param>
public readonly record struct DecompositionState(double Pyrolysed, double Oxidised);

/// <summary>Loss of cured polyimide to gas, without and with oxygen.</summary>
/// <remarks>
/// Remaining fraction of the cured binder: (1 − f α)(1 − β), dα/dt = (k_p − w k_inert) (1 − α), dβ/dt = w c k_air (1 − β).
/// Blend: w = p(O₂)/21 kPa, first order in oxygen (assumed). The air set was calibrated on the whole loss of PMDA-ODA in air and already holds
/// what heat alone does to it; so of a binder's own pyrolysis k_p only what exceeds that counts beside it. c: catalysis by copper, 1…10.
/// PMDA-ODA, k_p = k_inert: A = 7.3·10¹⁴ s⁻¹, E = 290 kJ/mol, volatile fraction f = 0.43. Air: A = 10⁶ s⁻¹, E = 150 kJ/mol, all of it.
/// Both assumed, calibrated to 5 % loss at 575 and 540 °C on 10 K/min. Valid 300–650 °C; other imides: <see cref="PolyimideChemistry"/>.
/// </remarks>
/// <param name="OxygenPressure">p(O₂), Pa.</param>
/// <param name="CopperCatalysis">c.</param>
public sealed record Decomposition(double OxygenPressure, double CopperCatalysis = 1)
{
    /// <summary>Share of the cured binder that pyrolysis can drive off; the rest is char.</summary>
    public const double VolatileFraction = 0.43;

    /// <summary>Pyrolysis of PMDA-ODA, 1/s.</summary>
    public static Arrhenius Inert { get; } = new(7.3e14, 290e3);

    /// <summary>Oxidation in air, 1/s.</summary>
    public static Arrhenius Air { get; } = new(1e6, 150e3);

    /// <summary>k_p, pyrolysis of this binder, 1/s.</summary>
    public Arrhenius Pyrolysis { get; init; } = Inert;

    /// <summary>w, the weight of the oxidative path.</summary>
    public double OxidativeWeight => OxygenPressure / Process.OxygenPressure.Air;

    /// <summary>State after a time (s) at a temperature (K): exact.</summary>
    public DecompositionState Advance(DecompositionState state, double temperature, double time)
    {
        double pyrolysis = Math.Max(0, Pyrolysis.At(temperature) - (OxidativeWeight * Inert.At(temperature))) * time;
        double oxidation = OxidativeWeight * CopperCatalysis * Air.At(temperature) * time;
        return new(1 - ((1 - state.Pyrolysed) * Math.Exp(-pyrolysis)), 1 - ((1 - state.Oxidised) * Math.Exp(-oxidation)));
    }

    /// <summary>Fraction of the cured binder's mass that remains.</summary>
    public static double Remaining(DecompositionState state) => (1 - (VolatileFraction * state.Pyrolysed)) * (1 - state.Oxidised);
}
