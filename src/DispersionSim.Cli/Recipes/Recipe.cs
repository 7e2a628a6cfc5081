using System.ComponentModel;
using DispersionSim.Analysis;
using DispersionSim.Cell;
using DispersionSim.Imaging;
using DispersionSim.Process;

namespace DispersionSim.Cli;

/// <summary>A whole recipe: the process, how much of it is simulated, and what is made of the result.</summary>
public sealed record Recipe : ProcessRecipe
{
    [Description("how much is simulated at each quality level")]
    public QualityOptions Quality { get; init; } = new();

    [Description("pictures and voxels")]
    public ImagingOptions Images { get; init; } = new();

    [Description("the virtual cell of claims 15 and 16")]
    public CellOptions Cell { get; init; } = new();

    [Description("thresholds that the claims are decided by")]
    public ClaimThresholds Claims { get; init; } = new();
}
