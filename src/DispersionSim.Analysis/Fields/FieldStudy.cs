using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>How a field is measured.</summary>
public sealed record FieldStudyOptions
{
    /// <summary>Whether diffusion through each phase is solved, which takes longer than all else.</summary>
    public bool Tortuosity { get; init; }

    /// <summary>Phases that are measured; all that occur where null.</summary>
    public IReadOnlyList<byte>? Phases { get; init; }

    /// <summary>Fields of random spheres that the scatter of tiles is compared with; 0 compares with none.</summary>
    public int Simulations { get; init; }

    /// <summary>Whether the field is one of a null, whose numbers need no intervals that take solving again.</summary>
    internal bool IsNull { get; init; }

    public ulong Seed { get; init; } = 1;

    public int Threads { get; init; } = 1;
}

/// <summary>Everything that is measured on a field of labels.</summary>
/// <param name="Measured">Numbers, phase by phase.</param>
/// <param name="Functions">Two-point probability, cross-correlation, scatter of tiles, profiles, local thickness.</param>
/// <param name="Notes">What a reader of the numbers should know.</param>
public sealed record FieldStudy(IReadOnlyList<Measurement> Measured, IReadOnlyList<Curve> Functions, IReadOnlyList<string> Notes)
{
    /// <summary>Labels of which each pair is compared.</summary>
    private const int MostPaired = 4;

    /// <summary>Tests of evenness, p adjusted after Holm: trends, and the scatter of tiles where its null decides. Not of the most abundant phase, whose share follows from the others'.</summary>
    public IReadOnlyList<PointTest> Tests { get; init; } = [];

    /// <summary>Whether they find a phase unevenly spread.</summary>
    public bool Rejected => Tests.Any(t => t.IsDefect);

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

        var findings = new FieldFindings();
        var nulls = new FieldNulls(field, options);
        byte abundant = field.Present.MaxBy(l => PhaseProfile.Fraction(field, l));
        for (int k = 0; k < phases.Count; k++)
        {
            _ = new PhaseStudy(field, phases[k], options, findings, nulls.Of(phases[k], findings.Notes), phases[k] != abundant || phases.Count == 1, (share, what) => progress?.Invoke((k + share) / phases.Count, what), stop);
        }

        for (int a = 0; a < phases.Count && phases.Count <= MostPaired; a++)
        {
            for (int b = a + 1; b < phases.Count; b++)
            {
                PhaseCorrelation.OfTwo(field, phases[a], phases[b], options, findings, stop);
            }
        }

        return new(findings.Measured, findings.Functions, findings.Notes) { Tests = PointTest.Adjust(findings.Tests) };
    }
}
