namespace DispersionSim.Analysis;

/// <summary>Up to which filled share random hard particles are a null, and up to which they are drawn at all.</summary>
/// <remarks>
/// Random addition ends at a share of 0.38 of spheres and 0.547 of discs (feder-1980): above that "at random without overlap" is no longer one thing, for a packing depends on how it was made, and a dried or pressed layer is no fluid of spheres in equilibrium.
/// Its null is shown and decides nothing. Spheres freeze at 0.494 (hoover-ree-1968) and discs at 0.70 (engel-2013): a little below, where moves still mix them within the sweeps that are made, the null ends.
/// </remarks>
public static class DenseNull
{
    // Shares of spheres, and of circles in their sections, and of discs up to which the null decides, and is drawn.
    private const double DecisiveInSpace = 0.4, DecisiveDiscs = 0.55, DrawnInSpace = 0.48, DrawnDiscs = 0.69;

    /// <summary>Simulations of a null that is only shown: with the set two of forty curves lie outside a band of 95 %.</summary>
    private const int Shown = 39;

    /// <summary>How many of the simulations asked for are made: few where the null decides nothing, for dense ones are dear.</summary>
    public static int Simulations(IPointNull model, PointSample sample, int asked) => WhyNotDecisive(model, sample) is null ? asked : Math.Min(asked, Shown);

    /// <summary>Why a null cannot be drawn for a set; null where it can.</summary>
    public static string? WhyNotDrawn(IPointNull model, PointSample sample) => Above(model, sample, DrawnInSpace, DrawnDiscs) is { } most
        ? FormattableString.Invariant($"particles fill {100 * sample.Fraction:F0} %: {model.Name} are not drawn above {100 * most:F0} %, and without a null nothing is decided")
        : null;

    /// <summary>Why a null decides nothing about a set; null where it decides.</summary>
    public static string? WhyNotDecisive(IPointNull model, PointSample sample) => Above(model, sample, DecisiveInSpace, DecisiveDiscs) is { } most
        ? FormattableString.Invariant($"particles fill {100 * sample.Fraction:F0} %: above {100 * most:F0} % {model.Name} are no null of a packing, and are shown without deciding")
        : null;

    /// <summary>The limit that a set lies above; points without size have none, nor have layers of the process itself.</summary>
    private static double? Above(IPointNull model, PointSample sample, double inSpace, double discs)
    {
        double most = model switch
        {
            HardSphereNull when sample.Dimensions == 2 => discs,
            HardSphereNull or SectionNull or SeenNull => inSpace,
            _ => double.PositiveInfinity,
        };
        return sample.Fraction > most ? most : null;
    }
}
