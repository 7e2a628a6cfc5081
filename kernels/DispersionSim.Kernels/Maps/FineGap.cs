using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>Overlap of two spheres, right to a share of itself: δ = (R² − d²)/(R + d).</summary>
/// <remarks>
/// Every distance is an integer n of at most thirteen bits and a rest b, |b| ≤ ½ or little more, in a unit of 2⁻¹³ of the largest R: R² − d² is the difference of the squares of the integers, exact in
/// integers, and (2n + b) b, whose rounding is 2⁻³⁷ R² and less. An integer place times a box length is taken apart into products of twelve bits by twelve, which are exact: nothing
/// changes however a device contracts sums and products.
/// </remarks>
public static class FineGap
{
    /// <summary>Bits of a distance's integer.</summary>
    public const int Bits = 13;

    /// <summary>Bits of each factor of an exact product.</summary>
    public const int FactorBits = 12;

    /// <summary>r₁ + r₂ − d.</summary>
    /// <param name="a">Place of the first.</param>
    /// <param name="b">Place of the second.</param>
    /// <param name="first">r₁.</param>
    /// <param name="second">r₂.</param>
    /// <param name="normal">Unit vector from the second to the first.</param>
    /// <param name="distance">d in single precision.</param>
    /// <param name="step">The box.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Overlap(Int4 a, Int4 b, float first, float second, Triple<Scalar> normal, float distance, in GrainStep step)
    {
        float sum = first + second;
        int i = unchecked(a.X - b.X), j = unchecked(a.Y - b.Y), k = unchecked(a.Z - b.Z), along = step.Gradient.Y > 0f ? j : k;
        FineLength x = FineLength.Product(i, step.FineCell.X, step.FineCellRest.X, step.FineGrid.X), y = FineLength.Product(j, step.FineCell.Y, step.FineCellRest.Y, step.FineGrid.Y);
        FineLength z = FineLength.Product(k, step.FineCell.Z, step.FineCellRest.Z, step.FineGrid.Z), shift = FineLength.Product(along, step.FineCell.W, step.FineCellRest.W, step.FineGrid.W);
        x = FineLength.AddScaled(x, step.Flow.X, shift);
        y = FineLength.AddScaled(y, step.Flow.Y, shift);
        FineLength r = FineLength.AddScaled(FineLength.Of(first / step.FineUnit), 1f, FineLength.Of(second / step.FineUnit));
        int whole = (r.Whole * r.Whole) - (x.Whole * x.Whole) - (y.Whole * y.Whole) - (z.Whole * z.Whole);
        float excess = whole + (r.Bent - x.Bent - y.Bent - z.Bent);
        float fine = excess / (sum + distance) * step.FineUnit * step.FineUnit;
        Triple<Scalar> fraction = GrainGeometry.Fraction(unchecked(a.W - b.W), in step);
        return distance > 1.5f * sum ? sum - distance : fine - Triple<Scalar>.Dot(normal, fraction).Value;
    }
}
