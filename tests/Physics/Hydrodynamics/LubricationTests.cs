using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

/// <summary>Tier T2: films between two spheres.</summary>
public class LubricationTests
{
    private const double Box = 40;

    [Theory]
    [InlineData(1.0)]
    [InlineData(2.0)]
    [InlineData(0.2)]
    public void Film_has_the_singular_terms_of_two_unequal_spheres(double ratio)
    {
        // Jeffrey and Onishi's coefficients of ξ⁻¹ and ln ξ⁻¹ at β = b/a with their own scales; viscosity 1, a = 1.
        const double gap = 1e-4;
        double s = 1 + ratio, xi = 2 * gap / s, log = Math.Log(1 / xi);
        LubricationFilm film = LubricationFilm.Between(1, ratio, gap, 1, true);
        double squeeze = (2 * ratio * ratio / Math.Pow(s, 3) / xi) + (ratio * (1 + (7 * ratio) + (ratio * ratio)) / (5 * Math.Pow(s, 3)) * log);
        double shear = 4.0 / 15 * ratio * (2 + ratio + (2 * ratio * ratio)) / Math.Pow(s, 3) * log;
        Assert.Equal(6 * Math.PI * squeeze, film.Squeeze, 1e-9 * film.Squeeze);
        Assert.Equal(6 * Math.PI * shear, film.Shear, 1e-9 * film.Shear);

        // Torque on the first where it moves across, where it turns, and where the second turns.
        Assert.Equal(4 * Math.PI * ratio * (4 + ratio) / (5 * s * s) * log, film.FirstArm * film.Shear, 1e-9);
        Assert.Equal(8 * Math.PI * 2.0 / 5 * ratio / s * log, (film.FirstArm * film.FirstArm * film.Shear) + film.Pump, 1e-9);
        Assert.Equal(Math.PI * Math.Pow(s, 3) * 4.0 / 5 * ratio * ratio / Math.Pow(s, 4) * log, (film.FirstArm * film.SecondArm * film.Shear) - film.Pump, 1e-9);
        Assert.Equal(s, film.FirstArm + film.SecondArm, 1e-12);
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.1)]
    [InlineData(0.49)]
    public void Film_dissipates_in_every_motion_and_is_the_same_from_either_side(double xi)
    {
        LubricationFilm film = LubricationFilm.Between(1, 3, xi * 2, 0.7, true), other = LubricationFilm.Between(3, 1, xi * 2, 0.7, true);
        Assert.True(film is { Squeeze: > 0, Shear: > 0, Pump: > 0 });
        Assert.Equal((film.Squeeze, film.SecondArm), (other.Squeeze, other.FirstArm));
        Assert.Equal(film.Shear, other.Shear, 1e-12);
        Assert.Equal(film.Pump, other.Pump, 1e-12);
    }

    [Theory]
    [InlineData(0.01, 0.001)]
    [InlineData(0.05, 0.001)]
    [InlineData(0.001, 0.02)]
    public void Two_spheres_that_a_flow_presses_together_squeeze_the_film_with_three_halves_pi_mu_a_squared_over_the_gap(double gap, double floor)
    {
        // Extension at rate e < 0 along the line of centres: the film carries F = N u and the fluid pushes each sphere with f (e d/2 − u/2), 6πμa = 1, f of the mean field.
        using var pair = Pair(gap, new() { SmallestGap = floor * UnitSuspension.Radius, Logarithms = false });
        (pair.Box.Dilation[0], pair.Box.Dilation[1], pair.Box.Dilation[2]) = (-1, 0.5, 0.5);
        pair.Step(1e-6);
        double own = pair.MotionOf(0).Velocity.X - pair.MotionOf(1).Velocity.X, pressed = (2 + gap) * -1;
        double approach = pressed - own, far = 1 + (2.16 * 2 * 4.0 / 3 * Math.PI / Math.Pow(Box, 3));
        double force = far * own / 2;
        Assert.Equal(1.5 * Math.PI / (6 * Math.PI) / Math.Max(gap, floor), Math.Abs(force / approach), 2e-3 * Math.Abs(force / approach));
    }

    [Theory]
    [InlineData(true, 1 + (2.725 * 0.1) - (6.583 * 0.01), 1 + (0.749 * 0.1) - (2.469 * 0.01))]
    [InlineData(false, 1.216, 1)]
    public void Far_terms_are_those_of_the_mean_field(bool logarithms, double translation, double rotation)
    {
        var terms = new LubricationOptions { Logarithms = logarithms };
        Assert.Equal(translation, terms.FarTranslation(0.1), 1e-12);
        Assert.Equal(rotation, terms.FarRotation(0.1), 1e-12);
    }

    [Fact]
    public void Lubricated_suspension_has_the_same_bits_on_one_thread_and_two()
    {
        Vector3d[] crowd = Suspensions.Crowd(5, 2.05, 3);
        string[] bits = [.. new[] { 1, 2 }.Select(threads =>
        {
            using var system = Suspensions.Build(crowd, [.. crowd.Select(_ => 1.0)], 5 * 2.05, 200, 1, threads: threads);
            system.Hydrodynamics = HydrodynamicTier.T2;
            system.Box.Shear(Axis.X, Axis.Z, 0.3);
            for (int k = 0; k < 10; k++)
            {
                system.Step(1);
            }

            return Suspensions.Bits(system.Save());
        })];
        Assert.Equal(bits[0], bits[1]);
    }

    private static OverdampedSystem<SoftAdhesiveLaw, NoWallLaw, NoWallLaw> Pair(double gap, LubricationOptions terms)
    {
        Vector3d half = new(1 + (gap / 2), 0, 0), middle = new(Box / 2, Box / 2, Box / 2);
        var pair = Suspensions.Build([middle - half, middle + half], [1, 1], Box, 200, 0, control: new StepControl { Residual = 1e-7, Motion = 1 });
        pair.Lubrication = terms;
        pair.Hydrodynamics = HydrodynamicTier.T2;
        return pair;
    }
}
