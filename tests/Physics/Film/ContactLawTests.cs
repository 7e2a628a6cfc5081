using DispersionSim.Kernels;

namespace DispersionSim.Tests.Physics;

/// <summary>Closed forms of the laws that act in the film; single precision, so 10⁻⁵ relative.</summary>
public class ContactLawTests
{
    // F = 2πγa sin α sin(α + θ) is greatest at α = (π − θ)/2, where it is 2πγa cos²(θ/2); the top stands a(1 − sin(θ/2)) out of the liquid there.
    [Theory]
    [InlineData(0)]
    [InlineData(0.35)]
    [InlineData(1.2)]
    public void Capillary_force_is_greatest_at_half_the_supplement_of_the_contact_angle(double angle)
    {
        var law = new CapillaryLaw(0.7f, (float)Math.Cos(angle), (float)Math.Sin(angle));
        double[] force = [.. Enumerable.Range(0, 2001).Select(k => Force(law, 2f * 1.3f * k / 2000, 1.3f))];
        double greatest = 2 * Math.PI * 0.7 * 1.3 * Math.Pow(Math.Cos(angle / 2), 2);
        Assert.Equal(greatest, force.Max(), 1e-5 * greatest);
        Assert.Equal(1 - Math.Sin(angle / 2), Array.IndexOf(force, force.Max()) * 2.0 / 2000, 0.02);
        Assert.Equal(greatest, Force(law, (float)(1.3 * (1 - Math.Sin(angle / 2))), 1.3f), 1e-5 * greatest);
    }

    [Fact]
    public void A_sphere_that_has_left_the_liquid_is_not_pulled_any_more() =>
        Assert.Equal(0, Force(new CapillaryLaw(1f, (float)Math.Cos(0.35), (float)Math.Sin(0.35)), 3f, 1f));

    // Elastic: 4/3 E*√R* δ^(3/2) up to δ_y = R*(π p_y/2E*)²; there F_y = π³ p_y³ R*²/(6 E*²) and the mean slope beyond is π p_y R*.
    [Fact]
    public void Thornton_and_Ning_join_Hertz_to_a_straight_line_at_the_yield_force()
    {
        const float E = 1000, Yield = 100, R = 0.5f;
        var law = new ThorntonNingLaw(E, Yield, 0);
        double yieldOverlap = R * Math.Pow(Math.PI * Yield / (2 * E), 2), yieldForce = Math.Pow(Math.PI * Yield, 3) * R * R / (6 * E * E);
        Assert.Equal(4 / 3.0 * E * Math.Sqrt(R) * Math.Pow(yieldOverlap / 2, 1.5), Force(law, (float)yieldOverlap / 2, R), 1e-5 * yieldForce);
        Assert.Equal(yieldForce, Force(law, (float)yieldOverlap, R), 1e-5 * yieldForce);
        Assert.Equal(yieldForce + (Math.PI * Yield * R * 2 * yieldOverlap), Force(law, (float)(3 * yieldOverlap), R), 1e-4 * yieldForce);
    }

    // Unloaded from F_m on the curvature R_p = R* F_Hertz/F_m: back to zero at δ_m − (3F_m/4E*√R_p)^(2/3).
    [Fact]
    public void Thornton_and_Ning_unload_elastically_to_their_permanent_overlap()
    {
        const float E = 1000, Yield = 100, R = 0.5f;
        var law = new ThorntonNingLaw(E, Yield, 0);
        float deepest = 0.1f, memory = 0;
        law.Evaluate(deepest, R, 0, ref memory, out float greatest, out _, out _, out _);
        double hertz = 4 / 3.0 * E * Math.Sqrt(R) * Math.Pow(deepest, 1.5), flattened = R * hertz / greatest;
        double left = deepest - Math.Pow(0.75 * greatest / (E * Math.Sqrt(flattened)), 2 / 3.0);
        law.Evaluate((float)(left * 1.0001), R, 0, ref memory, out float nearly, out _, out _, out _);
        law.Evaluate((float)((left + deepest) / 2), R, 0, ref memory, out float half, out _, out _, out _);
        Assert.InRange(nearly, 0, 1e-4 * greatest);
        Assert.Equal(greatest / Math.Pow(2, 1.5), half, 1e-3 * greatest);
    }

    // F = 2πrHδ; unloading along 2E*√(2rδ_m) leaves a pit of δ_m − F_m/(2E*√(2rδ_m)).
    [Fact]
    public void A_hard_sphere_leaves_a_pit_in_soft_metal()
    {
        const float H = 10, E = 2000, R = 1;
        var law = new SoftMetalLaw(H, E, 0);
        float memory = 0;
        law.Evaluate(0.08f, R, 0, ref memory, out float greatest, out _, out _, out _);
        Assert.Equal(2 * Math.PI * R * H * 0.08, greatest, 1e-4);
        double pit = 0.08 - (greatest / (2 * E * Math.Sqrt(2 * R * 0.08)));
        law.Evaluate((float)pit + 1e-5f, R, 0, ref memory, out float nearly, out _, out _, out _);
        law.Evaluate((float)pit - 1e-5f, R, 0, ref memory, out float none, out _, out _, out _);
        Assert.InRange(nearly, 1e-6, 0.02 * greatest);
        Assert.Equal(0, none);
    }

    private static double Force<TLaw>(TLaw law, float overlap, float radius) where TLaw : struct, INormalLaw
    {
        float memory = 0;
        law.Evaluate(overlap, radius, 0, ref memory, out float force, out _, out _, out _);
        return force;
    }
}
