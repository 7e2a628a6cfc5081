namespace DispersionSim.Process;

/// <summary>y = c xᵖ by least squares of the logarithms.</summary>
/// <param name="Exponent">p.</param>
/// <param name="Prefactor">c.</param>
internal readonly record struct PowerLaw(double Exponent, double Prefactor)
{
    public static PowerLaw Fit(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        double[] u = [.. x.Select(value => Math.Log(value))], v = [.. y.Select(value => Math.Log(value))];
        double meanU = u.Average(), meanV = v.Average();
        double slope = u.Zip(v, (a, b) => (a - meanU) * (b - meanV)).Sum() / u.Sum(a => (a - meanU) * (a - meanU));
        return new(slope, Math.Exp(meanV - (slope * meanU)));
    }
}
