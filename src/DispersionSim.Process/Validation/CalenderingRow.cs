using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Row 21: a dried layer approaches its greatest density exponentially in line load, and has a linear Heckel range.</summary>
/// <remarks>
/// ρ = ρ_max − (ρ_max − ρ_0) e^(−q/γ) over the whole loading (Meyer); ln 1/(1 − D) = K p + A above a quarter of the greatest pressure, where rearrangement is over
/// (Heckel). The fit takes the loading at equal steps of line load, as it is measured: the plate's own steps crowd where the load is small, and how much would depend on its speed. The layer is the default recipe's, sheared less long, pressed to 400 MPa. A hundred primaries rearrange in jumps too coarse for the first; three hundred do not.
/// </remarks>
public static class CalenderingRow
{
    private const double Pressure = 400e6;

    public static ValidationResult Run(bool isLong)
    {
        ulong[] seeds = isLong ? [1, 2, 3, 4] : [1];
        StageResult[] pressed = [.. seeds.Select(seed => Press(isLong ? 600 : 300, seed))];
        double exponential = pressed.Min(p => ExponentialFit(p.Curves[1])), heckel = pressed.Min(HeckelFit);
        return new(
        [
            new(21, "exponential in line load, R² (worst layer)", 1, exponential, 0.02, "meyer-2017"),
            new(21, "linear Heckel range, R² (worst layer)", 1, heckel, 0.02, "heckel-1961"),
        ],
        [.. pressed.Select((p, k) => p.Curves[1] with { Name = $"layer {k + 1}" })]);
    }

    private static StageResult Press(int primaries, ulong seed)
    {
        var recipe = new ProcessRecipe();
        recipe = recipe with { Dispersion = recipe.Dispersion with { Strain = 12 }, Pressing = new() { Pressure = Pressure } };
        var materials = new Materials { Sizes = PrimarySizes.Lognormal(recipe.Feedstock.VolumeMedianDiameter, recipe.Feedstock.GeometricStandardDeviation) };
        ElectrodeState state = Pipeline.Nothing;
        foreach (IStage stage in Pipeline.Of(recipe, new(primaries, null), materials).Stages)
        {
            StageResult result = stage.Run(state, new() { Seed = seed });
            if (stage is PressingStage)
            {
                return result;
            }

            state = result.State;
        }

        throw new InvalidOperationException("the default recipe presses its layer");
    }

    /// <summary>R² of the best exponential: for each γ a straight line in e^(−q/γ).</summary>
    private static double ExponentialFit(Curve loading)
    {
        const int Points = 200;
        double most = loading.X.Max();
        double[] loads = [.. Enumerable.Range(0, Points + 1).Select(k => most * (k / (double)Points))];
        double[] densities = [.. loads.Select(q => loading.Y[Array.FindIndex(loading.X, x => x >= q)])];
        return Enumerable.Range(1, 400).Max(k => Straightness([.. loads.Select(q => Math.Exp(-q / (k * most / 200)))], densities));
    }

    private static double HeckelFit(StageResult pressed)
    {
        Curve curve = pressed.Curves[0];
        int turn = Array.IndexOf(curve.X, curve.X.Max());
        double solid = Value(pressed, "pressed density") / (1 - Value(pressed, "pressed porosity"));
        int[] plastic = [.. Enumerable.Range(0, turn + 1).Where(k => curve.X[k] > Pressure / 4)];
        return Straightness([.. plastic.Select(k => curve.X[k])], [.. plastic.Select(k => -Math.Log(1 - (curve.Y[k] / solid)))]);
    }

    private static double Value(StageResult result, string name) => result.Measurements.Single(m => m.Name == name).Value;

    /// <summary>R² of a straight line.</summary>
    private static double Straightness(double[] x, double[] y)
    {
        double mx = x.Average(), my = y.Average();
        double xy = x.Zip(y, (a, b) => (a - mx) * (b - my)).Sum(), xx = x.Sum(a => (a - mx) * (a - mx)), yy = y.Sum(b => (b - my) * (b - my));
        return xy * xy / (xx * yy);
    }
}
