using System.Xml.Linq;

namespace DispersionSim.Tests.Architecture;

/// <summary>The arrows between the rooms, all one way.</summary>
public class ArrowTests
{
    public static TheoryData<string> Rooms => House.Rooms;

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Room_sees_only_the_rooms_that_its_arrows_allow(string room) =>
        Assert.Empty(House.SeenRooms(room).Except(House.Arrows[room], StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Project_file_names_only_the_rooms_that_its_arrows_allow(string room)
    {
        string project = Assert.Single(SourceTree.Files("*.csproj"), path => Path.GetFileName(path) == $"DispersionSim.{room}.csproj");
        IEnumerable<string> named = XDocument.Load(project).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!)["DispersionSim.".Length..]);
        Assert.Empty(named.Except(House.Arrows[room], StringComparer.Ordinal));
    }

    [Fact]
    public void Every_room_of_the_house_has_its_arrows()
    {
        IEnumerable<string> rooms = SourceTree.Files("*.csproj")
            .Select(path => Path.GetFileNameWithoutExtension(path)["DispersionSim.".Length..]);
        Assert.Equal(House.Arrows.Keys.Order(StringComparer.Ordinal), rooms.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Only_kernels_and_engine_know_the_device_compiler(string room)
    {
        bool knows = House.References(room).Any(name => name.StartsWith("ILGPU", StringComparison.Ordinal));
        Assert.Equal(room is "Kernels" or "Engine", knows);
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Room_is_one_flat_namespace(string room)
    {
        // Types that the compiler makes up for itself have no place in a namespace of ours.
        IEnumerable<string> others = House.Load(room).GetTypes()
            .Where(type => type.IsPublic && type.Namespace != $"DispersionSim.{room}")
            .Select(type => type.FullName!);
        Assert.Empty(others);
    }
}
