using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>Every combination of contact laws, with parameters of a millimetre sphere of soft glass.</summary>
internal static class LawCombinations
{
    public static readonly UnitScale Scale = new(1e-3, 1e-2, 1e-5);

    public const double Radius = 1e-3;

    public const double Density = 2500;

    /// <summary>Deepest overlap of the tests.</summary>
    public const double Depth = 1e-5;

    public static IEnumerable<ContactLaws> All() =>
        from elastic in Enum.GetValues<ElasticKind>()
        from damping in Enum.GetValues<DampingKind>()
        from tangential in Enum.GetValues<TangentialKind>()
        from rolls in new[] { false, true }
        from twists in new[] { false, true }
        where !(twists && Linear(elastic))
        select Of(elastic, damping) with { Tangential = tangential, Rolls = rolls, Twists = twists };

    /// <summary>Elastic and damping law; friction, rolling and twisting as they come.</summary>
    public static TheoryData<ElasticKind, DampingKind> Pairs()
    {
        var data = new TheoryData<ElasticKind, DampingKind>();
        foreach (ElasticKind elastic in Enum.GetValues<ElasticKind>())
        {
            foreach (DampingKind damping in Enum.GetValues<DampingKind>())
            {
                data.Add(elastic, damping);
            }
        }

        return data;
    }

    public static ContactLaws Of(ElasticKind elastic, DampingKind damping = DampingKind.None)
    {
        ContactLaws laws = new ContactLaws
        {
            Elastic = elastic,
            Damping = damping,
            Stiffness = 5e3,
            UnloadingStiffness = 2e4,
            SurfaceEnergy = 1,
            YieldPressure = 3e6,
            Hardness = 1e7,
            DampingCoefficient = Coefficient(damping),
            Friction = 0.4,
            RollingStiffness = 100,
            RollingDamping = 1e-3,
            RollingFriction = 0.1,
        }.OfMaterial(1e8, 0.3);
        return Linear(elastic) ? laws with { TangentialStiffness = 3e3 } : laws;
    }

    public static PlainContact Contact(ContactLaws laws) => PlainContact.Of(laws, Scale);

    public static bool Linear(ElasticKind elastic) => elastic is ElasticKind.Linear or ElasticKind.Hysteretic;

    private static double Coefficient(DampingKind damping) => damping switch
    {
        DampingKind.MassSpot => 1e8,
        DampingKind.Velocity => 0.05,
        DampingKind.Viscoelastic => 2e-6,
        _ => 0.6,
    };
}
