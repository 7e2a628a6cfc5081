using DispersionSim.Cell;
using Xunit;

namespace DispersionSim.Tests.Physics;

public sealed class OpenCircuitPotentialTests
{
    // Independently evaluated from the published polynomials; 0.5 mV is half their last printed digit.
    [Theory]
    [InlineData(0.1, 0.376, 0.737)]
    [InlineData(0.5, 0.191, 0.426)]
    [InlineData(0.9, 0.064, 0.250)]
    public void Silicon_has_its_published_potentials(double x, double lithiation, double delithiation)
    {
        Assert.Equal(lithiation, SiliconPotential.Lithiation(x), 0.5e-3);
        Assert.Equal(delithiation, SiliconPotential.Delithiation(x), 0.5e-3);
    }

    // The table prints microvolts.
    [Fact]
    public void Silicon_follows_the_tabulated_polynomials() => Assert.All(BatteryTable.Read("silicon_ocp_Mark2016_table.csv"), row =>
    {
        Assert.Equal(row[1], SiliconPotential.Lithiation(row[0]), 1e-6);
        Assert.Equal(row[2], SiliconPotential.Delithiation(row[0]), 1e-6);
    });

    // The fits' own distance from what was measured: root mean square over the range of use.
    [Fact]
    public void Graphite_fit_stays_within_3_millivolts_of_the_measured_curve() =>
        Assert.True(RootMeanSquare("graphite_LGM50_ocp_Chen2020.csv", GraphitePotential.At, 0.05, 0.9) < 3e-3);

    [Fact]
    public void Nmc_fit_stays_within_4_millivolts_of_the_measured_curve() =>
        Assert.True(RootMeanSquare("nmc_LGM50_ocp_Chen2020.csv", NmcPotential.At, 0.27, 0.9) < 4e-3);

    [Fact]
    public void Cobalt_oxide_fit_stays_within_9_millivolts_of_the_measured_curve() =>
        Assert.True(RootMeanSquare("lico2_ocp_Ai2020.csv", CobaltOxidePotential.At, 0.44, 0.96) < 9e-3);

    // Thermodynamics: a single branch may nowhere rise with lithium inside its window of use (but for the fit's noise of 1 mV).
    [Fact]
    public void Potentials_fall_as_lithium_goes_in()
    {
        (Func<double, double> Curve, double From, double To)[] curves =
        [
            (SiliconPotential.Lithiation, 0.005, 0.99), (SiliconPotential.Delithiation, 0.005, 0.99), (GraphitePotential.At, 0.01, 0.99),
            (NmcPotential.At, 0.26, 0.95), (CobaltOxidePotential.At, 0.45, 0.96),
        ];
        Assert.All(curves, c =>
        {
            double[] values = [.. Enumerable.Range(0, 201).Select(i => c.Curve(c.From + ((c.To - c.From) * i / 200)))];
            Assert.All(values.Zip(values.Skip(1)), pair => Assert.True(pair.Second < pair.First + 1e-3));
        });
    }

    private static double RootMeanSquare(string table, Func<double, double> fit, double from, double to) =>
        Math.Sqrt(BatteryTable.Read(table).Where(r => r[0] > from && r[0] < to).Average(r => Math.Pow(fit(r[0]) - r[1], 2)));
}
