using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Answers of a law in SI: what it gives at a share (0 to 1) of its range, computed in the given simulation units.</summary>
public delegate double[] LawResponse(UnitScale scale, double share);

/// <summary>A law by name, with the source of its formula.</summary>
/// <param name="Name">Name of its type in the kernels.</param>
/// <param name="Reference">Key in the catalog of references; null where nothing is claimed.</param>
/// <param name="Respond">A sample instance of ordinary size, so that every law can be tested without knowing it.</param>
public record Law(string Name, string? Reference, LawResponse Respond);

/// <summary>A law of force against overlap.</summary>
/// <param name="Sample">A sample instance in given simulation units.</param>
/// <param name="Radius">Reduced radius of the sample, m.</param>
/// <param name="LargestOverlap">Largest overlap of the sample, m; the share 0 of its range is where it begins to act.</param>
public sealed record NormalLaw(string Name, string? Reference, Func<UnitScale, INormalLaw> Sample, double Radius, double LargestOverlap)
    : Law(Name, Reference, (scale, share) => Force(Sample(scale), scale, Radius, LargestOverlap, share))
{
    /// <summary>Force (N), stiffness and elastic stiffness (N/m) and pull-off force (N) on first loading to an overlap.</summary>
    private static double[] Force(INormalLaw law, UnitScale scale, double radius, double largest, double share)
    {
        float memory = 0f;
        double reach = law.Reach * scale.Length;
        law.Evaluate(scale.Lengths((share * (largest + reach)) - reach), scale.Lengths(radius), 0f, ref memory, out float force, out float stiffness, out float elastic, out float pullOff);
        return [force * scale.Force, stiffness * scale.Force / scale.Length, elastic * scale.Force / scale.Length, pullOff * scale.Force];
    }
}

/// <summary>Every law of the kernels, one line each; tests run over all of them.</summary>
public static class LawCatalog
{
    private const double Radius = 125e-9;
    private const double PullOff = 0.04;
    private const double SiliconModulus = 85e9;

    public static IReadOnlyList<NormalLaw> Normal { get; } =
    [
        new("BinderCoveredLaw", "luding-2008", s => new BinderCoveredLaw<ThorntonNingLaw>(Silicon(s), s.Lengths(0.2 * Radius), s.Stresses(0.2e9), s.Stresses(2.5e9)), Radius, 0.15 * Radius),
        new("CapillaryLaw", "scheludko-nikolov-1975", s => new CapillaryLaw(s.Stiffnesses(0.04), 0.94f, 0.34f), Radius, 1.9 * Radius),
        new("NoWallLaw", null, _ => default(NoWallLaw), Radius, 0.01 * Radius),
        new("SoftAdhesiveLaw", "derjaguin-1975", s => new SoftAdhesiveLaw(s.Stiffnesses(4), PullOffPerRadius(s)), Radius, 0.02 * Radius),
        new("SoftMetalLaw", "johnson-1985", s => new SoftMetalLaw(s.Stresses(1.2e9), s.Stresses(SiliconModulus), PullOffPerRadius(s)), Radius, 0.3 * Radius),
        new("ThorntonNingLaw", "thornton-ning-1998", s => Silicon(s), Radius, 0.15 * Radius),
    ];

    public static IReadOnlyList<Law> All { get; } =
    [
        .. Normal,
        new("FrictionLimits", "dominik-tielens-1997", Friction),
        new("SlipLaw", "cundall-strack-1979", Slip),
        new("SolidBridgeLaw", "potyondy-cundall-2004", Bridge),
        new("StericLaw", "de-gennes-1987", Steric),
        new("VanDerWaalsLaw", "israelachvili-2011", VanDerWaals),
    ];

    private static ThorntonNingLaw Silicon(UnitScale scale) => new(scale.Stresses(SiliconModulus), scale.Stresses(11e9), PullOffPerRadius(scale));

    private static float PullOffPerRadius(UnitScale scale) => (float)(PullOff * scale.Length / scale.Force);

    /// <summary>Sliding (N), rolling and twisting limits (N m) under a share of 100 nN.</summary>
    private static double[] Friction(UnitScale scale, double share)
    {
        StepParameters step = new()
        {
            Friction = 0.4f,
            RollingDisplacement = scale.Lengths(1e-9),
            ContactRadius = (float)(2e-4 / Math.Cbrt(scale.Length)),
        };
        FrictionLimits limits = new(scale.Forces(share * 1e-7), scale.Forces(PullOff * Radius), scale.Lengths(Radius), in step);
        double moment = scale.Force * scale.Length;
        return [limits.Sliding * scale.Force, limits.Rolling * moment, limits.Twisting * moment, limits.RollingStiffness * moment, limits.TwistingStiffness * moment];
    }

    /// <summary>Force per velocity (N s/m) of a sliding contact, stretched to a share of twice its limit of 2 nN, in a step of 1 µs at 1 mm/s.</summary>
    private static double[] Slip(UnitScale scale, double share)
    {
        float step = scale.Times(1e-6), speed = (float)(1e-3 * scale.Time / scale.Length);
        float k = SlipLaw.Stiffness(scale.Stiffnesses(4), scale.Lengths(share * 1e-9), scale.Forces(2e-9), speed, step);
        return [SlipLaw.Resistance(k, step) * scale.Force * scale.Time / scale.Length];
    }

    /// <summary>1 while a bridge of radius 50 nm and 100 MPa holds a share of 1.5 µN in tension, in shear, in bending at an arm of r_b/4, in torsion at an arm of r_b/2; 0 once it is broken.</summary>
    private static double[] Bridge(UnitScale scale, double share)
    {
        float strength = scale.Stresses(1e8), radius = scale.Lengths(50e-9), force = scale.Forces(share * 1.5e-6);
        bool[] broken =
        [
            SolidBridgeLaw.Breaks(radius, force, 0f, 0f, 0f, strength, strength),
            SolidBridgeLaw.Breaks(radius, 0f, force, 0f, 0f, strength, strength),
            SolidBridgeLaw.Breaks(radius, 0f, 0f, force * radius / 4f, 0f, strength, strength),
            SolidBridgeLaw.Breaks(radius, 0f, 0f, 0f, force * radius / 2f, strength, strength),
        ];
        return [.. broken.Select(b => b ? 0.0 : 1)];
    }

    /// <summary>Pressure (Pa) and energy of an area (J/m²) of layers of 5 nm, chains 3 nm apart, from a fifth of a layer to twice their reach.</summary>
    private static double[] Steric(UnitScale scale, double share)
    {
        const double Layer = 5e-9, ThermalEnergy = 4.11e-21, Spacing = 3e-9;
        StericLaw<Scalar> law = new(new(scale.Lengths(2 * Layer)), new(scale.Stresses(ThermalEnergy / (Spacing * Spacing * Spacing))));
        Scalar separation = new(scale.Lengths(Layer * (0.2 + (3.8 * share))));
        return [law.Pressure(separation).Value * scale.Force / (scale.Length * scale.Length), law.Energy(separation).Value * scale.Force / scale.Length];
    }

    /// <summary>Attraction (N) of two spheres with a Hamaker constant of 4·10⁻²⁰ J, from contact to a separation of 10 nm.</summary>
    private static double[] VanDerWaals(UnitScale scale, double share)
    {
        VanDerWaalsLaw<Scalar> law = new(new((float)(4e-20 / (scale.Force * scale.Length))));
        return [law.Force(new(scale.Lengths(Radius)), new(scale.Lengths(0.4e-9 + (share * 9.6e-9)))).Value * scale.Force];
    }
}
