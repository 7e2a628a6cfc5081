using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Columns with one entry a particle and one more for the wall.</summary>
public sealed class ParticleColumns : IDisposable
{
    public ParticleColumns(int count)
    {
        Count = count;
        int size = count + 1;
        Place = new(size);
        Size = new(size);
        Velocity = new(size);
        Spin = new(size);
        Force = new(size);
        Torque = new(size);
        SearchVelocity = new(size);
        SearchSpin = new(size);
        Residual = new(size);
        ResidualSpin = new(size);
        InverseDiagonal = new(size);
        InverseDiagonalSpin = new(size);
        RowStart = new(size + 1);
    }

    public int Count { get; }

    public NativeColumn<Int4> Place { get; }

    public NativeColumn<Float4> Size { get; }

    public NativeColumn<Float4> Velocity { get; }

    public NativeColumn<Float4> Spin { get; }

    public NativeColumn<Float4> Force { get; }

    public NativeColumn<Float4> Torque { get; }

    public NativeColumn<Float4> SearchVelocity { get; }

    public NativeColumn<Float4> SearchSpin { get; }

    public NativeColumn<Float4> Residual { get; }

    public NativeColumn<Float4> ResidualSpin { get; }

    public NativeColumn<Float4> InverseDiagonal { get; }

    public NativeColumn<Float4> InverseDiagonalSpin { get; }

    public NativeColumn<int> RowStart { get; }

    /// <summary>Fastest motion of a particle relative to the flow, simulation units.</summary>
    /// <param name="device">Whose threads look.</param>
    public double Fastest(HostDevice device) => Math.Sqrt(device.Greatest(Count, (from, to) =>
    {
        float greatest = 0;
        for (int i = from; i < to; i++)
        {
            greatest = Math.Max(greatest, Float4.Dot(Velocity[i], Velocity[i]));
        }

        return greatest;
    }));

    public void Dispose()
    {
        foreach (IDisposable column in new IDisposable[]
        {
            Place, Size, Velocity, Spin, Force, Torque, SearchVelocity, SearchSpin, Residual, ResidualSpin, InverseDiagonal, InverseDiagonalSpin, RowStart,
        })
        {
            column.Dispose();
        }
    }
}
