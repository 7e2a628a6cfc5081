using DispersionSim.Core;

namespace DispersionSim.Tests.Physics;

/// <summary>Collisions whose result other programs have published, in the plain simulator and in the engine.</summary>
public class PublishedCollisionTests
{
    /// <summary>Restitution asked for in the collision with the wall.</summary>
    private const double Wanted = 0.4;

    [Fact]
    public void Sphere_leaves_a_steel_wall_as_the_published_self_test_says()
    {
        PlainGranular plain = ContactCases.SteelWall(5e-7).Plain();
        plain.Advance(121);
        (double height, double speed) = Published();

        // The published step of 500 ns divides the contact into about 80: each program's own treatment of the first and last step shows, hence 1 %.
        Assert.Equal(speed, plain.Spheres[0].Velocity.Z, 0.01 * speed);
        Assert.Equal(Wanted, plain.Spheres[0].Velocity.Z, 0.01 * Wanted);
        Assert.Equal(height, plain.Spheres[0].Position.Z, 5e-8);
    }

    [Fact]
    public void Error_of_the_rebound_falls_with_the_time_step()
    {
        double[] errors = [.. new[] { 5e-7, 5e-8, 5e-9 }.Select(dt => Math.Abs(Rebound(dt) - Wanted))];
        Assert.True(errors[1] < errors[0] / 3 && errors[2] < errors[1], string.Join(", ", errors));

        static double Rebound(double step)
        {
            PlainGranular plain = ContactCases.SteelWall(step).Plain();
            plain.Advance((long)Math.Round(6.05e-5 / step));
            return plain.Spheres[0].Velocity.Z;
        }
    }

    [Fact]
    public void Engine_leaves_the_steel_wall_at_the_speed_asked_for()
    {
        using EngineRun engine = ContactCases.SteelWall(5e-9).Engine();
        engine.Advance(12_100);
        Assert.Equal(Wanted, engine.Read()[0].Velocity.Z, 1e-3 * Wanted);
    }

    [Fact]
    public void Collision_at_a_restitution_of_eight_tenths_follows_the_published_course()
    {
        PlainGranular plain = ContactCases.Restitution.Plain();
        Course(steps =>
        {
            plain.Advance(steps);
            return (plain.Spheres[0].Velocity.Z, plain.Spheres[0].Force.Z, plain.Spheres[0].Position.Z - plain.Spheres[1].Position.Z);
        }, 1e-6);
    }

    [Fact]
    public void Engine_follows_the_published_course_of_a_restitution_of_eight_tenths()
    {
        using EngineRun engine = ContactCases.Restitution.Engine();
        Course(steps =>
        {
            engine.Advance(steps);
            var read = engine.Read();
            return (read[0].Velocity.Z, read[0].Force.Z, read[0].Position.Z - read[1].Position.Z);
        }, 1e-4);
    }

    /// <summary>Compares speed, force and distance at each published step; the published digits are eight.</summary>
    private static void Course(Func<long, (double Velocity, double Force, double Distance)> advance, double tolerance)
    {
        const double peak = 0.31667, diameter = 0.004;
        (long step, double last, double nearest) = (0, 0, diameter);
        foreach (double[] row in ReferenceFolder.Cells("data/dem/lammps_restitution_4Feb25.csv").Select(c => c.Select(ReferenceFolder.Number).ToArray()))
        {
            (double velocity, double force, double distance) = advance((long)row[0] - step);
            (step, last, nearest) = ((long)row[0], velocity, Math.Min(nearest, -distance));
            Assert.Equal(row[3], velocity, tolerance);
            Assert.Equal(row[4], force, tolerance * peak);
            Assert.Equal(row[2], distance, tolerance * diameter);
        }

        // The law lets damping pull just before the spheres part: 0.8, where a clipped force would give 0.808.
        Assert.Equal(-0.8, last, 1e-4);
        Assert.Equal(5.3896e-4, diameter - nearest, 0.005 * 5.3896e-4);
    }

    private static (double Height, double Speed) Published()
    {
        string[] words = ReferenceFolder.Lines("data/dem/mercury_OSHertzSelfTest.restart").Single(l => l.StartsWith("BaseParticle", StringComparison.Ordinal)).Split(' ');
        return (After("position"), After("velocity"));

        double After(string key) => ReferenceFolder.Number(words[Array.IndexOf(words, key) + 3]);
    }
}
