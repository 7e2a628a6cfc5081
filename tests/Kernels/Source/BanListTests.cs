using System.Text.RegularExpressions;

namespace DispersionSim.Tests.Kernels;

/// <summary>What a device rejects, or takes and gets wrong, does not stand in the kernels.</summary>
public class BanListTests
{
    /// <summary>Pattern, lines that must be caught, and lines that must not.</summary>
    public static TheoryData<string, string, string> Banned => new()
    {
        { @"\bthrow\b", "throw new Exception();", "float thrown = 1f;" },
        { @"\btry\b|\bcatch\b|\bfinally\b", "try {", "float entry;" },
        { @"\bMath\.", "Math.Clamp(a, b, c)", "MathF.Sqrt(a)" },
        { @"\b(MathF|float)\.(Sign|Cbrt|Pow|FusedMultiplyAdd|ReciprocalSqrtEstimate|ReciprocalEstimate|Min|Max|Clamp)\b", "MathF.Cbrt(x)\nMathF.Sign(x)\nfloat.FusedMultiplyAdd(a, b, c)\nMathF.ReciprocalSqrtEstimate(x)\nMathF.Max(a, b)", "MathF.Floor(x)\nTReal.Max(a, b)" },
        { @"\bfloat\.Lerp\b", "float.Lerp(a, b, t)", "float lerp" },
        { @"\bSystem\.Numerics\b", "using System.Numerics;", "using System.Runtime.CompilerServices;" },
        { @"\bSpan<|\bReadOnlySpan<|\bInlineArray\b", "Span<float> s", "float span" },
        { @"\bstackalloc\b", "stackalloc float[3]", "float stack" },
        { @"\bUnsafe\.", "Unsafe.As<float, int>(ref x)", "UnsafeName" },
        { @"\bHalf\b", "Half h", "float halfway" },
        { @"\bdelegate\b|\bFunc<|\bAction<", "Func<float, float> f", "float function" },
        { @"=>\s*\{|\w\s*=>\s*\w+\s*\(.*\)\s*\)|\(\s*\w+\s*=>", "Run(x => x + 1)", "public float Z() => 1f;" },
        { @"\(\s*(static\s+)?\([^()]*\)\s*=>|(?<![=<>!])=\s*(static\s+)?(\w+|\([^()]*\))\s*=>", "Run((x, y) => x + y)\nvar f = x => x + 1f;\nvar f = static (x, y) => x + y;", "public static int Of(int a) => a;\nbool b = x >= y;" },
        { @"\?\s*1\s*:\s*0\b(?!f)", "s += near ? 1 : 0;", "s += near ? 1f : 0f;" },
        { @"[-+*/](=|\s*\()[^;]*\?\s*\(?-?\d+\)?\s*:\s*\(?-?\d+\)?(?![.\dfF])", "s -= near ? 0 : 1;\ns *= (a < b) ? -1 : 1;\nt = s + (near ? 2 : 1);", "s -= near ? 0f : 1f;\nint low = cells >= 3 ? -1 : 0;" },
        { @"/=?\s*(2|4|8|16|32|64|128|256|512|1024|2048|4096)\b(?!\.)", "i / 2\nk /= 16;", "i >> 1\nx / 2f\nx / 2.0f\ni / 3" },
        { @"(?<![\w.])\d+\.\d+(?:[eE][-+]?\d+)?(?![\dfFeE])", "x * 2.0", "x * 2.0f" },
        { @"(?<![\w.])\d+[eE][-+]?\d+(?![\dfF])", "x * 1e-3", "x * 1e-3f" },
        { @"(?<![\w.)\]])\.\d+(?![\dfF])|\b\d+[dD]\b", "x * .5\nx * 2d", "x * .5f\nbox2d\n0x2d" },
        { @"\bdouble\b|\bdecimal\b", "double x", "float doubled" },
        { @"\(float\)\s*\(uint\)|\(float\)\s*u\w*\b", "(float)(uint)x", "(int)((uint)x >> 8) * s" },
        { @"\bnew\s+\w+\[|\bstatic\s+(?!readonly\b)[\w<>,.\[\]]+\s+\w+\s*(=(?!>)|;)|\bstatic\s+readonly\s+[\w<>]+\s*\[", "static Counter count = x;\nprivate static float total;\nstatic int[] sizes = [1, 2];\npublic static readonly float[] Weights = [0.5f, 0.5f];", "private static float Sum(float a)\npublic static bool Slides => true;\nprivate static readonly float Half = 0.5f;" },
    };

    [Theory]
    [MemberData(nameof(Banned))]
    public void Kernel_sources_hold_nothing_that_a_device_gets_wrong(string pattern, string caught, string free)
    {
        Regex regex = new(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
        Assert.All(caught.Split('\n'), line => Assert.Matches(regex, line));
        Assert.All(free.Split('\n'), line => Assert.DoesNotMatch(regex, line));
        string[] found =
        [
            .. KernelSource.Files().SelectMany(file => file.Code.Split('\n').Where(line => regex.IsMatch(line)).Select(line => $"{file.Name}: {line.Trim()}")),
        ];
        Assert.Empty(found);
    }

    [Fact]
    public void Kernel_sources_are_found() => Assert.True(KernelSource.Files().Count() > 15);
}
