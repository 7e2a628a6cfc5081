namespace DispersionSim.Tests.Approval;

public sealed class BadPointsTests
{
    [Theory]
    [InlineData("x,y,z,r\n1,1,nan,0.1\n", "points.csv:2", "z = \"nan\"", "finite number")]
    [InlineData("x,y,r\n1,1,0.1\n1,1,0.1\n", "points.csv:3", "line 2", "again")]
    [InlineData("x,y,r\n1,1,-0.1\n", "points.csv:2", "r = -0.1", "negative")]
    [InlineData("1,2,3\n4,5,6\n", "points.csv:1", "name the columns")]
    [InlineData("x,y\n1,5,2,5\n3,0,4,5\n", "points.csv:2", "4 values for 2 columns", "semicolons")]
    [InlineData("x,y,mass\n1,2,3\n", "points.csv:1", "\"mass\"")]
    [InlineData("x,y\n1,2\n2,1\n", "points.csv", "2 points", "at least 10")]
    [InlineData("x,y\n1,2\n", "points.csv", "1 point;", "at least 10")]
    [InlineData("", "points.csv:1", "name the columns")]
    public void Table_that_is_no_point_set_is_refused_in_one_line(string table, params string[] words)
    {
        using ScratchFolder scratch = new();
        Refusal.Says(CliProcess.Run("analyze", "points", scratch.Write("points.csv", table)), words);
    }

    [Theory]
    [InlineData("--box|5 5", "outside the window", "--box")]
    [InlineData("--box|5", "2 positive lengths")]
    [InlineData("--box|5 -5", "2 positive lengths")]
    [InlineData("--periodic|x", "--box")]
    [InlineData("--box|20 20|--periodic|xz", "\"z\"")]
    [InlineData("--box|20 20|--null|section", "column r")]
    [InlineData("--box|20 20|--null|gas", "auto, csr, hard-spheres, section")]
    [InlineData("--box|20 20|--simulations|3", "from 19 to 9999")]
    public void Option_that_does_not_fit_the_set_is_refused_in_one_line(string options, params string[] words)
    {
        using ScratchFolder scratch = new();
        string table = "x,y\n" + string.Concat(Enumerable.Range(0, 20).Select(k => $"{k},{k * 7 % 20}\n"));
        Refusal.Says(CliProcess.Run(["analyze", "points", scratch.Write("points.csv", table), .. options.Split('|')]), words);
    }

    // 0 and 20 are one place where x wraps; no window [0, L] holds a point below 0, however long.
    [Theory]
    [InlineData("0,3\n20,3\n", "point 22 is an image of point 21")]
    [InlineData("-1,3\n", "point 21", "shift the coordinates")]
    public void Point_that_the_window_cannot_hold_is_refused_in_one_line(string more, params string[] words)
    {
        using ScratchFolder scratch = new();
        string table = "x,y\n" + string.Concat(Enumerable.Range(0, 20).Select(k => $"{k + 0.5},{k * 7 % 20}\n")) + more;
        Refusal.Says(CliProcess.Run("analyze", "points", scratch.Write("points.csv", table), "--box", "20 20", "--periodic", "x"), words);
    }

    // Diameters given as radii: judged as points they would pass as even without a word.
    [Fact]
    public void Particles_that_overlap_are_taken_as_points_with_a_word()
    {
        using ScratchFolder scratch = new();
        string table = "x,y,r\n" + string.Concat(Enumerable.Range(0, 20).Select(k => $"{k + 0.5},{k * 7 % 20},3\n"));
        CliResult result = CliProcess.Run("analyze", "points", scratch.Write("points.csv", table), "--box", "20 20", "--simulations", "19", "--quiet");
        Assert.Equal(0, result.ExitCode);
        Assert.Contains("particles overlap (are the values of r diameters?)", result.Error, StringComparison.Ordinal);
        Assert.Contains("against random points", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_set_too_dense_for_its_null_is_inconclusive_in_one_line()
    {
        using ScratchFolder scratch = new();
        string table = "x,y,z,r\n" + string.Concat(Enumerable.Range(0, 108).Select(k => FormattableString.Invariant($"{k % 3 + (k / 27 is 1 or 2 ? 0.5 : 0)},{k / 3 % 3 + (k / 27 is 1 or 3 ? 0.5 : 0)},{k / 9 % 3 + (k / 27 is 2 or 3 ? 0.5 : 0)},0.353\n")));
        CliResult result = CliProcess.Run("analyze", "points", scratch.Write("points.csv", table), "--box", "3 3 3", "--periodic", "xyz", "--null", "hard-spheres", "--simulations", "999", "--quiet", "--out", scratch.At("page"));
        Assert.True(result.ExitCode == 0, result.Error);
        Assert.StartsWith("inconclusive: particles fill 74 %: random hard spheres are not drawn above 48 %", result.Output.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
        Assert.Contains("inconclusive", File.ReadAllText(scratch.At("page", "points.html")), StringComparison.Ordinal);
    }
}
