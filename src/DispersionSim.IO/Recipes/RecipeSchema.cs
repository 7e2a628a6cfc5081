using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>JSON Schema (draft 2020-12) of a recipe, for editors that check and complete TOML.</summary>
public static class RecipeSchema
{
    /// <summary>A number, then a unit: "0.5 um", "1e4 1/s".</summary>
    public const string QuantityPattern = @"^\s*[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?(?![eE][+-]?[0-9])\s*(1?/|[^\s0-9.,+\-])\S*(\s+\S+)*\s*$";

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema as JSON text.</summary>
    /// <param name="title">Shown by editors.</param>
    public static string Export<T>(string title = "DispersionSim recipe")
        where T : class
    {
        OptionShape shape = OptionShape.Of(typeof(T));
        var schema = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["title"] = title };
        AddTable(schema, shape, shape.Create());
        return schema.ToJsonString(Layout) + "\n";
    }

    private static void AddTable(JsonObject schema, OptionShape shape, object? defaults)
    {
        var properties = new JsonObject();
        foreach (OptionKey key in shape.Keys)
        {
            properties[key.Name] = Key(key, defaults is null ? null : key.Property.GetValue(defaults));
        }

        schema["type"] = "object";
        schema["additionalProperties"] = false;
        schema["properties"] = properties;
        if (shape.Keys.Any(key => key.IsRequired))
        {
            schema["required"] = new JsonArray([.. shape.Keys.Where(key => key.IsRequired).Select(key => (JsonNode)key.Name)]);
        }
    }

    private static JsonObject Key(OptionKey key, object? value)
    {
        var schema = new JsonObject();
        if (key.Description.Length > 0)
        {
            schema["description"] = key.Description;
        }

        if (key.IsList)
        {
            schema["type"] = "array";
            schema["items"] = Single(key, new JsonObject(), EntryDefaults(key));
        }
        else
        {
            Single(key, schema, value);
        }

        AddDefault(schema, key, value);
        return schema;
    }

    private static object? EntryDefaults(OptionKey key) => key.Kind == OptionKind.Table ? OptionShape.Of(key.Element).Create() : null;

    private static JsonObject Single(OptionKey key, JsonObject schema, object? value)
    {
        switch (key.Kind)
        {
            case OptionKind.Table:
                AddTable(schema, OptionShape.Of(key.Element), value ?? EntryDefaults(key));
                break;
            case OptionKind.Real when !key.IsPureNumber:
                AddQuantity(schema, key);
                break;
            case OptionKind.Real or OptionKind.Whole:
                AddNumber(schema, key);
                break;
            case OptionKind.Word:
                schema["enum"] = new JsonArray([.. key.Words.Select(word => (JsonNode)word)]);
                break;
            default:
                schema["type"] = key.Kind == OptionKind.Truth ? "boolean" : "string";
                break;
        }

        return schema;
    }

    private static void AddQuantity(JsonObject schema, OptionKey key)
    {
        schema["type"] = "string";
        schema["pattern"] = QuantityPattern;
        schema["x-unit"] = key.Unit;
        schema["x-units"] = new JsonArray([.. UnitTable.UsualUnits(key.Unit).Select(unit => (JsonNode)unit)]);
        schema["x-allowed"] = AllowedText.Of(key);
        if (key.Allowed?.Example is string example)
        {
            schema["examples"] = new JsonArray(example.Trim('"'));
        }
    }

    /// <summary>Text as well where a number may carry a percent sign or be larger than TOML's integers.</summary>
    private static void AddNumber(JsonObject schema, OptionKey key)
    {
        schema["type"] = key.Kind == OptionKind.Real ? new JsonArray("number", "string") : key.Element == typeof(ulong) ? new JsonArray("integer", "string") : "integer";
        if (key.Allowed is not AllowedAttribute allowed)
        {
            return;
        }

        if (AllowedText.HasMinimum(allowed))
        {
            schema[allowed.MinimumExcluded ? "exclusiveMinimum" : "minimum"] = allowed.Minimum;
        }

        if (AllowedText.HasMaximum(allowed))
        {
            schema["maximum"] = allowed.Maximum;
        }
    }

    private static void AddDefault(JsonObject schema, OptionKey key, object? value)
    {
        if (value is null || key.Kind == OptionKind.Table || key.IsRequired)
        {
            return;
        }

        JsonNode?[] items = key.IsList ? [.. ((IEnumerable)value).Cast<object>().Select(item => Default(key, item))] : [Default(key, value)];
        if (items.All(item => item is not null))
        {
            schema["default"] = key.IsList ? new JsonArray(items) : items[0];
        }
    }

    private static JsonNode? Default(OptionKey key, object value) => value switch
    {
        double real => !double.IsFinite(real) ? null : key.IsPureNumber ? JsonValue.Create(real) : JsonValue.Create(Quantity.Format(real, key.Unit)),
        Enum word => JsonValue.Create(OptionKey.WordOf(word)),
        bool truth => JsonValue.Create(truth),
        int whole => JsonValue.Create(whole),
        long whole => JsonValue.Create(whole),
        ulong whole => JsonValue.Create(whole),
        _ => JsonValue.Create(value.ToString()),
    };
}
