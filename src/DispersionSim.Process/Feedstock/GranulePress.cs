using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Process;

/// <summary>Spheres that repel, some of which stick to each other, drawn in to a packing: see <see cref="CompactedGranule"/>. Lengths in mean radii, stiffness of a contact 1, masses 1.</summary>
/// <remarks>
/// Contacts rest at an overlap of 0.002 of the sum of radii, so that what is left of their stretch does not open them. The radius of gyration is one soft spring of the whole.
/// Relaxed by the fast inertial relaxation engine (bitzek-2006).
/// </remarks>
internal sealed class GranulePress
{
    /// <summary>Overlap at rest, over the sum of radii.</summary>
    private const double Tightness = 0.002;

    /// <summary>Deviation from rest that is left, over the sum of radii.</summary>
    private const double Tolerance = 0.0005;

    /// <summary>Gap over the sum of radii at which a contact lets go, and below which one sticks.</summary>
    private const double LettingGo = 0.001;

    /// <summary>Sticking contacts a sphere, each counted at both ends.</summary>
    private const double MostSticking = 4.4;

    private const double HoldingStiffness = 0.05;
    private const double GyrationTolerance = 0.005;
    private const double FirstStep = 0.04;

    private readonly Vector3d[] velocity;
    private readonly Vector3d[] force;
    private readonly double[] share;
    private readonly PressedPairs near;
    private List<(int I, int J)> sticking;
    private double wanted;
    private double worst;
    private double gyrationStiffness = HoldingStiffness;

    public GranulePress(Vector3d[] position, double[] radius)
    {
        (Position, Radius) = (position, radius);
        (velocity, force) = (new Vector3d[position.Length], new Vector3d[position.Length]);
        double mass = AggregateShape.SumOfCubes(radius);
        share = Array.ConvertAll(radius, r => r * r * r / mass);
        near = new(position, radius);
        sticking = [.. ContactPairs.Find(position, radius)];
    }

    public Vector3d[] Position { get; }

    public double[] Radius { get; }

    /// <summary>Draws all in, alike everywhere, to the size of a homogeneous ball of a packing.</summary>
    public void DrawTo(double packing)
    {
        double own = 0;
        for (int i = 0; i < Radius.Length; i++)
        {
            own += 0.6 * share[i] * Radius[i] * Radius[i];
        }

        wanted = (0.6 * Math.Pow(AggregateShape.SumOfCubes(Radius) / packing, 2.0 / 3)) - own;
        double factor = Math.Sqrt(wanted / SpreadAbout(Centre()));
        for (int i = 0; i < Position.Length; i++)
        {
            Position[i] *= factor;
        }
    }

    /// <summary>Lets springs and repulsion come to rest, in at most so many steps.</summary>
    public void Relax(int most)
    {
        var steering = new Fire(FirstStep);
        Array.Clear(velocity);
        near.Renew();
        for (int k = 0; k < most && !AtRest(); k++)
        {
            Move(steering);
            near.RenewWhereMoved();
        }
    }

    /// <summary>Nothing holds the size any longer: what presses goes apart until it only touches.</summary>
    public void Release() => gyrationStiffness = 0;

    /// <summary>Sticking contacts that gape hold no longer.</summary>
    public void LetGo() => sticking = sticking.FindAll(p => Gap(p.I, p.J) < LettingGo);

    /// <summary>Touching spheres stick, nearest first, until there are enough of them.</summary>
    public void Stick()
    {
        HashSet<(int, int)> held = [.. sticking];
        int room = (int)(MostSticking * Radius.Length / 2) - sticking.Count;
        sticking.AddRange(near.Pairs.Where(p => Gap(p.I, p.J) < LettingGo && !held.Contains(p)).OrderBy(p => Gap(p.I, p.J)).Take(Math.Max(0, room)).ToList());
    }

    private double Gap(int i, int j) => ((Position[i] - Position[j]).Length / (Radius[i] + Radius[j])) - 1;

    private bool AtRest()
    {
        Array.Clear(force);
        worst = 0;
        Repel();
        Pull();
        Vector3d centre = Centre();
        double off = (SpreadAbout(centre) / wanted) - 1, stiffness = gyrationStiffness * off * Radius.Length;
        for (int i = 0; i < force.Length; i++)
        {
            force[i] -= stiffness * share[i] * (Position[i] - centre);
        }

        return worst < Tolerance && (gyrationStiffness == 0 || Math.Abs(off) < GyrationTolerance);
    }

    private void Repel()
    {
        for (int i = 0; i < force.Length; i++)
        {
            Vector3d own = Position[i];
            double radius = Radius[i];
            foreach (int j in near.Of(i))
            {
                Vector3d d = own - Position[j];
                double rest = (1 - Tightness) * (radius + Radius[j]), square = d.LengthSquared;
                if (square < rest * rest)
                {
                    Push(i, j, d, Math.Sqrt(square), rest);
                }
            }
        }
    }

    private void Pull()
    {
        foreach ((int i, int j) in sticking)
        {
            Vector3d d = Position[i] - Position[j];
            double rest = (1 - Tightness) * (Radius[i] + Radius[j]), distance = d.Length;
            if (distance > rest)
            {
                Push(i, j, d, distance, rest);
            }
        }
    }

    private void Push(int i, int j, Vector3d d, double distance, double rest)
    {
        worst = Math.Max(worst, Math.Abs(rest - distance) / rest);
        Vector3d f = (rest - distance) / distance * d;
        force[i] += f;
        force[j] -= f;
    }

    private void Move(Fire steering)
    {
        double power = 0, speeds = 0, forces = 0;
        for (int i = 0; i < force.Length; i++)
        {
            power += Vector3d.Dot(force[i], velocity[i]);
            speeds += velocity[i].LengthSquared;
            forces += force[i].LengthSquared;
        }

        (double old, double turned) = steering.Steer(power, speeds, forces);
        double step = steering.TimeStep;
        for (int i = 0; i < force.Length; i++)
        {
            velocity[i] = (old * velocity[i]) + ((turned + step) * force[i]);
            Position[i] += step * velocity[i];
        }
    }

    private Vector3d Centre()
    {
        Vector3d sum = Vector3d.Zero;
        for (int i = 0; i < share.Length; i++)
        {
            sum += share[i] * Position[i];
        }

        return sum;
    }

    private double SpreadAbout(Vector3d centre)
    {
        double sum = 0;
        for (int i = 0; i < share.Length; i++)
        {
            sum += share[i] * (Position[i] - centre).LengthSquared;
        }

        return sum;
    }
}
