using DispersionSim.Cell;
using Xunit;

namespace DispersionSim.Tests.Physics;

public sealed class SphericalDiffusionTests
{
    private const double R = 5e-6, D = 1e-14, Flux = 1e-6;

    // Quasi-steady: c_surf - mean = -N R / 5D. Target of 0.5 %.
    [Fact]
    public void Surface_differs_from_the_mean_by_a_fifth_of_flux_times_radius_over_diffusivity()
    {
        var particle = new SphericalDiffusion(R, D, 30000);
        for (int i = 0; i < 200; i++)
        {
            particle.Advance(Flux, R * R / D / 100);
        }

        double expected = -Flux * R / (5 * D);
        Assert.Equal(1, (particle.SurfaceConcentration(Flux) - particle.MeanConcentration) / expected, 0.005);
    }

    // Crank's series for a constant flux: c_surf - mean = -(N R/D) [1/5 - 2 sum exp(-q^2 Dt/R^2)/q^2], tan q = q.
    [Theory]
    [InlineData(0.005)]
    [InlineData(0.02)]
    [InlineData(0.1)]
    public void A_flux_switched_on_follows_the_series(double fourier)
    {
        var particle = new SphericalDiffusion(R, D, 30000);
        for (int i = 0; i < 200; i++)
        {
            particle.Advance(Flux, fourier * R * R / D / 200);
        }

        double sum = Enumerable.Range(1, 400).Select(Root).Sum(q => Math.Exp(-q * q * fourier) / (q * q));
        double expected = -Flux * R / D * (0.2 - (2 * sum));
        Assert.Equal(1, (particle.SurfaceConcentration(Flux) - particle.MeanConcentration) / expected, 0.005);
    }

    [Fact]
    public void Lithium_leaves_as_fast_as_the_flux_takes_it()
    {
        var particle = new SphericalDiffusion(R, D, 30000);
        for (int i = 0; i < 1000; i++)
        {
            particle.Advance(Flux, 7);
        }

        Assert.Equal(30000 - (3 * Flux * 7000 / R), particle.MeanConcentration, 30000 * 1e-12);
    }

    // Second order in time: a quarter of the error for half the step, against a run of very small steps.
    [Fact]
    public void Time_steps_converge_at_second_order()
    {
        double reference = After(1280), coarse = Math.Abs(After(20) - reference), fine = Math.Abs(After(40) - reference);
        Assert.InRange(coarse / fine, 3, 6);
    }

    [Fact]
    public void Surface_response_predicts_the_step()
    {
        var particle = new SphericalDiffusion(R, D, 30000);
        particle.Advance(Flux, 50);
        (double offset, double slope) = particle.SurfaceResponse(20);
        particle.Advance(3 * Flux, 20);
        Assert.Equal(offset + (slope * 3 * Flux), particle.SurfaceConcentration(3 * Flux), 1e-6);
    }

    private static double After(int steps)
    {
        var particle = new SphericalDiffusion(R, D, 30000);
        particle.Advance(Flux, 300);
        for (int i = 0; i < steps; i++)
        {
            particle.Advance(-Flux, 600.0 / steps);
        }

        return particle.SurfaceConcentration(-Flux);
    }

    // n-th positive root of tan q = q, just below (n + 1/2) pi.
    private static double Root(int n)
    {
        double q = (n + 0.5) * Math.PI;
        for (int i = 0; i < 50; i++)
        {
            q = (n * Math.PI) + Math.Atan(q);
        }

        return q;
    }
}
