namespace DispersionSim.Imaging;

/// <summary>A map over shear stress and work of adhesion.</summary>
/// <param name="Title">What the panel is of.</param>
/// <param name="Stress">Shear stresses, Pa, in equal ratios.</param>
/// <param name="Adhesion">Works of adhesion, J/m², in equal ratios.</param>
/// <param name="Share">0…1 at each point, stresses fastest.</param>
/// <param name="Lines">Lines of theory.</param>
public sealed record WindowPanel(string Title, double[] Stress, double[] Adhesion, double[] Share, IReadOnlyList<WindowLine> Lines);

/// <summary>A line of theory, adhesion in proportion to stress.</summary>
/// <param name="Name">For the legend.</param>
/// <param name="AdhesionPerStress">w/(μG), m.</param>
public sealed record WindowLine(string Name, double AdhesionPerStress);

/// <summary>A named value on an axis.</summary>
public sealed record WindowMark(string Name, double Value);
