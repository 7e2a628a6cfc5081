using DispersionSim.Core;
using DispersionSim.IO;
using DispersionSim.Process;

namespace DispersionSim.Cli;

/// <summary>One combination of the knobs' values.</summary>
/// <param name="Number">From 1, the first knob fastest.</param>
/// <param name="Values">SI, one a knob.</param>
/// <param name="Recipe">The recipe with these values.</param>
internal sealed record MapPoint(int Number, double[] Values, Recipe Recipe);

/// <summary>A study that has been read and checked: everything that its bits depend on.</summary>
internal sealed record MapPlan(MapStudy Study, string StudyText, Recipe Recipe, string RecipeText, IReadOnlyList<MapAxis> Axes, IReadOnlyList<MapPoint> Points, MapWindow Window)
{
    private const int MostPoints = 2000;

    public string Hash => Provenance.HashOf(StudyText + RecipeText);

    /// <summary>Figures that are measured: those asked for, and those that the window needs.</summary>
    public IReadOnlyList<string> Figures => [.. Study.Figures.Concat(Window.Conditions.Select(c => c.Figure)).Distinct(StringComparer.Ordinal)];

    /// <summary>Stages that all points have in common, run once a replicate.</summary>
    public int Shared => Axes.Min(a => FirstStage(a.Table));

    /// <summary>Stages up to the last that is wanted.</summary>
    public int Count => Recipe.Stages.ToList().IndexOf(Study.Stage) + 1;

    /// <summary>Reads a study and every recipe that it makes.</summary>
    /// <exception cref="InputException">Anything that cannot be run, in one line.</exception>
    public static MapPlan Read(string path, IReadOnlyList<string> overrides)
    {
        MapStudy study = RecipeReader.ReadFile<MapStudy>(path, overrides, Environment.CurrentDirectory);
        try
        {
            return Of(study, Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
        catch (InputException e)
        {
            throw new InputException($"{path}: {e.Message.Replace("--set ", "", StringComparison.Ordinal)}", e);
        }
    }

    private static MapPlan Of(MapStudy study, string folder)
    {
        bool builtIn = RecipeSource.BuiltIn.Contains(study.Recipe, StringComparer.Ordinal);
        Recipe recipe = RecipeSource.Read(builtIn ? study.Recipe : Path.Combine(folder, study.Recipe), study.Set);
        string text = RecipeWriter.Write(recipe, "As resolved: what all points of the map have in common.");
        MapAxis[] axes = [.. study.Vary.Select((knob, k) => MapAxis.Of(knob, $"vary.{k}"))];
        Check(study, recipe, axes);
        MapStudy resolved = study with { Recipe = RunFileNames.Recipe, Set = [] };
        return new(resolved, RecipeWriter.Write(resolved, "As resolved: every key with its value."), recipe, text, axes, [.. PointsOf(axes, text)], MapWindow.Of(study.Claims, recipe.Claims));
    }

    private static void Check(MapStudy study, Recipe recipe, MapAxis[] axes)
    {
        if (axes.Length is 0 or > 2)
        {
            throw new InputException($"vary: {axes.Length} knobs are given; must be one or two [[vary]]");
        }

        if (study.Figures.Count == 0)
        {
            throw new InputException("figures: is missing; name at least one measurement, e.g. [\"pressed porosity\"]");
        }

        if (!recipe.Stages.Contains(study.Stage))
        {
            throw new InputException($"stage = \"{study.Stage}\": is no stage of the recipe; it has {string.Join(", ", recipe.Stages)}");
        }

        if (axes.Aggregate(1L, (n, a) => n * a.Values.Length) is var points and > MostPoints)
        {
            throw new InputException($"vary: makes {points} points; must be at most {MostPoints}");
        }
    }

    private static IEnumerable<MapPoint> PointsOf(MapAxis[] axes, string recipe)
    {
        int width = axes[0].Values.Length, height = axes.Length > 1 ? axes[1].Values.Length : 1;
        for (int k = 0; k < width * height; k++)
        {
            int[] at = axes.Length > 1 ? [k % width, k / width] : [k];
            yield return new(k + 1, [.. axes.Select((a, i) => a.Values[at[i]])], RecipeSource.Parse(recipe, RunFileNames.Recipe, [.. axes.Select((a, i) => a.Override(at[i]))]));
        }
    }

    /// <summary>The first stage that reads a table of the recipe; what several read, or the powder does, changes all.</summary>
    private int FirstStage(string table)
    {
        string? stage = table switch
        {
            "coating" or "foil" => "coating",
            "drying" => "drying",
            "pressing" => "pressing",
            "heat_treatment" => "heat-treatment",
            _ => null,
        };
        return stage is null ? 0 : Math.Max(0, Recipe.Stages.ToList().IndexOf(stage));
    }
}
