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
    }

    /// <summary>Writes what a finished run leaves; returns the names of its files.</summary>
    public IReadOnlyList<string> Finish(DemState state, bool forces, int threads, RunManifest manifest)
    {
        Keep(state);
        if (forces)
        {
            GrainTableWriter.WriteForces(folder.At(RunFileNames.Forces), [.. state.Readings.Select(r => r.Force)], [.. state.Readings.Select(r => r.Torque)]);
        }

        AtomicFile.Write(folder.At(RunFileNames.Image), picture.View(state, threads).Bytes);
        ManifestFile.WriteFinished(folder, manifest);
        return [.. FileHashes.Of(folder.Root).Keys];
    }
}
