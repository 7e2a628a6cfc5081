namespace DispersionSim.Process;

/// <summary>Flow between the moving foil and a blade or lip at rest.</summary>
/// <remarks>
/// Newtonian film of height h leaves a gap g at speed v: drag and pressure together give u = v(1 − y/g) + 6v(h/g − 1/2)(y/g)(1 − y/g), so that the
/// shear rate is (v/g)(4 − 6h/g) at the foil and (v/g)(6h/g − 2) at the blade. Without pressure h = g/2 and both are v/g.
/// </remarks>
/// <param name="Speed">v, m/s.</param>
/// <param name="Gap">g, m.</param>
/// <param name="Film">h, m.</param>
/// <param name="Length">Length of the gap along the foil, m.</param>
public sealed record CoatingGap(double Speed, double Gap, double Film, double Length)
{
    /// <summary>The gap that drag alone fills for a film, over the film.</summary>
    public const double DragRatio = 2;

    /// <summary>Shear rate at the foil, 1/s.</summary>
    public double ShearAtFoil => Speed / Gap * (4 - (6 * Film / Gap));

    /// <summary>Shear rate at the blade or lip, 1/s.</summary>
    public double ShearAtBlade => Speed / Gap * ((6 * Film / Gap) - 2);

    /// <summary>Greatest shear rate, 1/s.</summary>
    public double GreatestShear => Math.Max(Math.Abs(ShearAtFoil), Math.Abs(ShearAtBlade));

    /// <summary>Strain at the greatest rate while the film passes.</summary>
    public double Strain => GreatestShear * Length * Gap / (Speed * Film);
}
