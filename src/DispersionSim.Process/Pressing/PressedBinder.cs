using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Process;

/// <summary>The binder that lies between surfaces when a dried layer comes under the rolls, by what drying left: films on the particles, rings at their contacts.</summary>
/// <remarks>
/// Near a contact the gap is g = r²/2R*, so binder that fills it to a thickness t takes the volume ∫ g dA = πR*t²: a ring of volume V and films of t_f together fill
/// it to t = √(V/πR* + t_f²).
/// </remarks>
public sealed class PressedBinder
{
    /// <summary>Hardness over yield stress once the plastic zone is full (johnson-1985); binder a few times wider than thick between rough walls is within a sixth of it.</summary>
    private const double Constraint = 3;

    private readonly double[] radius;
    private readonly double[] film;
    private readonly Dictionary<(int I, int J), double> rings;
    private readonly double hardness;
    private readonly double modulus;

    /// <summary>The binder of a layout, or none.</summary>
    public PressedBinder(BinderLayout? layout, ParticleSet particles, PressingOptions options)
    {
        radius = particles.Radius;
        film = layout is null ? new double[particles.Count] : [.. layout.FilmVolume.Zip(radius, BinderLayout.FilmThickness)];
        rings = (layout?.Rings ?? []).ToDictionary(r => (r.I, r.J), r => r.Volume);
        MeanFilm = film.Zip(radius, (t, a) => t * a * a).Sum() / radius.Sum(a => a * a);
        hardness = Constraint * options.BinderYieldStress;
        modulus = options.BinderModulus;
    }

    /// <summary>Thickness of the films, the mean over the surface of the particles, m.</summary>
    public double MeanFilm { get; }

    /// <summary>Thickness of binder between two particles, or a particle and the foil (−1) or the plate, m.</summary>
    public double Between(int i, int j, bool plate)
    {
        double films = film[i] + (j < 0 ? 0 : film[j]), reduced = j < 0 ? radius[i] : radius[i] * radius[j] / (radius[i] + radius[j]);
        double ring = plate ? 0 : rings.GetValueOrDefault((i, j));
        return Math.Sqrt((ring / (Math.PI * reduced)) + (films * films));
    }

    /// <summary>The law of a bare contact with binder over it.</summary>
    /// <param name="core">The bare contact, simulation units.</param>
    /// <param name="between">Films between surfaces that come to meet, m.</param>
    public BinderCoveredLaw<TCore> Over<TCore>(TCore core, double between, UnitScale scale) where TCore : struct, INormalLaw =>
        new(core, scale.Lengths(between), scale.Stresses(hardness), scale.Stresses(modulus));
}
