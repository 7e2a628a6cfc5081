using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>Height fields as walls: what a sphere keeps of its speed on edges, corners and in folds, and how it comes down a slope, against exact answers.</summary>
public class FieldImpactTests
{
    private const double Radius = 1e-3;
    private const double Floor = 5e-3;
    private const double Spacing = 0.25e-3;
    private const int Points = 81;
    private const double Middle = Spacing * (Points - 1) / 2;

    [Theory]
    [InlineData("edge", 1.0, 1)]
    [InlineData("edge", 0.3, 1)]
    [InlineData("corner", 1.0, 1)]
    [InlineData("groove", 1.0, 2)]
    [InlineData("groove", 0.5, 2)]
    [InlineData("pit", 1.0, 4)]
    [InlineData("pit", 1.5, 4)]
    public void A_sphere_leaves_edges_corners_and_folds_at_the_speed_that_its_contacts_give_it(string shape, double steep, int contacts)
    {
        // n feet on flanks whose normals lean by α share the blow: each is met at v cos α by the mass m/(n cos²α), for which the dashpot set for m damps β √n cos α.
        const double asked = 0.5;
        double lean = contacts == 1 ? 1 : Math.Sqrt(contacts) / Math.Sqrt(1 + (steep * steep));
        double damping = -Math.Log(asked) / Math.Sqrt((Math.Log(asked) * Math.Log(asked)) + (Math.PI * Math.PI)) * lean;
        double expected = Math.Exp(-Math.PI * damping / Math.Sqrt(1 - (damping * damping)));
        Func<double, double, double> height = shape switch
        {
            "edge" => (x, _) => -steep * Math.Abs(x - Middle),
            "corner" => (x, y) => -steep * Math.Max(Math.Abs(x - Middle), Math.Abs(y - Middle)),
            "groove" => (x, _) => steep * Math.Abs(x - Middle),
            _ => (x, y) => steep * Math.Max(Math.Abs(x - Middle), Math.Abs(y - Middle)),
        };
        GrainSetup setup = GrainSamples.Of(new(0.03, 0.03, 0.03), [new(Middle, Middle, Floor + (2.5 * Radius))], [Radius], 5e-7, [new(0, 0, -0.5)]);
        ContactLaws laws = GrainSamples.Laws with { DampingCoefficient = asked, Tangential = TangentialKind.None };
        using GranularSystem system = GranularSystems.Make(setup with { Walls = [Field(setup.Scale, height)] }, laws, [laws], 1);
        system.Advance(16_000);
        Vector3d velocity = system.Read()[0].Velocity;
        Assert.Equal(expected, velocity.Z / 0.5, 2e-3);
        Assert.InRange(Math.Abs(velocity.X) + Math.Abs(velocity.Y), 0, 1e-3);
    }

    [Theory]
    [InlineData(0.5, 0.5)]
    [InlineData(1.0, 0.3)]
    [InlineData(0.5, 0.1)]
    [InlineData(1.0, 0.05)]
    public void A_sphere_comes_down_a_sloping_field_as_down_an_inclined_plane(double slope, double friction)
    {
        // Rolling, where tan α is at most 7µ/2: a = 5/7 g sin α and aω = v; sliding: g (sin α − µ cos α) and aω = 5/2 µ g t cos α.
        const double gravity = 9.81, time = 0.04, step = 2e-6;
        double angle = Math.Atan(slope), sine = Math.Sin(angle), cosine = Math.Cos(angle);
        ContactLaws laws = GrainSamples.Laws with { Friction = friction };
        double weight = GrainSetup.MassOf(Radius, GrainSamples.Density) * gravity * cosine, overlap = Math.Pow(3 * weight / (4 * laws.ReducedModulus * Math.Sqrt(Radius)), 2.0 / 3);
        double x = 0.75 * 2 * Middle;
        GrainSetup setup = GrainSamples.Of(new(0.03, 0.03, 0.04), [new(x, Middle, Floor + (slope * x) + ((Radius - overlap) / cosine))], [Radius], step) with { Gravity = new(0, 0, -gravity) };
        using GranularSystem system = GranularSystems.Make(setup with { Walls = [Field(setup.Scale, (at, _) => slope * at)] }, laws, [laws], 1);
        system.Advance((long)Math.Round(time / step));
        GrainReading end = system.Read()[0];
        bool rolls = slope <= 3.5 * friction;
        double speed = time * gravity * (rolls ? 5.0 / 7 * sine : sine - (friction * cosine)), spin = rolls ? speed : 2.5 * friction * gravity * cosine * time;

        // The spring of friction must first be wound up to µN, by the sphere's own way: a slide's friction begins late by no more than that takes.
        double wound = friction * weight / (laws.TangentialStiffness * Math.Sqrt(Radius * overlap)), late = Math.Sqrt(2 * wound / (gravity * sine)) / time;
        double tolerance = rolls ? 1e-5 : late;
        Assert.Equal(1, Vector3d.Dot(end.Velocity, new(-cosine, 0, -sine)) / speed, tolerance);
        Assert.Equal(1, end.Spin.Y * -Radius / spin, tolerance);
        Assert.InRange(Math.Abs(Vector3d.Dot(end.Velocity, new(-sine, 0, cosine))), 0, 1e-5);
        Assert.Equal(0, end.Velocity.Y, 1e-7);
    }

    private static FieldWall Field(UnitScale scale, Func<double, double, double> height)
    {
        var heights = new double[Points, Points];
        for (int k = 0; k < heights.Length; k++)
        {
            heights[k / Points, k % Points] = height(k / Points * Spacing, k % Points * Spacing) / scale.Length;
        }

        return new(new(heights, Spacing / scale.Length, Spacing / scale.Length, false), new(0, 0, Floor / scale.Length), 1);
    }
}
