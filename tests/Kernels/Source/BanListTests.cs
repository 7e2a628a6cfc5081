using System.Text.RegularExpressions;

namespace DispersionSim.Tests.Kernels;

/// <summary>What a device rejects, or takes and gets wrong, does not stand in the kernels.</summary>
public class BanListTests
{
    /// <summary>Pattern, a line that must be caught, and a line that must not.</summary>
    public static TheoryData<string, string, string> Banned => new()
    {
        { @"\bthrow\b", "throw new Exception();", "float thrown = 1f;" },
        { @"\btry\b|\bcatch\b|\bfinally\b", "try {", "float entry;" },
        { @"\bMath\.", "Math.Clamp(a, b, c)", "MathF.Sqrt(a)" },
        { @"\bMathF\.(Sign|Cbrt|Pow|FusedMultiplyAdd|ReciprocalSqrtEstimate|ReciprocalEstimate)\b", "MathF.Cbrt(x)", "MathF.Floor(x)" },
        { @"\bfloat\.Lerp\b", "float.Lerp(a, b, t)", "float lerp" },
        { @"\bSystem\.Numerics\b", "using System.Numerics;", "using System.Runtime.CompilerServices;" },
        { @"\bSpan<|\bReadOnlySpan<|\bInlineArray\b", "Span<float> s", "float span" },
        { @"\bstackalloc\b", "stackalloc float[3]", "float stack" },
        { @"\bUnsafe\.", "Unsafe.As<float, int>(ref x)", "UnsafeName" },
        { @"\bHalf\b", "Half h", "float halfway" },
        { @"\bdelegate\b|\bFunc<|\bAction<", "Func<float, float> f", "float function" },
        { @"=>\s*\{|\w\s*=>\s*\w+\s*\(.*\)\s*\)|\(\s*\w+\s*=>", "Run(x => x + 1)", "public float Z() => 1f;" },
        { @"\?\s*1\s*:\s*0\b(?!f)", "s += near ? 1 : 0;", "s += near ? 1f : 0f;" },
        { @"(?<![\w.])\d+\.\d+(?:[eE][-+]?\d+)?(?![\dfFeE])", "x * 2.0", "x * 2.0f" },
        { @"(?<![\w.])\d+[eE][-+]?\d+(?![\dfF])", "x * 1e-3", "x * 1e-3f" },
        { @"\bdouble\b|\bdecimal\b", "double x", "float doubled" },
        { @"\(float\)\s*\(uint\)|\(float\)\s*u\w*\b", "(float)(uint)x", "(int)((uint)x >> 8) * s" },
        { @"\bnew\s+\w+\[|\bstatic\s+(?!readonly\b|float\b|int\b|bool\b|class\b|void\b|Float4\b)\w+\s+\w+\s*[=;]", "static Counter count = x;", "private static float Sum(float a)" },
    };

    [Theory]
    [MemberData(nameof(Banned))]
    public void Kernel_sources_hold_nothing_that_a_device_gets_wrong(string pattern, string caught, string free)
    {
        Regex regex = new(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
        Assert.Matches(regex, caught);
        Assert.DoesNotMatch(regex, free);
        string[] found =
        [
            .. KernelSource.Files().SelectMany(file => file.Code.Split('\n').Where(line => regex.IsMatch(line)).Select(line => $"{file.Name}: {line.Trim()}")),
        ];
        Assert.Empty(found);
    }

    [Fact]
    public void Kernel_sources_are_found() => Assert.True(KernelSource.Files().Count() > 15);
}
