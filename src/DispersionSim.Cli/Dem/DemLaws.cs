using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Cli;

/// <summary>Contact laws as the case asks for them; what a law needs and does not get is named by its key.</summary>
internal sealed class DemLaws
{
    private readonly DemCase wanted;
    private readonly DemContact contact;

    private DemLaws(DemCase wanted)
    {
        (this.wanted, contact) = (wanted, wanted.Contact);
        Pairs = OfPairs();
        Walls = [.. wanted.Wall.Select(AtWall)];
    }

    /// <summary>Between particles.</summary>
    public ContactLaws Pairs { get; }

    /// <summary>At each wall.</summary>
    public IReadOnlyList<ContactLaws> Walls { get; }

    public static DemLaws Of(DemCase wanted) => new(wanted);

    private ContactLaws OfPairs()
    {
        Refuse(contact.Twisting && Springs, "contact.twisting = true", "linear and hysteretic contacts have no contact spot that could twist");
        Refuse(contact.Damping == DampingKind.MassSpot && Springs, "contact.damping = \"mass-spot\"", "linear and hysteretic contacts have no contact spot; use \"velocity\" or \"restitution\"");
        Refuse(contact.Twisting && contact.Tangential == TangentialKind.None, "contact.twisting = true", "needs a tangential law, whose stiffness and friction it takes");
        ContactLaws kinds = new()
        {
            Elastic = contact.Elastic,
            Damping = contact.Damping,
            Tangential = contact.Tangential,
            Rolls = contact.Rolling is not null,
            Twists = contact.Twisting,
            Stiffness = Needed(contact.Stiffness, "stiffness", Springs),
            UnloadingStiffness = Needed(contact.UnloadingStiffness, "unloading_stiffness", contact.Elastic == ElasticKind.Hysteretic),
            SurfaceEnergy = Needed(contact.SurfaceEnergy, "surface_energy", contact.Elastic is ElasticKind.Dmt or ElasticKind.Jkr),
            YieldPressure = Needed(contact.YieldPressure, "yield_pressure", contact.Elastic == ElasticKind.ThorntonNing),
            Hardness = Needed(contact.Hardness, "hardness", contact.Elastic == ElasticKind.SoftMetal),
            DampingCoefficient = Damping(),
            Friction = Needed(contact.Friction, "friction", contact.Tangential != TangentialKind.None),
            RollingStiffness = contact.Rolling?.Stiffness ?? 0,
            RollingDamping = contact.Rolling?.Damping ?? 0,
            RollingFriction = contact.Rolling?.Friction ?? 0,
        };
        Refuse(contact.Elastic == ElasticKind.Hysteretic && kinds.UnloadingStiffness < kinds.Stiffness, "contact.unloading_stiffness", "must be at least contact.stiffness");
        ContactLaws stiff = Springs ? kinds : kinds.OfMaterial(Modulus, Poisson);
        return contact.TangentialStiffness is { } text ? stiff with { TangentialStiffness = Stiffness(text, "contact.tangential_stiffness") }
            : Springs && contact.Tangential != TangentialKind.None ? throw new InputException("contact.tangential_stiffness is missing: must be a positive spring in N/m, e.g. \"300 N/m\"")
            : stiff;
    }

    /// <summary>Springs in N/m instead of stiffnesses of a contact spot in Pa.</summary>
    private bool Springs => !contact.Elastic.HasSpot();

    private double Modulus => wanted.Material.YoungModulus ?? throw new InputException($"material.young_modulus is missing: contact.elastic = \"{contact.Elastic.ToString().ToLowerInvariant()}\" needs it, e.g. \"10 MPa\"");

    private double Poisson => wanted.Material.PoissonRatio ?? throw new InputException("material.poisson_ratio is missing: must be a number between -0.99 and 0.5, e.g. 0.3");

    private double Damping() => contact.Damping switch
    {
        DampingKind.None => 1,
        DampingKind.MassSpot => Needed(contact.SpotDamping, "spot_damping", true),
        DampingKind.Velocity => Needed(contact.VelocityDamping, "velocity_damping", true),
        DampingKind.Viscoelastic => Needed(contact.RelaxationTime, "relaxation_time", true),
        _ => Needed(contact.Restitution, "restitution", true),
    };

    private ContactLaws AtWall(DemWall wall, int index)
    {
        string key = $"wall.{index}";
        ContactLaws own = Springs ? Pairs : Pairs.AtRigidWall(Modulus, Poisson);
        if (wall.NormalStiffness is { } normal)
        {
            double stiffness = Stiffness(normal, $"{key}.normal_stiffness");
            own = Springs
                ? own with { Stiffness = stiffness, UnloadingStiffness = own.UnloadingStiffness * stiffness / own.Stiffness }
                : own with { ReducedModulus = 0.75 * stiffness };
        }

        Refuse(wall.Restitution is not null && contact.Damping is not (DampingKind.Restitution or DampingKind.Tsuji), $"{key}.restitution", "needs contact.damping = \"restitution\" or \"tsuji\"");
        return own with
        {
            TangentialStiffness = wall.TangentialStiffness is { } sliding ? Stiffness(sliding, $"{key}.tangential_stiffness")
                : contact.TangentialStiffness is not null ? Pairs.TangentialStiffness : own.TangentialStiffness,
            Friction = wall.Friction ?? own.Friction,
            DampingCoefficient = wall.Restitution ?? own.DampingCoefficient,
            SurfaceEnergy = wall.SurfaceEnergy ?? own.SurfaceEnergy,
            RollingFriction = wall.RollingFriction ?? own.RollingFriction,
        };
    }

    private double Stiffness(string text, string key)
    {
        string unit = Springs ? "N/m" : "Pa";
        return !Quantity.TryParse(text, unit, out double si, out string error) ? throw new InputException($"{key} = \"{text}\": {error}")
            : si > 0 ? si
            : throw new InputException($"{key} = \"{text}\": must be positive, in {unit}");
    }

    private static double Needed(double? value, string key, bool needed) =>
        value ?? (needed ? throw new InputException($"contact.{key} is missing: the chosen law needs it") : 0);

    private static void Refuse(bool wrong, string key, string reason)
    {
        if (wrong)
        {
            throw new InputException($"{key}: {reason}");
        }
    }
}
