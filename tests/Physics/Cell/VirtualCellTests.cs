using DispersionSim.Cell;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Physics;

public sealed class VirtualCellTests
{
    // 15 um at 40 % porosity, Si : PI = 90 : 10: 17.7 g/m2 of silicon.
    private static readonly NegativeElectrodeFacts Layer = new(15e-6, 17.7e-3, 0.40, 0.507, 250e-9, 1, CopperContact: true, 0.9996);

    [Theory]
    [InlineData(PositiveElectrodeKind.Nmc)]
    [InlineData(PositiveElectrodeKind.LithiumCobaltOxide)]
    public void A_sound_layer_takes_and_gives_charge(PositiveElectrodeKind positive)
    {
        CellResult result = VirtualCell.Assemble(new() { PositiveElectrode = positive }, Layer).Run();
        Assert.True(result.TakesAndGivesCharge, result.Why);
        Assert.InRange(result.MeanVoltage, 3, 4);
        Assert.InRange(result.ArealCapacity / Value(result, "areal charge"), 0.8, 1 + 1e-9);
    }

    [Theory]
    [InlineData(PositiveElectrodeKind.Nmc)]
    [InlineData(PositiveElectrodeKind.LithiumCobaltOxide)]
    public void Lithium_is_conserved_to_one_part_in_ten_billion(PositiveElectrodeKind positive)
    {
        LithiumBalance balance = VirtualCell.Assemble(new() { PositiveElectrode = positive, Cycles = 2 }, Layer).Run().Lithium;
        Assert.True(balance.RelativeError < 1e-10, $"{balance.RelativeError}");
        Assert.Equal(1, balance.Final / balance.Initial, 1e-10);
    }

    // Charge is stored as lithium in the silicon: capacity = F c_max V x / 3600 by hand, the window of the design.
    [Fact]
    public void The_design_capacity_is_the_room_for_lithium_over_the_capacity_ratio()
    {
        CellDesign design = VirtualCell.Assemble(new(), Layer).Design!;
        double room = ((1.5 * 0.95) - 0.6) / (2.8 * 0.507);
        Assert.Equal(room, design.SpaceLimit, 6);
        double charge = 96485.33212 * 278000 * (17.7e-3 / 2330) * (room - 0.005) / 1.1;
        Assert.Equal(1, design.Capacity / charge, 1e-9);
        Assert.Equal(1, design.PositiveThickness * 96485.33212 * 63104 * 0.665 * (0.9084 - 0.27) / charge, 1e-3);
    }

    // Silicon at 0.42 of a layer, fully lithiated, fills 0.42 * 3.8 = 1.6 layers: no growth, no full use.
    [Fact]
    public void A_layer_that_may_not_grow_is_used_in_part()
    {
        NegativeElectrodeFacts half = Layer with { SiliconFraction = 0.42, Porosity = 0.5 };
        Assert.Equal((0.95 - 0.5) / (2.8 * 0.42), SwellingSpace.LargestStoichiometry(half, 1, 0.05), 9);
        Assert.Equal(1, SwellingSpace.LargestStoichiometry(half, 1.9, 0.05));
        Assert.Equal((0.5 + (2.8 * 0.42)) / 0.95, SwellingSpace.ThicknessRatio(half, 1, 0.05), 9);
    }

    [Fact]
    public void The_silicon_is_never_filled_beyond_its_room()
    {
        CellResult result = VirtualCell.Assemble(new() { CRate = 0.05 }, Layer).Run();
        Assert.True(Value(result, "silicon stoichiometry at full charge") <= Value(result, "silicon stoichiometry that has room") + 1e-9);
        Assert.True(Value(result, "swollen thickness ratio") <= 1.5);
    }

    // With slow diffusion lithium stays behind in the first discharge; the second charge must leave room for it.
    [Fact]
    public void Lithium_left_in_the_silicon_does_not_overfill_it_in_the_next_cycle()
    {
        CellResult result = VirtualCell.Assemble(new() { SiliconDiffusivity = 1e-18, Cycles = 2 }, Layer).Run();
        Assert.True(Value(result, "areal charge") < 0.9 * VirtualCell.Assemble(new(), Layer).Design!.Capacity / 3600);
        Assert.True(Value(result, "silicon stoichiometry at full charge") <= Value(result, "silicon stoichiometry that has room"));
    }

    [Fact]
    public void Half_the_connection_gives_half_the_silicon()
    {
        CellDesign whole = VirtualCell.Assemble(new() { ThicknessGrowth = 4 }, Layer).Design!;
        CellDesign half = VirtualCell.Assemble(new() { ThicknessGrowth = 4 }, Layer with { ConnectedFraction = 0.5 }).Design!;
        Assert.Equal(0.5, half.Capacity / whole.Capacity, 9);
    }

    [Fact]
    public void A_faster_discharge_gives_less_charge_at_a_lower_voltage()
    {
        CellResult slow = VirtualCell.Assemble(new() { CRate = 0.05 }, Layer).Run(), fast = VirtualCell.Assemble(new() { CRate = 1 }, Layer).Run();
        Assert.True(fast.ArealCapacity < slow.ArealCapacity);
        Assert.True(fast.MeanVoltage < slow.MeanVoltage);
    }

    // The hysteresis of silicon alone holds the charge above the discharge.
    [Fact]
    public void The_charge_runs_above_the_discharge()
    {
        CellResult result = VirtualCell.Assemble(new() { CRate = 0.02 }, Layer).Run();
        Assert.True(result.Charge.Y[^1] > result.Discharge.Y[0]);
        Assert.True(result.Charge.Y.Average() > result.Discharge.Y.Average() + 0.1);
    }

    public static TheoryData<string> Obstacles => ["copper", "connected", "pores", "binder", "active", "through"];

    [Theory]
    [MemberData(nameof(Obstacles))]
    public void A_layer_without_a_path_gives_no_cell(string word)
    {
        NegativeElectrodeFacts broken = word switch
        {
            "copper" => Layer with { CopperContact = false },
            "connected" => Layer with { ConnectedFraction = 0 },
            "pores" => Layer with { Porosity = 0, SiliconFraction = 0.9 },
            "binder" => Layer with { BinderRemaining = 0 },
            "active" => Layer with { SiliconMass = 0 },
            _ => Layer with { Tortuosity = double.PositiveInfinity },
        };
        CellResult result = VirtualCell.Assemble(new(), broken).Run();
        Assert.False(result.TakesAndGivesCharge);
        Assert.Contains(word, result.Why, StringComparison.Ordinal);
        Assert.Equal(0, result.ArealCapacity);
    }

    [Fact]
    public void Contradicting_facts_are_refused() =>
        Assert.Throws<InputException>(() => VirtualCell.Assemble(new(), Layer with { Porosity = 0.6 }));

    // Against lithium the silicon is lithiated below its lithiation branch and delithiated above its other branch.
    [Fact]
    public void The_half_cell_runs_along_silicons_two_branches()
    {
        CellResult result = VirtualCell.Assemble(new() { Protocol = CellProtocol.HalfCell, CRate = 0.02 }, Layer).Run();
        Assert.True(result.TakesAndGivesCharge, result.Why);
        Assert.InRange(result.Charge.Y.Average(), 0.1, 0.4);
        Assert.InRange(result.Discharge.Y.Average(), 0.35, 0.75);
        Assert.True(result.Lithium.RelativeError < 1e-10, $"{result.Lithium.RelativeError}");
    }

    // Ionic resistance by hand: L tau/(3 kappa eps) each side and the separator's in full, kappa 0.9487 S/m (Nyman at 1 mol/dm3).
    [Fact]
    public void The_electrolyte_resistance_is_that_of_its_layers_in_series()
    {
        CellDesign design = VirtualCell.Assemble(new(), Layer with { Tortuosity = 3 }).Design!;
        const double kappa = 0.1297 - 2.51 + 3.329;
        double expected = (15e-6 * 3 / (3 * kappa * 0.4)) + (12e-6 / (kappa * Math.Pow(0.47, 1.5)))
            + (design.PositiveThickness / (3 * kappa * Math.Pow(0.335, 1.5)));
        Assert.Equal(1, design.Resistance / expected, 1e-9);
    }

    private static double Value(CellResult result, string name) => result.Measurements.Single(m => m.Name == name).Value;
}
