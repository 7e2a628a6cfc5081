using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>Cement between two grains: a cylinder round the line of centres that takes tension, shear, bending and torsion until it breaks; SI units.</summary>
/// <remarks>
/// Radius R_b = share · min(r₁, r₂), length L the distance at which it was made, A = πR_b², I = πR_b⁴/4, J = 2I. Springs EA/L, GA/L, EI/L and GJ/L on
/// lengthening, shear, bending and twist; each with a dashpot 2ζ√(mk) (spins: of the moment of inertia). It breaks where tension
/// F/A + M_b R_b/I or shear V/A + M_t R_b/J is beyond its strength. Source: potyondy-cundall-2004.
/// </remarks>
public sealed record BondLaw
{
    /// <summary>E, Pa.</summary>
    public required double YoungModulus { get; init; }

    /// <summary>G, Pa.</summary>
    public required double ShearModulus { get; init; }

    /// <summary>R_b over the smaller radius.</summary>
    public double RadiusShare { get; init; } = 1;

    /// <summary>ζ.</summary>
    public double Damping { get; init; }

    /// <summary>Tensile strength, Pa; of the Weibull distribution its scale.</summary>
    public double TensileStrength { get; init; } = double.PositiveInfinity;

    /// <summary>Shear strength, Pa; scattered as the tensile one.</summary>
    public double ShearStrength { get; init; } = double.PositiveInfinity;

    /// <summary>Weibull modulus of the strengths; 0 for equal ones.</summary>
    public double WeibullModulus { get; init; }

    /// <summary>Seed of the strengths.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Factors of the strengths, one a bond: (−ln U)^(1/m).</summary>
    public double[] Strengths(int bonds)
    {
        var random = new RandomStream(Seed, StreamName.BondStrength);
        return [.. Enumerable.Range(0, bonds).Select(_ => WeibullModulus > 0 ? Math.Pow(-Math.Log(1 - random.NextDouble()), 1 / WeibullModulus) : 1)];
    }
}
