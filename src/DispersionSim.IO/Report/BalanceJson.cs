using System.Text.Json;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>The balance of a stage in <c>report.json</c>, kg/m².</summary>
internal static class BalanceJson
{
    public static void Write(Utf8JsonWriter json, BalanceSheet sheet)
    {
        json.WriteString("unit", "kg/m^2");
        json.WriteReal("closure", sheet.Closure);
        json.WriteArray("balance", sheet.Lines, (j, l) =>
        {
            j.WriteStartObject();
            j.WriteString("species", l.Species.ToString());
            j.WriteReal("in", l.In);
            j.WriteReal("added", l.Added);
            j.WriteReal("out", l.Out);
            j.WriteReal("given_off", l.GivenOff);
            j.WriteEndObject();
        });
    }

    /// <summary>The sheet of a stage, or null where it has none.</summary>
    public static BalanceSheet? ReadFrom(JsonElement stage) => stage.RealOrNull("closure") is { } closure
        ? new(stage.Text("stage"), stage.List("balance", l => new BalanceLine(ToSpecies(l.Text("species")), l.Real("in"), l.Real("added"), l.Real("out"), l.Real("given_off"))), closure)
        : null;

    private static Species ToSpecies(string name) => Enum.TryParse(name, out Species species) ? species : throw new FormatException($"'{name}' is not a species");
}
