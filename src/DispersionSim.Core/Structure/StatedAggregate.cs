namespace DispersionSim.Core;

/// <summary>What an aggregate's file states about it; null where it does not.</summary>
/// <param name="Count">Number of primaries N.</param>
/// <param name="FractalDimension">D_f of N = k_f (R_g/r_p)^D_f.</param>
/// <param name="Prefactor">k_f.</param>
/// <param name="RadiusOfGyration">R_g, in the file's unit of length.</param>
public sealed record StatedAggregate(int? Count, double? FractalDimension, double? Prefactor, double? RadiusOfGyration)
{
    /// <summary>D_f = ln(N/k_f) / ln(R_g/r_p) from the stated numbers; null where one of them is missing.</summary>
    public double? ImpliedDimension(double primaryRadius) => Math.Log(Count / Prefactor ?? double.NaN) / Math.Log(RadiusOfGyration / primaryRadius ?? double.NaN) is var d && double.IsFinite(d) ? d : null;
}
