namespace DispersionSim.Tests.Architecture;

/// <summary>Files in one room, console, environment and clock in another, nowhere else.</summary>
public class OuterWorldTests
{
    private static readonly string[] FileTypes =
    [
        "System.IO.File.", "System.IO.Directory.", "System.IO.FileStream.", "System.IO.FileInfo.", "System.IO.DirectoryInfo.", "System.IO.FileSystemWatcher.",
    ];

    private static readonly string[] OuterTypes = ["System.Console.", "System.Environment.", "System.Diagnostics.Stopwatch.", "System.Diagnostics.Process."];

    private static readonly string[] Clocks =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.TimeProvider.get_System",
    ];

    public static TheoryData<string> Rooms => House.Rooms;

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Files_are_touched_in_IO_alone(string room)
    {
        string[] touched = [.. Calls(room, FileTypes)];
        if (room == "Cli")
        {
            // A command may ask whether a path is there; what is in it is IO's business.
            touched = [.. touched.Where(call => !call.EndsWith(".Exists", StringComparison.Ordinal) && !call.EndsWith(".get_Exists", StringComparison.Ordinal))];
        }

        Assert.Equal(room == "IO", touched.Length > 0);
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Console_environment_and_clock_belong_to_the_command_line(string room)
    {
        // Iterators ask for the number of their thread in code that the compiler writes.
        IEnumerable<string> calls = Calls(room, [.. OuterTypes, .. Clocks]).Where(call => call != "System.Environment.get_CurrentManagedThreadId");
        Assert.True(room == "Cli" || !calls.Any(), string.Join(", ", calls));
    }

    private static IEnumerable<string> Calls(string room, string[] starts) =>
        House.Calls(room).Where(call => starts.Any(start => call.StartsWith(start, StringComparison.Ordinal)));
}
