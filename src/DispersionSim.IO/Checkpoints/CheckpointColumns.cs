using System.Text;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>A finished stage as columns: its state, then its measurements and curves (JSON text would not keep NaN payloads, so the numbers are columns too).</summary>
internal static class CheckpointColumns
{
    private const string MemoryPrefix = "memory/";

    public static ColumnBag Of(Checkpoint checkpoint)
    {
        var bag = new ColumnBag();
        foreach (StateColumn column in StateColumns.Of(checkpoint.State))
        {
            bag.SetArray(column.Path, column.Values);
        }

        foreach ((string name, Array values) in checkpoint.Memory?.Columns ?? new Dictionary<string, Array>())
        {
            bag.SetArray(MemoryPrefix + name, values);
        }

        bag.Set("memory", checkpoint.Memory is null ? 0 : 1);
        AddMeasurements(bag, checkpoint.Measurements);
        AddCurves(bag, checkpoint.Curves);
        return bag;
    }

    public static Checkpoint From(ColumnBag bag) => new(StateAssembly.From(bag), Measurements(bag), Curves(bag))
    {
        Memory = bag.GetOne<int>("memory") == 0 ? null : Memory(bag),
    };

    private static ColumnBag Memory(ColumnBag bag)
    {
        var memory = new ColumnBag();
        foreach ((string name, Array values) in bag.Columns.Where(c => c.Key.StartsWith(MemoryPrefix, StringComparison.Ordinal)))
        {
            memory.SetArray(name[MemoryPrefix.Length..], values);
        }

        return memory;
    }

    private static void AddMeasurements(ColumnBag bag, IReadOnlyList<Measurement> all)
    {
        SetText(bag, "measurements/text", all.SelectMany(m => new[] { m.Name, m.Unit, m.Definition }));
        bag.Set("measurements/value", all.SelectMany(m => new[] { m.Value, m.Interval?.Low ?? 0, m.Interval?.High ?? 0, m.NullMean ?? 0, m.NullBand?.Low ?? 0, m.NullBand?.High ?? 0 }).ToArray());
        bag.Set("measurements/present", all.SelectMany(m => new[] { m.Interval is null ? 0 : 1, m.NullMean is null ? 0 : 1, m.NullBand is null ? 0 : 1, m.Replicates }).ToArray());
        bag.Set("measurements/bounds", all.SelectMany(m => new[] { m.Bounds?.Low ?? double.NaN, m.Bounds?.High ?? double.NaN }).ToArray());
    }

    private static Measurement[] Measurements(ColumnBag bag)
    {
        string[] text = GetText(bag, "measurements/text");
        double[] value = bag.Get<double>("measurements/value");
        int[] present = bag.Get<int>("measurements/present");
        double[] bounds = bag.Get<double>("measurements/bounds");
        return [.. Enumerable.Range(0, present.Length / 4).Select(i => ToMeasurement(text.AsSpan(3 * i, 3), value.AsSpan(6 * i, 6), present.AsSpan(4 * i, 4)) with { Bounds = double.IsNaN(bounds[2 * i]) ? null : new Interval(bounds[2 * i], bounds[(2 * i) + 1]) })];
    }

    private static Measurement ToMeasurement(ReadOnlySpan<string> text, ReadOnlySpan<double> value, ReadOnlySpan<int> present) => new(text[0], value[0], text[1])
    {
        Definition = text[2],
        Interval = present[0] == 0 ? null : new Interval(value[1], value[2]),
        NullMean = present[1] == 0 ? null : value[3],
        NullBand = present[2] == 0 ? null : new Interval(value[4], value[5]),
        Replicates = present[3],
    };

    private static void AddCurves(ColumnBag bag, IReadOnlyList<Curve> all)
    {
        SetText(bag, "curves/text", all.SelectMany(c => new[] { c.Name, c.XName, c.XUnit, c.YName, c.YUnit, c.BandName }));
        for (int i = 0; i < all.Count; i++)
        {
            bag.Set($"curves/{i}/x", all[i].X).Set($"curves/{i}/y", all[i].Y);
            SetOptional(bag, $"curves/{i}/low", all[i].Low);
            SetOptional(bag, $"curves/{i}/high", all[i].High);
        }
    }

    private static Curve[] Curves(ColumnBag bag)
    {
        string[] text = GetText(bag, "curves/text");
        return [.. Enumerable.Range(0, text.Length / 6).Select(i => new Curve(
            text[6 * i], text[(6 * i) + 1], text[(6 * i) + 2], text[(6 * i) + 3], text[(6 * i) + 4],
            bag.Get<double>($"curves/{i}/x"), bag.Get<double>($"curves/{i}/y"))
        {
            BandName = text[(6 * i) + 5],
            Low = Optional(bag, $"curves/{i}/low"),
            High = Optional(bag, $"curves/{i}/high"),
        })];
    }

    private static void SetOptional(ColumnBag bag, string name, double[]? values)
    {
        if (values is not null)
        {
            bag.Set(name, values);
        }
    }

    private static double[]? Optional(ColumnBag bag, string name) => bag.Columns.ContainsKey(name) ? bag.Get<double>(name) : null;

    /// <summary>Each text as its length in bytes and its UTF-8 bytes.</summary>
    private static void SetText(ColumnBag bag, string name, IEnumerable<string> texts)
    {
        byte[][] encoded = [.. texts.Select(Encoding.UTF8.GetBytes)];
        bag.Set(name + "_lengths", encoded.Select(t => t.Length).ToArray());
        bag.Set(name, encoded.SelectMany(t => t).ToArray());
    }

    private static string[] GetText(ColumnBag bag, string name)
    {
        byte[] bytes = bag.Get<byte>(name);
        int at = 0;
        return [.. bag.Get<int>(name + "_lengths").Select(length => Encoding.UTF8.GetString(bytes, (at += length) - length, length))];
    }
}
