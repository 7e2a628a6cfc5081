using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

/// <summary>Binder in a shrinking film of constant diffusivity; Pe = v h_end/D. Validation row 15.</summary>
public class BinderMigrationTests
{
    private const double Start = 20e-6, End = 10e-6, Speed = 1e-6;

    private static double[] Profile(double peclet) => BinderMigration.Profile(Start, End, Speed, _ => Speed * End / peclet);

    // c/c̄ = 1 + Pe(ξ²/2 − 1/6) + O(Pe²): halving Pe must quarter the error. The film halves its height, long enough for the profile to follow.
    [Fact]
    public void Profile_is_the_closed_form_to_second_order_in_the_Peclet_number()
    {
        double[] peclet = [0.3, 0.15, 0.075];
        double[] error = [.. peclet.Select(ClosedFormError)];
        Assert.True(error[0] < 0.02);
        for (int k = 1; k < error.Length; k++)
        {
            double order = Math.Log2(error[k - 1] / error[k]);
            Assert.True(order >= 1.8, $"order {order:F2} from Pe {peclet[k - 1]} to {peclet[k]}; errors {error[k - 1]:E2}, {error[k]:E2}");
        }
    }

    [Fact]
    public void Fast_diffusion_keeps_the_binder_uniform() => Assert.All(Profile(1e-6), c => Assert.Equal(1, c, 1e-6));

    [Theory]
    [InlineData(0.1)]
    [InlineData(3)]
    [InlineData(50)]
    public void No_binder_is_lost(double peclet) => Assert.Equal(1, Profile(peclet).Average(), 1e-12);

    [Fact]
    public void Binder_gathers_at_the_surface_and_more_so_the_faster_it_falls()
    {
        double[] slow = Profile(1), fast = Profile(10);
        Assert.Equal(slow.Order(), slow);
        Assert.Equal(fast.Order(), fast);
        Assert.True(fast[^1] > 2 * slow[^1] && fast[0] < slow[0]);
    }

    // Nothing diffuses: the surface sweeps up what it passes, and the rest stays at its concentration, 1 of a mean of start/end.
    [Fact]
    public void Without_diffusion_the_lower_part_keeps_its_concentration() => Assert.Equal(End / Start, Profile(1e4)[0], 1e-3);

    private static double ClosedFormError(double peclet)
    {
        double[] c = Profile(peclet);
        return Enumerable.Range(0, c.Length).Max(i =>
        {
            double xi = (i + 0.5) / c.Length;
            return Math.Abs(c[i] - 1 - (peclet * ((xi * xi / 2) - (1 / 6.0))));
        });
    }
}
