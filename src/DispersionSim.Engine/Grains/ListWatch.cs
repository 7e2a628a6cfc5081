namespace DispersionSim.Engine;

/// <summary>Which pairs a table holds: those that come as near as a slack within a time, if they move on as they do.</summary>
/// <param name="Slack">Gap.</param>
/// <param name="Time">How far the table looks ahead.</param>
internal readonly record struct Foresight(double Slack, double Time);

/// <summary>How far lists reach.</summary>
/// <param name="Wide">Gap up to which pairs are searched.</param>
/// <param name="Middle">Gap up to which they are candidates, where these are narrowed anew.</param>
/// <param name="Pairs">Which candidates are packed into tables.</param>
/// <param name="Walls">Gap up to which contacts with walls are.</param>
internal readonly record struct ListReach(double Wide, double? Middle, Foresight Pairs, double Walls);

/// <summary>Tells how long lists hold, and how far the next ones reach.</summary>
/// <remarks>
/// Two particles that move on straight keep at least their gap less the time times the speed at which they approach each other: max(0, −v·n), flow
/// included. Forces bend the way: step by step no relative velocity changes by more than the range of all changes Δu, so that no pair strays from
/// it by more than Σ Δt Σ Δu. A table is made anew when that sum has used up its slack or its time is over. Few pairs of a crowd meet soon, so that such
/// a table is shorter than one of all pairs within the way of the two fastest.
/// Searched pairs and walls are held to the motion that there was.
/// </remarks>
internal sealed class ListWatch
{
    /// <summary>What a table costs, in pairs evaluated for nothing once a step, over how many more of them a slack of a mean radius brings in.</summary>
    private const double TableCost = 0.27;

    private const double SearchSteps = 48;

    /// <summary>How many steps of the two fastest pairs narrowed from the searched ones last, and the share of a search's reach above which it is not worth while.</summary>
    private const double MiddleSteps = 12;
    private const double MiddleShare = 0.7;
    private const double WallSteps = 8;
    private const double MostSteps = 10_000;

    private readonly double meanRadius;
    private readonly double leastWide;
    private readonly double leastNarrow;
    private double path;
    private double wallPath;
    private double middlePath;
    private double straying;
    private double timeLeft;
    private double approachThen;
    private Motion last;

    /// <summary>A watch over lists that begin with their least reach and no foresight.</summary>
    /// <param name="meanRadius">Mean radius of the particles.</param>
    /// <param name="leastWide">Least gap up to which pairs are searched.</param>
    /// <param name="leastNarrow">Least gap up to which contacts with walls are listed, and pairs at first.</param>
    public ListWatch(double meanRadius, double leastWide, double leastNarrow)
    {
        (this.meanRadius, this.leastWide, this.leastNarrow) = (meanRadius, leastWide, leastNarrow);
        (Wide, Walls, Pairs) = (leastWide, leastNarrow, new(leastNarrow, 0));
    }

    /// <summary>Gap up to which pairs and walls are searched.</summary>
    public double Wide { get; private set; }

    /// <summary>Gap up to which searched pairs are candidates for tables; infinite where all are.</summary>
    public double Middle { get; private set; } = double.PositiveInfinity;

    /// <summary>Whether candidates must be narrowed anew for the next tables.</summary>
    public bool Narrows { get; private set; }

    /// <summary>Gap up to which contacts with walls are listed.</summary>
    public double Walls { get; private set; }

    /// <summary>Which of the searched pairs are.</summary>
    public Foresight Pairs { get; private set; }

    /// <summary>Whether the tables may miss a contact from now on.</summary>
    public bool IsOver => path > Pairs.Slack || wallPath > Walls || timeLeft < 0;

    /// <summary>What the tables made last depend on.</summary>
    public double[] State
    {
        get => [Wide, Walls, Pairs.Slack, Pairs.Time, approachThen];
        set
        {
            (Wide, Walls, Pairs, approachThen) = (value[0], value[1], new(value[2], value[3]), value[4]);
            Begin();
        }
    }

    /// <summary>How far lists reach now, and further by a gap at which contacts still hold.</summary>
    public ListReach Reach(double hold) => new(Wide + hold, Narrows ? Middle + hold : null, Pairs with { Slack = Pairs.Slack + hold }, Walls + hold);

    /// <summary>Takes note of a motion after which velocities were changed by forces alone.</summary>
    public void Note(Motion motion)
    {
        straying += motion.Change;
        Pass(motion);
    }

    /// <summary>Takes note of a motion whose velocities were set at will: nothing is known of them but how fast they are.</summary>
    public void NoteSteered(Motion motion)
    {
        straying = motion.Approach + approachThen;
        Pass(motion);
    }

    /// <summary>Takes note that all particles were stopped.</summary>
    public void NoteStop() => straying = Math.Max(straying, approachThen);

    /// <summary>Chooses how far the next tables reach; returns whether pairs must be searched anew for them.</summary>
    /// <param name="moved">How far two particles have moved against each other since the last search.</param>
    /// <param name="search">Whether they are searched anew in any case.</param>
    /// <remarks>
    /// A table of n steps costs C/n a step, and pairs that do not touch as its slack, Δt Δu n²/2: the sum is least at n ∝ (C/Δt Δu)^(1/3). Searches that last
    /// 48 steps of the two fastest were cheapest on falling and on sheared grains. Slow systems keep their least skins.
    /// </remarks>
    public bool Choose(double moved, bool search)
    {
        double way = last.Approach * last.Time, bend = last.Change * last.Time, wide = Math.Max(leastWide, SearchSteps * way);
        double steps = Math.Clamp(Math.Min(Math.Cbrt(TableCost * meanRadius / bend), wide / (3 * way)), 2, MostSteps);
        Pairs = new(Math.Max(leastNarrow / 4, bend * steps * (steps + 1) / 2), steps * last.Time);
        Walls = Math.Max(leastNarrow, WallSteps * last.AgainstWalls * last.Time);
        approachThen = last.Approach;
        double pairs = Pairs.Slack + (Pairs.Time * last.Approach), reach = Math.Max(Walls, pairs);
        search |= moved + reach > Wide;
        if (search)
        {
            Wide = Math.Max(wide, 2 * reach);
            Middle = double.PositiveInfinity;
        }

        Narrows = (search && pairs + (MiddleSteps * way) < MiddleShare * Wide) || middlePath + pairs > Middle;
        if (search || Narrows)
        {
            (Middle, middlePath) = (Narrows ? pairs + (MiddleSteps * way) : Middle, 0);
        }

        Begin();
        return search;
    }

    private void Pass(Motion motion)
    {
        path += (straying + motion.Dilation) * motion.Time;
        wallPath += motion.AgainstWalls * motion.Time;
        middlePath += (motion.Approach + motion.Dilation) * motion.Time;
        timeLeft -= motion.Time;
        last = motion;
    }

    /// <summary>Rounding of the sum of time steps is no reason to look again a step early.</summary>
    private void Begin() => (path, wallPath, straying, timeLeft) = (0, 0, 0, Pairs.Time * (1 + 1e-9));

    /// <summary>Bounds of a motion.</summary>
    /// <param name="Time">How long it took.</param>
    /// <param name="Approach">Speed at which no two listed particles approach each other faster.</param>
    /// <param name="Change">No relative velocity of two particles has changed by more since the motion before.</param>
    /// <param name="Dilation">Speed at which a box that grows or shrinks moves listed particles against each other.</param>
    /// <param name="AgainstWalls">No particle is faster against a wall.</param>
    public readonly record struct Motion(double Time, double Approach, double Change, double Dilation, double AgainstWalls);
}
