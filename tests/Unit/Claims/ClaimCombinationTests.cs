using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Unit;

/// <summary>All combinations of the claims' conditions against their dependencies as CLAIMS states them, written as numbers: 0 fails, 1 open, 2 holds; "and" is the least, "or" the greatest.</summary>
public sealed class ClaimCombinationTests
{
    private static readonly int[] Three = [0, 1, 2], Two = [0, 2];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_combination_of_conditions_gives_the_verdicts_that_the_dependencies_demand(int even)
    {
        foreach (int broken in Three)
        {
            foreach (int rough in Three)
            {
                foreach (int remains in Three)
                {
                    foreach (int imidised in Three)
                    {
                        foreach (int cell in Three)
                        {
                            CheckDeclared(new(even, broken, rough, remains, imidised, cell));
                        }
                    }
                }
            }
        }
    }

    private static void CheckDeclared(Measured measured)
    {
        foreach (int silicon in Two)
        {
            foreach (int copper in Two)
            {
                foreach (int powder in Two)
                {
                    foreach (int rolled in Two)
                    {
                        Check(measured, new(silicon, copper, powder, rolled));
                    }
                }
            }
        }
    }

    private static void Check(Measured m, Declared d)
    {
        IReadOnlyList<ClaimVerdict> verdicts = Case(m, d).Decide();
        int[] expected = Expected(m, d);
        Assert.True(expected.SequenceEqual(verdicts.Select(v => Score(v.Verdict))), $"{m} {d}: expected {string.Join(' ', expected)}, got {string.Join(' ', verdicts.Select(v => Score(v.Verdict)))}");
    }

    private static int[] Expected(Measured m, Declared d)
    {
        int[] c = new int[17];
        c[1] = Math.Min(m.Broken, m.Even);
        c[2] = Math.Min(c[1], d.Silicon);
        c[3] = Math.Min(c[1], m.Rough);
        c[4] = Math.Min(c[2], m.Rough);
        c[5] = Math.Min(c[1], d.Copper);
        c[6] = Math.Min(c[1], d.Copper);
        c[7] = Math.Min(c[1], m.Remains);
        c[8] = Math.Min(c[1], m.Imidised);
        c[9] = Math.Min(c[1], d.Powder);
        c[10] = new[] { c[1], d.Silicon, m.Rough, d.Copper, m.Remains, m.Imidised }.Min();
        c[11] = m.Broken;
        c[12] = Math.Min(c[11], m.Remains);
        c[13] = Math.Min(c[11], d.Rolled);
        c[14] = Math.Min(c[12], d.Rolled);
        c[15] = Math.Min(m.Cell, c[1..11].Max());
        c[16] = Math.Min(m.Cell, c[11..15].Max());
        return c[1..];
    }

    private static ClaimCase Case(Measured m, Declared d)
    {
        ClaimCase made = new ClaimCase { Cell = ClaimCase.Cells(4 * m.Cell, 8) }
            .With("depth slope minus null", Pick(m.Even, 0.5, 0.2, 0), 0.05)
            .With("surviving feedstock bonds", Pick(m.Broken, 0.5, 0.05, 0.01), 0.01)
            .With("foil Ra", Pick(m.Rough, 0.05e-6, 0.2e-6, 0.3e-6), 0.01e-6, "m")
            .With("binder remaining fraction", Pick(m.Remains, 0.05, 0.1, 0.99), 0.01)
            .With("imidisation degree", Pick(m.Imidised, 0.2, 0.95, 0.98), 0.01)
            .Declare(x => x with
            {
                ActiveMaterial = d.Silicon == 2 ? ActiveMaterial.Silicon : ActiveMaterial.SiliconAlloy,
                FoilSurface = d.Copper == 2 ? CollectorSurface.CopperAlloy : CollectorSurface.OtherMetal,
                PressedBeforeHeatTreatment = d.Rolled == 2,
            });
        return d.Powder == 2 ? made.WithPowder() : made;
    }

    private static double Pick(int score, double fails, double open, double holds) => score switch
    {
        0 => fails,
        1 => open,
        _ => holds,
    };

    private static int Score(Verdict verdict) => verdict switch
    {
        Verdict.Supported => 2,
        Verdict.NotSupported => 0,
        _ => 1,
    };

    private sealed record Measured(int Even, int Broken, int Rough, int Remains, int Imidised, int Cell);

    private sealed record Declared(int Silicon, int Copper, int Powder, int Rolled);
}
