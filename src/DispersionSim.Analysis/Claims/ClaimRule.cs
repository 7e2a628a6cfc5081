namespace DispersionSim.Analysis;

/// <summary>How one claim is decided.</summary>
/// <param name="Number">1–16.</param>
/// <param name="Title">Its own condition in a few words.</param>
/// <param name="Parents">Claims it rests on: at least one of them has to be supported. Empty for an independent claim.</param>
/// <param name="Own">Its own conditions.</param>
public sealed record ClaimRule(int Number, string Title, IReadOnlyList<int> Parents, Func<ClaimFacts, IEnumerable<Finding>> Own);
