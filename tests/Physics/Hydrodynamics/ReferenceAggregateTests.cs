using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>One small aggregate of unequal spheres in simple shear, every bond of it, against a separate calculation.</summary>
/// <remarks>
/// The figures are numpy's (dense matrices, `numpy.linalg`), from nothing of this program: viscosity 1, u_x = z. Mobility by the textbook blocks of spheres that do not overlap, r from j to i, s = a² + b²:
/// velocity of force [(1 + s/3r²) 1 + (1 − s/r²) r̂r̂]/8πr, velocity of torque and spin of force L × r/8πr³, spin of torque (3 r̂r̂ − 1)/16πr³, itself 1/6πa and 1/8πa³; its inverse is the resistance R, and
/// v = (KᵀRK)⁻¹ KᵀR u the motion of the free cluster. A bond bears what the fluid does to the spheres beyond it. T1's factor is 1/(0.85 + 0.3/N)Q with Q summed over five unit strains,
/// Q = 6π Σ_e wᵀ M w / Σ_e Σ a |e·x|², w_i = a_i e·x_i, x from the centre of drag.
/// </remarks>
public class ReferenceAggregateTests
{
    private static readonly double[] Radius = [1, 1.5, 0.5, 1, 0.75, 1.25];
    private static readonly Vector3d[] Position = [new(0, 0, 0), new(1.5, 2, 0), new(1.5, 3.2, 1.6), new(4, 2, 0), new(5.05, 2, -1.4), new(5.05, 0.4, -2.6)];
    private static readonly (int Parent, int Child)[] Bonds = [(0, 1), (1, 2), (1, 3), (3, 4), (4, 5)];
    private static readonly double[] FreeDraining = [-2.569383014076, -4.042608183116, -31.645727395831, -45.420901401643, -12.782374784572];
    private const double Screening = 1.1208772115525851;

    [Fact]
    public void Free_draining_bonds_and_spin_are_those_of_a_separate_calculation() =>
        Compare(new IndependentDrag(Position, Radius, 1), FreeDraining, new(0.039945198051, 0.332002940868, -0.081781732858));

    [Fact]
    public void Screened_bonds_are_those_of_a_separate_calculation()
    {
        double factor = ClusterScreening.Factor(Position, Radius);
        Assert.Equal(Screening, factor, 1e-9);
        Compare(new IndependentDrag(Position, Radius, 1, [.. Radius.Select(_ => factor)]), [.. FreeDraining.Select(t => t * Screening)], new(0.039945198051, 0.332002940868, -0.081781732858));
    }

    [Theory]
    [InlineData(MobilityLevel.Forces, new[] { -6.408891142764, -0.302002706851, -34.51516861668, -53.917209939829, -21.366490056918 }, new[] { 0.083953538234, 0.298011837367, -0.146780039705 })]
    [InlineData(MobilityLevel.Torques, new[] { -6.165308170274, -0.318399036192, -34.05284821923, -55.270269550674, -21.729214239321 }, new[] { 0.035113774595, 0.334722372309, -0.096156990958 })]
    public void Interacting_bonds_and_spin_are_those_of_a_separate_calculation(MobilityLevel level, double[] tension, double[] spin) =>
        Compare(new ManyBodyDrag(Position, Radius, 1, level), tension, new(spin[0], spin[1], spin[2]));

    private static void Compare(IResistance resistance, double[] tension, Vector3d spin)
    {
        LinearFlow shear = LinearFlow.Shear(new(1, 0, 0), new(0, 0, 1), 1);
        var cluster = new RigidCluster(resistance);
        BondTension[] found = BondTensions.Of(cluster, Bonds);
        for (int b = 0; b < Bonds.Length; b++)
        {
            BondTension bond = found.Single(t => (t.I, t.J) == Bonds[b]);
            Assert.Equal(tension[b], bond.In(shear.Strain), 1e-8);
        }

        Assert.Equal(0, (spin - cluster.SpinIn(shear)).Length, 1e-9);
    }
}
