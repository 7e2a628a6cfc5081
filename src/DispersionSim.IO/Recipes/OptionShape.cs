using System.Collections.Concurrent;
using System.Reflection;

namespace DispersionSim.IO;

/// <summary>The keys of an options record: every public property that can be set, in declaration order.</summary>
internal sealed class OptionShape
{
    private static readonly ConcurrentDictionary<Type, OptionShape> Known = new();

    private readonly Dictionary<string, OptionKey> byName;

    private OptionShape(Type type)
    {
        Type = type;
        Keys = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.SetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
            .OrderBy(property => property.MetadataToken)
            .Select(OptionKey.Of)];
        byName = Keys.ToDictionary(key => key.Name, StringComparer.Ordinal);
    }

    public Type Type { get; }

    public IReadOnlyList<OptionKey> Keys { get; }

    public OptionKey? this[string name] => byName.GetValueOrDefault(name);

    public static OptionShape Of(Type type) => Known.GetOrAdd(type, static t => new(t));

    /// <summary>Full dotted names of every key below this table.</summary>
    public IEnumerable<string> Paths(string prefix = "") => Keys.SelectMany(key => key.Kind == OptionKind.Table
        ? Of(key.Element).Paths($"{prefix}{key.Name}.").Prepend(prefix + key.Name)
        : [prefix + key.Name]);

    /// <summary>A new record with its defaults; required members are left for the recipe to give.</summary>
    public object Create() => Activator.CreateInstance(Type)!;

    /// <summary>A copy that may be written to without touching a default shared by others.</summary>
    public object Copy(object record) =>
        Type.GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance) is MethodInfo clone ? clone.Invoke(record, null)! : record;
}
