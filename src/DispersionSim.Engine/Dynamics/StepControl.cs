namespace DispersionSim.Engine;

/// <summary>How far a step may go and how well it is solved.</summary>
public sealed record StepControl
{
    /// <summary>What sheared suspensions of softened contacts take: contacts open and meet one after another, so that steps may be as long as turning three times the motion allows; a sudden flow is taken up in short first steps.</summary>
    public static StepControl OfShear { get; } = new() { Events = true, Turn = 3, FastShare = 0.001, FirstStrain = 1e-6 };

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

    /// <summary>How the velocities of a step are found.</summary>
    public Integrator Integrator { get; init; } = Integrator.Implicit;

    /// <summary>Explicit steps as a share of the stability limit.</summary>
    public double StabilityShare { get; init; } = 0.9;
}
