using System.Globalization;

namespace DispersionSim.Tests.Approval;

/// <summary>Files from instruments and other programs, taken through the whole process.</summary>
public sealed class RealInputTests
{
    public const string Aggregate = "aggregates/fracval_N128_Df2p00_kf1p00_rpg10p0_rpgstd1p50_agg0_20260312-161715.dat";

    /// <summary>The foil that a layer was coated on is the surface in the file: its Sq is what another program finds there. A foil that is too smooth fails claim 3 and nothing else stops.</summary>
    [Theory]
    [InlineData("al3d-1.al3d", null)]
    [InlineData("di-3.di", "ZSensor")]
    [InlineData("di-3.di", "Height")]
    [InlineData("matrix-4.txt", null)]
    public void A_foil_from_an_instrument_runs_from_powder_to_verdict(string name, string? channel)
    {
        string file = SharedData.Path("surfaces/" + name);
        string[] set = [$"foil.topography.file=\"{file}\"", "claims.minimum_replicates=2"];
        FinishedRun run = Run(100, file, channel is null ? set : [.. set, $"foil.topography.channel=\"{channel}\""]);
        Assert.Equal(1, run.Metric("Sq levelled") / ReferenceSq(name, channel), 1e-5);
        Assert.InRange(run.Metric("layer porosity"), 0.05, 0.8);
        if (run.Metric("Ra") < 0.1e-6)
        {
            Assert.Equal(["not met", "not supported"], new[] { run.Own(3), run.Verdict(3) });
        }
    }

    [Theory]
    [InlineData("top-1.top", "must be at least", "larger measurement")]
    [InlineData("sur-2.sur", "too coarse under a film segment", "finer measurement")]
    [InlineData("dektak-1.csv", "1499.8 x 0 um", "larger measurement")]
    [InlineData("xyz-1.txt", "does not say the unit", "unit = \"um\"")]
    [InlineData("nonsense_txt_file.txt", "is not a surface", "This is nonsense")]
    public void A_file_that_no_film_can_be_laid_on_is_refused_before_anything_is_simulated(string name, string fault, string way)
    {
        string file = SharedData.Path("surfaces/" + name);
        using ScratchFolder scratch = new();
        Refusal.Says(CliProcess.Run(["run", "--set", $"foil.topography.file=\"{file}\"", "--quiet", "--out", scratch.At("run")]), file, fault, way);
        Assert.False(Directory.Exists(scratch.At("run/state")));
    }

    /// <summary>Scaled to a D50 of about half a micrometre by volume; the draw of 100 primaries a replicate scatters about it.</summary>
    [Theory]
    [InlineData("psd/mastersizer_example1.csv", "0.0067", "")]
    [InlineData("psd/mastersizer_example3.xlsx", "0.027", "")]
    [InlineData("psd/nanoparticle_sample_data.csv", "200", "nm")]
    public void A_measured_size_distribution_runs_and_gives_primaries_of_its_size(string name, string scale, string unit)
    {
        string file = SharedData.Path(name);
        string[] set = [$"feedstock.distribution_file=\"{file}\"", $"feedstock.distribution_scale={scale}"];
        FinishedRun run = Run(100, file, unit.Length == 0 ? set : [.. set, $"feedstock.distribution_unit=\"{unit}\""]);
        Assert.InRange(run.Metric("median diameter D50,v"), 0.35e-6, 0.75e-6);
        Assert.Equal(100, run.Metric("primaries"));
    }

    [Fact]
    public void A_ready_made_aggregate_replaces_the_generated_ones()
    {
        string file = SharedData.Path(Aggregate);
        FinishedRun run = Run(140, file, $"feedstock.aggregate_files=[\"{file}\"]");

        // One whole aggregate of 128 primaries and a piece of 12.
        Assert.Equal(140, run.Metric("primaries"));
        Assert.InRange(run.Metric("agglomerates"), 1, 2);
    }

    [Fact]
    public void A_powder_coarser_than_one_micrometre_runs_and_fails_claim_1_for_its_size()
    {
        FinishedRun run = Run(60, "2 replicates", "feedstock.volume_median_diameter=\"1.5 um\"", "feedstock.geometric_standard_deviation=1.05", "claims.minimum_replicates=2");
        Assert.Equal(["not met", "not supported"], new[] { run.Own(1), run.Verdict(1) });
        Assert.Equal(["not met", "not supported"], new[] { run.Own(11), run.Verdict(11) });
        Assert.False(run.Evidence(1, "mean diameter D[1,0]").GetProperty("met").GetBoolean());
    }

    /// <summary>Sq after a least-squares plane, m, by the table beside the files.</summary>
    private static double ReferenceSq(string file, string? channel)
    {
        string[][] rows = [.. File.ReadAllLines(SharedData.Path("surfaces/reference_values.csv")).Select(l => l.Split(','))];
        string[] row = rows.First(r => r[0] == file && (channel is null || r[1].Trim('"') == channel));
        return double.Parse(row[Array.IndexOf(rows[0], "Sq_planefit")], CultureInfo.InvariantCulture);
    }

    private static FinishedRun Run(int primaries, string mentioned, params string[] set)
    {
        using ScratchFolder scratch = new();
        CliResult result = CliProcess.Run(["run", .. ShortRuns.Small(primaries), .. set.SelectMany(s => new[] { "--set", s }), "--out", scratch.At("run")]);
        Assert.True(result.ExitCode == 0, $"exit code {result.ExitCode}: {result.Error}");
        Assert.Contains(result.ErrorLines, line => line.Contains(mentioned, StringComparison.Ordinal));
        return new(scratch.At("run"), result);
    }
}
