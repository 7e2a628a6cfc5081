using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>The uniformity rule for simulated layers, part by part, apart from any claim.</summary>
/// <param name="BrokenApart">(a): the powder is broken apart in the slurry.</param>
/// <param name="Even">(b) and (c): the layer is as even as its process null.</param>
/// <param name="Mixed">(d): particles and binder are mixed.</param>
public sealed record UniformityRule(Condition BrokenApart, Condition Even, Condition Mixed)
{
    /// <summary>All of it.</summary>
    public Condition All => Logic.All([BrokenApart, Even, Mixed]);

    /// <summary>What the layer alone shows: (b) to (d).</summary>
    public Condition Layer => Logic.All([Even, Mixed]);

    /// <summary>Every quantity that decides, in the order of the parts.</summary>
    public IReadOnlyList<(string Quantity, Condition Outcome)> Quantities { get; private init; } = [];

    /// <summary>Applies the rule.</summary>
    /// <param name="analysis">Pooled replicates.</param>
    /// <param name="declared">What the recipe declares; decides nothing here.</param>
    /// <param name="limits">Limits.</param>
    public static UniformityRule Of(AnalysisResult analysis, Declarations declared, ClaimThresholds limits)
    {
        var facts = new ClaimFacts(analysis, declared, limits, null);
        Finding[][] parts = [[.. DispersionConditions.BrokenApart(facts)], [.. DispersionConditions.Even(facts)], [.. MixingConditions.Mixed(facts)]];
        return new(Part(parts[0]), Part(parts[1]), Part(parts[2]))
        {
            Quantities = [.. parts.SelectMany(p => p).Where(f => f.Outcome is not null).Select(f => (f.Evidence[0].Name, f.Outcome!.Value))],
        };
    }

    private static Condition Part(IEnumerable<Finding> findings) => Logic.All(findings.Select(f => f.Outcome).OfType<Condition>());
}
