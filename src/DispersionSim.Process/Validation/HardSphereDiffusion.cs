using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Process;

/// <summary>Long-time self-diffusion of Brownian hard spheres without hydrodynamic interaction; lengths in radii, times in a²/D₀.</summary>
/// <param name="Side">Spheres along an edge of the start's lattice.</param>
/// <param name="Step">Time step.</param>
/// <param name="Look">L: the places are looked at once in this time; the structure of the start is forgotten after three times as long.</param>
/// <param name="Looks">Looks in all.</param>
/// <param name="Starts">Independent runs, numbered from 0; each has its own random numbers.</param>
/// <remarks>
/// Beside each run goes its free twin: the same random numbers, spheres that pass through each other. Let Y be what the meetings displaced a sphere by in a time t, the way in the run less the way of
/// the twin. In equilibrium forces read backwards in time are as they were, and displacements change their sign: ⟨way·Y⟩ = 0, so that ⟨way²⟩ = 6 D₀t − ⟨Y²⟩. Then
/// D_L/D₀ = 1 − (⟨Y²⟩(2L) − ⟨Y²⟩(L))/6L. Y is small where spheres seldom meet: ⟨Y²⟩ scatters less than the squared way (at φ = 0.1, L = 2: 0.836 ± 0.002 against 0.835 ± 0.006 of the same runs).
/// Two things are known and taken into account. At a time t the share (σ²/2D₀t)^(3/2)/4√π of the slowing is still to come (exact to first order in φ; hanna-1982). And a step that moves two spheres apart
/// by 2√Δt overlooks meetings as if they were smaller by 0.5826 times that, which is −ζ(½)/√2π (siegmund-1979): the box holds φ of spheres of that size.
/// </remarks>
public sealed record HardSphereDiffusion(int Side, double Step, double Look, int Looks, int Starts)
{
    /// <summary>kT/k over a²: a collision goes √(kT/k) = 0.01 radii deep.</summary>
    private const double Softness = 1e-4;

    private const int LooksToForget = 3;

    /// <summary>−ζ(½)/√2π.</summary>
    private const double Overlooked = 0.5826;

    /// <summary>D_L/D₀ at a volume fraction, and its standard error from the scatter of the starts.</summary>
    public (double Mean, double StandardError) At(double fraction)
    {
        double edge = Side * Math.Cbrt(4.0 / 3 * Math.PI / fraction) * (1 - (Overlooked * Math.Sqrt(Step)));
        double[] slowed = [.. Enumerable.Range(0, Starts).AsParallel().AsOrdered().Select(start => Slowed(edge, start))];
        double mean = slowed.Average(), variance = slowed.Sum(s => (s - mean) * (s - mean)) / (Starts - 1);
        return (1 - mean, Math.Sqrt(variance / Starts));
    }

    /// <summary>Mean of (σ²/2D₀t)^(3/2)/4√π over t from L to 2L, with σ = 2.</summary>
    private double StillToCome => Math.Sqrt(2 / Math.PI) * (1 - Math.Sqrt(0.5)) / (Look * Math.Sqrt(Look));

    /// <summary>(⟨Y²⟩(2L) − ⟨Y²⟩(L))/6L of a run, and what is still to come.</summary>
    private double Slowed(double edge, int start)
    {
        List<Vector3d[]> meeting = Ways(edge, 1 / Softness, start), free = Ways(edge, 0, start);
        Vector3d[][] displaced = [.. meeting.Zip(free, (m, f) => m.Zip(f, (a, b) => a - b).ToArray())];
        return (MeanSquare(displaced, 2) - MeanSquare(displaced, 1)) / (6 * Look * (1 - StillToCome));
    }

    private static double MeanSquare(Vector3d[][] displaced, int looks) => Enumerable.Range(LooksToForget, displaced.Length - looks - LooksToForget)
        .Average(from => displaced[from + looks].Zip(displaced[from], (later, now) => (later - now).LengthSquared).Average());

    /// <summary>Where the spheres have gone, across the box's faces, look by look.</summary>
    private List<Vector3d[]> Ways(double edge, double stiffness, int start)
    {
        Vector3d[] last = UnitSuspension.Lattice(Side, edge / Side), moved = new Vector3d[last.Length];
        using var system = UnitSuspension.Build(last, [.. last.Select(_ => 1.0)], edge, stiffness, 0, UnitSuspension.Contact with { Friction = 0 }, new StepControl { Residual = 1e-3, Motion = 10 });
        system.ThermalEnergy = 1;
        system.BrownianStream = number => new RandomStream(8 + (ulong)start, StreamName.BrownianForce, (int)number);
        Domain box = Domain.FullyPeriodic(new(edge, edge, edge));
        var looks = new List<Vector3d[]>();
        while (looks.Count < Looks)
        {
            system.Step(Step);

            // No sphere crosses half a box in fifty steps.
            if (system.Steps % 50 == 0)
            {
                Vector3d[] now = UnitSuspension.Places(system);
                for (int i = 0; i < now.Length; i++)
                {
                    moved[i] += box.Nearest(now[i] - last[i]);
                }

                last = now;
            }

            if (system.Time >= ((looks.Count + 1) * Look) - (Step / 2))
            {
                looks.Add([.. moved]);
            }
        }

        return looks;
    }
}
