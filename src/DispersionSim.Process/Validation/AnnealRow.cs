using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Row 17: the furnace computes what its laws say, and gives the figures that its constants were chosen for.</summary>
/// <remarks>It does not show that assumed or calibrated constants are right; docs/physics/heat-treatment.md says which are.</remarks>
public static class AnnealRow
{
    private const double Zero = 273.15, TenHours = 36000, Radius = 250e-9, Quadrature = 0.01;

    public static ValidationResult Run() => new(
        [.. Ramps(), .. HalfLives(), .. EsterType(), .. Losses(), .. Onsets(), .. Metals(), .. Silicon()],
        [.. new[] { 400.0, 450, 500 }.SelectMany(c => new[] { Left(c, 0, "inert"), Left(c, OxygenPressure.Air, "air") })]);

    /// <summary>Ramps against Simpson's rule over the rate: the furnace steps by exponentials at the middle of each piece.</summary>
    private static IEnumerable<ValidationTarget> Ramps()
    {
        yield return Ratio("ester-type imide on a ramp of 5 K/min to 250 degC", Follow(Imidisation.EsterType, 25, 250, 5), 1 - Math.Exp(-Integral(Imidisation.EsterType.Rate, 25, 250, 5)));
        Imidisation stretched = Imidisation.EsterType with { Stretch = 0.6 };
        yield return Ratio("the same with a stretched tail of 0.6", Follow(stretched, 25, 250, 5), 1 - Math.Exp(-Math.Pow(Integral(stretched.Rate, 25, 250, 5), 0.6)));
        yield return Ratio("pyrolysed on a ramp of 5 K/min to 550 degC", Decompose(new(0), 25, 550, 5).Pyrolysed, 1 - Math.Exp(-Integral(Decomposition.Inert, 25, 550, 5)));
        yield return Ratio("oxidised in air on a ramp of 5 K/min to 500 degC", Decompose(new(OxygenPressure.Air), 25, 500, 5).Oxidised, 1 - Math.Exp(-Integral(Decomposition.Air, 25, 500, 5)));
    }

    private static IEnumerable<ValidationTarget> HalfLives() =>
        new[] { (150.0, 42.0), (180, 6) }.Select(h => Printed($"half life of PMDA-ODA's imidisation at {h.Item1:0} degC, min", h.Item2, 1, HalfLife(h.Item1) / 60));

    private static IEnumerable<ValidationTarget> EsterType() =>
        new[] { (238.0, 22.5), (310, 98.3) }.Select(e => Printed($"ester type imidised at {e.Item1:0} degC on 2 K/min, %", e.Item2, 0.1, 100 * Follow(Imidisation.EsterType, 25, e.Item1, 2)));

    private static IEnumerable<ValidationTarget> Losses()
    {
        (double Celsius, double Oxygen, double Percent, double Digit)[] printed =
            [(400, 0, 0.04, 0.01), (450, 0, 1.3, 0.1), (500, 0, 21, 1), (400, OxygenPressure.Air, 8, 1), (450, OxygenPressure.Air, 41, 1)];
        return printed.Select(p => Printed($"lost in 10 h at {p.Celsius:0} degC {(p.Oxygen > 0 ? "in air" : "without oxygen")}, %", p.Percent, p.Digit, 100 * (1 - Decomposition.Remaining(new Decomposition(p.Oxygen).Advance(default, p.Celsius + Zero, TenHours)))));
    }

    /// <summary>Temperatures at which the other imides begin to decompose: 0.1 % lost on 10 K/min.</summary>
    private static IEnumerable<ValidationTarget> Onsets() =>
        (((string Name, BinderChemistry Chemistry, double Onset, string Source)[])[("BTDA-ODA", BinderChemistry.BtdaOda, 673, "btda-oda-2002"), ("BPADA-mPDA", BinderChemistry.BpadaMpda, 630, "bpada-mpda-2002")])
            .Select(o => new ValidationTarget(17, $"{o.Name} begins to decompose (0.1 % lost on 10 K/min), K", o.Onset, Onset(PolyimideChemistry.Of(o.Chemistry).Pyrolysis), 0.5, o.Source));

    private static IEnumerable<ValidationTarget> Metals()
    {
        FurnaceRun air = FurnaceRun.Of(Hold(400, FurnaceAtmosphere.Air));
        yield return Printed("oxide on each side of the copper after 10 h at 400 degC in air, um", 3, 1, 1e6 * air.CopperOxide);
        yield return Ratio("parabolic growth: oxide of 10 h over that of 1 h, without limit of supply", new CopperOxidation(OxygenPressure.Air, 1e9).Advance(0, 673.15, TenHours) / new CopperOxidation(OxygenPressure.Air, 1e9).Advance(0, 673.15, 3600), Math.Sqrt(10));
    }

    private static IEnumerable<ValidationTarget> Silicon()
    {
        foreach ((double celsius, double ratio, double digit) in ((double, double, double)[])[(400, 2.6e-4, 1e-5), (800, 0.067, 1e-3), (1100, 0.51, 1e-2)])
        {
            var necks = new NeckGrowth();
            necks.Advance(celsius + Zero, TenHours);
            yield return Printed($"neck over radius after 10 h at {celsius:0} degC, 250 nm", ratio, digit, necks.RadiusRatio(Radius));
        }

        var flow = new BinderFlow(513.15);
        flow.Advance(673.15, 0.1);
        yield return Printed("time in which a thermoplastic binder of 10^5 Pa s fills the contact, s", 0.4, 0.1, 0.1 / Math.Pow(flow.RadiusRatio(Radius), 2));
    }

    /// <summary>To the printed digit: within half of it, and what rounds to it.</summary>
    private static ValidationTarget Printed(string name, double expected, double digit, double measured) => new(17, name, expected, measured, 0.5 * digit, "figure as printed");

    private static ValidationTarget Ratio(string name, double measured, double expected) => new(17, $"{name}, over its closed form or quadrature", 1, measured / expected, Quadrature, "quadrature");

    private static double HalfLife(double celsius)
    {
        double limit = Imidisation.PmdaOda.Limit(celsius + Zero), low = 0, high = 7200;
        for (int k = 0; k < 60; k++)
        {
            double middle = (low + high) / 2;
            (low, high) = Imidisation.PmdaOda.Advance(0, celsius + Zero, middle) < limit / 2 ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static double Onset(Arrhenius pyrolysis)
    {
        var law = new Decomposition(0) { Pyrolysis = pyrolysis };
        DecompositionState state = default;
        return Ramp(25, 700, 10).Steps().First(step =>
        {
            state = law.Advance(state, step.Temperature, step.Duration);
            return Decomposition.Remaining(state) <= 0.999;
        }).Temperature;
    }

    private static double Follow(Imidisation law, double from, double to, double rate) =>
        Ramp(from, to, rate).Steps().Aggregate(default(ImidisationState), (x, step) => law.Advance(x, step.Temperature, step.Duration)).Imidised;

    private static DecompositionState Decompose(Decomposition law, double from, double to, double rate) =>
        Ramp(from, to, rate).Steps().Aggregate(default(DecompositionState), (x, step) => law.Advance(x, step.Temperature, step.Duration));

    private static TemperatureProgramme Ramp(double from, double to, double kelvinPerMinute) => new(from + Zero, [new() { To = to + Zero, Ramp = kelvinPerMinute / 60 }]);

    private static HeatTreatmentOptions Hold(double celsius, FurnaceAtmosphere atmosphere) => new()
    {
        Atmosphere = atmosphere,
        Programme = [new() { To = celsius + Zero, Ramp = 1e9, Hold = TenHours }],
    };

    /// <summary>∫ k dt over a ramp (°C, K/min) by Simpson's rule.</summary>
    private static double Integral(Arrhenius rate, double from, double to, double kelvinPerMinute)
    {
        const int Intervals = 20000;
        double step = (to - from) / Intervals, sum = 0;
        for (int k = 0; k <= Intervals; k++)
        {
            sum += (k is 0 or Intervals ? 1 : k % 2 == 1 ? 4 : 2) * rate.At(from + Zero + (k * step));
        }

        return sum * step / 3 / (kelvinPerMinute / 60);
    }

    private static Curve Left(double celsius, double oxygen, string gas)
    {
        double[] time = [.. Enumerable.Range(0, 61).Select(k => k * TenHours / 60)];
        return new($"{celsius:0} °C, {gas}", "time", "s", "binder remaining", "-", time, [.. time.Select(t => Decomposition.Remaining(new Decomposition(oxygen).Advance(default, celsius + Zero, t)))]);
    }
}
