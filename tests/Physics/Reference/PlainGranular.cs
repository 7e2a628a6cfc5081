using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Tests.Physics;

/// <summary>A sphere with inertia, SI units.</summary>
internal sealed class PlainSphere(double radius, double density, Vector3d position, Vector3d velocity, Vector3d spin)
{
    public double Radius { get; } = radius;

    public double Mass { get; } = density * 4 / 3 * Math.PI * radius * radius * radius;

    public double Inertia => 0.4 * Mass * Radius * Radius;

    public Vector3d Position { get; set; } = position;

    public Vector3d Velocity { get; set; } = velocity;

    public Vector3d Spin { get; set; } = spin;

    public Vector3d Force { get; set; }

    public Vector3d Torque { get; set; }

    public double KineticEnergy => (Mass * Velocity.LengthSquared / 2) + (Inertia * Spin.LengthSquared / 2);
}

/// <summary>A plane wall at rest and its contact law.</summary>
internal sealed record PlainWall(Vector3d Point, Vector3d Normal, PlainContact Law);

/// <summary>Spheres with inertia, written as plainly as possible: double precision, every pair tried at every step, histories in a dictionary.</summary>
/// <remarks>
/// The independent answer to the granular engine: no list, no fixed point, no leapfrog, no lanes. Velocity Verlet with forces from half-step velocities;
/// the forces of step 0 come from the given velocities and advance no history. SI units.
/// </remarks>
internal sealed class PlainGranular(IReadOnlyList<PlainSphere> spheres, PlainContact law, double timeStep)
{
    private readonly Dictionary<(int First, int Second), ContactHistory<Precise>> histories = [];
    private bool prepared;

    public IReadOnlyList<PlainSphere> Spheres => spheres;

    public IReadOnlyList<PlainWall> Walls { get; init; } = [];

    public Vector3d Gravity { get; init; }

    /// <summary>Lengths of a periodic box; 0 along an open axis.</summary>
    public Vector3d Period { get; init; }

    public double Time { get; private set; }

    public double KineticEnergy => spheres.Sum(s => s.KineticEnergy);

    public IReadOnlyDictionary<(int First, int Second), ContactHistory<Precise>> Histories => histories;

    /// <summary>Forces of step 0.</summary>
    public void Prepare()
    {
        Evaluate(0);
        prepared = true;
    }

    public void Advance(long steps)
    {
        if (!prepared)
        {
            Prepare();
        }

        for (long k = 0; k < steps; k++)
        {
            Kick();
            foreach (PlainSphere s in spheres)
            {
                s.Position += s.Velocity * timeStep;
            }

            Evaluate(timeStep);
            Kick();
            Time += timeStep;
        }
    }

    private void Kick()
    {
        foreach (PlainSphere s in spheres)
        {
            s.Velocity += s.Force * (timeStep / 2 / s.Mass);
            s.Spin += s.Torque * (timeStep / 2 / s.Inertia);
        }
    }

    private void Evaluate(double time)
    {
        foreach (PlainSphere s in spheres)
        {
            (s.Force, s.Torque) = (Gravity * s.Mass, Vector3d.Zero);
        }

        for (int i = 0; i < spheres.Count; i++)
        {
            for (int j = i + 1; j < spheres.Count; j++)
            {
                Pair(i, j, time);
            }

            for (int w = 0; w < Walls.Count; w++)
            {
                Wall(i, w, time);
            }
        }
    }

    private void Pair(int i, int j, double time)
    {
        PlainSphere a = spheres[i], b = spheres[j];
        Vector3d d = Nearest(a.Position - b.Position);
        double overlap = a.Radius + b.Radius - d.Length, reduced = a.Radius * b.Radius / (a.Radius + b.Radius);
        if (overlap <= 0 && !histories.ContainsKey((i, j)))
        {
            return;
        }

        var state = new PlainState(
            d / d.Length, overlap, reduced, a.Mass * b.Mass / (a.Mass + b.Mass),
            a.Velocity - b.Velocity, (a.Spin * a.Radius) + (b.Spin * b.Radius), a.Spin - b.Spin);
        PlainAnswer answer = Answer((i, j), law, state, reduced, time);
        double half = overlap / 2;
        a.Force += answer.Force;
        b.Force -= answer.Force;
        a.Torque += (answer.Lever * (a.Radius - half)) + answer.Moment;
        b.Torque += (answer.Lever * (b.Radius - half)) - answer.Moment;
    }

    private void Wall(int i, int w, double time)
    {
        PlainSphere a = spheres[i];
        PlainWall wall = Walls[w];
        double overlap = a.Radius - Vector3d.Dot(a.Position - wall.Point, wall.Normal);
        if (overlap <= 0 && !histories.ContainsKey((i, -1 - w)))
        {
            return;
        }

        var state = new PlainState(wall.Normal, overlap, a.Radius, a.Mass, a.Velocity, a.Spin * a.Radius, a.Spin);
        PlainAnswer answer = Answer((i, -1 - w), wall.Law, state, a.Radius, time);
        a.Force += answer.Force;
        a.Torque += (answer.Lever * a.Radius) + answer.Moment;
    }

    private PlainAnswer Answer((int, int) pair, PlainContact contact, in PlainState state, double reducedRadius, double time)
    {
        histories.TryGetValue(pair, out ContactHistory<Precise> history);
        PlainAnswer answer = contact.Evaluate(in state, time, ref history);
        histories[pair] = history;
        if (state.Overlap < -contact.Reach(reducedRadius))
        {
            histories.Remove(pair);
        }

        return answer;
    }

    private Vector3d Nearest(Vector3d d) => new(Nearest(d.X, Period.X), Nearest(d.Y, Period.Y), Nearest(d.Z, Period.Z));

    private static double Nearest(double d, double period) => period > 0 ? d - (period * Math.Round(d / period)) : d;
}
