using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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

    private static readonly Vector256<double> Ways = Vector256.Create(1.0, 1, 1, 0);
    private static readonly Vector256<double> Beyond = Vector256.Create(1e9, 1e9, 1e9, 1);

    private readonly Vector256<double>[] place;
    private readonly Vector256<double>[] velocity;
    private readonly double[] share;
    private readonly PressedForces force;
    private readonly PressedPairs near;
    private List<(int I, int J)> sticking;
    private double wanted;
    private double gyrationStiffness = HoldingStiffness;

    public GranulePress(Vector3d[] position, double[] radius)
    {
        Radius = radius;
        place = [.. position.Select((p, i) => Vector256.Create(p.X, p.Y, p.Z, (1 - Tightness) * radius[i])), Beyond];
        velocity = new Vector256<double>[position.Length];
        double mass = AggregateShape.SumOfCubes(radius);
        share = Array.ConvertAll(radius, r => r * r * r / mass);
        force = new(place);
        near = new(place, radius);
        sticking = [.. ContactPairs.Find(position, radius)];
    }

    public Vector3d[] Position => [.. place[..^1].Select(p => new Vector3d(p[0], p[1], p[2]))];

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
        Vector256<double> drawn = Vector256.Create(factor, factor, factor, 1);
        for (int i = 0; i < Radius.Length; i++)
        {
            place[i] *= drawn;
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

        // In the order of space, as the spheres are: a pull finds its two spheres near those of the last.
        sticking.Sort();
    }

    private double Gap(int i, int j) => (Math.Sqrt(Square(place[i] - place[j])) / (Radius[i] + Radius[j])) - 1;

    private bool AtRest()
    {
        force.Clear();
        force.Repel(near);
        force.Pull(CollectionsMarshal.AsSpan(sticking));
        Vector256<double> centre = Centre();
        double off = (SpreadAbout(centre) / wanted) - 1, stiffness = gyrationStiffness * off * Radius.Length;
        for (int i = 0; i < Radius.Length; i++)
        {
            force[i] -= stiffness * share[i] * (place[i] - centre);
        }

        return force.Worst < Tolerance && (gyrationStiffness == 0 || Math.Abs(off) < GyrationTolerance);
    }

    private void Move(Fire steering)
    {
        double power = 0, speeds = 0, forces = 0;
        for (int i = 0; i < Radius.Length; i++)
        {
            Vector256<double> f = force[i];
            power += Sum(f * velocity[i]);
            speeds += Square(velocity[i]);
            forces += Square(f);
        }

        (double old, double turned) = steering.Steer(power, speeds, forces);
        double step = steering.TimeStep;
        for (int i = 0; i < Radius.Length; i++)
        {
            velocity[i] = (old * velocity[i]) + ((turned + step) * (Ways * force[i]));
            place[i] += step * velocity[i];
        }
    }

    private Vector256<double> Centre()
    {
        Vector256<double> sum = Vector256<double>.Zero;
        for (int i = 0; i < share.Length; i++)
        {
            sum += share[i] * place[i];
        }

        return sum;
    }

    private double SpreadAbout(Vector256<double> centre)
    {
        double sum = 0;
        for (int i = 0; i < share.Length; i++)
        {
            sum += share[i] * Square(place[i] - centre);
        }

        return sum;
    }

    private static double Square(Vector256<double> v) => Sum(v * v);

    /// <summary>Of the three that are ways.</summary>
    private static double Sum(Vector256<double> v) => v[0] + v[1] + v[2];
}
