namespace DispersionSim.Tests.Approval;

/// <summary>Row 22 of the validation table in its short form: real slurries, a few small batches.</summary>
public sealed class FlagshipRowTests
{
    [Fact]
    public void Dispersed_and_undispersed_slurries_differ_two_alike_do_not_and_layers_are_kept()
    {
        using ScratchFolder scratch = new();
        string[] row = ["validate", "--row", "22", "--quiet", "--layers", scratch.At("layers")];
        CliResult done = CliProcess.Run([.. row, "--out", scratch.At("first")]);
        Assert.True(done.ExitCode == 0, done.Output + done.Error);
        Assert.Contains("2 of 2 targets met", done.Output, StringComparison.Ordinal);

        // Kept slurries are read: none is written again.
        string checkpoint = scratch.At("layers", "si-pi-cu-small", "replicates", "24", "checkpoints", "02-dispersion.checkpoint");
        DateTime written = File.GetLastWriteTimeUtc(checkpoint);
        CliResult again = CliProcess.Run([.. row, "--out", scratch.At("second")]);
        Assert.Equal(done.Output.Replace("first", "second", StringComparison.Ordinal), again.Output);
        Assert.Equal(written, File.GetLastWriteTimeUtc(checkpoint));

        // Layers of another plan are not taken for these.
        string recipe = scratch.At("layers", "si-pi-cu-small", "manifest.json");
        File.WriteAllText(recipe, File.ReadAllText(recipe).Replace("\"recipe_sha256\": \"", "\"recipe_sha256\": \"0", StringComparison.Ordinal));
        Refusal.Says(CliProcess.Run([.. row, "--out", scratch.At("third")]), "holds layers of another recipe or quality", "--layers");
    }
}
