using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>How a field is measured.</summary>
public sealed record FieldStudyOptions
{
    /// <summary>Whether diffusion through each phase is solved, which takes longer than all else.</summary>
    public bool Tortuosity { get; init; }

    /// <summary>Phases that are measured; all that occur where null.</summary>
    public IReadOnlyList<byte>? Phases { get; init; }

    public ulong Seed { get; init; } = 1;

    public int Threads { get; init; } = 1;
}

/// <summary>Everything that is measured on a field of labels.</summary>
/// <param name="Measured">Numbers, phase by phase.</param>
/// <param name="Functions">Two-point probability, scatter of tiles, profiles, chord lengths, local thickness.</param>
/// <param name="Notes">What a reader of the numbers should know.</param>
public sealed record FieldStudy(IReadOnlyList<Measurement> Measured, IReadOnlyList<Curve> Functions, IReadOnlyList<string> Notes)
{
    /// <summary>Measures a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="options">What is measured.</param>
    /// <param name="progress">Called with the share done and what is being done.</param>
    /// <param name="stop">Stops between phases' parts.</param>
    /// <exception cref="InputException">There is but one phase, or one asked for is absent.</exception>
    public static FieldStudy Of(VoxelField field, FieldStudyOptions options, Action<double, string>? progress = null, CancellationToken stop = default)
    {
        if (field.Present.Count < 2)
        {
            throw new InputException($"all {field.Count} voxels have the label {field.Present[0]}: there is nothing to measure");
        }

        IReadOnlyList<byte> phases = options.Phases ?? field.Present;
        if (phases.Except(field.Present).Select(p => (byte?)p).FirstOrDefault() is { } absent)
        {
            throw new InputException($"--phase {absent}: does not occur; the labels are {string.Join(", ", field.Present)}");
        }

        if (phases.Count > 16)
        {
            throw new InputException($"{phases.Count} labels: this is no field of phases; name those to be measured with --phase");
        }

        var study = new FieldStudy([], [], []);
        for (int k = 0; k < phases.Count; k++)
        {
            var phase = new PhaseStudy(field, phases[k], options, (share, what) => progress?.Invoke((k + share) / phases.Count, what), stop);
            study = new([.. study.Measured, .. phase.Measured], [.. study.Functions, .. phase.Functions], [.. study.Notes, .. phase.Notes]);
        }

        return study;
    }
}
