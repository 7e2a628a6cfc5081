using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>All particles at one time, in the user's coordinates and order, SI units.</summary>
internal sealed class DemState
{
    private readonly DemPlan plan;
    private readonly GranularSystem system;
    private readonly Vector3d drift;

    private DemState(DemPlan plan, GranularSystem system, long step)
    {
        (this.plan, this.system, Step) = (plan, system, step);
        Readings = system.Read();
        (Energies, BondsHold) = (system.Energies, system.BondsHold);
        Tilt = system.Box.Tilt * system.Scale.Length;

        // The engine's flow is at rest at the lower side of the box, the user's in its middle.
        double rate = system.Box.ShearRate / system.Scale.Time, middle = plan.Domain.Size.Along((int)system.Box.GradientAxis) / 2;
        drift = DemVector.Make(a => a == (int)system.Box.FlowAxis ? rate * middle * Time : 0);
    }

    public long Step { get; }

    public double Time => Step * plan.TimeStep;

    /// <summary>As the engine gives them: positions in its box, velocities relative to the flow.</summary>
    public IReadOnlyList<GrainReading> Readings { get; }

    /// <summary>Shift of the sheared box along the flow, m.</summary>
    public double Tilt { get; }

    /// <summary>Where the particles are for the user, m.</summary>
    public IReadOnlyList<Vector3d> Positions => field ??= [.. Readings.Select(r => plan.Domain.FromBox(r.Position, drift))];

    /// <summary>The energy account, where one is kept.</summary>
    public EnergyAccount? Energies { get; }

    /// <summary>Whether each bond holds.</summary>
    public IReadOnlyList<bool> BondsHold { get; }

    /// <summary>Greatest speed relative to the flow, m/s.</summary>
    public double Fastest => Readings.Max(r => r.Velocity.Length);

    /// <summary>The state after a number of steps.</summary>
    /// <exception cref="SimulationException">A particle that has left the domain or gone through a wall.</exception>
    public static DemState Of(DemPlan plan, GranularSystem system, long step)
    {
        var state = new DemState(plan, system, step);
        for (int i = 0; i < state.Readings.Count; i++)
        {
            state.Check(i);
        }

        return state;
    }

    /// <summary>Particles as their table; velocities with that of the flow.</summary>
    public GrainTable Table() => plan.Grains with
    {
        Place = [],
        Position = [.. Positions],
        Velocity = [.. Readings.Select(r => r.Velocity + plan.Flow(r.Position))],
        Spin = [.. Readings.Select(r => r.Spin)],
    };

    /// <summary>Pairs that overlap.</summary>
    public IReadOnlyList<(int I, int J)> Contacts()
    {
        // Images across the gradient are shifted by the tilt: they are laid out as copies, and the search takes that axis as open.
        DemDomain domain = plan.Domain;
        Vector3d[] at = [.. Positions.Select(p => p - domain.Low)];
        if (plan.Case.Box.Shear is not { } shear)
        {
            return Analysis.Contacts.Find(domain.Contacts, at, plan.Grains.Radius, 0);
        }

        int axis = (int)shear.Gradient;
        Vector3d image = DemVector.Make(a => a == (int)shear.Flow ? Tilt : a == axis ? domain.Size.Along(axis) : 0);
        int[] low = [.. Enumerable.Range(0, at.Length).Where(i => at[i].Along(axis) < 2 * plan.Grains.Radius.Max())];
        Domain open = new(domain.Size, domain.Periodic[0] && axis != 0, domain.Periodic[1] && axis != 1, domain.Periodic[2] && axis != 2);
        IEnumerable<(int I, int J)> pairs = Analysis.Contacts.Find(open, [.. at, .. low.Select(i => at[i] + image)], [.. plan.Grains.Radius, .. low.Select(i => plan.Grains.Radius[i])], 0);
        return [.. pairs.Where(p => p.I < at.Length).Select(p => (p.I, p.J < at.Length ? p.J : low[p.J - at.Length]))];
    }

    /// <summary>Distance of two centres, nearest images, m.</summary>
    public double Distance(int i, int j)
    {
        Vector3d d = Readings[j].Position - Readings[i].Position;
        if (plan.Case.Box.Shear is { } shear)
        {
            double length = plan.Domain.Size.Along((int)shear.Gradient), turns = Math.Round(d.Along((int)shear.Gradient) / length);
            d -= DemVector.Make(a => a == (int)shear.Flow ? turns * Tilt : a == (int)shear.Gradient ? turns * length : 0);
        }

        return plan.Domain.Contacts.Nearest(d).Length;
    }

    private void Check(int i)
    {
        Vector3d at = Readings[i].Position;
        if (plan.Domain.LostAlong(at) is { } axis)
        {
            throw Fault(i, $"has left the domain along {DemVector.Name(axis)}, at {plan.Domain.FromBox(at).Along(axis):G4} m; likely cause: nothing holds it there; add a [[wall]], or give a larger box.size along {DemVector.Name(axis)}");
        }

        for (int k = 0; k < plan.Case.Wall.Count; k++)
        {
            if (plan.Walls.Height(k, plan.Domain.FromBox(at), Time) < 0)
            {
                throw Fault(i, $"has gone through wall.{k}; likely cause: the wall is too soft for its speed or load");
            }
        }
    }

    private SimulationException Fault(int i, string what) => new($"step {Step}: particle {plan.Grains.Id[i]} {what}");
}
