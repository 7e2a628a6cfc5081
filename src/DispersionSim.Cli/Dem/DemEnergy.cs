using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Imaging;

namespace DispersionSim.Cli;

/// <summary>The account of a granular run: one row of numbers a time.</summary>
internal sealed class DemEnergy(DemPlan plan)
{
    private readonly List<double[]> rows = [];
    private readonly List<double[]> accounts = [];

    /// <summary>Columns of energy.csv, SI units.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["step", "time", "kinetic_translational", "kinetic_rotational", "potential_gravity", "coordination", "largest_overlap", "fastest"];

    /// <summary>Columns of energy-account.csv: every term, and what is open.</summary>
    public static IReadOnlyList<string> AccountColumns { get; } = ["step", "time", .. EnergyTerms.All.Select(Name), "open"];

    public IReadOnlyList<double[]> Rows => rows;

    /// <summary>The energy account, where one is kept.</summary>
    public IReadOnlyList<double[]> Accounts => accounts;

    /// <summary>Enters a state once.</summary>
    public void Enter(DemState state)
    {
        if (rows.Count > 0 && rows[^1][0] >= state.Step)
        {
            return;
        }

        rows.Add(Row(state));
        if (state.Energies is { } account)
        {
            accounts.Add([state.Step, state.Time, .. EnergyTerms.All.Select(t => account[t]), account.Open]);
        }
    }

    /// <summary>All rows, for a run that goes on.</summary>
    public void Keep(ColumnBag bag)
    {
        bag.Set("account-rows", rows.SelectMany(r => r).ToArray());
        bag.Set("account-terms", accounts.SelectMany(r => r).ToArray());
    }

    public void Restore(ColumnBag bag)
    {
        rows.AddRange(bag.Get<double>("account-rows").Chunk(Columns.Count));
        accounts.AddRange(bag.Get<double>("account-terms").Chunk(AccountColumns.Count));
    }

    /// <summary>The account as areas one on the other: what is held, then what has been taken; what was given is the line that they reach.</summary>
    public Picture Plot()
    {
        double[] time = [.. accounts.Select(r => r[1])], floor = new double[accounts.Count];
        EnergyTerm[] drawn = [.. EnergyTerms.Held.Concat(EnergyTerms.Taken).Where(t => accounts.Any(r => r[Column(t)] != 0))];
        var areas = new List<Curve>();
        foreach (EnergyTerm term in drawn)
        {
            double[] top = [.. accounts.Select((r, k) => floor[k] + r[Column(term)])];
            areas.Add(new(Name(term).Replace('_', ' '), "time", "s", "energy", "J", time, top) { Low = floor, High = top });
            floor = top;
        }

        double start = EnergyTerms.Held.Sum(t => accounts[0][Column(t)]);
        areas.Add(new("start and given", "time", "s", "energy", "J", time, [.. accounts.Select(r => start + EnergyTerms.Given.Sum(t => r[Column(t)]))]));
        return PlotRenderer.Svg(areas, new("energy", "Energy held and taken, one on the other"));
    }

    private static int Column(EnergyTerm term) => 2 + (int)term;

    /// <summary>"KineticTranslational" as "kinetic_translational".</summary>
    private static string Name(EnergyTerm term) => string.Concat(term.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    private double[] Row(DemState state)
    {
        double sliding = 0, turning = 0, height = 0;
        for (int i = 0; i < plan.Grains.Count; i++)
        {
            double r = plan.Grains.Radius[i], mass = GrainSetup.MassOf(r, plan.Grains.Density[i]);
            sliding += mass * state.Readings[i].Velocity.LengthSquared / 2;
            turning += 0.2 * mass * r * r * state.Readings[i].Spin.LengthSquared;
            height -= mass * Vector3d.Dot(plan.Gravity, state.Positions[i]);
        }

        IReadOnlyList<(int I, int J)> contacts = state.Contacts();
        return [state.Step, state.Time, sliding, turning, height, 2.0 * contacts.Count / plan.Grains.Count, LargestOverlap(state, contacts), state.Fastest];
    }

    /// <summary>Greatest overlap of two particles, m.</summary>
    private double LargestOverlap(DemState state, IReadOnlyList<(int I, int J)> contacts) =>
        contacts.Select(c => plan.Grains.Radius[c.I] + plan.Grains.Radius[c.J] - state.Distance(c.I, c.J)).DefaultIfEmpty(0).Max();
}
