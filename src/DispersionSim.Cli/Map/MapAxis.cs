using System.Text.RegularExpressions;
using DispersionSim.Core;
using DispersionSim.Imaging;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>A knob with its values.</summary>
/// <param name="Key">Dotted key of the recipe.</param>
/// <param name="Label">Name on the axis.</param>
/// <param name="Unit">SI unit of <paramref name="Values"/>.</param>
/// <param name="Values">SI.</param>
/// <param name="ShownUnit">The unit that the study is written in.</param>
/// <param name="Shown">The values in that unit.</param>
/// <param name="IsWhole">The key takes whole numbers.</param>
internal sealed partial record MapAxis(string Key, string Label, string Unit, double[] Values, string ShownUnit, double[] Shown, bool IsWhole)
{
    /// <summary>Table of the key, e.g. "drying".</summary>
    public string Table => Key.Split('.')[0];

    public ResponseAxis Drawn => new(Label, ShownUnit, Shown);

    /// <summary>Resolves a knob.</summary>
    /// <param name="knob">As the study has it.</param>
    /// <param name="place">Its name in messages, e.g. "vary.0".</param>
    /// <exception cref="InputException">The key cannot be varied, or its values cannot be read.</exception>
    public static MapAxis Of(MapKnob knob, string place)
    {
        string name = ListIndex().Replace(knob.Key, "[].");
        RecipeKey key = RecipeExplain.Keys<Recipe>().FirstOrDefault(k => k.Key == name) ?? throw new InputException($"{place}.key = \"{knob.Key}\": is no key of a recipe; recipe explain lists them");
        string unit = key.Unit.Split(',')[0] is { Length: > 0 } si ? si : "-";
        if (unit == "-" && key.Type is not ("number" or "whole number"))
        {
            throw new InputException($"{place}.key = \"{knob.Key}\": holds a {key.Type} and cannot be varied; take a key that holds a number or a quantity");
        }

        string shown = unit == "-" ? "-" : UnitOf(knob.Values.FirstOrDefault() ?? knob.From ?? "");
        double[] values = ValuesOf(knob, unit, place);
        return new(knob.Key, knob.Label ?? knob.Key, unit, values, shown.Length == 0 ? unit : shown, [.. values.Select(v => InUnit(v, unit, shown))], key.Type == "whole number");
    }

    /// <summary>What sets the key to the k-th value.</summary>
    public string Override(int k) => Unit == "-" ? $"{Key}={(IsWhole ? Math.Round(Values[k]) : Values[k]):R}" : $"{Key}=\"{Values[k]:R} {Unit}\"";

    private static double[] ValuesOf(MapKnob knob, string unit, string place)
    {
        if (knob.Values.Count > 0)
        {
            return knob.From is null && knob.To is null
                ? [.. knob.Values.Select((v, k) => Parse(v, unit, $"{place}.values.{k}"))]
                : throw new InputException($"{place}: values and from, to are both given; one of them is wanted");
        }

        if (knob.From is null || knob.To is null)
        {
            throw new InputException($"{place}.{(knob.From is null ? "from" : "to")}: is missing; give from and to, or a list of values");
        }

        double from = Parse(knob.From, unit, $"{place}.from"), to = Parse(knob.To, unit, $"{place}.to");
        if (from == to || (knob.Spacing == MapSpacing.Ratio && (from <= 0 || to <= 0)))
        {
            throw new InputException($"{place}: from \"{knob.From}\" to \"{knob.To}\" {(from == to ? "is no range" : "has no equal ratios; both ends must be positive")}");
        }

        return [.. Enumerable.Range(0, knob.Points).Select(k => k / (knob.Points - 1.0)).Select(t => knob.Spacing == MapSpacing.Ratio ? from * Math.Pow(to / from, t) : from + ((to - from) * t))];
    }

    private static double Parse(string text, string unit, string place) =>
        Quantity.TryParse(text, unit, out double si, out string error) ? si : throw new InputException($"{place} = \"{text}\": {error}");

    private static string UnitOf(string text) => text.Trim().Split(' ', 2) is [_, { } unit] ? unit.Trim() : "";

    /// <summary>Units are straight lines over each other, some with an offset.</summary>
    private static double InUnit(double si, string unit, string shown) =>
        shown.Length > 0 && Quantity.TryParse($"0 {shown}", unit, out double zero, out _) && Quantity.TryParse($"1 {shown}", unit, out double one, out _)
            ? (si - zero) / (one - zero)
            : si;

    [GeneratedRegex(@"\.\d+\.")]
    private static partial Regex ListIndex();
}
