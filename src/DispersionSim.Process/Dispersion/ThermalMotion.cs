using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Whether primaries move thermally, whether that opens their contacts, and what steps follow it.</summary>
/// <remarks>
/// A contact that pulls with F_c and gives way by k is a well of depth E = F_c²/2k. Two spheres of drag ζ leave it (2k/ζ) √(E/πkT) e^(−E/kT) times per time (a well with a sharp edge; source: kramers-1940).
/// Only steps well below ζ/2k follow that; longer ones leave contacts closed.
/// </remarks>
/// <param name="Acts">Primaries move thermally.</param>
/// <param name="Openings">Openings of the weakest contact in the whole run where nothing loads it; 0 where primaries do not move thermally, or the flow parts pairs anyway.</param>
/// <param name="Follows">Steps follow contacts as they open.</param>
/// <param name="LongestStep">Longest step, s.</param>
/// <param name="Steps">Steps that thermal motion alone needs, to a factor of about two.</param>
/// <param name="StepsToFollow">Steps that following contacts takes.</param>
public sealed record ThermalMotion(bool Acts, double Openings, bool Follows, double LongestStep, double Steps, double StepsToFollow)
{
    /// <summary>Péclet number below which thermal motion counts where the recipe leaves it open; above, it counts where it opens contacts.</summary>
    public const double LargestPeclet = 100;

    /// <summary>k_B, J/K.</summary>
    public const double BoltzmannConstant = 1.380649e-23;

    /// <summary>Openings of a contact from which on they count.</summary>
    private const double CountingOpenings = 0.01;

    /// <summary>Steps to which contacts are followed where the recipe leaves thermal motion open.</summary>
    private const double AffordableSteps = 1e6;

    /// <summary>Step that follows a contact opening, over ζ/2k.</summary>
    private const double FollowingShare = 0.25;

    /// <summary>Greatest way of one sphere in a step where nothing touches, over its radius.</summary>
    private const double FreeWay = 0.1;

    /// <summary>(relative motion of the pair that bounds a step)² over D Δt of the smallest primary: 5.5 where contacts hold it, 10 where primaries are free (measured on 60 of σ_g 1.4).</summary>
    private const double Spread = 7.5;

    private static readonly ThermalMotion None = new(false, 0, false, double.PositiveInfinity, 0, 0);

    /// <summary>Openings are more than the steps follow.</summary>
    public bool Misses => Openings > CountingOpenings && !Follows;

    /// <summary>Thermal motion of the primaries of a recipe.</summary>
    /// <param name="options">The dispersion.</param>
    /// <param name="slurry">The solution.</param>
    /// <param name="interaction">Adhesion.</param>
    /// <param name="radius">Radii of the primaries, m.</param>
    public static ThermalMotion Of(DispersionOptions options, SlurryOptions slurry, InteractionOptions interaction, double[] radius)
    {
        FlowHistory history = FlowHistory.Of(options, CarreauYasuda.Checked(slurry), new(0, StreamName.FlowHistory));
        double mean = radius.Average();
        return Of(options, slurry, interaction, history, radius, ContactModel.Stiffness(interaction, mean, ContactModel.DragLoad(history, mean)));
    }

    /// <summary>Thermal motion of primaries in a flow.</summary>
    /// <param name="options">The dispersion.</param>
    /// <param name="slurry">The solution.</param>
    /// <param name="interaction">Adhesion.</param>
    /// <param name="history">The flow.</param>
    /// <param name="radius">Radii of the primaries, m.</param>
    /// <param name="stiffness">k of their contacts, N/m.</param>
    /// <remarks>
    /// A step lets neighbours move by the share m (<see cref="DispersionOptions.StepMotion"/>) of the smaller radius a. They move by √(7.5 D Δt) or so, D = kT/6πμa, so that a step lasts (m a)²/7.5 D, or as long as contacts that open allow.
    /// </remarks>
    internal static ThermalMotion Of(DispersionOptions options, SlurryOptions slurry, InteractionOptions interaction, FlowHistory history, double[] radius, double stiffness)
    {
        // The smallest contacts are the weakest.
        double mean = radius.Average(), smallest = radius.Min(), energy = BoltzmannConstant * slurry.Temperature;
        double drag = 6 * Math.PI * history.Viscosity * smallest, time = history.Stretches.Sum(s => s.Strain / history.RunRate(s));
        double pullOff = interaction.PullOffPerReducedRadius * smallest / 2, pull = 3 * Math.PI * history.Stress * smallest * smallest;
        double openings = pull < pullOff ? OpeningRate(pullOff, stiffness, drag, energy) * time : 0;
        double peclet = 6 * Math.PI * history.Viscosity * history.FastestRate * mean * mean * mean / energy;
        if (options.Brownian == BrownianMotion.Off || (options.Brownian == BrownianMotion.Auto && peclet >= LargestPeclet && !(openings > CountingOpenings)))
        {
            return None;
        }

        double free = Math.Pow(FreeWay * smallest, 2) * drag / (2 * energy), bounded = Math.Pow(options.StepMotion * smallest, 2) * drag / (Spread * energy);
        double following = FollowingStep(drag, stiffness);
        bool follows = openings > CountingOpenings && (options.Brownian == BrownianMotion.On || time / following <= AffordableSteps);
        double longest = follows ? Math.Min(free, following) : free;
        return new(true, openings, follows, longest, time / Math.Min(longest, bounded), time / following);
    }

    /// <summary>Longest step that follows contacts as they open.</summary>
    /// <param name="drag">ζ of the smaller of two spheres.</param>
    /// <param name="stiffness">k of their contact; any consistent units.</param>
    public static double FollowingStep(double drag, double stiffness) => FollowingShare * drag / (2 * stiffness);

    /// <summary>Openings per time of a contact that nothing loads.</summary>
    /// <param name="pullOff">F_c.</param>
    /// <param name="stiffness">k.</param>
    /// <param name="drag">ζ of either sphere.</param>
    /// <param name="energy">kT; any consistent units.</param>
    private static double OpeningRate(double pullOff, double stiffness, double drag, double energy)
    {
        double depth = pullOff * pullOff / (2 * stiffness * energy);
        return 2 * stiffness / drag * Math.Sqrt(depth / Math.PI) * Math.Exp(-depth);
    }
}
