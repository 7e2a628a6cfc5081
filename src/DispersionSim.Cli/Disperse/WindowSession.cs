using System.Diagnostics;
using DispersionSim.Core;
using DispersionSim.Imaging;
using DispersionSim.IO;
using DispersionSim.Process;

namespace DispersionSim.Cli;

/// <summary>Simulates the points of a window map side by side and writes its files; going on with a stopped one is the same with more of its points done already.</summary>
internal sealed class WindowSession(WindowPlan plan, RunFolder folder, int threads, ProgressReporter progress, DateTimeOffset started)
{
    /// <summary>The command's name in the manifest.</summary>
    public const string Command = "window";

    private const string Note = "Each cell is a simulated powder. In the lower left corner of the smallest size thermal motion, not shear, parts the weakly held pairs.";

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly WindowMemory memory = new(folder.At(RunFileNames.Checkpoints, RunFileNames.WindowCheckpoint), plan);
    private readonly WindowResult?[] results = new WindowResult?[plan.Points.Count];

    private IEnumerable<WindowResult> Done => results.OfType<WindowResult>();

    public string Words
    {
        get
        {
            IEnumerable<string> panels = WindowPlan.Diameters.Select(d => $"{Quantity.Format(d, "m")} {Done.Count(r => r.Point.Diameter == d && r.Coarse <= DispersionSummary.Allowed)} of {plan.Stress.Length * plan.Adhesion.Length}");
            return $"points with at most 5 % of the mass in fragments of more than five primaries: {string.Join(", ", panels)}";
        }
    }

    /// <summary>Runs every point.</summary>
    /// <exception cref="OperationCanceledException">Stopped; the points done are kept, and as a table too.</exception>
    public void Run(CancellationToken stop)
    {
        AtomicFile.Write(folder.Recipe, plan.Text);
        ManifestFile.Write(folder, Manifest());
        memory.Recall(results);
        progress.Say($"{plan.Recipe.Name}: {results.Length} points of {WindowPlan.Primaries} primaries, seed {plan.Recipe.Seed}{(Done.Any() ? $"; {Done.Count()} done before" : "")}");
        try
        {
            Simulate(stop);
        }
        finally
        {
            WriteTable();
        }

        AtomicFile.Write(folder.At(RunFileNames.Window), ToJson());
        folder.WritePictures(RunFileNames.Plots, [WindowMapRenderer.Png(Panels(), Equipments(), Materials(), Note)]);
        memory.Forget();
        ManifestFile.WriteFinished(folder, Manifest());
    }

    public byte[] ToJson() => new MetricsDocument([], [.. Functions()]).ToJson();

    private void Simulate(CancellationToken stop)
    {
        IReadOnlyList<WindowPoint> points = plan.Points;
        int[] open = [.. Enumerable.Range(0, points.Count).Where(k => results[k] is null)];
        int done = points.Count - open.Length;
        SideBySide.Run(open.Length, threads, stop, n =>
        {
            // One powder for all points: what differs between two of them is stress, adhesion and size alone.
            int k = open[n];
            memory.Keep(results, k, DispersionWindow.Simulate(plan.Recipe, WindowPlan.Primaries, points[k], new() { Seed = plan.Recipe.Seed, Stop = stop }));
            progress.Step(Interlocked.Increment(ref done) / (double)points.Count, $"{done} of {points.Count} points");
        });
    }

    private void WriteTable() => GrainTableWriter.WriteNumbers(
        folder.At(RunFileNames.WindowPoints),
        ["diameter", "stress", "work_of_adhesion", "pull_off_force", "dispersed", "coarse", "surviving_bonds"],
        Done.Select(r => (double[])[r.Point.Diameter, r.Point.Stress, r.Point.WorkOfAdhesion, r.Point.PullOffForce, r.Dispersed, r.Coarse, r.SurvivingBonds]));

    private IEnumerable<Curve> Functions() => Done.GroupBy(r => (r.Point.Diameter, r.Point.WorkOfAdhesion)).Select(g => new Curve(
        $"dispersed at {Quantity.Format(g.Key.Diameter, "m")} and {g.Key.WorkOfAdhesion:G3} J/m^2", "shear stress", "Pa", "mass share of single primaries", "-",
        [.. g.Select(r => r.Point.Stress)], [.. g.Select(r => r.Dispersed)]));

    private IReadOnlyList<WindowPanel> Panels() => [.. WindowPlan.Diameters.Select(Panel)];

    private WindowPanel Panel(double diameter)
    {
        double[] share = [.. Done.Where(r => r.Point.Diameter == diameter).Select(r => r.Dispersed)];
        double Slope(Func<double, double> stressOf) => 1 / stressOf(1);
        return new($"primaries of {Quantity.Format(diameter, "m").Replace("um", "µm", StringComparison.Ordinal)}", plan.Stress, plan.Adhesion, share,
        [
            new("pairs part, free draining (as simulated): µG = F_c/3πa²", Slope(w => DispersionWindow.PairStress(diameter, w, StressMargin.FreeDraining))),
            new("pairs part, exact Stokes flow: µG = F_c/19.2a²", Slope(w => DispersionWindow.PairStress(diameter, w, StressMargin.ExactStokes))),
            new("aggregates begin to break: µG = F_c/3.5R_g²", Slope(w => DispersionWindow.AggregateStress(plan.Recipe.Feedstock, diameter, w))),
        ]);
    }

    /// <summary>Median stresses of mixers in the recipe's solution.</summary>
    private IReadOnlyList<WindowMark> Equipments() =>
    [
        .. new[] { (Equipment.Stirrer, "stirrer"), (Equipment.PlanetaryMixer, "planetary"), (Equipment.RotorStator, "rotor–stator"), (Equipment.BeadMill, "bead mill") }.Select(e =>
        {
            double rate = EquipmentProfile.Of(plan.Recipe.Dispersion with { Equipment = e.Item1 }, plan.Recipe.Slurry).Median;
            return new WindowMark(e.Item2, CarreauYasuda.Viscosity(plan.Recipe.Slurry, rate) * rate);
        }),
    ];

    /// <summary>Works of adhesion of a few surfaces (see docs/physics/adhesion.md).</summary>
    private static IReadOnlyList<WindowMark> Materials() =>
    [
        new("oxidised Si in NMP", VanDerWaals.WorkOfAdhesion(2e-21, 0.4e-9)),
        new("bare Si in NMP", VanDerWaals.WorkOfAdhesion(4e-20, 0.4e-9)),
        new("bare Si at 0.165 nm", VanDerWaals.WorkOfAdhesion(4e-20, 0.165e-9)),
    ];

    private RunManifest Manifest()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return new()
        {
            Command = Command,
            Version = RunPlan.Version,
            Seed = plan.Recipe.Seed,
            Device = RunPlan.Device,
            Threads = threads,
            Quality = "window",
            Grid = plan.Grid,
            RecipeHash = plan.Hash,
            Started = started,
            WallSeconds = watch.Elapsed.TotalSeconds,
            PeakMemoryBytes = process.PeakWorkingSet64,
        };
    }
}
