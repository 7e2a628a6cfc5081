using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Cli;

/// <summary>The account of a granular run: one row of numbers a time.</summary>
internal sealed class DemEnergy(DemPlan plan)
{
    private readonly List<double[]> rows = [];

    /// <summary>Columns of energy.csv, SI units.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["step", "time", "kinetic_translational", "kinetic_rotational", "potential_gravity", "coordination", "largest_overlap", "fastest"];

    public IReadOnlyList<double[]> Rows => rows;

    /// <summary>Enters a state once.</summary>
    public void Enter(DemState state)
    {
        if (rows.Count == 0 || rows[^1][0] < state.Step)
        {
            rows.Add(Row(state));
        }
    }

    private double[] Row(DemState state)
    {
        double sliding = 0, turning = 0, height = 0;
        for (int i = 0; i < plan.Grains.Count; i++)
        {
            double r = plan.Grains.Radius[i], mass = GrainSetup.MassOf(r, plan.Grains.Density[i]);
            sliding += mass * state.Readings[i].Velocity.LengthSquared / 2;
            turning += 0.2 * mass * r * r * state.Readings[i].Spin.LengthSquared;
            height -= mass * Vector3d.Dot(plan.Gravity, plan.Domain.FromBox(state.Readings[i].Position));
        }

        IReadOnlyList<(int I, int J)> contacts = state.Contacts();
        return [state.Step, state.Time, sliding, turning, height, 2.0 * contacts.Count / plan.Grains.Count, LargestOverlap(state, contacts), state.Fastest];
    }

    /// <summary>Greatest overlap of two particles, m.</summary>
    private double LargestOverlap(DemState state, IReadOnlyList<(int I, int J)> contacts) =>
        contacts.Select(c => plan.Grains.Radius[c.I] + plan.Grains.Radius[c.J] - state.Distance(c.I, c.J)).DefaultIfEmpty(0).Max();
}
