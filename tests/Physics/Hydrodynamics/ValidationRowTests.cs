using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

/// <summary>The rows of the validation table that <c>dispersionsim validate</c> runs, in their short form.</summary>
public class ValidationRowTests
{
    public static TheoryData<int> Rows => [.. ValidationCatalog.All.Select(r => r.Number)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_meets_every_one_of_its_targets(int number)
    {
        ValidationResult result = ValidationCatalog.All.Single(r => r.Number == number).Run(false);
        Assert.NotEmpty(result.Targets);
        Assert.Empty(result.Targets.Where(t => !t.Pass).Select(t => $"{t.Name}: {t.Measured:G5}, expected {t.Expected:G5} ± {t.Tolerance:G3}"));
    }
}
