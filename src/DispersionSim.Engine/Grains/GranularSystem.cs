using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>A system of particles with inertia, whatever its laws and the width of its arithmetic.</summary>
public abstract class GranularSystem : IDisposable
{
    private protected GranularSystem(GrainSetup setup)
    {
        Setup = setup;
        Box = setup.Box;
        TimeStep = setup.TimeStep / setup.Scale.Time;
        double g = setup.Scale.Time * setup.Scale.Time / setup.Scale.Length;
        Gravity = new((float)(setup.Gravity.X * g), (float)(setup.Gravity.Y * g), (float)(setup.Gravity.Z * g));
    }

    public GrainSetup Setup { get; }

    public FlowingBox Box { get; }

    /// <summary>Steps taken.</summary>
    public long Steps { get; private protected set; }

    /// <summary>How often pairs were searched.</summary>
    public long Searches { get; private protected set; }

    /// <summary>How often contact tables were made.</summary>
    public long Tables { get; private protected set; }

    /// <summary>Time step, simulation units.</summary>
    private protected double TimeStep { get; }

    private protected Float4 Gravity { get; }

    /// <summary>Finds contacts and forces without moving anything.</summary>
    public abstract void Prepare();

    /// <summary>Takes steps.</summary>
    public abstract void Advance(long steps);

    /// <summary>All particles as they are at this step, in the order in which they were given.</summary>
    public abstract IReadOnlyList<GrainReading> Read();

    public virtual string Report() => "";

    public abstract void Dispose();
}
