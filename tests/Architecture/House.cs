using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace DispersionSim.Tests.Architecture;

/// <summary>The rooms as compiled: what each assembly refers to, read from its metadata.</summary>
internal static class House
{
    private const string Prefix = "DispersionSim.";

    /// <summary>For each room, the rooms that it may see.</summary>
    public static IReadOnlyDictionary<string, string[]> Arrows { get; } = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Core"] = [],
        ["Kernels"] = ["Core"],
        ["Engine"] = ["Core", "Kernels"],
        ["Process"] = ["Core", "Kernels", "Engine"],
        ["Analysis"] = ["Core", "Kernels", "Engine"],
        ["Imaging"] = ["Core", "Kernels", "Engine"],
        ["Cell"] = ["Core", "Analysis"],
        ["IO"] = ["Core"],
        ["Cli"] = ["Core", "Kernels", "Engine", "Process", "Analysis", "Imaging", "Cell", "IO"],
    };

    public static TheoryData<string> Rooms => [.. Arrows.Keys];

    /// <summary>The command line is built under the name of its executable.</summary>
    public static Assembly Load(string room) => Assembly.Load(room == "Cli" ? "dispersionsim" : Prefix + room);

    /// <summary>Assemblies that a room's code refers to.</summary>
    public static string[] References(string room) => [.. Load(room).GetReferencedAssemblies().Select(name => name.Name!)];

    /// <summary>Rooms among them, without their prefix.</summary>
    public static string[] SeenRooms(string room) =>
        [.. References(room).Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..])];

    /// <summary>Every member of another assembly that a room's code calls, as "Namespace.Type.Member".</summary>
    public static string[] Calls(string room)
    {
        using FileStream stream = File.OpenRead(Load(room).Location);
        using PEReader reader = new(stream);
        MetadataReader metadata = reader.GetMetadataReader();
        return [.. metadata.MemberReferences.Select(handle => Name(metadata, metadata.GetMemberReference(handle))).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private static string? Name(MetadataReader metadata, MemberReference member)
    {
        if (member.Parent.Kind != HandleKind.TypeReference)
        {
            return null;
        }

        TypeReference type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{metadata.GetString(member.Name)}";
    }
}
