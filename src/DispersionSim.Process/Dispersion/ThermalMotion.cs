using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Whether primaries move thermally, and how many steps that takes.</summary>
public static class ThermalMotion
{
    /// <summary>Péclet number below which thermal motion counts where the recipe leaves it open.</summary>
    public const double LargestPeclet = 100;

    /// <summary>k_B, J/K.</summary>
    public const double BoltzmannConstant = 1.380649e-23;

    /// <summary>(relative motion of the pair that bounds a step)² over D Δt of the smallest primary: 5.5 where contacts hold it, 10 where primaries are free (measured on 60 of σ_g 1.4).</summary>
    private const double Spread = 7.5;

    /// <summary>True where a recipe has primaries of a mean radius move thermally.</summary>
    /// <param name="options">The dispersion.</param>
    /// <param name="slurry">The solution.</param>
    /// <param name="history">Its flow.</param>
    /// <param name="radius">Mean radius, m.</param>
    public static bool Acts(DispersionOptions options, SlurryOptions slurry, FlowHistory history, double radius)
    {
        double peclet = 6 * Math.PI * history.Viscosity * history.FastestRate * radius * radius * radius / (BoltzmannConstant * slurry.Temperature);
        return options.Brownian == BrownianMotion.On || (options.Brownian == BrownianMotion.Auto && peclet < LargestPeclet);
    }

    /// <summary>Steps of a dispersion that its thermal motion alone needs, to a factor of about two; 0 without it.</summary>
    /// <remarks>
    /// A step lets neighbours move by the share m (<see cref="DispersionOptions.StepMotion"/>) of the smaller radius a. They move by √(7.5 D Δt) or so, D = kT/6πμa, so that a step lasts (m a)²/7.5 D.
    /// </remarks>
    /// <param name="options">The dispersion.</param>
    /// <param name="slurry">The solution.</param>
    /// <param name="radius">Radii of the primaries, m.</param>
    public static double Steps(DispersionOptions options, SlurryOptions slurry, double[] radius)
    {
        FlowHistory history = FlowHistory.Of(options, CarreauYasuda.Checked(slurry), new(0, StreamName.FlowHistory));
        if (!Acts(options, slurry, history, radius.Average()))
        {
            return 0;
        }

        double smallest = radius.Min(), way = options.StepMotion * smallest;
        double diffusion = BoltzmannConstant * slurry.Temperature / (6 * Math.PI * history.Viscosity * smallest);
        return history.Stretches.Sum(s => s.Strain / history.RunRate(s)) * Spread * diffusion / (way * way);
    }
}
