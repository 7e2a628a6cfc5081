using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>A system of particles with inertia, whatever its laws and the width of its arithmetic.</summary>
public abstract class GranularSystem : IDisposable
{
    private protected GranularSystem(GrainSetup setup)
    {
        Scale = setup.Scale;
        SecondsPerStep = setup.TimeStep;
        Box = setup.Box;
        TimeStep = setup.TimeStep / setup.Scale.Time;
        double g = setup.Scale.Time * setup.Scale.Time / setup.Scale.Length;
        Gravity = new((float)(setup.Gravity.X * g), (float)(setup.Gravity.Y * g), (float)(setup.Gravity.Z * g));
        (Overlaps, LeastOverlap) = (setup.Overlaps, ExpectedOverlap.Least(setup, setup.Overlaps));
    }

    public UnitScale Scale { get; }

    /// <summary>Time step, s.</summary>
    public double SecondsPerStep { get; }

    public FlowingBox Box { get; }

    /// <summary>How overlaps are found: plain or fine.</summary>
    public OverlapKind Overlaps { get; }

    /// <summary>Overlap below which contacts are not told well enough (<see cref="ExpectedOverlap.Least"/>), m.</summary>
    public double LeastOverlap { get; }

    /// <summary>Steps taken.</summary>
    public long Steps { get; private protected set; }

    /// <summary>How often pairs were searched.</summary>
    public long Searches { get; private protected set; }

    /// <summary>How often contact tables were made.</summary>
    public long Tables { get; private protected set; }

    /// <summary>How often candidates for them were narrowed since this object was made: fast particles only, and no result depends on it.</summary>
    public long Narrowings { get; private protected set; }

    /// <summary>Time step, simulation units.</summary>
    private protected double TimeStep { get; }

    private protected Float4 Gravity { get; }

    /// <summary>Finds contacts and forces without moving anything.</summary>
    public abstract void Prepare();

    /// <summary>Finds the forces of the contacts again, nothing moving and no time passing: the pair loop alone, to be timed.</summary>
    /// <param name="times">How many times over.</param>
    public virtual void FindForces(int times) => throw new NotSupportedException("forces alone are found on the host only");

    /// <summary>Takes steps.</summary>
    public abstract void Advance(long steps);

    /// <summary>Whether the system can be kept, relaxed and accounted for; one on an accelerator only moves.</summary>
    public virtual bool Keeps => true;

    /// <summary>Takes one step and keeps its middle, from which <see cref="Restore"/> goes on with the same bits.</summary>
    public abstract ColumnBag AdvanceAndKeep();

    /// <summary>Puts a system that has not moved where the same one was at the end of the step that was kept.</summary>
    /// <exception cref="InputException">What was kept is of another system.</exception>
    public abstract void Restore(ColumnBag bag);

    /// <summary>Moves everything downhill until no force is above a tolerance, box and walls at rest; particles are at rest at the end.</summary>
    /// <remarks>Laws with friction or dashpots relax too, but what is sought is a minimum of energy: laws without them have one.</remarks>
    /// <param name="forceTolerance">Greatest force, or torque over radius, to be left on a particle, N.</param>
    /// <param name="mostSteps">Steps after which it is given up.</param>
    public abstract RelaxationEnd Relax(double forceTolerance, long mostSteps);

    /// <summary>All particles in the order in which they were given.</summary>
    public abstract IReadOnlyList<GrainReading> Read();

    /// <summary>Sums over all particles and contacts, velocities as they stand (half a step behind the places once the system moves).</summary>
    public abstract GrainMeasures Measure();

    /// <summary>The energy account, where one is kept.</summary>
    public abstract EnergyAccount? Energies { get; }

    /// <summary>Bonds that hold.</summary>
    public abstract int BondsLeft { get; }

    /// <summary>Whether each bond holds, in the order in which they were given.</summary>
    public abstract IReadOnlyList<bool> BondsHold { get; }

    /// <summary>Keeps an energy account from now on, which is before the first step.</summary>
    internal abstract void Account(IReadOnlyList<ContactLaws> laws);

    public abstract void Dispose();

    /// <summary>The fault of a run in which a particle moves too fast for its contacts to be found.</summary>
    /// <param name="particle">Number in the order in which particles were given, from 0.</param>
    /// <param name="speed">Its speed, simulation units.</param>
    private protected SimulationException DivergedAt(int particle, double speed) => new(
        $"step {Steps}: particle {particle + 1} moves at {speed * Scale.Length / Scale.Time:G4} m/s, farther in one step than contacts are looked for; likely cause: particles that overlap at the start, or a time step too long for such a speed or for strong damping");
}
