using DispersionSim.Analysis;
using DispersionSim.Core;

namespace DispersionSim.Tests.Unit;

/// <summary>What the claims are decided on, made up: the default electrode, from which a test changes what it is about.</summary>
internal sealed class ClaimCase
{
    private readonly Dictionary<string, (double Value, double HalfWidth, string Unit, string Definition)> measured = new(StringComparer.Ordinal)
    {
        ["mean diameter D[1,0]"] = (0.45e-6, 0.01e-6, "m", ""),
        ["median diameter D50,v"] = (0.50e-6, 0.01e-6, "m", ""),
        ["surviving feedstock bonds"] = (0, 0, "-", ""),
        ["mass in parent fragments > 5"] = (0, 0, "-", ""),
        ["mass in slurry clusters > 50"] = (0.01, 0.01, "-", ""),
        ["quadrat variance ratio, 2 d50 windows"] = (1.05, 0.15, "-", ""),
        ["quadrat variance ratio, 4 d50 windows"] = (1.0, 0.3, "-", ""),
        ["depth slope minus null"] = (0.02, 0.08, "-", ""),
        ["binder variance ratio, 2 um windows"] = (1.02, 0.2, "-", ""),
        ["binder in bottom third over mean"] = (0.97, 0.02, "-", ""),
        ["binder in top third over mean"] = (1.04, 0.02, "-", ""),
        ["particles with binder contact"] = (1, 0, "-", ""),
        ["binder remaining fraction"] = (0.9996, 0, "-", ""),
        ["imidisation degree"] = (1, 0, "-", ""),
        ["foil Ra"] = (0.32e-6, 0.01e-6, "m", ""),
        ["density rise"] = (0.12, 0.01, "-", ""),
    };

    public Declarations Declared { get; set; } = new()
    {
        ActiveMaterial = ActiveMaterial.Silicon,
        FoilName = "electrolytic copper foil",
        FoilSurface = CollectorSurface.Copper,
        FoilElectrolytic = true,
        BinderName = "polyimide",
        BinderIsPolyimide = true,
        AtmosphereName = "argon",
        OxygenPartialPressure = 0.1,
        NonOxidizing = true,
        HeatTreated = true,
        PressedBeforeHeatTreatment = true,
        ConductivePowder = false,
        PositiveElectrode = "LiCoO2",
        NonaqueousElectrolyte = "1 M LiPF6 in EC/DEC",
    };

    public int Replicates { get; set; } = 8;

    public CellEvidence? Cell { get; set; } = Cells(8, 8);

    /// <summary>Cells of which some take and give charge.</summary>
    public static CellEvidence Cells(int working, int cells) => new(working, cells, 1000, "C/m^2", new(900, 1100), "one cycle at C/10");

    public ClaimCase With(string name, double value, double halfWidth, string unit = "-", string definition = "")
    {
        measured[name] = (value, halfWidth, unit, definition);
        return this;
    }

    public ClaimCase Without(string name)
    {
        measured.Remove(name);
        return this;
    }

    public ClaimCase Declare(Func<Declarations, Declarations> change)
    {
        Declared = change(Declared);
        return this;
    }

    /// <summary>Conductive powder in the recipe and in the layer.</summary>
    public ClaimCase WithPowder() => Declare(d => d with { ConductivePowder = true }).With("conductive powder volume fraction", 0.02, 0.001);

    public IReadOnlyList<ClaimVerdict> Decide(BreakupSweep? sweep = null) => ClaimDecider.Decide(Analysis(), Declared, new(), Cell, sweep);

    public AnalysisResult Analysis()
    {
        Measurement[] measurements = [.. measured.Select(m => new Measurement(m.Key, m.Value.Value, m.Value.Unit)
        {
            Interval = Replicates > 1 ? new Interval(m.Value.Value - m.Value.HalfWidth, m.Value.Value + m.Value.HalfWidth) : null,
            Replicates = Replicates,
            Definition = m.Value.Definition,
        })];
        return new(Replicates, measurements, []);
    }

    public static int[] Numbers(IEnumerable<ClaimVerdict> verdicts, Verdict verdict) => [.. verdicts.Where(v => v.Verdict == verdict).Select(v => v.Claim)];

    public static int[] OwnNotMet(IEnumerable<ClaimVerdict> verdicts) => [.. verdicts.Where(v => v.Own == Condition.NotMet).Select(v => v.Claim)];
}
