using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>JSON as this program writes it: indented, line feeds, shortest numbers that read back to the same bits, null for what is no number.</summary>
internal static class JsonText
{
    // Relaxed: the text is a file or a stream, never pasted into HTML unescaped, and "µm" should stay legible.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            content(json);
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads a document; anything that does not fit becomes one line that names the file.</summary>
    public static T Read<T>(string name, byte[] bytes, Func<JsonElement, T> content)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return content(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new InputException($"{name}:{(e.LineNumber ?? 0) + 1}: is not JSON: the file is damaged or cut short", e);
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InputException($"{name}: does not have the expected content: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    public static void WriteReal(this Utf8JsonWriter json, string name, double? value)
    {
        json.WritePropertyName(name);
        json.WriteRealValue(value);
    }

    public static void WriteRealValue(this Utf8JsonWriter json, double? value)
    {
        if (value is double v && double.IsFinite(v))
        {
            json.WriteNumberValue(v);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    public static void WriteText(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, value);
        }
    }

    /// <summary>An interval as [low, high], or null.</summary>
    public static void WriteInterval(this Utf8JsonWriter json, string name, Interval? interval)
    {
        if (interval is Interval i)
        {
            json.WriteReals(name, [i.Low, i.High]);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static void WriteReals(this Utf8JsonWriter json, string name, double[]? values)
    {
        if (values is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartArray(name);
        foreach (double value in values)
        {
            json.WriteRealValue(value);
        }

        json.WriteEndArray();
    }

    public static void WriteArray<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> item)
    {
        json.WriteStartArray(name);
        foreach (T i in items)
        {
            item(json, i);
        }

        json.WriteEndArray();
    }

    public static string Text(this JsonElement e, string name) => e.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is null");

    public static string TextOr(this JsonElement e, string name, string otherwise) =>
        e.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : otherwise;

    /// <summary>A number; NaN for null.</summary>
    public static double Real(this JsonElement e, string name) => Real(e.GetProperty(name));

    public static double Real(this JsonElement e) => e.ValueKind == JsonValueKind.Null ? double.NaN : e.GetDouble();

    public static double? RealOrNull(this JsonElement e, string name) =>
        e.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    public static double[] Reals(this JsonElement e, string name) => e.RealsOrNull(name) ?? throw new FormatException($"'{name}' is missing");

    public static double[]? RealsOrNull(this JsonElement e, string name) =>
        e.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(Real)] : null;

    public static Interval? IntervalOrNull(this JsonElement e, string name) =>
        e.RealsOrNull(name) switch
        {
            null => null,
            [double low, double high] => new Interval(low, high),
            _ => throw new FormatException($"'{name}' is not [low, high]"),
        };

    public static T[] List<T>(this JsonElement e, string name, Func<JsonElement, T> item) =>
        e.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item)] : [];
}
