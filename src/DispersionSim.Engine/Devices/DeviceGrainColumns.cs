using DispersionSim.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace DispersionSim.Engine;

/// <summary>A copy of a granular system's columns in a device's memory.</summary>
public sealed class DeviceGrainColumns : IDisposable
{
    private readonly Accelerator accelerator;
    private readonly List<IDisposable> buffers = [];
    private readonly List<Action> downloads = [];

    /// <summary>Copies every column to the device.</summary>
    public DeviceGrainColumns(Accelerator accelerator, GrainColumns columns)
    {
        this.accelerator = accelerator;
        World = new()
        {
            PlaceView = Copy(columns.Place),
            VelocityView = Copy(columns.Velocity),
            SpinView = Copy(columns.Spin),
            InertiaView = Copy(columns.Inertia),
            RestView = Copy(columns.Rest),
            VelocityRestView = Copy(columns.VelocityRest),
            SpinRestView = Copy(columns.SpinRest),
            RowStartView = Copy(columns.RowStart),
            RowView = Copy(columns.Row),
            FirstView = Copy(columns.First),
            SecondView = Copy(columns.Second),
            ReducedRadiusView = Copy(columns.ReducedRadius),
            ReducedMassView = Copy(columns.ReducedMass),
            SlideView = Copy(columns.Slide),
            RollView = Copy(columns.Roll),
            MemoryView = Copy(columns.Memory),
            ForceView = Copy(columns.Force),
            LeverView = Copy(columns.Lever),
            MomentView = Copy(columns.Moment),
            LeastView = Copy(columns.Least),
            MostView = Copy(columns.Most),
        };
    }

    /// <summary>The columns as the kernels see them.</summary>
    public DeviceGrainWorld World { get; }

    /// <summary>Copies every column back into the host's, once the device is done.</summary>
    public void Download()
    {
        accelerator.Synchronize();
        downloads.ForEach(download => download());
    }

    public void Dispose() => buffers.ForEach(buffer => buffer.Dispose());

    private ArrayView<T> Copy<T>(NativeColumn<T> column) where T : unmanaged
    {
        MemoryBuffer1D<T, Stride1D.Dense> buffer = accelerator.Allocate1D(column.Span.ToArray());
        buffers.Add(buffer);
        downloads.Add(() => buffer.GetAsArray1D().CopyTo(column.Span));
        return buffer.View;
    }
}
