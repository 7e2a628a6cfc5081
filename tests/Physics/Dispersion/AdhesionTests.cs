using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

/// <summary>Adhesion from materials, against the closed forms and figures it is given by.</summary>
public class AdhesionTests
{
    private static readonly AdhesionOptions Silicon = new() { Source = AdhesionSource.Computed };

    // F = A a/12h² at a = 250 nm: 31 nN at 0.165 nm and 5.2 nN at 0.4 nm for 4·10⁻²⁰ J, 0.26 nN for 2·10⁻²¹ J; 0.52 nN at a = 25 nm.
    [Theory]
    [InlineData(4e-20, 0.165e-9, 250e-9, 31e-9, 0.5e-9)]
    [InlineData(4e-20, 0.4e-9, 250e-9, 5.2e-9, 0.05e-9)]
    [InlineData(2e-21, 0.4e-9, 250e-9, 0.26e-9, 0.005e-9)]
    [InlineData(4e-20, 0.4e-9, 25e-9, 0.52e-9, 0.005e-9)]
    public void Attraction_of_two_spheres_has_its_tabulated_size(double hamaker, double separation, double radius, double force, double digit)
    {
        Assert.Equal(force, VanDerWaals.Force(hamaker, radius / 2, separation), digit);

        // And is 2πwR* with the work of adhesion of the same constant.
        Assert.Equal(1, 2 * Math.PI * VanDerWaals.WorkOfAdhesion(hamaker, separation) * radius / 2 / VanDerWaals.Force(hamaker, radius / 2, separation), 1e-12);
    }

    [Fact]
    public void An_oxide_of_1_5_nanometres_cuts_the_dispersion_force_78_times_at_0_4_nanometres()
    {
        var oxide = new OxideShell(Silicon.Core, Silicon.Oxide, Silicon.Medium, 1.5e-9);
        double bare = (oxide with { Thickness = 0 }).EffectiveHamaker(0.4e-9), coated = oxide.EffectiveHamaker(0.4e-9);
        Assert.Equal(3.75e-20, bare, 0.01e-20);
        Assert.Equal(78, bare / coated, 1.0);

        // With the zero-frequency part it is that of silica across the solution.
        Assert.Equal(2e-21, (oxide with { ZeroFrequency = Silicon.ZeroFrequency }).EffectiveHamaker(0.4e-9), 0.5e-21);
    }

    [Fact]
    public void A_thin_oxide_is_none_and_a_thick_one_hides_the_core()
    {
        var shell = new OxideShell(20e-20, 6.5e-20, 4e-20, 1e-16);
        Assert.Equal(1, shell.EffectiveHamaker(0.4e-9) / VanDerWaals.Across(20e-20, 20e-20, 4e-20), 1e-5);
        Assert.Equal(1, (shell with { Thickness = 1e-3 }).EffectiveHamaker(0.4e-9) / VanDerWaals.Across(6.5e-20, 6.5e-20, 4e-20), 1e-5);
    }

    [Fact]
    public void Tabors_number_chooses_between_the_limits_of_hard_and_soft_spheres()
    {
        const double work = 0.05, reduced = 125e-9, silicon = 84e9, rubber = 1e6;
        Assert.Equal(2 * Math.PI * work, Silicon.PullOffPerReducedRadius(work, reduced, silicon), 1e-12);
        Assert.Equal(1.5 * Math.PI * work, Silicon.PullOffPerReducedRadius(work, reduced, rubber), 1e-12);

        // (125 nm · 0.0025 / (84 GPa² · 0.165 nm³))^⅓ by hand.
        Assert.Equal(0.214, AdhesionOptions.TaborNumber(work, reduced, silicon, 0.165e-9), 0.001);
    }

    [Fact]
    public void Given_and_computed_forces_agree_where_the_materials_are_those_of_the_given_one()
    {
        // A sphere of 0.5 µm with A = 3.75·10⁻²⁰ J bare at 0.4 nm: 3.75/4 of the default 5.2 nN.
        var computed = new InteractionOptions { Adhesion = Silicon with { OxideThickness = 0 } };
        Assert.Equal(5.2e-9 * 3.75 / 4, computed.PullOff, 0.03e-9);
        Assert.Equal(5.2e-9, new InteractionOptions().PullOff);
        Assert.True(computed.DryPullOff > 6 * computed.PullOff);
    }

    [Fact]
    public void Force_of_adsorbed_layers_is_the_integral_of_their_pressure()
    {
        var layer = new StericLayer(5e-9, 3e-9, 4.11e-21);
        const double reduced = 125e-9, separation = 4e-9;
        const int steps = 200_000;
        double sum = 0, width = (10e-9 - separation) / steps;
        for (int k = 0; k < steps; k++)
        {
            sum += layer.Pressure(separation + ((k + 0.5) * width)) * width;
        }

        Assert.Equal(1, layer.Force(reduced, separation) / (2 * Math.PI * reduced * sum), 1e-6);
        Assert.Equal(0, layer.Force(reduced, 10e-9));
        Assert.Equal(0, layer.Pressure(12e-9));
    }

    [Fact]
    public void Adsorbed_layers_leave_25_kT_between_bare_and_1_kT_between_oxidised_spheres()
    {
        // Well depth A a/12h at 2δ = 10 nm, a = 250 nm: 25 kT for 5·10⁻²⁰ J and 1 kT for 2·10⁻²¹ J; depth is force times separation.
        double Depth(double hamaker) => VanDerWaals.Force(hamaker, 125e-9, 10e-9) * 10e-9 / 4.11e-21;
        Assert.Equal(25, Depth(5e-20), 0.5);
        Assert.Equal(1, Depth(2e-21), 0.05);
        Assert.Equal(10e-9, (Silicon with { StericThickness = 5e-9 }).NearestApproach, 1e-20);
    }

    [Fact]
    public void A_powder_that_is_still_dry_inside_takes_more_strain_to_break()
    {
        ElectrodeState powder = SmallPowder.Make(90, 3);
        var options = new DispersionOptions { ShearRate = 2e4, Planes = 1, Strain = 2 };
        double Surviving(bool delayed, double soaking)
        {
            var interaction = new InteractionOptions { Wetting = new() { Delayed = delayed, Soaking = soaking } };
            return new DispersionStage(options, new SlurryOptions(), interaction).Run(powder, new() { Seed = 1 }).Value("surviving bonds at end of shear");
        }

        double wet = Surviving(false, 0), dry = Surviving(true, 0), soaked = Surviving(true, 1e3);
        Assert.True(dry > wet + 0.05, $"dry {dry}, wet {wet}");
        Assert.Equal(wet, soaked, 0.1);
    }
}
