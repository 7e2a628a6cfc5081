using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Cli;

/// <summary>Hertz–Mindlin spheres at a solids fraction of one half in simple shear: the granular engine's step, searches included.</summary>
internal static class BenchGrains
{
    private const double Radius = 0.5e-3;
    private const double Density = 2500;
    private const double TimeStep = 5e-6;
    private const double SolidsFraction = 0.5;
    private const double ShearRate = 10;
    private const double Speed = 0.1;
    private const int WarmUp = 200;
    private const int Steps = 50;
    private const int Rounds = 3;

    public static (int Particles, double Contacts, double Seconds) Measure(int wanted, int threads, ComputeDevice? device)
    {
        ContactLaws laws = new ContactLaws { Damping = DampingKind.Tsuji, DampingCoefficient = 0.5, Friction = 0.5 }.OfMaterial(1e7, 0.3);
        GrainSetup setup = Setup(wanted);
        using GranularSystem system = device is null ? GranularSystems.Make(setup, laws, [], threads) : DeviceGranularSystem.Make(device, setup, laws, []);

        // The emulation is thousands of times slower and is measured to see that it runs.
        bool emulated = device?.Description.Kind == DeviceKind.Emulated;
        int steps = emulated ? 5 : Steps;
        system.Advance(emulated ? 1 : WarmUp);
        double best = double.MaxValue;
        for (int k = 0; k < Rounds; k++)
        {
            best = Math.Min(best, BenchClock.Once(() => system.Advance(steps)));
        }

        return (setup.Count, system.Measure().Coordination * setup.Count / 2, best / steps);
    }

    private static GrainSetup Setup(int wanted)
    {
        int side = Math.Max(6, (int)Math.Round(Math.Cbrt(wanted))), count = side * side * side;
        double spacing = 2 * Radius * Math.Cbrt(Math.PI / (6 * SolidsFraction));
        var random = new RandomStream(1, StreamName.GrainLattice);
        double Any() => Speed * ((2 * random.NextDouble()) - 1);
        double[] radii = [.. Enumerable.Repeat(Radius, count)], densities = [.. Enumerable.Repeat(Density, count)];
        var scale = UnitScale.ForGrains(radii, densities, TimeStep);
        double length = side * spacing / scale.Length;
        FlowingBox box = new(length, length, length);
        box.Shear(Axis.X, Axis.Y, ShearRate * scale.Time);
        return new()
        {
            Scale = scale,
            Box = box,
            Positions = [.. Enumerable.Range(0, count).Select(i => new Vector3d((i % side) + 0.5, (i / side % side) + 0.5, (i / side / side) + 0.5) * spacing)],
            Velocities = [.. Enumerable.Range(0, count).Select(_ => new Vector3d(Any(), Any(), Any()))],
            Spins = new Vector3d[count],
            Radii = radii,
            Densities = densities,
            TimeStep = TimeStep,
        };
    }
}
