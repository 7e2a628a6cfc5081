using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>Motion in a sheared box is the laboratory's: particles that meet none of their own images cannot tell that the box is sheared.</summary>
public class ShearedFlightTests
{
    private const double Radius = 1e-3;
    private const double Rate = 50;

    private static readonly double[] Lengths = [0.05, 0.06, 0.07];

    [Theory]
    [InlineData(Axis.X, Axis.Y)]
    [InlineData(Axis.X, Axis.Z)]
    [InlineData(Axis.Y, Axis.Z)]
    public void A_thrown_particle_keeps_to_its_parabola_while_the_box_is_taken_back(Axis flow, Axis gradient)
    {
        // A strain of 1.5. The flow at the end of each step instead of its middle would lead it astray by γ̇Δt/2 of its way across, some 1e-5 m.
        const double step = 2e-5, time = 1500 * step;
        Vector3d from = new(0.02, 0.025, 0.03), speed = new(0.4, -0.3, 0.7), pull = new(3, 20, -30);
        GrainSetup setup = Sheared(flow, gradient, Rate, step, [from], [speed]) with { Gravity = new((float)pull.X, (float)pull.Y, (float)pull.Z) };
        using GranularSystem system = GranularSystems.Make(setup, GrainSamples.Laws, [], 1);
        system.Advance(1500);
        Vector3d expected = from + (speed * time) + (pull * (time * time / 2));
        (Vector3d position, Vector3d velocity) = InLaboratory(system.Read()[0], expected, flow, gradient, Rate, time);
        Assert.True((position - expected).Length < 1e-7, $"{position - expected}");
        Assert.True((velocity - speed - (pull * time)).Length < 2e-6, $"{velocity - speed - (pull * time)}");
    }

    [Theory]
    [InlineData(Axis.X, Axis.Y)]
    [InlineData(Axis.X, Axis.Z)]
    [InlineData(Axis.Y, Axis.Z)]
    public void Two_spheres_collide_across_the_tilted_border_as_in_a_box_at_rest(Axis flow, Axis gradient)
    {
        // They meet at the upper border across the gradient after a strain of 0.8, when the tilt has been taken back once. A contact sees the flow's difference between places and
        // velocities of half a step before: γ̇Δt/2 = 1e-4 of 0.65 m/s may be missing. Ways would be off by 7e-7 m if motion took the flow of one end of the step.
        const double step = 4e-6, time = 5000 * step, meeting = 0.016;
        Vector3d[] speed = [new(0.3, -0.25, -0.4), new(-0.1, 0.35, 0.3)];
        Vector3d middle = new(0.025, 0.03, 0.035), border = middle + (Unit(gradient) * (Lengths[(int)gradient] / 2)), apart = new Vector3d(0.5, -0.6, -0.65).Normalized() * Radius;
        Vector3d[] from = [border - apart - (speed[0] * meeting), border + apart - (speed[1] * meeting)];
        IReadOnlyList<(Vector3d Position, Vector3d Velocity)> rest = Collide(0, null), sheared = Collide(Rate, [.. rest.Select(r => r.Position)]);
        Assert.True((rest[0].Velocity - speed[0]).Length > 0.1);
        for (int i = 0; i < 2; i++)
        {
            Assert.True((sheared[i].Velocity - rest[i].Velocity).Length < 6.5e-5, $"{sheared[i].Velocity - rest[i].Velocity}");
            Assert.True((sheared[i].Position - rest[i].Position).Length < 2e-7, $"{sheared[i].Position - rest[i].Position}");
        }

        IReadOnlyList<(Vector3d Position, Vector3d Velocity)> Collide(double rate, Vector3d[]? near)
        {
            using GranularSystem system = GranularSystems.Make(Sheared(flow, gradient, rate, step, from, speed), GrainSamples.Laws, [], 1);
            system.Advance(5000);
            return [.. system.Read().Select((r, i) => InLaboratory(r, near?[i] ?? from[i] + (speed[i] * time), flow, gradient, rate, time))];
        }
    }

    /// <summary>Particles at places and velocities of the laboratory, on whichever side of the borders.</summary>
    private static GrainSetup Sheared(Axis flow, Axis gradient, double rate, double step, Vector3d[] from, Vector3d[] speed)
    {
        Vector3d[] inside = [.. from.Select(p => p - Wraps(p))];
        Vector3d[] relative = [.. from.Select((p, i) => speed[i] - (Unit(flow) * (rate * (Along(p, gradient) - (Lengths[(int)gradient] / 2)))))];
        GrainSetup setup = GrainSamples.Of(new(Lengths[0], Lengths[1], Lengths[2]), inside, [.. from.Select(_ => Radius)], step, relative);
        setup.Box.Shear(flow, gradient, rate * setup.Scale.Time);
        return setup;

        static Vector3d Wraps(Vector3d p) => new(Lengths[0] * Math.Floor(p.X / Lengths[0]), Lengths[1] * Math.Floor(p.Y / Lengths[1]), Lengths[2] * Math.Floor(p.Z / Lengths[2]));
    }

    /// <summary>Place and velocity of the image that is nearest to a place; images across the gradient have moved along the flow, and all places with the flow of the middle.</summary>
    private static (Vector3d Position, Vector3d Velocity) InLaboratory(GrainReading reading, Vector3d near, Axis flow, Axis gradient, double rate, double time)
    {
        Vector3d away = near - reading.Position;
        double boxes = Math.Round(Along(away, gradient) / Lengths[(int)gradient]);
        Vector3d position = reading.Position + (((Unit(gradient) * boxes) + (Unit(flow) * ((boxes - 0.5) * rate * time))) * Lengths[(int)gradient]);
        foreach (Axis axis in new[] { Axis.X, Axis.Y, Axis.Z }.Where(a => a != gradient))
        {
            position += Unit(axis) * (Lengths[(int)axis] * Math.Round(Along(near - position, axis) / Lengths[(int)axis]));
        }

        return (position, reading.Velocity + (Unit(flow) * (rate * (Along(position, gradient) - (Lengths[(int)gradient] / 2)))));
    }

    private static double Along(Vector3d v, Axis axis) => Vector3d.Dot(v, Unit(axis));

    private static Vector3d Unit(Axis axis) => new(axis == Axis.X ? 1 : 0, axis == Axis.Y ? 1 : 0, axis == Axis.Z ? 1 : 0);
}
