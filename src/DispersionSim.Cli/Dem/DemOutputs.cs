using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>The files of a granular run.</summary>
internal sealed class DemOutputs(DemPlan plan, RunFolder folder)
{
    private readonly DemPicture picture = new(plan);
    private readonly DemEnergy energy = new(plan);
    private readonly List<(double Time, string File)> frames = [];

    public IReadOnlyList<(string Column, double Value)> Last => [.. DemEnergy.Columns.Zip(energy.Rows[^1])];

    /// <summary>The account so far.</summary>
    public IReadOnlyList<double[]> Rows => energy.Rows;

    private string Checkpoint => folder.At(RunFileNames.Checkpoints, RunFileNames.GrainCheckpoint);

    private CheckpointKey Key => new(plan.Provenance.RecipeHash, plan.Provenance.Seed, "dem");

    public void Begin(RunManifest manifest)
    {
        AtomicFile.Write(folder.At(RunFileNames.Case), plan.Text);
        ManifestFile.Write(folder, manifest);
    }

    public void Account(DemState state) => energy.Enter(state);

    public void Frame(DemState state)
    {
        string name = RunFileNames.Frame(frames.Count);
        VtpWriter.Write(
            folder.At(RunFileNames.Frames, name),
            picture.Structure(state),
            plan.Provenance,
            state.Time,
            ("velocity", [.. state.Readings.Select(r => r.Velocity + plan.Flow(r.Position))]),
            ("spin", [.. state.Readings.Select(r => r.Spin)]));
        frames.Add((state.Time, $"{RunFileNames.Frames}/{name}"));
        VtpSeries.Write(folder.At(RunFileNames.FrameSeries), frames);
    }

    /// <summary>What is kept however the run ends: the particles and the account up to now.</summary>
    public void Keep(DemState state)
    {
        energy.Enter(state);
        GrainTableWriter.WriteParticles(folder.At(RunFileNames.Particles), state.Table());
        GrainTableWriter.WriteNumbers(folder.At(RunFileNames.Energy), DemEnergy.Columns, energy.Rows);
        if (energy.Accounts.Count > 0)
        {
            GrainTableWriter.WriteNumbers(folder.At(RunFileNames.EnergyAccount), DemEnergy.AccountColumns, energy.Accounts);
        }

        if (plan.Bonds.Count > 0)
        {
            GrainTableWriter.WriteNumbers(folder.At(RunFileNames.Bonds), ["first", "second", "holds"], plan.Bonds.Select((b, k) => new double[] { plan.Grains.Id[b.First], plan.Grains.Id[b.Second], state.BondsHold[k] ? 1 : 0 }));
        }
    }

    /// <summary>Adds what the run has written so far to what is kept of it.</summary>
    public ColumnBag With(ColumnBag middle)
    {
        energy.Keep(middle);
        return middle.Set("frame-times", frames.Select(f => f.Time).ToArray());
    }

    /// <summary>Writes what a stopped run goes on from.</summary>
    public void Write(ColumnBag middle) => CheckpointWriter.WriteInner(Checkpoint, Key, middle);

    /// <summary>What the run in this folder can go on from; null where it was stopped before anything was kept.</summary>
    /// <exception cref="InputException">Damaged, or another case's.</exception>
    public ColumnBag? Resume()
    {
        if (!File.Exists(Checkpoint))
        {
            return null;
        }

        ColumnBag middle = CheckpointReader.ReadInner(Checkpoint, Key);
        energy.Restore(middle);
        frames.AddRange(middle.Get<double>("frame-times").Select((time, k) => (time, $"{RunFileNames.Frames}/{RunFileNames.Frame(k)}")));
        return middle;
    }

    /// <summary>Writes what a finished run leaves; returns the names of its files.</summary>
    public IReadOnlyList<string> Finish(DemState state, bool forces, int threads, RunManifest manifest)
    {
        Keep(state);
        if (forces)
        {
            GrainTableWriter.WriteForces(folder.At(RunFileNames.Forces), [.. state.Readings.Select(r => r.Force)], [.. state.Readings.Select(r => r.Torque)]);
        }

        if (energy.Accounts.Count > 1)
        {
            AtomicFile.Write(folder.At(RunFileNames.EnergyPlot), energy.Plot().Bytes);
        }

        if (File.Exists(Checkpoint))
        {
            CheckpointWriter.Discard(Checkpoint);
        }

        AtomicFile.Write(folder.At(RunFileNames.Image), picture.View(state, threads).Bytes);
        ManifestFile.WriteFinished(folder, manifest);
        return [.. FileHashes.Of(folder.Root).Keys];
    }
}
