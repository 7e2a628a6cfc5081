namespace DispersionSim.Process;

/// <summary>N = k_f (R_g/a)^D_f: how many primaries an aggregate of a given radius of gyration holds.</summary>
/// <param name="Dimension">D_f; 1.78 ± 0.05 for diffusion-limited, 2.05 ± 0.1 for reaction-limited cluster aggregation.</param>
/// <param name="Prefactor">k_f.</param>
/// <remarks>a is the geometric mean radius of the aggregate's primaries, R_g the <see cref="AggregateShape.RadiusOfGyration"/>. Source: moran-2019.</remarks>
public readonly record struct FractalLaw(double Dimension, double Prefactor)
{
    /// <summary>R_g of <paramref name="count"/> primaries of mean radius <paramref name="meanRadius"/>, in the unit of the radius.</summary>
    public double RadiusOfGyration(int count, double meanRadius) => meanRadius * Math.Pow(count / Prefactor, 1 / Dimension);

    /// <summary>The prefactor that aggregates have at this dimension, a geometric mean; not a number where there are none.</summary>
    public double PrefactorOf(IReadOnlyList<(int Count, double RelativeRadius)> aggregates)
    {
        double dimension = Dimension;
        return aggregates.Count == 0 ? double.NaN : Math.Exp(aggregates.Average(a => Math.Log(a.Count) - (dimension * Math.Log(a.RelativeRadius))));
    }

    /// <summary>The law that aggregates obey: least squares of ln N on ln(R_g/a).</summary>
    /// <returns>Dimension and prefactor; not a number where all sizes are alike.</returns>
    public static FractalLaw Fit(IReadOnlyList<(int Count, double RelativeRadius)> aggregates)
    {
        double n = aggregates.Count, x = 0, y = 0, xx = 0, xy = 0;
        foreach ((int count, double relativeRadius) in aggregates)
        {
            double u = Math.Log(relativeRadius), v = Math.Log(count);
            (x, y, xx, xy) = (x + u, y + v, xx + (u * u), xy + (u * v));
        }

        double spread = xx - (x * x / n);
        double slope = spread > 1e-12 * xx ? (xy - (x * y / n)) / spread : double.NaN;
        return new(slope, Math.Exp((y - (slope * x)) / n));
    }
}
