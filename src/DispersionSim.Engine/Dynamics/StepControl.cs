namespace DispersionSim.Engine;

/// <summary>How far a step may go and how well it is solved.</summary>
public sealed record StepControl
{
    /// <summary>What sheared suspensions take: contacts open and meet one after another, so that pairs may turn three times as far as anything else moves; a sudden flow is taken up in short first steps; and the residual is small enough
    /// for a pair to come apart within 1 % of its strength (docs/physics/overdamped-step.md).</summary>
    /// <remarks>A straight way lengthens a turning pair by its square: below an overlap of 5·10⁻⁴ radii at pull-off, pairs turn less, so that this stays the same share of the overlap.</remarks>
    /// <param name="overlapAtPullOff">Overlap that the pull-off force makes, in radii: F_c/(k a).</param>
    /// <param name="residual">Relative residual where that is 0.005 or more; smaller in proportion below.</param>
    public static StepControl OfShear(double overlapAtPullOff, double residual = 1e-3) => new()
    {
        Events = true,
        Turn = Math.Clamp(3 * Math.Sqrt(overlapAtPullOff / 5e-4), 1, 3),
        FastShare = 0.001,
        FirstStrain = 1e-6,
        Residual = residual * Math.Clamp(overlapAtPullOff / 0.005, 0.02, 1),
    };

    /// <summary>Motion of neighbours relative to each other within a step, as a share of the smaller radius of the pair.</summary>
    public double Motion { get; init; } = 0.01;

    /// <summary>Turning of a pair that touches, as a multiple of <see cref="Motion"/>: across the line of centres no force changes at first order, and the solve foresees what a straight way takes the pair apart.</summary>
    /// <remarks>Longer steps let more contacts open at once, so that a multiple above 1 goes with <see cref="Events"/>.</remarks>
    public double Turn { get; init; } = 1;

    /// <summary>Share of the touching pairs that may turn <see cref="FastTurn"/> times as far as the others in a step; none by default, and none where there are too few pairs for one.</summary>
    /// <remarks>The fastest of many pairs is the faster the more there are, and would set the step of all.</remarks>
    public double FastShare { get; init; }

    /// <summary>How much farther than the others those few may turn.</summary>
    public double FastTurn { get; init; } = 2;

    /// <summary>As <see cref="Motion"/>, for a particle and the liquid's surface, whose force changes over a whole radius.</summary>
    public double InterfaceMotion { get; init; } = 0.1;

    /// <summary>Contacts that open or meet within an implicit step do so one after another, the step being solved again after each. Off by default.</summary>
    /// <remarks>
    /// Otherwise contacts open between steps: where a step loads many beyond their strength, all of them open at once, while the first to go would have relieved the rest; and a pair that
    /// lands stiffly pushes its neighbours apart.
    /// </remarks>
    public bool Events { get; init; }

    /// <summary>Relative residual of the implicit solve.</summary>
    public double Residual { get; init; } = 1e-2;

    /// <summary>Iterations after which a step is retried at half its length.</summary>
    public int IterationLimit { get; init; } = 400;

    /// <summary>Longest step as a share of the time in which the flow strains by one.</summary>
    public double StrainPerStep { get; init; } = 0.05;

    /// <summary>Longest first step, in the same measure: a load that comes at once is then taken up in pieces, for steps grow by at most 1.3.</summary>
    public double FirstStrain { get; init; } = double.PositiveInfinity;

    /// <summary>Longest step, simulation units of time.</summary>
    public double LongestTime { get; init; } = double.PositiveInfinity;

    /// <summary>Share of an implicit step's motion after which springs push: 1, its end, which damps whatever is faster than the step, or ½, its middle.</summary>
    /// <remarks>With ½, thermal motion gives a linear spring its variance kT/k whatever the step's length; with 1 that over 1 + k Δt/ζ (pair, k between equal spheres of drag ζ).</remarks>
    public double Foreseen { get; init; } = 1;

    /// <summary>How the velocities of a step are found.</summary>
    public Integrator Integrator { get; init; } = Integrator.Implicit;

    /// <summary>Explicit steps as a share of the stability limit.</summary>
    public double StabilityShare { get; init; } = 0.9;
}
