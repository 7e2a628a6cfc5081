using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Row 15: binder through a drying film approaches its closed form with second order in the Péclet number, and is even without it.</summary>
public static class BinderProfileRow
{
    private const double Start = 20e-6, End = 10e-6, Speed = 1e-6;

    private static readonly double[] Peclet = [0.3, 0.15, 0.075];

    public static ValidationResult Run()
    {
        double[] errors = [.. Peclet.Select(Error)];
        return new(
        [
            // Orders of 1.8 to 2.2: the closed form leaves out terms in Pe².
            .. errors.Zip(errors[1..], (coarse, fine) => Math.Log2(coarse / fine)).Select((order, k) => new ValidationTarget(15, $"order of the error in Pe, {Peclet[k]:G3} to {Peclet[k + 1]:G3}", 2, order, 0.2, "font-2018")),
            new(15, "greatest departure from an even profile at Pe 1e-6", 0, Profile(1e-6).Max(c => Math.Abs(c - 1)), 1e-6, "exact"),
            new(15, "binder after over before, Pe 50", 1, Profile(50).Average(), 1e-12, "exact"),
        ],
        [.. Peclet.SelectMany(pe => new[] { Curve($"Pe {pe:G3}", Profile(pe)), Curve($"closed form, Pe {pe:G3}", [.. Heights().Select(xi => ClosedForm(xi, pe))]) })]);
    }

    private static double[] Profile(double peclet) => BinderMigration.Profile(Start, End, Speed, _ => Speed * End / peclet);

    private static double ClosedForm(double xi, double peclet) => 1 + (peclet * ((xi * xi / 2) - (1 / 6.0)));

    private static double Error(double peclet) => Profile(peclet).Zip(Heights(), (c, xi) => Math.Abs(c - ClosedForm(xi, peclet))).Max();

    private static IEnumerable<double> Heights()
    {
        int cells = BinderMigration.Cells;
        return Enumerable.Range(0, cells).Select(k => (k + 0.5) / cells);
    }

    private static Curve Curve(string name, double[] concentration) => new(name, "height over film", "-", "concentration over mean", "-", [.. Heights()], concentration);
}
