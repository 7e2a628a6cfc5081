using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Whether primaries move thermally, whether that opens their contacts, and how many steps it takes.</summary>
/// <remarks>
/// A contact that pulls with F_c and gives way by k is a well of depth E = F_c²/2k. Two spheres of drag ζ leave it (2k/ζ) √(E/πkT) e^(−E/kT) times per time (Kramers, a well with a sharp edge).
/// Only steps well below ζ/2k follow that; where hardly a contact opens so, longer ones do. Source: kramers-1940.
/// </remarks>
public static class ThermalMotion
{
    /// <summary>Péclet number below which thermal motion counts where the recipe leaves it open.</summary>
    public const double LargestPeclet = 100;

    /// <summary>k_B, J/K.</summary>
    public const double BoltzmannConstant = 1.380649e-23;

    /// <summary>Openings per contact in a whole run, unloaded, from which on they are followed.</summary>
    private const double FollowedOpenings = 0.01;

    /// <summary>Step that follows a contact opening, over ζ/2k.</summary>
    private const double ResolvedShare = 0.1;

    /// <summary>Greatest way of one sphere in a step where nothing touches, over its radius.</summary>
    private const double FreeWay = 0.1;

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

    /// <summary>Openings to be expected of a contact that nothing loads.</summary>
    /// <param name="pullOff">F_c.</param>
    /// <param name="stiffness">k.</param>
    /// <param name="drag">ζ of either sphere.</param>
    /// <param name="energy">kT.</param>
    /// <param name="time">For how long; any consistent units.</param>
    public static double Openings(double pullOff, double stiffness, double drag, double energy, double time)
    {
        double depth = pullOff * pullOff / (2 * stiffness * energy);
        return 2 * stiffness / drag * Math.Sqrt(depth / Math.PI) * Math.Exp(-depth) * time;
    }

    /// <summary>Longest step that follows thermal motion into and out of a contact: a tenth of the time in which the contact comes to rest.</summary>
    /// <param name="drag">ζ of the smaller of the two.</param>
    /// <param name="stiffness">k; any consistent units.</param>
    public static double ResolvedStep(double drag, double stiffness) => ResolvedShare * drag / (2 * stiffness);

    /// <summary>Longest step of a dispersion with thermal motion, s, and whether it follows contacts as they open.</summary>
    /// <param name="slurry">The solution.</param>
    /// <param name="interaction">Adhesion.</param>
    /// <param name="history">Flow.</param>
    /// <param name="smallest">Smallest radius, m; its contacts are the weakest.</param>
    /// <param name="stiffness">k of the contacts, N/m.</param>
    public static (double Time, bool Resolves) LongestStep(SlurryOptions slurry, InteractionOptions interaction, FlowHistory history, double smallest, double stiffness)
    {
        double energy = BoltzmannConstant * slurry.Temperature, drag = 6 * Math.PI * history.Viscosity * smallest, way = FreeWay * smallest;
        double openings = Openings(interaction.PullOffPerReducedRadius * smallest / 2, stiffness, drag, energy, Duration(history));
        double free = way * way * drag / (2 * energy);
        return openings > FollowedOpenings ? (Math.Min(free, ResolvedStep(drag, stiffness)), true) : (free, false);
    }

    /// <summary>Steps of a dispersion that its thermal motion alone needs, to a factor of about two; 0 without it.</summary>
    /// <remarks>
    /// A step lets neighbours move by the share m (<see cref="DispersionOptions.StepMotion"/>) of the smaller radius a. They move by √(7.5 D Δt) or so, D = kT/6πμa, so that a step lasts (m a)²/7.5 D, or as long as contacts that open allow.
    /// </remarks>
    /// <param name="options">The dispersion.</param>
    /// <param name="slurry">The solution.</param>
    /// <param name="interaction">Adhesion.</param>
    /// <param name="radius">Radii of the primaries, m.</param>
    public static double Steps(DispersionOptions options, SlurryOptions slurry, InteractionOptions interaction, double[] radius)
    {
        FlowHistory history = FlowHistory.Of(options, CarreauYasuda.Checked(slurry), new(0, StreamName.FlowHistory));
        double mean = radius.Average();
        if (!Acts(options, slurry, history, mean))
        {
            return 0;
        }

        double smallest = radius.Min(), way = options.StepMotion * smallest;
        double diffusion = BoltzmannConstant * slurry.Temperature / (6 * Math.PI * history.Viscosity * smallest);
        double longest = LongestStep(slurry, interaction, history, smallest, ContactModel.Stiffness(interaction, mean, ContactModel.DragLoad(history, mean))).Time;
        return Duration(history) / Math.Min(longest, way * way / (Spread * diffusion));
    }

    /// <summary>Time that a flow lasts, s.</summary>
    private static double Duration(FlowHistory history) => history.Stretches.Sum(s => s.Strain / history.RunRate(s));
}
