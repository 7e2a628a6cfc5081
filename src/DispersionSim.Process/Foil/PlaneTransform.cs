using System.Numerics;
using MathNet.Numerics.IntegralTransforms;

namespace DispersionSim.Process;

/// <summary>The inverse Fourier transform of a plane, rows then columns, unscaled. A plane one row high is a line.</summary>
internal static class PlaneTransform
{
    public static void Inverse(Complex[] waves, int countX, int countY)
    {
        Complex[] row = new Complex[countX], column = new Complex[countY];
        for (int y = 0; y < countY; y++)
        {
            Array.Copy(waves, y * countX, row, 0, countX);
            Fourier.Inverse(row, FourierOptions.NoScaling);
            Array.Copy(row, 0, waves, y * countX, countX);
        }

        for (int x = 0; x < countX && countY > 1; x++)
        {
            for (int y = 0; y < countY; y++)
            {
                column[y] = waves[x + (y * countX)];
            }

            Fourier.Inverse(column, FourierOptions.NoScaling);
            for (int y = 0; y < countY; y++)
            {
                waves[x + (y * countX)] = column[y];
            }
        }
    }
}
