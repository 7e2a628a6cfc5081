using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.IO;

namespace DispersionSim.Benchmarks;

/// <summary>A case that other programs run too: the same particles, law, time step and steps.</summary>
/// <param name="Name">Its name.</param>
/// <param name="TimeStep">s.</param>
/// <param name="WarmUp">Steps before the clock starts.</param>
/// <param name="Steps">Steps on the clock.</param>
/// <param name="Setup">The system.</param>
/// <param name="Pairs">Laws between particles.</param>
/// <param name="Walls">Laws at walls.</param>
internal sealed record PeerCase(string Name, double TimeStep, int WarmUp, int Steps, GrainSetup Setup, ContactLaws Pairs, IReadOnlyList<ContactLaws> Walls)
{
    private const double Modulus = 1e7;
    private const double Poisson = 0.3;
    private static readonly ContactLaws Grains = new ContactLaws { Damping = DampingKind.Tsuji, DampingCoefficient = 0.5, Friction = 0.5 }.OfMaterial(Modulus, Poisson);

    public static PeerCase Of(string name, string file) => name switch
    {
        "GRAN-BULK-20k" => Bulk(name, GrainTableReader.ReadFile(file), 1, 1, 1000, 500),
        "GRAN-BULK-200k" => Bulk(name, GrainTableReader.ReadFile(file), 5, 2, 200, 50),
        "GRAN-BULK-1M" => Bulk(name, GrainTableReader.ReadFile(file), 10, 5, 200, 800),
        "GRAN-GROWTH-10k" => Bulk(name, Half(GrainTableReader.ReadFile(file)), 1, 1, 200, 200, true),
        "GRAN-GROWTH-20k" => Bulk(name, Half(GrainTableReader.ReadFile(file)), 2, 1, 200, 200, true),
        "GRAN-GROWTH-200k" => Bulk(name, Half(GrainTableReader.ReadFile(file)), 10, 2, 200, 200, true),
        "GRAN-GROWTH-1M" => Bulk(name, Half(GrainTableReader.ReadFile(file)), 20, 5, 200, 200, true),
        "GRAN-SETTLE-20k" => Settle(name, GrainTableReader.ReadFile(file)),
        "COHESIVE-SHEAR-10k" => Cohesive(name, GrainTableReader.ReadFile(file)),
        _ => throw new ArgumentException($"{name}: known cases are GRAN-BULK-20k, -200k and -1M, GRAN-GROWTH-10k, -20k, -200k and -1M, GRAN-SETTLE-20k, COHESIVE-SHEAR-10k", nameof(name)),
    };

    /// <summary>Simple shear of a periodic box of hard spheres, tiled from one start state; at rest relative to the flow but for one tile.</summary>
    private static PeerCase Bulk(string name, GrainTable state, int tilesX, int tilesY, int warmUp, int steps, bool rests = false)
    {
        const double rate = 10, timeStep = 5e-6;
        Vector3d tile = Size(state);
        double[] size = [tile.X * tilesX, tile.Y * tilesY, tile.Z];
        int n = state.Count;
        Vector3d Position(int i) => At(state, i % n) + new Vector3d(i / n / tilesY * tile.X, i / n % tilesY * tile.Y, 0);
        Vector3d Velocity(int i) => rests || tilesX * tilesY > 1 ? default : state.Velocity[i] - new Vector3d(rate * (At(state, i).Y - (size[1] / 2)), 0, 0);
        GrainSetup setup = Make(state, n * tilesX * tilesY, size, timeStep, Position, Velocity);
        setup.Box.Shear(Axis.X, Axis.Y, rate * setup.Scale.Time);
        return new(name, timeStep, warmUp, steps, setup, Grains, []);
    }

    /// <summary>A cloud of spheres falls on a floor, periodic sideways; the box is open upwards and leaves room below the floor.</summary>
    private static PeerCase Settle(string name, GrainTable state)
    {
        const double timeStep = 1e-5;
        Vector3d box = Size(state);
        double[] size = [box.X, box.Y, 2 * box.Z];
        double floor = size[2] / 4;
        GrainSetup setup = Make(state, state.Count, size, timeStep, i => At(state, i) + new Vector3d(0, 0, floor), i => state.Velocity[i]) with
        {
            Gravity = new(0, 0, -9.81),
            WideSkin = 0.2,
        };
        setup = setup with { Walls = [new PlaneWall(new(0, 0, floor / setup.Scale.Length), Vector3d.UnitZ)] };
        return new(name, timeStep, 2000, 1000, setup, Grains, [Grains.AtRigidWall(Modulus, Poisson)]);
    }

    /// <summary>Adhesive agglomerates in a sheared fluid that drags on their primaries.</summary>
    private static PeerCase Cohesive(string name, GrainTable state)
    {
        const double rate = 2e5, timeStep = 1e-9;
        Vector3d box = Size(state);
        GrainSetup setup = Make(
            state, state.Count, [box.X, box.Y, box.Z], timeStep, i => At(state, i), i => state.Velocity[i] - new Vector3d(rate * (At(state, i).Z - (box.Z / 2)), 0, 0)) with
        {
            Viscosity = 0.02,
        };
        setup.Box.Shear(Axis.X, Axis.Z, rate * setup.Scale.Time);
        ContactLaws laws = new ContactLaws
        {
            Elastic = ElasticKind.Jkr,
            SurfaceEnergy = 5e-4,
            Damping = DampingKind.Tsuji,
            DampingCoefficient = 0.5,
            Friction = 0.4,
            Rolls = true,
            RollingStiffness = 0.01,
            RollingDamping = 1e-11,
            RollingFriction = 0.1,
        }.OfMaterial(1e8, 0.3);
        return new(name, timeStep, 1000, 1000, setup, laws, []);
    }

    private static GrainSetup Make(GrainTable state, int count, double[] size, double timeStep, Func<int, Vector3d> position, Func<int, Vector3d> velocity)
    {
        var scale = UnitScale.ForGrains(state.Radius, state.Density, timeStep);
        return new()
        {
            Scale = scale,
            Box = new(size[0] / scale.Length, size[1] / scale.Length, size[2] / scale.Length),
            Positions = new Computed<Vector3d>(count, position),
            Velocities = new Computed<Vector3d>(count, velocity),
            Spins = new Computed<Vector3d>(count, _ => default),
            Radii = new Computed<double>(count, i => state.Radius[i % state.Count]),
            Densities = new Computed<double>(count, i => state.Density[i % state.Count]),
            TimeStep = timeStep,
        };
    }

    /// <summary>The spheres that lie wholly in the lower half along x, in a box of that half: 9,245 of 20,000, since none is cut. All sizes of growth are tiles of them.</summary>
    private static GrainTable Half(GrainTable state)
    {
        (Vector3d low, Vector3d high) = state.Box!.Value;
        double middle = (low.X + high.X) / 2;
        int[] inside = [.. Enumerable.Range(0, state.Count).Where(i => state.Position[i].X - state.Radius[i] >= low.X && state.Position[i].X + state.Radius[i] <= middle)];
        return state with
        {
            Id = [.. inside.Select(i => state.Id[i])],
            Position = [.. inside.Select(i => state.Position[i])],
            Radius = [.. inside.Select(i => state.Radius[i])],
            Density = [.. inside.Select(i => state.Density[i])],
            Velocity = [.. inside.Select(i => state.Velocity[i])],
            Spin = [.. inside.Select(i => state.Spin[i])],
            Box = (low, high with { X = middle }),
        };
    }

    /// <summary>Lengths of the box that the start state names.</summary>
    private static Vector3d Size(GrainTable state) => state.Box!.Value.High - state.Box.Value.Low;

    /// <summary>Position from the low corner of the box.</summary>
    private static Vector3d At(GrainTable state, int i) => state.Position[i] - state.Box!.Value.Low;
}
