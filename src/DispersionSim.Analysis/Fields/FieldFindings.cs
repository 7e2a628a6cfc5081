using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>What has been found of a field so far: numbers, functions, tests, and what a reader should know.</summary>
internal sealed class FieldFindings
{
    public List<Measurement> Measured { get; } = [];

    public List<Curve> Functions { get; } = [];

    public List<PointTest> Tests { get; } = [];

    public List<string> Notes { get; } = [];

    /// <summary>Share of the phase whose local thickness is below a diameter, m; null where it has not been measured.</summary>
    public Func<double, double>? Thinner { get; set; }

    /// <summary>Adds what else has been found.</summary>
    public void Add(FieldFindings further)
    {
        Measured.AddRange(further.Measured);
        Functions.AddRange(further.Functions);
        Tests.AddRange(further.Tests);
        Notes.AddRange(further.Notes);
        Thinner = further.Thinner ?? Thinner;
    }

    /// <summary>Adds a number of a phase.</summary>
    public void Add(string name, byte label, double value, string unit, string definition, Interval? interval = null, int? axis = null) =>
        Measured.Add(new($"{name}{Along(axis)} of {label}", value, unit) { Interval = interval, Definition = definition });

    /// <summary>Adds lengths in voxels as lengths in metres.</summary>
    public void AddLength(string name, byte label, double voxels, double spacing, string definition, Interval? interval = null, int? axis = null) =>
        Add(name, label, voxels * spacing, "m", definition, Scaled(interval, spacing), axis);

    public static Interval? Scaled(Interval? interval, double factor) => interval is { } i ? new(i.Low * factor, i.High * factor) : null;

    public static string Along(int? axis) => axis is null ? "" : $" along axis {axis}";
}
