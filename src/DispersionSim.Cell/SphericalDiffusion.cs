namespace DispersionSim.Cell;

/// <summary>Lithium in one spherical particle: ∂c/∂t = r⁻² ∂(r² D ∂c/∂r)/∂r with a prescribed flux at the surface.</summary>
/// <remarks>
/// Finite volumes in shells that thin towards the surface. Gradients are taken in r² between the shells' mean r², which makes the
/// parabolic steady profile, c_surf − c̄ = −N R/5D, exact on any grid. In time: two-stage, L-stable, stiffly accurate SDIRK of
/// second order. Lithium is conserved to rounding. c in mol/m³, flux N in mol/(m² s), positive outward.
/// </remarks>
public sealed class SphericalDiffusion
{
    private const double Gamma = 0.29289321881345248;

    // Flux with which the linear response is probed, as a concentration difference across the radius, mol/m³.
    private const double ProbeDifference = 1000;

    private readonly double diffusivity;
    private readonly double radius;
    private readonly double[] volume;
    private readonly double[] coupling;
    private readonly double surfaceLever;
    private double[] concentration;

    /// <summary>A particle of uniform concentration.</summary>
    /// <param name="radius">R, m.</param>
    /// <param name="diffusivity">D, m²/s.</param>
    /// <param name="initial">Uniform concentration at the start, mol/m³.</param>
    /// <param name="shells">Number of shells.</param>
    public SphericalDiffusion(double radius, double diffusivity, double initial, int shells = 40)
    {
        this.radius = radius;
        this.diffusivity = diffusivity;
        double[] face = [.. Enumerable.Range(0, shells + 1).Select(i => radius * (1 - Math.Pow(1 - ((double)i / shells), 1.5)))];
        volume = [.. Enumerable.Range(0, shells).Select(i => (Cube(face[i + 1]) - Cube(face[i])) / 3)];
        double[] meanSquare = [.. Enumerable.Range(0, shells).Select(i => (Fifth(face[i + 1]) - Fifth(face[i])) / 5 / volume[i])];
        coupling = [.. Enumerable.Range(0, shells - 1).Select(i => 2 * diffusivity * Cube(face[i + 1]) / (meanSquare[i + 1] - meanSquare[i]))];
        surfaceLever = ((radius * radius) - meanSquare[^1]) / (2 * radius * diffusivity);
        concentration = new double[shells];
        Array.Fill(concentration, initial);
    }

    private SphericalDiffusion(SphericalDiffusion other)
    {
        (radius, diffusivity, volume, coupling, surfaceLever) = (other.radius, other.diffusivity, other.volume, other.coupling, other.surfaceLever);
        concentration = [.. other.concentration];
    }

    /// <summary>Mean concentration, mol/m³.</summary>
    public double MeanConcentration
    {
        get
        {
            double sum = 0;
            for (int i = 0; i < volume.Length; i++)
            {
                sum += volume[i] * concentration[i];
            }

            return 3 * sum / Cube(radius);
        }
    }

    /// <summary>Time in which lithium diffuses through the particle, R²/D, s.</summary>
    public double DiffusionTime => radius * radius / diffusivity;

    public SphericalDiffusion Copy() => new(this);

    /// <summary>Concentration at the surface while a flux passes it, mol/m³.</summary>
    public double SurfaceConcentration(double flux) => concentration[^1] - (flux * surfaceLever);

    /// <summary>Goes on by a time (s) with a constant flux.</summary>
    public void Advance(double flux, double time)
    {
        double[] first = ImplicitIncrement(concentration, flux, Gamma * time);
        double[] start = Sum(concentration, (1 - Gamma) / Gamma, first);
        concentration = Sum(start, 1, ImplicitIncrement(start, flux, Gamma * time));
    }

    /// <summary>The surface concentration after a step depends linearly on the flux: c = Offset + Slope · N.</summary>
    public (double Offset, double Slope) SurfaceResponse(double time)
    {
        SphericalDiffusion still = Copy(), moving = Copy();
        double unit = ProbeDifference * diffusivity / radius;
        still.Advance(0, time);
        moving.Advance(unit, time);
        double offset = still.SurfaceConcentration(0);
        return (offset, (moving.SurfaceConcentration(unit) - offset) / unit);
    }

    // (I − h M) δ = h (M c + source), M the shells' exchange, by the Thomas algorithm. Solving for the increment, and writing the
    // pivots as sums of positive terms, keeps the lithium to rounding where h is long against the exchange between thin shells.
    private double[] ImplicitIncrement(double[] start, double flux, double step)
    {
        int n = start.Length;
        double[] passedOn = new double[n], increment = new double[n];
        double inflow = 0, lower = 0, kept = 1;
        for (int i = 0; i < n; i++)
        {
            double next = i < n - 1 ? step * coupling[i] : 0;
            double outflow = i < n - 1 ? next * (start[i] - start[i + 1]) : step * flux * radius * radius;
            double diagonal = volume[i] + (lower * kept), pivot = diagonal + next;
            increment[i] = (inflow - outflow + (i > 0 ? lower * increment[i - 1] : 0)) / pivot;
            passedOn[i] = next / pivot;
            (inflow, lower, kept) = (outflow, next, diagonal / pivot);
        }

        for (int i = n - 2; i >= 0; i--)
        {
            increment[i] += passedOn[i] * increment[i + 1];
        }

        return increment;
    }

    private static double[] Sum(double[] a, double factor, double[] b)
    {
        double[] sum = new double[a.Length];
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] = a[i] + (factor * b[i]);
        }

        return sum;
    }

    private static double Cube(double x) => x * x * x;

    private static double Fifth(double x) => x * x * x * x * x;
}
