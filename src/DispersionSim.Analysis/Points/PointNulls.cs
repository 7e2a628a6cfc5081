using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Which null a point set is compared with.</summary>
public static class PointNulls
{
    /// <summary>Names that can be asked for.</summary>
    public static IReadOnlyList<string> Names { get; } = ["auto", "csr", "hard-spheres", "section"];

    /// <summary>Largest share taken off radii so that no two particles overlap: what overlaps by more is not meant as hard.</summary>
    public const double MostShrunk = 0.1;

    /// <summary>The null of a name; auto takes points where there are no radii or particles overlap, otherwise hard spheres or discs, or a section of spheres where the circles in a plane can be one.</summary>
    /// <exception cref="InputException">An unknown name, or a null that the set cannot have.</exception>
    public static IPointNull Of(string name, PointSample sample)
    {
        bool hasSize = sample.Radii.Length > 0 && sample.Radii.Max() > 0;
        switch (name)
        {
            case "auto" when !hasSize || sample.Overlaps:
            case "csr":
                return new PoissonNull(sample);
            case "auto":
                return sample.Dimensions == 2 && SectionRadii.ArePlausible(sample.Radii) ? new SectionNull(sample) : new HardSphereNull(sample);
            case "hard-spheres" or "section" when !hasSize:
                throw new InputException($"--null {name}: needs the radii of the particles, a column r");
            case "hard-spheres" when sample.Overlaps:
                throw new InputException("--null hard-spheres: particles of the set overlap by more than a tenth; take csr");
            case "hard-spheres":
                return new HardSphereNull(sample);
            case "section" when sample.Dimensions == 3:
                throw new InputException("--null section: a section lies in a plane; this set has three coordinates");
            case "section":
                return new SectionNull(sample);
            default:
                throw new InputException($"--null {name}: must be one of {string.Join(", ", Names)}");
        }
    }
}
