namespace DispersionSim.Core;

/// <summary>Sizes that an instrument states beside its classes, m; null where the file does not have one.</summary>
public sealed record StatedSizes(double? MeanD43, double? MeanD32, double? D10, double? D50, double? D90)
{
    public StatedSizes Scaled(double factor) => new(MeanD43 * factor, MeanD32 * factor, D10 * factor, D50 * factor, D90 * factor);
}
