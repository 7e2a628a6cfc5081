using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Where the fixed values of a diffusion calculation lie.</summary>
public enum DiffusionEnds
{
    /// <summary>On the outer faces: half a voxel of resistance at each end, length N. TauFactor's convention.</summary>
    Faces,

    /// <summary>At the centres of the first and last voxels: length N − 1. PoreSpy's convention.</summary>
    Centres,
}

/// <summary>Steady diffusion through the labels of a field along one axis.</summary>
/// <param name="Effective">Effective diffusivity over that of a label with diffusivity 1; 0 where no path leads through.</param>
/// <param name="Conducting">Share of all voxels in parts that reach from end to end.</param>
/// <param name="Imbalance">Difference of what enters and leaves, over what passes.</param>
/// <param name="Iterations">Iterations of the solver.</param>
public sealed record FieldDiffusion(double Effective, double Conducting, double Imbalance, int Iterations)
{
    private const int MostIterations = 20_000;

    /// <summary>Tortuosity factor τ = φ/D_eff with a given share φ; NaN where no path leads through.</summary>
    public double TortuosityFactor(double share) => Effective > 0 ? share / Effective : double.NaN;

    /// <summary>Solves ∇·(D∇c) = 0 with c = 1 and 0 at the ends and no flux through the sides.</summary>
    /// <remarks>
    /// Finite volumes, seven points, harmonic means of D at faces. What hangs on neither end, or on one only, carries no flux and is left out first, so that the system is
    /// never singular. Conjugate gradients preconditioned by multigrid.
    /// </remarks>
    /// <param name="field">The field.</param>
    /// <param name="diffusivity">Diffusivity of a label, 0 where it does not conduct.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="ends">Where the fixed values lie.</param>
    /// <param name="tolerance">Residual at which the iteration ends, over the right-hand side.</param>
    /// <exception cref="InputException">Fewer than three voxels between fixed centres.</exception>
    /// <exception cref="SimulationException">The iteration does not converge.</exception>
    public static FieldDiffusion Solve(VoxelField field, Func<byte, double> diffusivity, int axis, DiffusionEnds ends = DiffusionEnds.Faces, double tolerance = 1e-9)
    {
        if (ends == DiffusionEnds.Centres && field.Shape[axis] < 3)
        {
            throw new InputException($"axis {axis} has {field.Shape[axis]} voxels: values at the centres of the end slices need at least 3");
        }

        double[] d = [.. Enumerable.Range(0, 256).Select(l => diffusivity((byte)l))];
        var parts = new ConnectedParts(field, l => d[l] > 0);
        bool[] through = parts.Percolating(axis);
        double share = parts.PercolatingFraction(axis);
        if (share == 0)
        {
            return new(0, 0, 0, 0);
        }

        var grid = new DiffusionGrid(field, parts.Parts, through, d, axis, ends);
        double[] solution = grid.Guess();
        int iterations = Iterate(grid, solution, tolerance);
        (double enters, double leaves) = grid.Flux(solution);
        double length = ends == DiffusionEnds.Faces ? field.Shape[axis] : field.Shape[axis] - 1;
        double area = (double)field.Count / field.Shape[axis];
        return new((enters + leaves) / 2 * length / area, share, Math.Abs(enters - leaves) / Math.Max(enters, leaves), iterations);
    }

    private static int Iterate(DiffusionGrid grid, double[] x, double tolerance)
    {
        var levels = new DiffusionLevel(grid.Graph, grid.Places());
        var r = new double[x.Length];
        var z = new double[x.Length];
        var q = new double[x.Length];
        grid.Residual(x, r);
        levels.Solve(r, z);
        double[] p = [.. z];
        double rho = Dot(r, z), goal = tolerance * Math.Sqrt(grid.Load);
        for (int k = 1; k <= MostIterations; k++)
        {
            grid.Graph.Multiply(p, q);
            double along = Dot(p, q);
            double alpha = along > 0 ? rho / along : 0;
            for (int i = 0; i < x.Length; i++)
            {
                x[i] += alpha * p[i];
                r[i] -= alpha * q[i];
            }

            if (Math.Sqrt(Dot(r, r)) <= goal)
            {
                return k;
            }

            levels.Solve(r, z);
            double next = Dot(r, z), beta = next / rho;
            rho = next;
            for (int i = 0; i < p.Length; i++)
            {
                p[i] = z[i] + (beta * p[i]);
            }
        }

        throw new SimulationException($"diffusion through the field does not converge in {MostIterations} iterations");
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
