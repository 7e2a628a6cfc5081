namespace DispersionSim.Tests.Approval;

/// <summary>Files from instruments and other programs, taken through the whole process.</summary>
public sealed class RealInputTests
{
    public const string Aggregate = "aggregates/fracval_N128_Df2p00_kf1p00_rpg10p0_rpgstd1p50_agg0_20260312-161715.dat";

    [Fact]
    public void A_foil_from_a_focus_variation_microscope_runs()
    {
        string file = SharedData.Path("surfaces/al3d-1.al3d");
        FinishedRun run = Run(100, file, $"foil.topography.file=\"{file}\"");
        Assert.InRange(run.Metric("layer porosity"), 0.05, 0.8);
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

    private static FinishedRun Run(int primaries, string mentioned, params string[] set)
    {
        using ScratchFolder scratch = new();
        CliResult result = CliProcess.Run(["run", .. ShortRuns.Small(primaries), .. set.SelectMany(s => new[] { "--set", s }), "--out", scratch.At("run")]);
        Assert.True(result.ExitCode == 0, $"exit code {result.ExitCode}: {result.Error}");
        Assert.Contains(result.ErrorLines, line => line.Contains(mentioned, StringComparison.Ordinal));
        return new(scratch.At("run"), result);
    }
}
