using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>Kinds of elastic law.</summary>
public enum ElasticKind
{
    Hertz,
    Linear,
    Dmt,
    Jkr,
    ThorntonNing,
    Hysteretic,
    SoftMetal,
}

/// <summary>What kinds of elastic law have in common.</summary>
public static class ElasticKinds
{
    /// <summary>Whether the contact has a spot that grows with the load; a linear spring has none.</summary>
    public static bool HasSpot(this ElasticKind kind) => kind is not (ElasticKind.Linear or ElasticKind.Hysteretic);
}

/// <summary>Kinds of damping.</summary>
public enum DampingKind
{
    None,

    /// <summary>The restitution asked for, at every speed.</summary>
    Restitution,

    /// <summary>Tsuji's polynomial as other programs use it.</summary>
    Tsuji,

    /// <summary>η = η₀ a m*.</summary>
    MassSpot,

    /// <summary>η = η₀.</summary>
    Velocity,

    /// <summary>η = 3/2 A S.</summary>
    Viscoelastic,
}

/// <summary>Kinds of friction.</summary>
public enum TangentialKind
{
    None,
    Mindlin,
    MindlinForce,
    MindlinRescaleForce,
}

/// <summary>The laws of a contact and their parameters, in SI units.</summary>
public sealed record ContactLaws
{
    public ElasticKind Elastic { get; init; } = ElasticKind.Hertz;

    public DampingKind Damping { get; init; } = DampingKind.Restitution;

    public TangentialKind Tangential { get; init; } = TangentialKind.Mindlin;

    public bool Rolls { get; init; }

    public bool Twists { get; init; }

    /// <summary>E*: 1/E* = Σ(1 − ν²)/E, Pa.</summary>
    public double ReducedModulus { get; init; }

    /// <summary>k_t over the contact spot: 8G*, Pa; of a linear contact N/m.</summary>
    public double TangentialStiffness { get; init; }

    /// <summary>k of a linear contact, k₁ of a hysteretic one, N/m.</summary>
    public double Stiffness { get; init; }

    /// <summary>k₂ of a hysteretic contact, N/m.</summary>
    public double UnloadingStiffness { get; init; }

    /// <summary>γ, half the work of adhesion, J/m².</summary>
    public double SurfaceEnergy { get; init; }

    /// <summary>Limiting contact pressure, Pa.</summary>
    public double YieldPressure { get; init; }

    /// <summary>Hardness of the softer metal, Pa.</summary>
    public double Hardness { get; init; }

    /// <summary>e, or the coefficient of the damping: η₀ (1/(m s), of a linear contact 1/s; or N s/m), A (s).</summary>
    public double DampingCoefficient { get; init; } = 1;

    /// <summary>μ.</summary>
    public double Friction { get; init; }

    /// <summary>k of the rolling spring, N/m.</summary>
    public double RollingStiffness { get; init; }

    /// <summary>c of the rolling dashpot, N s/m.</summary>
    public double RollingDamping { get; init; }

    /// <summary>μ_r.</summary>
    public double RollingFriction { get; init; }

    /// <summary>Whether the contact has a spot that grows with the load; a linear spring has none.</summary>
    public bool HasSpot => Elastic.HasSpot();

    /// <summary>Stiffnesses between spheres of one material.</summary>
    /// <param name="modulus">Young's modulus E, Pa.</param>
    /// <param name="poisson">Poisson's ratio ν.</param>
    public ContactLaws OfMaterial(double modulus, double poisson) => this with
    {
        ReducedModulus = modulus / (2 * (1 - (poisson * poisson))),
        TangentialStiffness = 2 * modulus / ((2 - poisson) * (1 + poisson)),
    };

    /// <summary>Stiffnesses between a sphere and a rigid wall.</summary>
    /// <param name="modulus">Young's modulus of the sphere, Pa.</param>
    /// <param name="poisson">Its Poisson's ratio.</param>
    public ContactLaws AtRigidWall(double modulus, double poisson) => this with
    {
        ReducedModulus = modulus / (1 - (poisson * poisson)),
        TangentialStiffness = 4 * modulus / ((1 + poisson) * (2 - poisson)),
    };

    /// <summary>c of η = c √(m* S).</summary>
    public double DampingShare()
    {
        double e = DampingCoefficient;
        if (Damping == DampingKind.Tsuji)
        {
            // Source: tsuji-1992; the fit belongs to 2 m*, so restitution comes out higher than e.
            return 1.2728 + (e * (-4.2783 + (e * (11.087 + (e * (-22.348 + (e * (27.467 + (e * (-18.022 + (e * 4.8218)))))))))));
        }

        double log = Math.Log(Math.Max(e, 1e-6));
        double share = -log / Math.Sqrt((log * log) + (Math.PI * Math.PI));
        bool linear = Elastic is ElasticKind.Linear or ElasticKind.Hysteretic or ElasticKind.SoftMetal;
        return (linear ? 2 : Math.Sqrt(5)) * share;
    }

    /// <summary>Checks that the chosen laws have the parameters that they need.</summary>
    /// <exception cref="InputException">A parameter that the laws need is missing or out of range.</exception>
    public void Check()
    {
        Positive(Elastic is not (ElasticKind.Linear or ElasticKind.Hysteretic or ElasticKind.SoftMetal), ReducedModulus, "young_modulus");
        Positive(Elastic is ElasticKind.Linear or ElasticKind.Hysteretic, Stiffness, "stiffness");
        Positive(Elastic is ElasticKind.Dmt or ElasticKind.Jkr, SurfaceEnergy, "surface_energy");
        Positive(Elastic == ElasticKind.ThorntonNing, YieldPressure, "yield_pressure");
        Positive(Elastic == ElasticKind.SoftMetal, Hardness, "hardness");
        Positive(Rolls, RollingStiffness, "rolling.stiffness");
        if (Elastic == ElasticKind.Hysteretic && UnloadingStiffness < Stiffness)
        {
            throw new InputException($"unloading_stiffness = {UnloadingStiffness:G4}: must be at least the loading stiffness {Stiffness:G4} N/m");
        }

        if (Twists && !HasSpot)
        {
            throw new InputException("twisting: needs a contact spot, which linear and hysteretic springs lack");
        }

        static void Positive(bool needed, double value, string key)
        {
            if (needed && !(value > 0))
            {
                throw new InputException($"{key} = {value:G4}: must be positive for this law");
            }
        }
    }
}
