using System.CommandLine;
using DispersionSim.Cell;
using DispersionSim.Core;
using DispersionSim.Imaging;
using DispersionSim.IO;
using DispersionSim.Process;

namespace DispersionSim.Cli;

/// <summary><c>validate [--row N]… [--long]</c>: runs rows of the validation table; exit code 1 where a target is missed.</summary>
internal static class ValidateCommand
{
    public static Command Make(CommandHost host)
    {
        Option<int[]> row = new("--row") { Description = $"a row of docs/validation.md that can be run: {Numbers}; all where absent, may be repeated", Arity = ArgumentArity.ZeroOrMore };
        Option<bool> isLong = new("--long") { Description = "larger aggregates, and more of them" };
        Option<string?> to = new("--out") { Description = "folder for the plots; outputs/validation where absent" };
        Option<string?> layers = new("--layers") { Description = "folder for the layers of row 22, which a stopped validation goes on with; in --out where absent" };
        Option<int?> repeats = new("--repeats") { Description = "repeats of row 22, 2 to 1000; 3 where absent, 20 with --long" };
        Option<int> threads = CommonOptions.Threads();
        Option<bool> json = CommonOptions.Json(), quiet = CommonOptions.Quiet();
        var command = new Command("validate", "Compares the program with exact and published results.") { row, isLong, to, layers, repeats, threads, json, quiet };
        command.SetAction(parsed => host.Guard(() =>
        {
            int[] numbers = Chosen(parsed.GetValue(row) ?? []);
            bool silent = parsed.GetValue(quiet);
            int? asked = parsed.GetValue(repeats) is { } given ? AnalyzeCommand.Within("--repeats", given, 2, 1000) : null;
            using RunFolder folder = parsed.GetValue(to) is { } named ? RunFolder.Create(named) : RunFolder.CreateNext("outputs", "validation");
            return host.Watch(silent, (_, stop) =>
            {
                ValidationRow flagship = FlagshipRow.Of(parsed.GetValue(layers) ?? folder.At("layers"), asked, Math.Max(1, parsed.GetValue(threads)), silent ? _ => { } : host.Say, stop);
                return Run(host, [.. Rows.Append(flagship).Where(r => numbers.Contains(r.Number))], parsed.GetValue(isLong), folder, parsed.GetValue(json), silent, stop);
            });
        }));
        return command;
    }

    /// <summary>The rows of the process, that of conservation with the lithium of the cell, which the process does not know.</summary>
    private static IReadOnlyList<ValidationRow> Rows { get; } = [.. ValidationCatalog.All.Select(r => r.Number == 10 ? WithLithium(r) : r)];

    private static ValidationRow WithLithium(ValidationRow row) => row with
    {
        Run = isLong =>
        {
            ValidationResult process = row.Run(isLong);
            return process with { Targets = [.. process.Targets, new(row.Number, "lithium through a discharge: greatest change, relative", 0, LgM50Cell.Discharge().LithiumError, 1e-10, "exact")] };
        },
    };

    private static int[] Known => [.. Rows.Select(r => r.Number), FlagshipRow.Number];

    private static string Numbers => string.Join(", ", Known);

    private static int[] Chosen(int[] numbers)
    {
        foreach (int number in numbers)
        {
            if (!Known.Contains(number))
            {
                throw new InputException($"--row {number}: cannot be run by this command; choose from {Numbers}");
            }
        }

        return numbers.Length == 0 ? Known : numbers;
    }

    private static int Run(CommandHost host, IReadOnlyList<ValidationRow> rows, bool isLong, RunFolder folder, bool json, bool quiet, CancellationToken stop)
    {
        var targets = new List<ValidationTarget>();
        foreach (ValidationRow row in rows)
        {
            if (!quiet)
            {
                host.Say($"row {row.Number}: {row.Title}");
            }

            // Row 22 keeps its layers when it is stopped; the others have nothing to keep.
            ValidationResult result = row.Number == FlagshipRow.Number ? row.Run(isLong) : CommandHost.Abandon(() => row.Run(isLong), stop);
            targets.AddRange(result.Targets);
            if (result.Curves.Count > 0)
            {
                var style = new PlotStyle($"row-{row.Number:00}", row.Title) { LogX = row.Logarithmic, LogY = row.Logarithmic, Markers = row.Logarithmic };
                folder.WritePictures(RunFileNames.Plots, [PlotRenderer.Svg(result.Curves, style)]);
            }

            if (!json)
            {
                Print(host, result.Targets);
            }
        }

        AtomicFile.Write(folder.At(RunFileNames.Validation), new ValidationDocument(targets).ToJson());
        if (json)
        {
            host.Print(new ValidationDocument(targets).ToJson());
        }
        else
        {
            host.Print($"{targets.Count(t => t.Pass)} of {targets.Count} targets met; files: {folder.Root}");
        }

        return targets.All(t => t.Pass) ? ExitCode.Done : ExitCode.NotMet;
    }

    private static void Print(CommandHost host, IReadOnlyList<ValidationTarget> targets)
    {
        foreach (ValidationTarget t in targets)
        {
            host.Print($"{t.Row,3}  {(t.Pass ? "met   " : "MISSED")}  measured {t.Measured,-10:G5} expected {t.Expected,-10:G5} ± {t.Tolerance,-8:G3} {t.Name}");
        }
    }
}
