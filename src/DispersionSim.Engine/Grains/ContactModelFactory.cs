using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Something to be done with a contact model whose type is known to the compiler.</summary>
public interface IContactModelVisitor<TReal> where TReal : struct, IReal<TReal>
{
    void Visit<TModel>(TModel[] models) where TModel : struct, IContactModel<TReal>;
}

/// <summary>Turns chosen laws into contact models in simulation units: one type for all, with one set of parameters each.</summary>
/// <param name="scale">Units of the simulation.</param>
/// <param name="number">A number of the wanted kind.</param>
public sealed class ContactModelFactory<TReal>(UnitScale scale, Func<double, TReal> number) where TReal : struct, IReal<TReal>
{
    private double Stress => scale.Length * scale.Length / scale.Force;

    private double Spring => scale.Length / scale.Force;

    /// <summary>Calls back with the models of several contacts (pairs, walls) that differ in parameters alone.</summary>
    public void Make(IReadOnlyList<ContactLaws> laws, IContactModelVisitor<TReal> visitor)
    {
        switch (laws[0].Elastic)
        {
            case ElasticKind.Hertz:
                Damped(laws, l => new HertzContact<TReal>(Modulus(l, 4.0 / 3)), visitor);
                break;
            case ElasticKind.Linear:
                Damped(laws, l => new LinearContact<TReal>(number(l.Stiffness * Spring)), visitor);
                break;
            case ElasticKind.Dmt:
                Damped(laws, l => new DmtContact<TReal>(Modulus(l, 4.0 / 3), number(4 * Math.PI * l.SurfaceEnergy * Spring)), visitor);
                break;
            case ElasticKind.Jkr:
                Damped(laws, Jkr, visitor);
                break;
            case ElasticKind.ThorntonNing:
                Damped(laws, Yielding, visitor);
                break;
            case ElasticKind.Hysteretic:
                Damped(laws, l => new PlasticContact<TReal>(number(l.Stiffness * Spring), number(l.UnloadingStiffness * Spring)), visitor);
                break;
            default:
                Damped(laws, l => new IndentingContact<TReal>(number(2 * Math.PI * l.Hardness * Stress), Modulus(l, 1)), visitor);
                break;
        }
    }

    private TReal Modulus(ContactLaws laws, double factor) => number(factor * laws.ReducedModulus * Stress);

    private JkrContact<TReal> Jkr(ContactLaws l) => new(
        Modulus(l, 1),
        number(2 * Math.Sqrt(Math.PI * l.SurfaceEnergy / l.ReducedModulus) / Math.Sqrt(scale.Length)),
        number(3 * Math.PI * l.SurfaceEnergy * Spring));

    private YieldingContact<TReal> Yielding(ContactLaws l)
    {
        double share = Math.PI * l.YieldPressure / (2 * l.ReducedModulus);
        return new(Modulus(l, 4.0 / 3), number(Math.PI * l.YieldPressure * Stress), number(share * share));
    }

    private void Damped<TElastic>(IReadOnlyList<ContactLaws> laws, Func<ContactLaws, TElastic> elastic, IContactModelVisitor<TReal> visitor)
        where TElastic : struct, IElasticLaw<TReal>
    {
        double time = scale.Time, mass = scale.Force * time * time / scale.Length;
        switch (laws[0].Damping)
        {
            case DampingKind.None:
                Rubbing(laws, elastic, _ => default(NoDamping<TReal>), visitor);
                break;
            case DampingKind.MassSpot:
                Rubbing(laws, elastic, l => new SpotDamping<TReal>(number(l.DampingCoefficient * time * (l.HasSpot ? scale.Length : 1))), visitor);
                break;
            case DampingKind.Velocity:
                Rubbing(laws, elastic, l => new ConstantDamping<TReal>(number(l.DampingCoefficient * time / mass)), visitor);
                break;
            case DampingKind.Viscoelastic:
                Rubbing(laws, elastic, l => new ViscoelasticDamping<TReal>(number(l.DampingCoefficient / time)), visitor);
                break;
            default:
                Rubbing(laws, elastic, l => new RestitutionDamping<TReal>(number(l.DampingShare())), visitor);
                break;
        }
    }

    private void Rubbing<TElastic, TDamping>(
        IReadOnlyList<ContactLaws> laws, Func<ContactLaws, TElastic> elastic, Func<ContactLaws, TDamping> damping, IContactModelVisitor<TReal> visitor)
        where TElastic : struct, IElasticLaw<TReal>
        where TDamping : struct, IDampingLaw<TReal>
    {
        switch (laws[0].Tangential)
        {
            case TangentialKind.None:
                Turning(laws, elastic, damping, _ => default(Frictionless<TReal>), visitor);
                break;
            case TangentialKind.Mindlin:
                Turning(laws, elastic, damping, l => new MindlinDisplacement<TReal>(Tangential(l)), visitor);
                break;
            case TangentialKind.MindlinForce:
                Turning(laws, elastic, damping, l => new MindlinForce<TReal>(Tangential(l)), visitor);
                break;
            default:
                Turning(laws, elastic, damping, l => new MindlinRescaled<TReal>(Tangential(l)), visitor);
                break;
        }
    }

    private TReal Tangential(ContactLaws l) =>
        number(l.TangentialStiffness * (l.HasSpot ? Stress : Spring));

    private void Turning<TElastic, TDamping, TTangential>(
        IReadOnlyList<ContactLaws> laws,
        Func<ContactLaws, TElastic> elastic,
        Func<ContactLaws, TDamping> damping,
        Func<ContactLaws, TTangential> tangential,
        IContactModelVisitor<TReal> visitor)
        where TElastic : struct, IElasticLaw<TReal>
        where TDamping : struct, IDampingLaw<TReal>
        where TTangential : struct, ITangentialLaw<TReal>
    {
        if (laws[0].Rolls)
        {
            Twisting(laws, elastic, damping, tangential, Rolling, visitor);
        }
        else
        {
            Twisting(laws, elastic, damping, tangential, _ => default(FreeRolling<TReal>), visitor);
        }
    }

    private SpringRolling<TReal> Rolling(ContactLaws l) => new(
        number(l.RollingStiffness * Spring), number(l.RollingDamping * scale.Length / (scale.Force * scale.Time)), number(l.RollingFriction));

    private void Twisting<TElastic, TDamping, TTangential, TRolling>(
        IReadOnlyList<ContactLaws> laws,
        Func<ContactLaws, TElastic> elastic,
        Func<ContactLaws, TDamping> damping,
        Func<ContactLaws, TTangential> tangential,
        Func<ContactLaws, TRolling> rolling,
        IContactModelVisitor<TReal> visitor)
        where TElastic : struct, IElasticLaw<TReal>
        where TDamping : struct, IDampingLaw<TReal>
        where TTangential : struct, ITangentialLaw<TReal>
        where TRolling : struct, IRollingLaw<TReal>
    {
        if (laws[0].Twists)
        {
            visitor.Visit(laws.Select(l => new ContactModel<TReal, TElastic, TDamping, TTangential, TRolling, SpotTwisting<TReal>>(
                elastic(l), damping(l), tangential(l), rolling(l), new(Tangential(l)), number(l.Friction))).ToArray());
        }
        else
        {
            visitor.Visit(laws.Select(l => new ContactModel<TReal, TElastic, TDamping, TTangential, TRolling, FreeTwisting<TReal>>(
                elastic(l), damping(l), tangential(l), rolling(l), default, number(l.Friction))).ToArray());
        }
    }
}
