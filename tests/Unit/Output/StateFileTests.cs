using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using CsCheck;
using DispersionSim.Core;
using DispersionSim.IO;
using PureHDF;
using Xunit;

namespace DispersionSim.Tests.Unit;

public sealed class StateFileTests : IDisposable
{
    private static readonly Provenance From = new("1.2.3", ulong.MaxValue, "cafe", "cpu");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_state_file_reads_back_what_was_written_bit_for_bit() =>
        SampleStates.Any.Sample(
            state =>
            {
                StateWriter.Write(folder.At("s.h5"), state, "drying", From);
                return SampleStates.Bits(StateReader.Read(folder.At("s.h5")).State) == SampleStates.Bits(state);
            },
            iter: 60,
            threads: 1);

    [Fact]
    public void A_state_file_keeps_stage_and_provenance_and_repeats_bit_for_bit()
    {
        StateWriter.Write(folder.At("a.h5"), SampleStates.DryFilm(), "drying", From);
        StateWriter.Write(folder.At("b.h5"), SampleStates.DryFilm(), "drying", From);
        StoredState back = StateReader.Read(folder.At("a.h5"));
        Assert.Equal("drying", back.Stage);
        Assert.Equal(From, back.Provenance);
        Assert.Equal(SampleStates.Bits(SampleStates.DryFilm()), SampleStates.Bits(back.State));
        Assert.Equal(File.ReadAllBytes(folder.At("a.h5")), File.ReadAllBytes(folder.At("b.h5")));
    }

    [Fact]
    public void Every_dataset_of_a_state_file_says_its_unit()
    {
        StateWriter.Write(folder.At("s.h5"), SampleStates.DryFilm(), "drying", From);
        using var file = H5File.OpenRead(folder.At("s.h5"));
        var datasets = file.Children().OfType<IH5Group>().SelectMany(g => g.Children().OfType<IH5Dataset>().Select(d => (Group: g.Name, Data: d))).ToList();
        Assert.Equal(25, datasets.Count);
        Assert.All(datasets, d => Assert.NotEmpty(d.Data.Attribute("unit").Read<string>()));
        Assert.Equal("m", file.Dataset("particles/position").Attribute("unit").Read<string>());
        Assert.Equal([200UL, 3UL], file.Dataset("particles/position").Space.Dimensions);
        Assert.Equal("m^3", file.Dataset("binder/film_volume").Attribute("unit").Read<string>());
    }

    [Fact]
    public void A_damaged_state_file_is_refused_in_one_line()
    {
        string path = folder.At("s.h5");
        StateWriter.Write(path, SampleStates.DryFilm(), "drying", From);
        byte[] good = File.ReadAllBytes(path);
        foreach (int length in new[] { 0, 4, 100, good.Length / 2 })
        {
            File.WriteAllBytes(path, good[..length]);
            InputException e = Assert.Throws<InputException>(() => StateReader.Read(path));
            Assert.StartsWith(path, e.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', e.Message);
        }
    }

    [Fact]
    public void Particles_for_ParaView_hold_positions_and_radii_in_micrometres()
    {
        ElectrodeState state = SampleStates.DryFilm();
        VtpWriter.Write(folder.At("p.vtp"), state, From, time: 4);
        (XElement root, byte[] appended) = ReadVtk(folder.At("p.vtp"));
        Assert.Equal("UInt64", root.Attribute("header_type")!.Value);
        double[] points = Doubles(root, appended, "Points"), radius = Doubles(root, appended, "radius");
        Assert.Equal(state.Particles.Radius.Select(r => r / 1e-6), radius);
        Assert.Equal(state.Particles.Position.SelectMany(v => new[] { v.X / 1e-6, v.Y / 1e-6, v.Z / 1e-6 }), points);
        Assert.Equal(4, Doubles(root, appended, "TimeValue")[0]);
        Assert.Equal(["TimeValue", "provenance", "length_unit", "radius", "type", "id", "agglomerate", "rgb", "Points", "connectivity", "offsets"], root.Descendants("DataArray").Select(a => a.Attribute("Name")!.Value));
    }

    [Fact]
    public void Extended_xyz_names_its_columns_and_holds_a_row_for_each_particle()
    {
        ElectrodeState state = SampleStates.DryFilm();
        XyzWriter.Write(folder.At("p.xyz"), state, From);
        string[] lines = File.ReadAllLines(folder.At("p.xyz"));
        Assert.Equal("200", lines[0]);
        Assert.Contains("Properties=species:S:1:pos:R:3:radius:R:1:color:R:3:id:I:1:kind:I:1:agglomerate:I:1 ", lines[1], StringComparison.Ordinal);
        Assert.Contains("pbc=\"T T F\"", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("Lattice=\"4 0 0 0 4 0 0 0 3\"", lines[1], StringComparison.Ordinal);
        string[] third = lines[4].Split(' ');
        Assert.Equal(11, third.Length);
        Assert.Equal("C", third[0]);
        Assert.Equal(state.Particles.Position[2].X / 1e-6, double.Parse(third[1]));
        Assert.Equal(state.Particles.Radius[2] / 1e-6, double.Parse(third[4]));
        Assert.Equal("3", third[8]);
    }

    [Fact]
    public void Csv_and_dump_hold_the_same_particles()
    {
        ElectrodeState state = SampleStates.DryFilm();
        StateCsvWriter.Write(folder.At("p.csv"), state);
        StateDumpWriter.Write(folder.At("p.dump"), state, step: 5);
        string[] csv = File.ReadAllLines(folder.At("p.csv")), dump = File.ReadAllLines(folder.At("p.dump"));
        Assert.Equal("x,y,z,r,label,id,kind", csv[0]);
        Assert.Equal("ITEM: BOX BOUNDS pp pp ff", dump[4]);
        Assert.Equal("ITEM: ATOMS id type x y z radius", dump[8]);
        for (int i = 0; i < 200; i++)
        {
            string[] a = csv[i + 1].Split(','), b = dump[i + 9].Split(' ');
            Assert.Equal([a[5], a[6], a[0], a[1], a[2], a[3]], b);
            Assert.Equal(state.Particles.Position[i].Z / 1e-6, double.Parse(a[2]));
        }
    }

    [Fact]
    public void A_series_names_its_files_in_order()
    {
        VtpSeries.Write(folder.At("run.pvd"), [(1, "01-feedstock.vtp"), (2, "a&b.vtp")]);
        VtpScript.Write(folder.At("show.py"), "run.pvd");
        Assert.Equal(["01-feedstock.vtp", "a&b.vtp"], XDocument.Load(folder.At("run.pvd")).Descendants("DataSet").Select(d => d.Attribute("file")!.Value));
        Assert.Contains("os.path.join(here, \"run.pvd\")", File.ReadAllText(folder.At("show.py")), StringComparison.Ordinal);
    }

    private static (XElement Root, byte[] Appended) ReadVtk(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        ReadOnlySpan<byte> mark = "<AppendedData encoding=\"raw\">\n_"u8;
        int at = bytes.AsSpan().IndexOf(mark);
        return (XElement.Parse(Encoding.UTF8.GetString(bytes, 0, at) + "</VTKFile>"), bytes[(at + mark.Length)..]);
    }

    /// <summary>One array, by the layout that VTK documents: blocks, block size, size of the last, compressed sizes, zlib data.</summary>
    private static double[] Doubles(XElement root, byte[] appended, string name)
    {
        int at = int.Parse(root.Descendants("DataArray").Single(a => a.Attribute("Name")!.Value == name).Attribute("offset")!.Value);
        long blocks = BitConverter.ToInt64(appended, at), size = BitConverter.ToInt64(appended, at + 8), last = BitConverter.ToInt64(appended, at + 16);
        using var all = new MemoryStream();
        long start = at + 24 + (8 * blocks);
        for (int b = 0; b < blocks; b++)
        {
            long compressed = BitConverter.ToInt64(appended, at + 24 + (8 * b));
            using var zlib = new ZLibStream(new MemoryStream(appended, (int)start, (int)compressed), CompressionMode.Decompress);
            zlib.CopyTo(all);
            start += compressed;
        }

        Assert.Equal(((blocks - 1) * size) + (last == 0 ? size : last), all.Length);
        return System.Runtime.InteropServices.MemoryMarshal.Cast<byte, double>(all.ToArray()).ToArray();
    }
}
