using DispersionSim.Core;
using DispersionSim.IO;
using Xunit;

namespace DispersionSim.Tests.Unit;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_appears_whole_with_its_parents_and_nothing_beside_it()
    {
        AtomicFile.Write(folder.At("a", "b", "c.txt"), "text");
        Assert.Equal("text", File.ReadAllText(folder.At("a", "b", "c.txt")));
        Assert.Single(Directory.EnumerateFileSystemEntries(folder.At("a", "b")));
    }

    [Fact]
    public void A_writer_that_fails_half_way_leaves_the_former_content()
    {
        AtomicFile.Write(folder.At("c.txt"), "former");
        Assert.Throws<SimulationException>(() => AtomicFile.Write(folder.At("c.txt"), stream =>
        {
            stream.Write("half"u8);
            throw new SimulationException("stopped");
        }));
        Assert.Equal("former", File.ReadAllText(folder.At("c.txt")));
        Assert.Single(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void While_a_file_is_written_readers_see_the_former_content()
    {
        AtomicFile.Write(folder.At("c.txt"), "former");
        AtomicFile.Write(folder.At("c.txt"), stream =>
        {
            stream.Write("new"u8);
            stream.Flush();
            Assert.Equal("former", File.ReadAllText(folder.At("c.txt")));
        });
        Assert.Equal("new", File.ReadAllText(folder.At("c.txt")));
    }

    /// <summary>/dev/full answers every write as a full disk does (ENOSPC).</summary>
    [Fact]
    public void A_full_disk_is_one_line_that_names_the_file()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full");
        string path = folder.At("metrics.json");
        AtomicFile.Write(path, "former");
        File.CreateSymbolicLink(path + AtomicFile.PartialSuffix, "/dev/full");
        InputException e = Assert.Throws<InputException>(() => AtomicFile.Write(path, new byte[100_000]));
        Assert.Equal($"{path}: cannot be written: the disk is full", e.Message);
        Assert.Equal("former", File.ReadAllText(path));
    }

    [Fact]
    public void A_full_disk_stops_state_and_volume_writers_in_one_line_too()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs /dev/full");
        var from = new Provenance("1", 1, "ab", "cpu");
        foreach (Action<string> write in (Action<string>[])[
            p => StateWriter.Write(p, SampleStates.DryFilm(), "drying", from),
            p => CheckpointWriter.Write(p, new("ab", 1, "drying"), new(SampleStates.DryFilm(), [], [])),
            p => VolumeTiffWriter.WriteLabels(p, SampleStates.Volume(60, 60, 20), from),
            p => VtpWriter.Write(p, SampleStates.DryFilm(), from),
            p => XyzWriter.Write(p, SampleStates.DryFilm(), from)])
        {
            string path = folder.At("out");
            File.CreateSymbolicLink(path + AtomicFile.PartialSuffix, "/dev/full");
            InputException e = Assert.Throws<InputException>(() => write(path));
            Assert.StartsWith($"{path}: cannot be written: ", e.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', e.Message);
            Assert.False(File.Exists(path));
        }
    }

    [Fact]
    public void A_folder_in_the_place_of_a_file_is_one_line()
    {
        Directory.CreateDirectory(folder.At("metrics.json"));
        InputException e = Assert.Throws<InputException>(() => AtomicFile.Write(folder.At("metrics.json"), "x"));
        Assert.StartsWith($"{folder.At("metrics.json")}: cannot be written: ", e.Message, StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFileSystemEntries(folder.Path));
    }
}
