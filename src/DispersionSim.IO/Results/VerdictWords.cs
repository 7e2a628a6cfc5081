using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>The words for outcomes in files and on screen.</summary>
public static class VerdictWords
{
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Supported => "supported",
        Verdict.NotSupported => "not supported",
        _ => "inconclusive",
    };

    public static string Of(Condition condition) => condition switch
    {
        Condition.Met => "met",
        Condition.NotMet => "not met",
        _ => "inconclusive",
    };

    public static string Of(EvidenceKind kind) => kind == EvidenceKind.Measured ? "measured" : "declared";

    public static Verdict ToVerdict(string word) => word switch
    {
        "supported" => Verdict.Supported,
        "not supported" => Verdict.NotSupported,
        "inconclusive" => Verdict.Inconclusive,
        _ => throw new FormatException($"'{word}' is none of: supported, not supported, inconclusive"),
    };

    public static Condition ToCondition(string word) => word switch
    {
        "met" => Condition.Met,
        "not met" => Condition.NotMet,
        "inconclusive" => Condition.Inconclusive,
        _ => throw new FormatException($"'{word}' is none of: met, not met, inconclusive"),
    };

    public static EvidenceKind ToKind(string word) => word switch
    {
        "measured" => EvidenceKind.Measured,
        "declared" => EvidenceKind.Declared,
        _ => throw new FormatException($"'{word}' is neither measured nor declared"),
    };
}
