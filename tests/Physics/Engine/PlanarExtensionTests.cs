using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Tests.Physics;

/// <summary>Validation row 11, planar extension: the box comes back to itself at a strain of 0.9624 and nothing shows that it was taken back.</summary>
public class PlanarExtensionTests
{
    private const int Pairs = 300;
    private const double Edge = 32;

    [Fact]
    public void A_square_lattice_comes_back_at_0_9624_and_31_7_degrees()
    {
        Assert.Equal(0.9624, PlanarExtension.Period, 5e-5);
        Assert.Equal(31.7, PlanarExtension.Angle * 180 / Math.PI, 0.05);

        // exp(L t) is the matrix of whole numbers (2 1; 1 1).
        (double first, double cross, double second) = PlanarExtension.Matrix(Math.Exp(PlanarExtension.Period), Math.Exp(-PlanarExtension.Period));
        Assert.Equal(2, first, 1e-12);
        Assert.Equal(1, cross, 1e-12);
        Assert.Equal(1, second, 1e-12);
    }

    [Fact]
    public void Periods_there_and_back_restore_every_place_bit_for_bit()
    {
        (FlowingBox box, Int4[] place) = Crowd();
        var start = (Int4[])place.Clone();
        box.Advance(3.3 * PlanarExtension.Period, place);
        box.Extend(Axis.X, Axis.Z, -1);
        box.Advance(3.3 * PlanarExtension.Period, place);
        Assert.Equal(start, place);
    }

    [Fact]
    public void A_free_sphere_is_carried_by_the_extension_and_a_pair_is_drawn_out_by_its_strain()
    {
        // Two spheres far apart along the axis of extension: their distance grows as exp(ε), through one taking back of the box.
        double c = Math.Cos(PlanarExtension.Angle), s = Math.Sin(PlanarExtension.Angle);
        Vector3d middle = new(20, 20, 20), along = new(c, 0, s);
        using var pair = Suspensions.Build([middle + (along * 3), middle - (along * 3)], [1, 1], 40, 200, 1);
        pair.Box.Extend(Axis.X, Axis.Z, 1);
        while (pair.Time < PlanarExtension.Period * (1 - 1e-9))
        {
            pair.Step(PlanarExtension.Period - pair.Time);
        }

        pair.Box.SnapUpright();
        Vector3d[] p = [.. pair.Positions().Select(v => v / pair.Scale.Length)];
        Vector3d d = Domain.FullyPeriodic(new(40, 40, 40)).Nearest(p[0] - p[1]);
        Assert.Equal(0, (d - (along * 6 * Math.Exp(PlanarExtension.Period))).Length, 1e-4);
    }

    [Theory]
    [InlineData(0.99, true)]
    [InlineData(1.01, false)]
    public void A_doublet_along_the_axis_of_extension_parts_at_the_pull_off_force(double share, bool holds)
    {
        // Free draining: each of two unit spheres at distance d is drawn by ε d/2 · 6πμa = ε; pull-off force 1.
        double c = Math.Cos(PlanarExtension.Angle), s = Math.Sin(PlanarExtension.Angle);
        Vector3d middle = new(10, 10, 10), along = new Vector3d(c, 0, s) * (1 - 0.0025);
        using var pair = Suspensions.Build([middle + along, middle - along], [1, 1], 20, 200, 1);
        pair.Box.Extend(Axis.X, Axis.Z, share);
        while (pair.Time < 2 / share && pair.Contacts().Any())
        {
            pair.Step(0.002);
        }

        Assert.Equal(holds, pair.Contacts().Any());
    }

    private static (FlowingBox Box, Int4[] Place) Crowd()
    {
        RandomStream random = new(31, StreamName.MonteCarlo);
        var box = new FlowingBox(Edge, Edge, Edge);
        var place = new Int4[2 * Pairs];
        for (int i = 0; i < place.Length; i += 2)
        {
            Vector3d p = new Vector3d(random.NextDouble(), random.NextDouble(), random.NextDouble()) * Edge, q = p + (random.NextDirection() * (2.2 - (0.6 * random.NextDouble())));
            (place[i], place[i + 1]) = (box.Fix(p.X, p.Y, p.Z), box.Fix(q.X, q.Y, q.Z));
        }

        box.Extend(Axis.X, Axis.Z, 1);
        return (box, place);
    }
}
