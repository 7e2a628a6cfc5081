using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>What a recipe key holds; lists hold several of it.</summary>
internal enum OptionKind
{
    Real,
    Whole,
    Truth,
    Text,
    Word,
    Table,
}

/// <summary>One property of an options record, as a key of a recipe.</summary>
internal sealed class OptionKey
{
    private OptionKey(PropertyInfo property, Type element, OptionKind kind, bool isList, bool isOptional)
    {
        Property = property;
        Element = element;
        Kind = kind;
        IsList = isList;
        IsOptional = isOptional;
        Name = JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
        IsRequired = property.IsDefined(typeof(RequiredMemberAttribute));
        IsPath = property.IsDefined(typeof(RecipePathAttribute));
        Allowed = property.GetCustomAttribute<AllowedAttribute>();
        Description = property.GetCustomAttribute<DescriptionAttribute>()?.Description ?? "";
        Unit = kind == OptionKind.Real ? property.GetCustomAttribute<UnitAttribute>()?.Symbol ?? "-" : "-";
        IsPureNumber = Quantity.IsPureNumber(Unit);
    }

    public PropertyInfo Property { get; }

    /// <summary>Key in the recipe, snake_case.</summary>
    public string Name { get; }

    /// <summary>Type of the value, or of the entries of a list, without its question mark.</summary>
    public Type Element { get; }

    public OptionKind Kind { get; }

    public bool IsList { get; }

    /// <summary>May be absent and then is null.</summary>
    public bool IsOptional { get; }

    /// <summary>Must be given (C# <c>required</c>).</summary>
    public bool IsRequired { get; }

    public bool IsPath { get; }

    /// <summary>SI unit of a real number; "-" for everything else.</summary>
    public string Unit { get; }

    /// <summary>A number that is written without unit.</summary>
    public bool IsPureNumber { get; }

    public AllowedAttribute? Allowed { get; }

    public string Description { get; }

    /// <summary>The words of an enumeration, kebab-case, in declaration order.</summary>
    public IReadOnlyList<string> Words => [.. Enum.GetNames(Element).Select(WordOf)];

    public static OptionKey Of(PropertyInfo property)
    {
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        bool optional = type != property.PropertyType || new NullabilityInfoContext().Create(property).WriteState == NullabilityState.Nullable;
        Type? entry = EntryOf(type);
        Type element = entry ?? type;
        return new(property, element, KindOf(element, property), entry is not null, optional);
    }

    /// <summary>The word of an enumeration's value.</summary>
    public static string WordOf(object value) => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()!);

    private static Type? EntryOf(Type type) =>
        type == typeof(string) ? null
        : type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericArguments() is [Type entry] && type.IsAssignableFrom(entry.MakeArrayType()) ? entry
        : null;

    private static OptionKind KindOf(Type type, PropertyInfo property) =>
        type.IsEnum ? OptionKind.Word
        : type == typeof(string) ? OptionKind.Text
        : type == typeof(bool) ? OptionKind.Truth
        : type == typeof(double) ? OptionKind.Real
        : type == typeof(int) || type == typeof(long) || type == typeof(ulong) ? OptionKind.Whole
        : type.IsClass && type.GetConstructor(Type.EmptyTypes) is not null ? OptionKind.Table
        : throw new NotSupportedException($"{property.DeclaringType?.Name}.{property.Name}: a recipe cannot hold a {type.Name}");
}
