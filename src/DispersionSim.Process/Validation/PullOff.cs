using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Process;

/// <summary>Normal force of two sticky spheres that are drawn apart slowly, by the granular contact laws in double precision.</summary>
internal sealed class PullOff : IContactModelVisitor<Precise>
{
    /// <summary>Young's modulus, Pa.</summary>
    private const double Modulus = 160e9;

    private const double Poisson = 0.22;
    private const int Points = 20_000;

    private readonly double reducedRadius;
    private readonly double reach;
    private readonly UnitScale scale;

    private PullOff(ElasticKind kind, double surfaceEnergy, double reducedRadius)
    {
        this.reducedRadius = reducedRadius;
        ContactLaws laws = new ContactLaws { Elastic = kind, SurfaceEnergy = surfaceEnergy, Damping = DampingKind.None, Tangential = TangentialKind.None }.OfMaterial(Modulus, Poisson);

        // Overlap and gap at which the forces of elasticity and adhesion are alike.
        reach = Math.Pow(surfaceEnergy * surfaceEnergy * reducedRadius / (laws.ReducedModulus * laws.ReducedModulus), 1.0 / 3) * 10;
        scale = new(reducedRadius, surfaceEnergy * reducedRadius, 1);
        new ContactModelFactory<Precise>(scale, x => new(x)).Make([laws], this);
    }

    /// <summary>Gap, m.</summary>
    public double[] Gap { get; } = new double[Points + 1];

    /// <summary>Force, N, tension positive.</summary>
    public double[] Tension { get; } = new double[Points + 1];

    /// <summary>Draws two spheres apart.</summary>
    /// <param name="kind">DMT or JKR.</param>
    /// <param name="surfaceEnergy">Half the work of adhesion, J/m².</param>
    /// <param name="reducedRadius">R*, m.</param>
    public static PullOff Of(ElasticKind kind, double surfaceEnergy, double reducedRadius) => new(kind, surfaceEnergy, reducedRadius);

    public void Visit<TModel>(TModel[] models) where TModel : struct, IContactModel<Precise>
    {
        ContactHistory<Precise> history = default;
        for (int k = 0; k <= Points; k++)
        {
            Gap[k] = reach * ((2.0 * k / Points) - 1);
            var state = new ContactState<Precise> { Normal = new(new(1), new(0), new(0)), Overlap = new(-Gap[k] / scale.Length), ReducedRadius = new(reducedRadius / scale.Length), ReducedMass = new(1) };
            models[0].Evaluate(in state, new(0), ref history, out ContactAnswer<Precise> answer);
            Tension[k] = -answer.Force.X.Value * scale.Force;
        }
    }
}
