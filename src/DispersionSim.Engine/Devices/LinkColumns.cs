using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Columns with one entry a link (candidate contact), sorted by kind, first and second particle.</summary>
public sealed class LinkColumns : IDisposable
{
    public int Count { get; private set; }

    public NativeColumn<Int4> Link { get; } = new(64);

    public NativeColumn<Float4> Normal { get; } = new(64);

    public NativeColumn<Float4> Arm { get; } = new(64);

    public NativeColumn<Float4> Stiffness { get; } = new(64);

    public NativeColumn<Float4> SpringForce { get; } = new(64);

    public NativeColumn<Float4> SpringMoment { get; } = new(64);

    public NativeColumn<Float4> Slide { get; } = new(64);

    public NativeColumn<Float4> Roll { get; } = new(64);

    public NativeColumn<Float4> Memory { get; } = new(64);

    public NativeColumn<Float4> LinkForce { get; } = new(64);

    public NativeColumn<Float4> LinkMoment { get; } = new(64);

    public NativeColumn<int> Active { get; } = new(64);

    public NativeColumn<int> Row { get; } = new(128);

    /// <summary>Makes room for the given number of links; the history columns are then to be filled.</summary>
    public void Resize(int count)
    {
        Count = count;
        Link.EnsureCount(count);
        Active.EnsureCount(count);
        Row.EnsureCount(2 * count);
        foreach (NativeColumn<Float4> column in new[] { Normal, Arm, Stiffness, SpringForce, SpringMoment, Slide, Roll, Memory, LinkForce, LinkMoment })
        {
            column.EnsureCount(count);
        }
    }

    public void Dispose()
    {
        Link.Dispose();
        Active.Dispose();
        Row.Dispose();
        foreach (NativeColumn<Float4> column in new[] { Normal, Arm, Stiffness, SpringForce, SpringMoment, Slide, Roll, Memory, LinkForce, LinkMoment })
        {
            column.Dispose();
        }
    }
}
