using DispersionSim.Core;
using DispersionSim.IO;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

/// <summary>Surfaces with adsorbed chains, from the recipe to the force that parts them.</summary>
public class AdsorbedLayerTests
{
    private const double ThermalEnergy = 1.380649e-23 * 298.15;
    private const double Hamaker = 4e-20;

    [Theory]
    [InlineData(5e-9, 2e-9)]
    [InlineData(5e-9, 6e-9)]
    [InlineData(3e-9, 3e-9)]
    public void Attraction_is_greatest_where_the_layers_push_as_hard_as_the_flat_surfaces_attract(double thickness, double spacing)
    {
        var layer = new StericLayer(thickness, spacing, ThermalEnergy);
        CoveredContact contact = CoveredContact.Of(Bare, layer, 0.4e-9);
        double attraction = Hamaker / (6 * Math.PI * Math.Pow(contact.Separation, 3));
        Assert.Equal(1, layer.Pressure(contact.Separation) / attraction, 1e-5);
    }

    [Theory]
    [InlineData(3e-9)]
    [InlineData(6e-9)]
    public void Dense_layers_are_hard_walls_but_for_what_the_attraction_presses_them_in(double spacing)
    {
        // In u = 1 − x the attraction is 1 + 2u + 3u² of the wall's and the push (u² + 5/6 u³)/ε, ε = A s³/(18π kT (2δ)³):
        // their difference is greatest at u = ε, where it is 1 + ε + 13/6 ε². The next order is some 7 ε³.
        double wall = VanDerWaals.WorkOfAdhesion(Hamaker, 10e-9), epsilon = Hamaker * Math.Pow(spacing, 3) / (18 * Math.PI * ThermalEnergy * 1e-24);
        CoveredContact contact = CoveredContact.Of(Bare, new(5e-9, spacing, ThermalEnergy), 0.4e-9);
        Assert.Equal(1 + epsilon + (13.0 / 6 * epsilon * epsilon), contact.Work / wall, 10 * Math.Pow(epsilon, 3));
    }

    [Fact]
    public void Chains_far_from_each_other_let_the_surfaces_into_contact()
    {
        var layer = new StericLayer(1e-9, 20e-9, ThermalEnergy);
        CoveredContact contact = CoveredContact.Of(Bare, layer, 0.4e-9);
        Assert.Equal(0.4e-9, contact.Separation, 1e-15);
        Assert.Equal(VanDerWaals.WorkOfAdhesion(Hamaker, 0.4e-9) - layer.Energy(0.4e-9), contact.Work, 1e-9);
        Assert.Equal(0, contact.Barrier);
    }

    [Fact]
    public void The_barrier_is_the_greatest_net_repulsion_between_rest_and_contact()
    {
        var layer = new StericLayer(5e-9, 4e-9, ThermalEnergy);
        double greatest = Enumerable.Range(0, 100_000).Max(k =>
        {
            double d = 0.4e-9 + (k * 9.6e-14);
            return layer.Energy(d) - VanDerWaals.WorkOfAdhesion(Hamaker, d);
        });
        Assert.True(greatest > 0);

        // Ninety-six looks, a thirtieth apart: a smooth maximum is met within a thousandth.
        Assert.Equal(1, CoveredContact.Of(Bare, layer, 0.4e-9).Barrier / greatest, 1e-3);
    }

    // Silicon of A = 3.75·10⁻²⁰ J without oxide under layers of 5 nm whose chains stand 6 nm apart: w = 1.034 times that of a hard wall at 10 nm.
    [Theory]
    [InlineData(0.98, true)]
    [InlineData(1.02, false)]
    public void A_covered_pair_is_sheared_apart_at_the_force_that_its_recipe_implies(double factor, bool holds)
    {
        const double Radius = 250e-9, Silicon = 3.75e-20, Viscosity = 1, Spacing = 6e-9;
        double epsilon = Silicon * Math.Pow(Spacing, 3) / (18 * Math.PI * ThermalEnergy * 1e-24);
        double pullOff = (1 + epsilon + (13.0 / 6 * epsilon * epsilon)) * Silicon * (Radius / 2) / (6 * 1e-16);
        double rate = factor * pullOff / (3 * Math.PI * Viscosity * Radius * Radius);
        ProcessRecipe recipe = RecipeReader.Read<ProcessRecipe>(
            $"""
            [slurry]
            zero_shear_viscosity = "1 Pa s"
            infinite_shear_viscosity = "1 Pa s"
            [dispersion]
            shear_rate = "{rate:R} 1/s"
            strain = 14
            planes = 1
            brownian = "off"
            [interaction.adhesion]
            source = "computed"
            oxide_thickness = "0 nm"
            steric_thickness = "5 nm"
            steric_spacing = "6 nm"
            """, "recipe.toml", []);
        StageResult sheared = new DispersionStage(recipe.Dispersion, recipe.Slurry, recipe.Interaction).Run(Pair(Radius), new() { Seed = 1 });
        Assert.Equal(holds ? 1 : 0, sheared.Value("surviving bonds at end of shear"));
        Assert.Equal(1 / factor, 1 / sheared.Value("stress margin"), 0.01);
        Assert.True(sheared.Value("steric barrier over shear force") > 10);
    }

    [Theory]
    [InlineData("steric_thickness = \"5 nm\"", "interaction.adhesion.steric_thickness = 5e-09 m", "source = \"computed\"")]
    [InlineData("source = \"computed\"\nsteric_spacing = \"3 nm\"", "interaction.adhesion.steric_spacing = 3e-09 m", "steric_thickness")]
    public void A_layer_that_would_have_no_effect_is_refused(string keys, params string[] words)
    {
        ProcessRecipe recipe = RecipeReader.Read<ProcessRecipe>("[interaction.adhesion]\n" + keys, "recipe.toml", []);
        string message = Assert.Throws<InputException>(() => new DispersionStage(recipe.Dispersion, recipe.Slurry, recipe.Interaction)).Message;
        Assert.All(words, word => Assert.Contains(word, message, StringComparison.Ordinal));
    }

    private static OxideShell Bare => new(Hamaker, 0, 0, 0);

    /// <summary>Two touching spheres, across the flow where it presses them together, so that they turn into where it draws them apart.</summary>
    private static ElectrodeState Pair(double radius)
    {
        double edge = 20 * radius;
        Vector3d centre = edge / 2 * new Vector3d(1, 1, 1), half = radius / Math.Sqrt(2) * new Vector3d(-1, 0, 1);
        return new()
        {
            Phase = StructurePhase.Powder,
            Domain = Domain.FullyPeriodic(edge * new Vector3d(1, 1, 1)),
            Particles = new()
            {
                Position = [centre + half, centre - half],
                Radius = [radius, radius],
                Kind = [ParticleKind.Silicon, ParticleKind.Silicon],
                PrimaryId = [1, 2],
                AgglomerateId = [1, 1],
            },
            Bonds = [new(0, 1, BondOrigin.FeedstockContact, 0)],
            FeedstockBondCount = 1,
        };
    }
}
