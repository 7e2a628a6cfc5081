using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>The bonds of a case.</summary>
internal static class DemBonds
{
    private const double UsualGap = 0.01;

    /// <summary>All springs on a particle over one of them.</summary>
    private const double Springs = 4 * 2.5;

    /// <summary>Particles whose surfaces are close enough at the start.</summary>
    /// <exception cref="InputException">Bonds are wanted and none is made, or strengths that are not there are to scatter.</exception>
    public static IReadOnlyList<(int First, int Second)> Between(DemCase wanted, GrainTable grains, DemDomain domain)
    {
        if (wanted.Bond is not { } bond || grains.Count < 2)
        {
            return [];
        }

        if (bond is { WeibullModulus: > 0, TensileStrength: null, ShearStrength: null })
        {
            throw new InputException("bond.weibull_modulus: scatters strengths, and there are none: give tensile_strength or shear_strength, or leave it out");
        }

        double gap = bond.Gap ?? (UsualGap * grains.Radius.Average());
        (int, int)[] pairs = [.. Analysis.Contacts.Find(domain.Contacts, [.. grains.Position.Select(p => p - domain.Low)], grains.Radius, gap)];
        return pairs.Length > 0 ? pairs
            : throw new InputException($"bond.gap = {Quantity.Rounded(gap, "m", 4)}: no two particles are so close at the start, so that nothing is bonded; must be larger, or leave [bond] out");
    }

    public static BondLaw? Law(DemBond? bond) => bond is null ? null : new()
    {
        YoungModulus = bond.YoungModulus,
        ShearModulus = bond.ShearModulus,
        RadiusShare = bond.RadiusShare,
        Damping = bond.Damping,
        TensileStrength = bond.TensileStrength ?? double.PositiveInfinity,
        ShearStrength = bond.ShearStrength ?? double.PositiveInfinity,
        WeibullModulus = bond.WeibullModulus,
        Seed = bond.Seed,
    };

    /// <summary>Longest stable step for the bonds' springs, s; infinite without bonds.</summary>
    /// <remarks>
    /// 0.3 · 2√(m/k)(√(1 + qζ²) − ζ√q) of the lightest particle, k = qEA/L of the stiffest spring, the last factor that of explicit dashpots beside it. q = 10: four for the
    /// many bonds that a particle may have, spins likewise with 5/2; twelve neighbours around each need at most 0.84 of what is stable.
    /// </remarks>
    public static double Limit(DemBond? bond, GrainTable grains)
    {
        if (bond is null)
        {
            return double.PositiveInfinity;
        }

        double damped = Math.Sqrt(1 + (Springs * bond.Damping * bond.Damping)) - (bond.Damping * Math.Sqrt(Springs));
        return damped * Enumerable.Range(0, grains.Count).Min(i =>
        {
            double radius = grains.Radius[i], cement = bond.RadiusShare * radius, spring = Math.Max(bond.YoungModulus, bond.ShearModulus) * Math.PI * cement * cement / (2 * radius);
            return DemTimeStep.Share * 2 * Math.Sqrt(GrainSetup.MassOf(radius, grains.Density[i]) / (Springs * spring));
        });
    }
}
