using DispersionSim.Core;
using DispersionSim.IO;
using DispersionSim.Process;

namespace DispersionSim.Cli;

/// <summary>Which points of stress and adhesion a window map has.</summary>
/// <param name="Recipe">Agglomerates and history; size, stress and adhesion are the map's.</param>
/// <param name="Stress">Shear stresses, Pa, one decade or part of it apart.</param>
/// <param name="Adhesion">Works of adhesion, J/m².</param>
internal sealed record WindowPlan(Recipe Recipe, double[] Stress, double[] Adhesion)
{
    public const string DefaultGrid = "10x7";

    /// <summary>Primaries of a point: a few agglomerates.</summary>
    public const int Primaries = 120;

    private const double Strain = 24;

    private const int FewestPoints = 2;
    private const int MostPoints = 200;

    /// <summary>Diameters of the panels, m.</summary>
    public static IReadOnlyList<double> Diameters { get; } = [1e-6, 0.5e-6, 0.1e-6];

    public IReadOnlyList<WindowPoint> Points =>
        [.. Diameters.SelectMany(d => Adhesion.SelectMany(w => Stress.Select(s => new WindowPoint(d, s, w))))];

    public string Grid => $"{Stress.Length}x{Adhesion.Length}";

    public string Hash => Provenance.HashOf(Text);

    public string Text => RecipeWriter.Write(Recipe, $"As resolved, for a map of {Stress.Length} x {Adhesion.Length} points: size, stress and adhesion are the map's.");

    /// <summary>Stress from 30 Pa to 1 MPa and adhesion from 0.1 to 100 mJ/m² in equal ratios.</summary>
    /// <exception cref="InputException">The grid is not two numbers.</exception>
    public static WindowPlan For(Recipe recipe, string grid)
    {
        int[] counts = [.. grid.Split('x').Select(part => int.TryParse(part, out int n) && n is >= FewestPoints and <= MostPoints ? n : 0)];
        if (counts.Length != 2 || counts.Contains(0))
        {
            throw new InputException($"--grid {grid}: give the points along stress and adhesion, {FewestPoints} to {MostPoints} each, e.g. {DefaultGrid}");
        }

        Recipe shortened = recipe with { Dispersion = recipe.Dispersion with { Strain = Math.Min(recipe.Dispersion.Strain, Strain) } };
        return new(shortened, Ratios(30, 1e6, counts[0]), Ratios(1e-4, 0.1, counts[1]));
    }

    private static double[] Ratios(double first, double last, int count) =>
        [.. Enumerable.Range(0, count).Select(k => first * Math.Pow(last / first, k / (count - 1.0)))];
}
