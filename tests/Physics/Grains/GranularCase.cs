using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>A case that both the plain simulator and the engine can run, SI units.</summary>
internal sealed record GranularCase
{
    public required IReadOnlyList<StartRow> Starts { get; init; }

    public required ContactLaws Pairs { get; init; }

    /// <summary>Laws at a wall z = 0, where there is one.</summary>
    public ContactLaws? Floor { get; init; }

    public required double TimeStep { get; init; }

    public Vector3d Gravity { get; init; }

    /// <summary>Room around the spheres in the engine's box, beyond four radii.</summary>
    public Vector3d Room { get; init; }

    private UnitScale Scale => UnitScale.ForGrains([.. Starts.Select(s => s.Radius)], [.. Starts.Select(s => s.Density)], TimeStep);

    private double Margin => (4 * Starts.Max(s => s.Radius));

    private Vector3d Corner => new(
        Starts.Min(s => s.Position.X) - Margin - Room.X, Starts.Min(s => s.Position.Y) - Margin - Room.Y, Starts.Min(s => s.Position.Z) - Margin - Room.Z);

    public PlainGranular Plain() => new([.. Starts.Select(s => new PlainSphere(s.Radius, s.Density, s.Position, s.Velocity, s.Spin))], PlainContact.Of(Pairs, Scale), TimeStep)
    {
        Gravity = Gravity,
        Walls = Floor is null ? [] : [new(Vector3d.Zero, Vector3d.UnitZ, PlainContact.Of(Floor, Scale))],
    };

    public EngineRun Engine(int threads = 1)
    {
        Vector3d corner = Corner;
        Vector3d size = new(Starts.Max(s => s.Position.X), Starts.Max(s => s.Position.Y), Starts.Max(s => s.Position.Z));
        size = size + new Vector3d(Margin, Margin, Margin) + Room - corner;
        UnitScale scale = Scale;
        var setup = new GrainSetup
        {
            Scale = scale,
            Box = new(size.X / scale.Length, size.Y / scale.Length, size.Z / scale.Length),
            Positions = [.. Starts.Select(s => s.Position - corner)],
            Velocities = [.. Starts.Select(s => s.Velocity)],
            Spins = [.. Starts.Select(s => s.Spin)],
            Radii = [.. Starts.Select(s => s.Radius)],
            Densities = [.. Starts.Select(s => s.Density)],
            TimeStep = TimeStep,
            Gravity = Gravity,
            Walls = Floor is null ? [] : [new PlaneWall(new(0, 0, -corner.Z / scale.Length), Vector3d.UnitZ)],
        };
        return new(GranularSystems.Make(setup, Pairs, Floor is null ? [] : [Floor], threads), corner);
    }
}

/// <summary>An engine system whose particles are read in the coordinates of the case.</summary>
internal sealed class EngineRun(GranularSystem system, Vector3d corner) : IDisposable
{
    public GranularSystem System { get; } = system;

    public IReadOnlyList<GrainReading> Read() => [.. System.Read().Select(r => r with { Position = r.Position + corner })];

    public void Advance(long steps) => System.Advance(steps);

    public void Dispose() => System.Dispose();
}
