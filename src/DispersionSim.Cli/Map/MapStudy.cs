using System.ComponentModel;
using DispersionSim.Core;

namespace DispersionSim.Cli;

/// <summary>How the values between the ends of a knob are spaced.</summary>
public enum MapSpacing
{
    /// <summary>Equal differences.</summary>
    Even,

    /// <summary>Equal ratios.</summary>
    Ratio,
}

/// <summary>A study of <c>map</c>: a recipe, one or two of its keys that are varied, and the figures that answer.</summary>
public sealed record MapStudy
{
    [Description("name of the study and of its folder")]
    public string Name { get; init; } = "map";

    [Description("what the study is for, in a sentence")]
    public string Description { get; init; } = "";

    [Description("the recipe that is varied: the name of one that comes with the program, or a file, counted from the study's folder")]
    public string Recipe { get; init; } = RecipeSource.Default;

    [Description("keys of the recipe that are set for all points, as key=value")]
    public IReadOnlyList<string> Set { get; init; } = [];

    [Description("how much is simulated at each point: preview, standard or publication")]
    public Quality Quality { get; init; } = Quality.Preview;

    [Allowed(1, 1000, Example = "8"), Description("replicates of each point, for the mean and its 95 % interval; all points share their powders and foils")]
    public int Replicates { get; init; } = 4;

    [Description("last stage that is run")]
    public string Stage { get; init; } = "heat-treatment";

    [Description("one or two keys that are varied; the first is drawn along the abscissa")]
    public IReadOnlyList<MapKnob> Vary { get; init; } = [];

    [Description("measurements that are plotted, by their names in metrics.json")]
    public IReadOnlyList<string> Figures { get; init; } = [];

    [Description("claims whose own conditions on the layer make the window that is outlined: 7, 8 or 12")]
    public IReadOnlyList<int> Claims { get; init; } = [];
}

/// <summary>[[vary]]: a key and its values, listed or between two ends.</summary>
public sealed record MapKnob
{
    [Description("dotted key of the recipe, e.g. \"drying.rate\" or \"heat_treatment.programme.0.to\"")]
    public required string Key { get; init; }

    [Description("name on the axis; the key where absent")]
    public string? Label { get; init; }

    [Description("the values, each with its unit and in quotes")]
    public IReadOnlyList<string> Values { get; init; } = [];

    [Description("first value, in place of a list")]
    public string? From { get; init; }

    [Description("last value")]
    public string? To { get; init; }

    [Allowed(2, 200, Example = "7"), Description("values from the first to the last")]
    public int Points { get; init; } = 5;

    [Description("even or ratio")]
    public MapSpacing Spacing { get; init; } = MapSpacing.Even;
}
