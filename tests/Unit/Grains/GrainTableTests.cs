using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Tests.Unit;

public sealed class GrainTableTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Columns_are_found_by_their_names_in_any_order()
    {
        GrainTable table = GrainTableReader.Read("r,wz,z,y,x,vy,label\n0.5,9,3,2,1,4,a\n", "t.csv");
        Assert.Equal(new Vector3d(1, 2, 3), Assert.Single(table.Position));
        Assert.Equal((0.5, new Vector3d(0, 4, 0), new Vector3d(0, 0, 9)), (table.Radius[0], table.Velocity[0], table.Spin[0]));
        Assert.Equal(["label"], table.Unused);
        Assert.Equal(1, table.Id[0]);
        Assert.True(double.IsNaN(table.Density[0]));
        Assert.Null(table.Box);
    }

    [Fact]
    public void A_box_in_the_first_line_gives_corners_and_density()
    {
        GrainTable table = GrainTableReader.Read("# box 0 1 -2 2 0 3 2500\nid,x,y,z,r\n5,0,0,0,1\n6,1,0,0,1\n", "t.csv");
        Assert.Equal((new Vector3d(0, -2, 0), new Vector3d(1, 2, 3)), table.Box);
        Assert.Equal([2500.0, 2500.0], table.Density);
        Assert.Equal([5L, 6L], table.Id);
        Assert.Equal("t.csv:4: particle 6", table.Name(1));
    }

    [Theory]
    [InlineData("", "t.csv", "empty")]
    [InlineData("x,y,z,r\n", "t.csv", "no particles")]
    [InlineData("x,y,r\n1,2,3\n", "t.csv:1", "no column z")]
    [InlineData("x,y,z,r,x\n1,2,3,4,5\n", "t.csv:1", "\"x\" is there twice")]
    [InlineData("x,y,z,r\n1,2,3,4\n1,2,,4\n", "t.csv:3", "z = \"\"")]
    [InlineData("x,y,z,r\n1,2,nan,4\n", "t.csv:2", "z = \"nan\"")]
    [InlineData("x,y,z,r,id\n1,2,3,4,1.5\n", "t.csv:2", "whole number")]
    [InlineData("x,y,z,r,id\n1,2,3,4,7\n1,2,9,4,7\n", "t.csv:3", "id = 7", "line 2")]
    [InlineData("# box 0 1 2 1 0 3\nx,y,z,r\n1,2,3,4\n", "t.csv:1", "xlo xhi")]
    [InlineData("# box 0 1 2\nx,y,z,r\n1,2,3,4\n", "t.csv:1", "xlo xhi")]
    public void What_is_no_table_of_spheres_is_refused_in_one_line(string text, params string[] words)
    {
        string message = Assert.Throws<InputException>(() => GrainTableReader.Read(text, "t.csv")).Message;
        Assert.DoesNotContain('\n', message);
        Assert.All(words, word => Assert.Contains(word, message, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_written_reads_back_to_the_same_bits()
    {
        var given = new GrainTable
        {
            Id = [3, -1],
            Position = [new(1.0 / 3, -2e-7, 0), new(0.1, 0.2, 1e-300)],
            Radius = [0.1 + 0.2, 5e-7],
            Density = [2330, 1e4 / 3],
            Velocity = [new(1, 2, 3), new(-1e-9, 0, 4)],
            Spin = [new(Math.PI, 0, 0), new(0, 1e6, 0)],
        };
        GrainTableWriter.WriteParticles(folder.At("p.csv"), given);
        GrainTable read = GrainTableReader.ReadFile(folder.At("p.csv"));
        Assert.Equal(given.Id, read.Id);
        Assert.Equal(given.Position, read.Position);
        Assert.Equal(given.Radius, read.Radius);
        Assert.Equal(given.Density, read.Density);
        Assert.Equal(given.Velocity, read.Velocity);
        Assert.Equal(given.Spin, read.Spin);
        Assert.Empty(read.Unused);
    }

    [Fact]
    public void Forces_stand_in_six_columns_in_the_order_of_the_particles()
    {
        GrainTableWriter.WriteForces(folder.At("f.csv"), [new(1, 2, 3), new(0.5, 0, 0)], [new(4, 5, 6), new(0, 0, -1)]);
        Assert.Equal(["fx,fy,fz,tx,ty,tz", "1,2,3,4,5,6", "0.5,0,0,0,0,-1"], File.ReadAllLines(folder.At("f.csv")));
    }
}
