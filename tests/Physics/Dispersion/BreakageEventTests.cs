using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

/// <summary>Agglomerates built by hand, strong bridges everywhere but at one adhesive contact: what breaks off under shear is known beforehand.</summary>
public class BreakageEventTests
{
    private const double Radius = 250e-9;

    // Halves that have come apart touch again, time after time, up to a strain of four: what touches is one fragment. Then the shear has carried them off.
    private const double Strain = 6;

    private static readonly Lazy<StageResult> Dumbbell = new(() => Shear([.. Cube(2), .. Cube(2).Select(p => p + new Vector3d(4, 2, 2))], weak: (7, 8)));
    private static readonly Lazy<StageResult> Knob = new(() => Shear([.. Cube(3), new(2, 2, 6)], weak: (14, 27)));

    [Fact]
    public void Two_cubes_of_eight_held_by_one_weak_contact_rupture_into_halves()
    {
        Assert.Equal((1, 0), Events(Dumbbell.Value));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 1], Curve(Dumbbell.Value, "taken off by a rupture"));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 1], Curve(Dumbbell.Value, "fragments by number"));
        Assert.Equal(0.5, Dumbbell.Value.Value("largest fragment") / 16);
        Assert.Equal(24.0 / 25, Curve(Dumbbell.Value, "surviving feedstock bonds")[^1]);
    }

    [Fact]
    public void One_primary_weakly_held_to_a_cube_of_twenty_seven_is_eroded()
    {
        Assert.Equal((0, 1), Events(Knob.Value));
        Assert.Equal([1], Curve(Knob.Value, "taken off by an erosion"));
        double[] number = Curve(Knob.Value, "fragments by number"), mass = Curve(Knob.Value, "fragments by mass");
        Assert.Equal(27, number.Length);
        Assert.Equal(0.5, number[0], 1e-12);
        Assert.Equal(0.5, number[26], 1e-12);
        Assert.Equal(1.0 / 28, mass[0], 1e-12);
        Assert.Equal(27.0 / 28, mass[26], 1e-12);
    }

    // Shares by number are n_k/Σn: the mean size is the primaries over the fragments. Shares by mass add up to all of it.
    [Fact]
    public void Fragments_of_a_powder_hold_all_its_primaries()
    {
        ElectrodeState powder = SmallPowder.Make(120, 3);
        StageResult broken = SmallPowder.Shear(powder, new() { Strain = 1, Planes = 1 });
        double[] number = Curve(broken, "fragments by number");
        double fragments = powder.Particles.Count / number.Select((share, k) => share * (k + 1)).Sum();
        Assert.Equal(Math.Round(fragments), fragments, 1e-9);
        Assert.Equal(1, number.Sum(), 1e-12);
        Assert.Equal(1, Curve(broken, "fragments by mass").Sum(), 1e-12);
        Assert.All(number, share => Assert.Equal(Math.Round(share * fragments), share * fragments, 1e-9));
        Assert.True(broken.Value("ruptures") > 0);
    }

    private static (double Ruptures, double Erosions) Events(StageResult broken) => (broken.Value("ruptures"), broken.Value("erosions"));

    private static double[] Curve(StageResult result, string name) => result.Curves.Single(c => c.Name == name).Y;

    private static IEnumerable<Vector3d> Cube(int edge) =>
        from x in Enumerable.Range(0, edge)
        from y in Enumerable.Range(0, edge)
        from z in Enumerable.Range(0, edge)
        select new Vector3d(2 * x, 2 * y, 2 * z);

    /// <summary>Shears one agglomerate of equal primaries; centres in radii, all that touch are bridged but the weak pair.</summary>
    private static StageResult Shear(Vector3d[] centres, (int I, int J) weak)
    {
        int[] all = [.. Enumerable.Range(0, centres.Length)];
        Bond[] bonds = [.. from i in all from j in all where i < j && (centres[i] - centres[j]).Length < 2.001
                           select (i, j) == weak ? new Bond(i, j, BondOrigin.FeedstockContact, 0) : new Bond(i, j, BondOrigin.FeedstockBridge, Radius / 2)];
        Assert.Single(bonds, b => b.Origin == BondOrigin.FeedstockContact);
        ElectrodeState powder = SmallPowder.Make(60, 1) with
        {
            Domain = Domain.FullyPeriodic(40 * Radius * new Vector3d(1, 1, 1)),
            Particles = new()
            {
                Position = [.. centres.Select(c => Radius * (c + new Vector3d(18, 18, 18)))],
                Radius = [.. all.Select(_ => Radius)],
                Kind = [.. all.Select(_ => ParticleKind.Silicon)],
                PrimaryId = [.. all.Select(i => i + 1)],
                AgglomerateId = [.. all.Select(_ => 1)],
            },
            Bonds = bonds,
        };
        return SmallPowder.Shear(powder, new() { Strain = Strain, Planes = 1 });
    }
}
