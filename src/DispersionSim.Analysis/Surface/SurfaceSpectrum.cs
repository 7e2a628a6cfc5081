using System.Numerics;
using DispersionSim.Core;
using MathNet.Numerics.IntegralTransforms;

namespace DispersionSim.Analysis;

/// <summary>Power spectral density of a surface.</summary>
/// <remarks>
/// C(q) = |h̃(q)|²/A with h̃ = Σ h exp(−iq·r) Δx Δy, so that ∫C d²q/(4π²) = Sq² (two-sided, m⁴); along profiles C₁(q) = ⟨|h̃|²⟩/L,
/// ∫C₁ dq/(2π) = Rq² (two-sided, m³). A surface that is not periodic is levelled and weighted by a Hann window of unit mean square;
/// invalid points count as points of the mean plane. Source: jacobs-2017.
/// </remarks>
public static class SurfaceSpectrum
{
    /// <summary>Isotropic spectrum: mean over rings one wave-vector spacing wide, up to the Nyquist wave vector.</summary>
    public static Curve Areal(HeightMap map)
    {
        Complex[] transform = Transform(map);
        double unitX = 2 * Math.PI / map.SizeX, unitY = 2 * Math.PI / map.SizeY, spacing = Math.Max(unitX, unitY);
        int rings = (int)Math.Ceiling(Math.Min(map.CountX * unitX, map.CountY * unitY) / 2 / spacing) - 1;
        double[] sum = new double[rings + 1];
        int[] count = new int[rings + 1];
        double scale = map.StepX * map.StepY / (map.CountX * (double)map.CountY);
        for (int i = 0; i < transform.Length; i++)
        {
            double qx = unitX * Signed(i % map.CountX, map.CountX), qy = unitY * Signed(i / map.CountX, map.CountY);
            int ring = (int)Math.Round(Math.Sqrt((qx * qx) + (qy * qy)) / spacing);
            if (ring <= rings)
            {
                sum[ring] += scale * transform[i].Magnitude * transform[i].Magnitude;
                count[ring]++;
            }
        }

        double[] q = [.. Enumerable.Range(1, rings).Select(k => k * spacing)];
        return new("areal power spectrum", "wave vector", "1/m", "C", "m^4", q, [.. Enumerable.Range(1, rings).Select(k => sum[k] / count[k])]);
    }

    /// <summary>Spectrum along x, mean over all rows.</summary>
    public static Curve AlongX(HeightMap map)
    {
        double[] heights = Prepared(map, out double[] windowX, out _);
        int top = (map.CountX - 1) / 2;
        double[] sum = new double[top + 1];
        Complex[] row = new Complex[map.CountX];
        for (int y = 0; y < map.CountY; y++)
        {
            for (int x = 0; x < map.CountX; x++)
            {
                row[x] = heights[x + (y * map.CountX)] * windowX[x];
            }

            Fourier.Forward(row, FourierOptions.NoScaling);
            for (int k = 1; k <= top; k++)
            {
                sum[k] += row[k].Magnitude * row[k].Magnitude * map.StepX / map.CountX / map.CountY;
            }
        }

        return new("profile power spectrum", "wave vector", "1/m", "C", "m^3", [.. Enumerable.Range(1, top).Select(k => 2 * Math.PI * k / map.SizeX)], sum[1..]);
    }

    private static Complex[] Transform(HeightMap map)
    {
        double[] heights = Prepared(map, out double[] windowX, out double[] windowY);
        Complex[] field = new Complex[heights.Length];
        for (int i = 0; i < field.Length; i++)
        {
            field[i] = heights[i] * windowX[i % map.CountX] * windowY[i / map.CountX];
        }

        Complex[] row = new Complex[map.CountX], column = new Complex[map.CountY];
        for (int y = 0; y < map.CountY; y++)
        {
            Array.Copy(field, y * map.CountX, row, 0, map.CountX);
            Fourier.Forward(row, FourierOptions.NoScaling);
            Array.Copy(row, 0, field, y * map.CountX, map.CountX);
        }

        for (int x = 0; x < map.CountX; x++)
        {
            for (int y = 0; y < map.CountY; y++)
            {
                column[y] = field[x + (y * map.CountX)];
            }

            Fourier.Forward(column, FourierOptions.NoScaling);
            for (int y = 0; y < map.CountY; y++)
            {
                field[x + (y * map.CountX)] = column[y];
            }
        }

        return field;
    }

    private static double[] Prepared(HeightMap map, out double[] windowX, out double[] windowY)
    {
        (windowX, windowY) = (Window(map.CountX, map.Periodic), Window(map.CountY, map.Periodic));
        double[] heights = (map.Periodic ? map : MeanPlane.Level(map)).Heights;
        double mean = map.Periodic ? heights.Where(double.IsFinite).Average() : 0;
        return [.. heights.Select(h => double.IsNaN(h) ? 0 : h - mean)];
    }

    /// <summary>Ones for a periodic axis, else a Hann window of unit mean square.</summary>
    private static double[] Window(int count, bool periodic)
    {
        double norm = Math.Sqrt(8.0 / 3);
        return [.. Enumerable.Range(0, count).Select(i => periodic || count == 1 ? 1 : norm * Math.Pow(Math.Sin(Math.PI * i / count), 2))];
    }

    private static int Signed(int index, int count) => index <= count / 2 ? index : index - count;
}
