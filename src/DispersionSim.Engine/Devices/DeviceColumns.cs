using DispersionSim.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace DispersionSim.Engine;

/// <summary>A copy of the host's columns in a device's memory.</summary>
public sealed class DeviceColumns : IDisposable
{
    private readonly DeviceMemory memory;
    private readonly Accelerator accelerator;
    private readonly string what;
    private readonly List<IDisposable> buffers = [];
    private readonly List<Action> uploads = [];
    private readonly List<Action> downloads = [];
    private DeviceWorld world;

    /// <summary>Copies every column to the device.</summary>
    /// <exception cref="Core.SimulationException">Too little memory.</exception>
    internal DeviceColumns(DeviceMemory memory, ParticleColumns particles, LinkColumns links, NativeColumn<float> foil)
    {
        this.memory = memory;
        accelerator = memory.Device.Accelerator;
        what = $"{particles.Count} particles with {links.Count} links";
        memory.Require(Needed(particles, links, foil), what);
        CopyParticles(particles);
        CopyLinks(links);
        world.FoilView = Copy(foil);
    }

    /// <summary>The columns as the kernels see them.</summary>
    public DeviceWorld World => world;

    /// <summary>Bytes in all.</summary>
    public long Bytes { get; private set; }

    /// <summary>Copies the host's columns to the device again.</summary>
    public void Upload()
    {
        uploads.ForEach(upload => upload());
        accelerator.Synchronize();
    }

    /// <summary>Copies every column back into the host's, once the device is done.</summary>
    public void Download()
    {
        accelerator.Synchronize();
        downloads.ForEach(download => download());
        accelerator.Synchronize();
    }

    public void Dispose() => buffers.ForEach(buffer => buffer.Dispose());

    private void CopyParticles(ParticleColumns particles)
    {
        world.PlaceView = Copy(particles.Place);
        world.SizeView = Copy(particles.Size);
        world.VelocityView = Copy(particles.Velocity);
        world.SpinView = Copy(particles.Spin);
        world.ForceView = Copy(particles.Force);
        world.TorqueView = Copy(particles.Torque);
        world.SearchVelocityView = Copy(particles.SearchVelocity);
        world.SearchSpinView = Copy(particles.SearchSpin);
        world.InverseDiagonalView = Copy(particles.InverseDiagonal);
        world.InverseDiagonalSpinView = Copy(particles.InverseDiagonalSpin);
        world.RowStartView = Copy(particles.RowStart);
    }

    private void CopyLinks(LinkColumns links)
    {
        world.RowView = Copy(links.Row);
        world.ActiveView = Copy(links.Active);
        world.LinkView = Copy(links.Link);
        world.NormalView = Copy(links.Normal);
        world.ArmView = Copy(links.Arm);
        world.StiffnessView = Copy(links.Stiffness);
        world.SpringForceView = Copy(links.SpringForce);
        world.SpringMomentView = Copy(links.SpringMoment);
        world.LinkForceView = Copy(links.LinkForce);
        world.LinkMomentView = Copy(links.LinkMoment);
        world.SlideView = Copy(links.Slide);
        world.RollView = Copy(links.Roll);
        world.MemoryView = Copy(links.Memory);
    }

    /// <summary>Bytes of all columns: sixteen an entry but for rows, active links and the foil's heights.</summary>
    private static long Needed(ParticleColumns particles, LinkColumns links, NativeColumn<float> foil)
    {
        const long Vector = 16, Index = 4;
        return (10 * Vector * particles.Place.Count) + (11 * Vector * links.Link.Count)
            + (Index * ((long)particles.RowStart.Count + links.Row.Count + links.Active.Count + foil.Count));
    }

    private ArrayView<T> Copy<T>(NativeColumn<T> column) where T : unmanaged
    {
        MemoryBuffer1D<T, Stride1D.Dense> buffer = memory.Take<T>(column.Count, what);
        buffers.Add(buffer);
        Bytes += buffer.LengthInBytes;
        uploads.Add(() => buffer.View.BaseView.CopyFromCPU(accelerator.DefaultStream, column.Span));
        downloads.Add(() => buffer.View.BaseView.CopyToCPU(accelerator.DefaultStream, column.Span));
        uploads[^1]();
        return buffer.View;
    }
}
