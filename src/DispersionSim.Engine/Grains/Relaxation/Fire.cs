namespace DispersionSim.Engine;

/// <summary>The step and the steering of a relaxation by the fast inertial relaxation engine.</summary>
/// <remarks>
/// While forces do work, P = F·v &gt; 0, velocities are turned towards the forces, v ← (1 − α)v + α|v|F/|F|; after five such steps the step grows by a tenth and α falls
/// by a hundredth. Where P ≤ 0 everything is stopped, the step halved and α put back to 0.1. Source: bitzek-2006.
/// </remarks>
public sealed class Fire
{
    private const double Start = 0.1;
    private const int Patience = 5;

    /// <summary>Longest step, of the given one.</summary>
    private const double Longest = 10;

    private readonly double longest;
    private int downhill;

    public Fire(double timeStep) => (TimeStep, longest) = (timeStep, Longest * timeStep);

    public double TimeStep { get; private set; }

    private double Alpha { get; set; } = Start;

    /// <summary>Takes the sums over all particles; returns the factors of the old velocity and of the force.</summary>
    /// <param name="power">F·v.</param>
    /// <param name="speeds">|v|².</param>
    /// <param name="forces">|F|².</param>
    public (double Velocity, double Force) Steer(double power, double speeds, double forces)
    {
        if (!(power > 0))
        {
            (downhill, Alpha, TimeStep) = (0, Start, speeds > 0 ? TimeStep / 2 : TimeStep);
            return (0, 0);
        }

        (double, double) factors = (1 - Alpha, Alpha * Math.Sqrt(speeds / forces));
        if (++downhill > Patience)
        {
            TimeStep = Math.Min(1.1 * TimeStep, longest);
            Alpha *= 0.99;
        }

        return factors;
    }
}

/// <summary>How a relaxation ended.</summary>
/// <param name="Steps">Steps taken.</param>
/// <param name="Force">Greatest force, or torque over radius, left on a particle, N.</param>
/// <param name="Reached">Whether that is below what was asked for.</param>
public sealed record RelaxationEnd(long Steps, double Force, bool Reached);
