using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Tests.Kernels;

/// <summary>A step put together from the devices' kernels is the step of the host's engine.</summary>
public class GrainEngineTests
{
    private const int Count = 150;
    private const int Steps = 40;
    private const double Side = 7;
    private const double TimeStep = 1e-3;

    private static readonly ContactLaws Laws = new()
    {
        ReducedModulus = 200,
        TangentialStiffness = 260,
        DampingCoefficient = 0.6,
        Friction = 0.4,
        Rolls = true,
        RollingStiffness = 5,
        RollingDamping = 0.1,
        RollingFriction = 0.1,
        Twists = true,
    };

    [Theory]
    [InlineData(Axis.X, Axis.Y)]
    [InlineData(Axis.X, Axis.Z)]
    [InlineData(Axis.Y, Axis.Z)]
    public void Kernels_move_a_sheared_crowd_as_the_engine_does(Axis flow, Axis gradient)
    {
        using GranularSystem system = GranularSystems.Make(Crowd(flow, gradient), Laws, [], 1, 1);
        system.Advance(Steps);
        IReadOnlyList<GrainReading> expected = system.Read();
        var walk = new Walk(Crowd(flow, gradient));
        new ContactModelFactory<Scalar>(new(1, 1, 1), x => new((float)x)).Make([Laws], walk);
        double force = expected.Max(r => r.Force.Length), torque = expected.Max(r => r.Torque.Length);
        Assert.True(force > 1 && torque > 0.1);
        for (int i = 0; i < Count; i++)
        {
            // The same formulas; contacts are added in another order, and forty steps carry that on.
            Assert.InRange((walk.Sums[i].Force - expected[i].Force).Length, 0, 1e-4 * force);
            Assert.InRange((walk.Sums[i].Torque - expected[i].Torque).Length, 0, 1e-4 * torque);
        }
    }

    [Fact]
    public void Range_of_velocities_holds_every_particle_and_no_number_is_not_overlooked()
    {
        using var grains = new SmallGrains();
        GrainColumns columns = grains.Columns;
        Run();
        Assert.Equal(Enumerable.Range(0, columns.Particles).Max(i => columns.Velocity[i].Y), columns.Most.Span.ToArray().Max(v => v.Y));
        Assert.Equal(Enumerable.Range(0, columns.Particles).Min(i => columns.Velocity[i].X), columns.Least.Span.ToArray().Min(v => v.X));
        columns.Velocity[77].Z = float.NaN;
        Run();
        Assert.Contains(columns.Most.Span.ToArray(), v => float.IsNaN(v.Z));

        void Run() => GrainEntry.RunOnHost(columns.Shares, default(RangeGrains<HostGrainWorld>), HostGrainWorld.Over(columns), grains.Step);
    }

    private static GrainSetup Crowd(Axis flow, Axis gradient)
    {
        var random = new RandomStream(5, StreamName.MonteCarlo);
        FlowingBox box = new(Side, Side, Side);
        box.Shear(flow, gradient, 0.4);
        return new()
        {
            Scale = new(1, 1, 1),
            Box = box,
            Positions = [.. Enumerable.Range(0, Count).Select(_ => new Vector3d(random.NextDouble(), random.NextDouble(), random.NextDouble()) * Side)],
            Velocities = [.. Enumerable.Range(0, Count).Select(_ => new Vector3d(random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.5))],
            Spins = [.. Enumerable.Range(0, Count).Select(_ => new Vector3d(random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.5))],
            Radii = [.. Enumerable.Range(0, Count).Select(_ => 0.4 + (0.3 * random.NextDouble()))],
            Densities = [.. Enumerable.Repeat(2.0, Count)],
            TimeStep = TimeStep,
        };
    }

    /// <summary>The engine's loop out of kernels: motion, box, contacts.</summary>
    private sealed class Walk(GrainSetup setup) : IContactModelVisitor<Scalar>
    {
        public (Vector3d Force, Vector3d Torque)[] Sums { get; } = new (Vector3d, Vector3d)[Count];

        public void Visit<TModel>(TModel[] models) where TModel : struct, IContactModel<Scalar>
        {
            using var columns = new GrainColumns(Count, 0, 8);
            for (int i = 0; i < Count; i++)
            {
                columns.Put(i, setup.Grain(i));
            }

            columns.Join(Near(columns));
            var contacts = new EvaluateContacts<HostGrainWorld, TModel>(models[0], 0.5f, 0);
            HostGrainWorld world = HostGrainWorld.Over(columns);
            GrainEntry.RunOnHost(columns.Contacts, contacts, in world, Step(columns, 0, 0));
            for (int s = 0; s < Steps; s++)
            {
                GrainEntry.RunOnHost(Count, new MoveGrains<HostGrainWorld>(1), in world, Step(columns, TimeStep, s == 0 ? TimeStep / 2 : TimeStep));
                setup.Box.Advance(TimeStep);
                GrainEntry.RunOnHost(columns.Contacts, contacts, in world, Step(columns, TimeStep, TimeStep));
            }

            Add(columns);
        }

        private GrainStep Step(GrainColumns columns, double time, double kick) => GrainEntry.Describe(setup.Box, columns, time, kick, default);

        private List<(int First, int Second)> Near(GrainColumns columns)
        {
            var near = new List<(int, int)>();
            GrainStep step = Step(columns, 0, 0);
            for (int i = 0; i < Count; i++)
            {
                for (int j = i + 1; j < Count; j++)
                {
                    Triple<Scalar> d = GrainGeometry.Between(columns.Place[i], columns.Place[j], in step);
                    float reach = columns.Velocity[i].W + columns.Velocity[j].W + 0.5f;
                    if (Triple<Scalar>.Dot(d, d).Value < reach * reach)
                    {
                        near.Add((i, j));
                    }
                }
            }

            return near;
        }

        private void Add(GrainColumns columns)
        {
            for (int c = 0; c < columns.Contacts; c++)
            {
                int i = columns.First[c], j = columns.Second[c];
                Float4 f = columns.Force[c];
                Vector3d force = Of(f), lever = Of(columns.Lever[c]), moment = Of(columns.Moment[c]);
                Sums[i] = (Sums[i].Force + force, Sums[i].Torque + (lever * (columns.Velocity[i].W - f.W)) + moment);
                Sums[j] = (Sums[j].Force - force, Sums[j].Torque + (lever * (columns.Velocity[j].W - f.W)) - moment);
            }
        }

        private static Vector3d Of(Float4 v) => new(v.X, v.Y, v.Z);
    }
}
