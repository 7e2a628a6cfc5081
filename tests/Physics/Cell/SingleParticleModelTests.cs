using DispersionSim.Cell;
using Xunit;

namespace DispersionSim.Tests.Physics;

public sealed class SingleParticleModelTests
{
    private static readonly ConstantCurrentTrace LgM50 = LgM50Cell.Discharge();

    // Chen 2020 at 5 A: figures of an independent solver on the same published parameters, 2 mV.
    [Fact]
    public void Lg_m50_rests_at_4_181_volts() => Assert.Equal(4.181, LgM50Cell.Charged().Voltage(0), 2e-3);

    [Theory]
    [InlineData(600, 3.8675)]
    [InlineData(1200, 3.7159)]
    [InlineData(1800, 3.5682)]
    [InlineData(2400, 3.4590)]
    [InlineData(3000, 3.2929)]
    public void Lg_m50_discharges_along_the_reference(double seconds, double volts) =>
        Assert.Equal(volts, LgM50.Voltage[Array.FindIndex(LgM50.Time, t => Math.Abs(t - seconds) < 1e-6)], 2e-3);

    // 2.5 V at 3567.7 s and 4.955 Ah, 0.2 %.
    [Fact]
    public void Lg_m50_reaches_2_5_volts_when_the_reference_does()
    {
        Assert.Equal(1, LgM50.Time[^1] / 3567.7, 2e-3);
        Assert.Equal(1, LgM50.TotalCharge * LgM50Cell.Area / 3600 / 4.955, 2e-3);
        Assert.Equal(2.5, LgM50.Voltage[^1], 1e-3);
    }

    [Fact]
    public void Finer_shells_and_steps_change_the_voltage_by_less_than_half_a_millivolt()
    {
        ConstantCurrentTrace fine = LgM50Cell.Discharge(step: 1, shells: 120);
        foreach (double seconds in new[] { 600.0, 1800, 3000 })
        {
            double coarse = LgM50.Voltage[(int)(seconds / 2)], there = fine.Voltage[(int)seconds];
            Assert.Equal(there, coarse, 0.5e-3);
        }
    }

    // Lithium that leaves one electrode enters the other.
    [Fact]
    public void Lithium_is_conserved_through_a_discharge() => Assert.True(LgM50.LithiumError < 1e-10);

    // Two phases of the same material and size are one phase, however the volume is divided between them; 1 % in
    // PyBaMM's own test, here of the overpotential scale: 0.1 mV.
    [Fact]
    public void Two_identical_phases_act_as_one()
    {
        var whole = new ActivePhase(ActiveMaterialCatalog.Silicon, 250e-9, 5e-6);
        PorousElectrode one = new([whole], 0.3, 1000), two = new([whole with { VolumePerArea = 1.5e-6 }, whole with { VolumePerArea = 3.5e-6 }], 0.3, 1000);
        for (int i = 0; i < 50; i++)
        {
            Assert.Equal(one.Step(20, 30), two.Step(20, 30), 1e-4);
        }

        Assert.Equal(one.Lithium, two.Lithium, one.Lithium * 1e-9);
    }

    // Diffusion is no hindrance in small particles; what remains is Butler-Volmer on the whole surface.
    [Fact]
    public void A_small_current_shifts_the_potential_by_the_linear_charge_transfer_resistance()
    {
        var phase = new ActivePhase(ActiveMaterialCatalog.Silicon, 50e-9, 5e-6);
        var electrode = new PorousElectrode([phase], 0.5, 1000);
        double rest = SiliconPotential.Delithiation(0.5), current = 0.01;
        double exchange = 6.48e-7 * 28700 / 278000 * Math.Sqrt(1000.0) * 278000 * 0.5;
        double expected = 8.314462618 * 298.15 / 96485.33212 * current / (exchange * 3 * 5e-6 / 50e-9);
        Assert.Equal(expected, electrode.Potential(current) - rest, expected * 1e-2);
    }

    // A mixture of fast small and slow large particles: both are lithiated, the small ones more evenly.
    [Fact]
    public void Mixed_sizes_share_the_current_and_keep_the_lithium()
    {
        ActiveMaterial slow = ActiveMaterialCatalog.Silicon with { Diffusivity = 1e-17 };
        var electrode = new PorousElectrode([new(slow, 100e-9, 2e-6), new(slow, 1e-6, 2e-6)], 0.1, 1000);
        double before = electrode.Lithium;
        for (int i = 0; i < 100; i++)
        {
            electrode.Step(-5, 60);
        }

        Assert.Equal(5 * 6000 / 96485.33212, electrode.Lithium - before, 1e-8);
        Assert.True(electrode.Stoichiometry(0) > electrode.Stoichiometry(1));
        Assert.True(electrode.Stoichiometry(1) > 0.1);
    }
}
