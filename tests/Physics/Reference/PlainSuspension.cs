using DispersionSim.Core;

namespace DispersionSim.Tests.Physics;

/// <summary>Spheres without inertia in unbounded simple shear, written as plainly as possible: double precision, every pair tried, explicit steps.</summary>
/// <remarks>
/// The independent answer to the engine: no list, no fixed point, no flow frame, no implicit solve, no shared code.
/// Units: 6πμa = 1 for a unit sphere. u = G z e_x.
/// </remarks>
internal sealed class PlainSuspension(Vector3d[] positions, double[] radii, double shearRate)
{
    private readonly Dictionary<(int I, int J), Springs> contacts = [];

    public Vector3d[] Position { get; } = (Vector3d[])positions.Clone();

    public double Stiffness { get; init; }

    /// <summary>Pull-off force over reduced radius.</summary>
    public double PullOffPerRadius { get; init; }

    public double Friction { get; init; }

    public double TangentialRatio { get; init; }

    public double RollingDisplacement { get; init; }

    /// <summary>Contact spot over R*^(2/3).</summary>
    public double Spot { get; init; }

    public IReadOnlyCollection<(int I, int J)> Pairs => contacts.Keys;

    public int Slips { get; private set; }

    /// <summary>One explicit Euler step: forces, velocities by dividing by the drag, positions, springs.</summary>
    public void Step(double dt)
    {
        int n = Position.Length;
        Vector3d[] force = new Vector3d[n], torque = new Vector3d[n];
        for (int i = 0; i < n; i++)
        {
            for (int j = i + 1; j < n; j++)
            {
                Load(i, j, force, torque);
            }
        }

        Vector3d[] v = [.. Enumerable.Range(0, n).Select(i => new Vector3d(shearRate * Position[i].Z, 0, 0) + (force[i] / radii[i]))];
        Vector3d[] w = [.. Enumerable.Range(0, n).Select(i => new Vector3d(0, shearRate / 2, 0) + (torque[i] / (4.0 / 3 * radii[i] * radii[i] * radii[i])))];
        foreach (((int i, int j), Springs s) in contacts)
        {
            Stretch(i, j, s, v, w, dt);
        }

        for (int i = 0; i < n; i++)
        {
            Position[i] += v[i] * dt;
        }
    }

    private (Vector3d Normal, double Distance, double Overlap) Between(int i, int j)
    {
        Vector3d d = Position[i] - Position[j];
        return (d.Normalized(), d.Length, radii[i] + radii[j] - d.Length);
    }

    private void Load(int i, int j, Vector3d[] force, Vector3d[] torque)
    {
        (Vector3d normal, double distance, double overlap) = Between(i, j);
        if (overlap <= 0)
        {
            contacts.Remove((i, j));
            return;
        }

        if (!contacts.TryGetValue((i, j), out Springs? s))
        {
            contacts[(i, j)] = s = new();
        }

        double reduced = radii[i] * radii[j] / (radii[i] + radii[j]), pullOff = PullOffPerRadius * reduced;
        double repulsion = (Stiffness * overlap) - pullOff, load = Math.Max(0, repulsion + (2 * pullOff));
        s.Slide = Limited(Flat(s.Slide, normal), Friction * load / (Stiffness * TangentialRatio));
        s.Roll = Limited(Flat(s.Roll, normal), RollingDisplacement / reduced);
        s.Twist = Math.Clamp(s.Twist, -RollingDisplacement / reduced, RollingDisplacement / reduced);
        double spot = Spot * Math.Pow(reduced, 2.0 / 3), twistLimit = 2.0 / 3 * Friction * spot * load;
        Vector3d f = (normal * repulsion) - (s.Slide * (Stiffness * TangentialRatio));
        Vector3d moment = (s.Roll * (2 * load * reduced)) + (normal * (twistLimit * reduced / RollingDisplacement * s.Twist));
        double share = distance / (radii[i] + radii[j]);
        force[i] += f;
        force[j] -= f;
        torque[i] += Vector3d.Cross(normal * (-radii[i] * share), f) - moment;
        torque[j] += Vector3d.Cross(normal * (radii[j] * share), -f) + moment;
    }

    private void Stretch(int i, int j, Springs s, Vector3d[] v, Vector3d[] w, double dt)
    {
        (Vector3d normal, double distance, _) = Between(i, j);
        double share = distance / (radii[i] + radii[j]);
        Vector3d atFirst = v[i] + Vector3d.Cross(w[i], normal * (-radii[i] * share)), atSecond = v[j] + Vector3d.Cross(w[j], normal * (radii[j] * share));
        Vector3d slip = atFirst - atSecond, turn = w[i] - w[j];
        s.Slide += (slip - (normal * Vector3d.Dot(slip, normal))) * dt;
        s.Roll += (turn - (normal * Vector3d.Dot(turn, normal))) * dt;
        s.Twist += Vector3d.Dot(turn, normal) * dt;
    }

    private Vector3d Limited(Vector3d spring, double longest)
    {
        if (spring.Length <= longest)
        {
            return spring;
        }

        Slips++;
        return spring * (longest / spring.Length);
    }

    /// <summary>A spring laid into the present tangent plane at its length.</summary>
    private static Vector3d Flat(Vector3d spring, Vector3d normal)
    {
        Vector3d t = spring - (normal * Vector3d.Dot(spring, normal));
        return t.Length > 0 ? t * (spring.Length / t.Length) : Vector3d.Zero;
    }

    private sealed class Springs
    {
        public Vector3d Slide { get; set; }

        public Vector3d Roll { get; set; }

        public double Twist { get; set; }
    }
}
