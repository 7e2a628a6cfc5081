using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Makes the powder and puts it, dilute, into a periodic box.</summary>
/// <remarks>
/// The number of active primaries is exact. Conductive powder is added as free spheres up to the wanted mass.
/// Fractal aggregates do not fit a slurry: the box is as dilute as it must be (<see cref="AgglomeratePlacement"/>) and is concentrated after dispersion.
/// </remarks>
public sealed class FeedstockStage : IStage
{
    private readonly FeedstockOptions options;
    private readonly int primaries;
    private readonly double solidsFraction;
    private readonly PrimarySizes sizes;
    private readonly IReadOnlyList<AggregateGeometry> readyMade;

    /// <summary>Checks the options; nothing is built before <see cref="Run"/>.</summary>
    /// <param name="options">The recipe's powder.</param>
    /// <param name="primaries">Active primaries wanted.</param>
    /// <param name="solidsFraction">Volume fraction of particles wanted in the box; 0–0.5.</param>
    /// <param name="sizes">Draws the primaries: the lognormal of the options, or a measured distribution.</param>
    /// <param name="readyMade">Aggregates read from the recipe's files; where there are any they replace the generated ones.</param>
    public FeedstockStage(FeedstockOptions options, int primaries, double solidsFraction, PrimarySizes sizes, IReadOnlyList<AggregateGeometry> readyMade)
    {
        FeedstockCheck.Before(options, primaries, solidsFraction);
        this.options = options;
        this.primaries = primaries;
        this.solidsFraction = solidsFraction;
        this.sizes = sizes;
        this.readyMade = readyMade;
    }

    /// <summary>Whether the box may be more dilute than wanted where the agglomerates need room.</summary>
    public bool Dilute { get; init; } = true;

    public string Name => "feedstock";

    public StructurePhase Requires => StructurePhase.Nothing;

    public StructurePhase Produces => StructurePhase.Powder;

    public StageResult Run(ElectrodeState input, StageContext context)
    {
        context.Progress(0, "building agglomerates");
        FeedstockCheck.After(options, readyMade.Count > 0 ? [] : LawProbe.Build(options, sizes), FeedstockCheck.ProbeMiss);
        Powder powder = new Agglomeration(options, sizes, context).Make(primaries, readyMade);
        FeedstockCheck.After(options, powder.Agglomerates);
        context.Progress(0.6, "placing agglomerates");
        ElectrodeState state = Place(powder, context);
        context.Progress(1, "powder placed");
        return new(state, FeedstockMeasures.Measure(powder, state, options, solidsFraction), FeedstockMeasures.Curves(powder, state));
    }

    private ParticleKind ActiveKind => options.Material == ActiveMaterial.Silicon ? ParticleKind.Silicon : ParticleKind.SiliconAlloy;

    private ElectrodeState Place(Powder powder, StageContext context)
    {
        double[] conductive = ConductiveRadii(powder);
        IReadOnlyList<(Vector3d[] Position, double[] Radius)> bodies =
        [
            .. powder.Agglomerates.Select(a => (a.Position, a.Radius)),
            .. powder.FreeRadius.Concat(conductive).Select(r => (new[] { Vector3d.Zero }, new[] { r })),
        ];
        (double edge, Vector3d[][] position) = AgglomeratePlacement.Place(bodies, solidsFraction, context);
        ParticleSet particles = Particles(powder, bodies, position);
        if (!Dilute)
        {
            FeedstockCheck.Room(particles.TotalVolume() / (edge * edge * edge), solidsFraction, powder.LargestExtent);
        }

        Bond[] bonds = [.. Bonds(powder.Agglomerates)];
        return new()
        {
            Phase = StructurePhase.Powder,
            Domain = Domain.FullyPeriodic(edge * new Vector3d(1, 1, 1)),
            Particles = particles,
            Bonds = bonds,
            FeedstockBondCount = bonds.Length,
            Ledger = Masses(particles),
            ParticleDensity = [0, MaterialCatalog.Silicon.Density.Value, options.AlloyDensity, options.Conductive.Density],
        };
    }

    private double[] ConductiveRadii(Powder powder)
    {
        double radius = options.Conductive.Diameter / 2;
        double activeMass = ExpectedPowder.ActiveDensity(options) * (AggregateShape.SumOfCubes(powder.FreeRadius) + powder.Agglomerates.Sum(a => AggregateShape.SumOfCubes(a.Radius)));
        double count = options.Conductive.MassFraction * activeMass / (options.Conductive.Density * radius * radius * radius);
        if (count > 1e7)
        {
            throw new InputException($"feedstock.conductive.diameter = {options.Conductive.Diameter:g4} m: makes {count:g3} conductive spheres, at most 1e7: use larger ones or a smaller mass_fraction");
        }

        double[] radii = new double[options.Conductive.MassFraction > 0 ? Math.Max(1, (int)Math.Round(count)) : 0];
        Array.Fill(radii, radius);
        return radii;
    }

    private ParticleSet Particles(Powder powder, IReadOnlyList<(Vector3d[] Position, double[] Radius)> bodies, Vector3d[][] position)
    {
        double[] radius = [.. bodies.SelectMany(b => b.Radius)];
        return new()
        {
            Position = [.. position.SelectMany(p => p)],
            Radius = radius,
            Kind = [.. radius.Select((_, i) => i < powder.Primaries ? ActiveKind : ParticleKind.ConductivePowder)],
            PrimaryId = [.. Enumerable.Range(1, radius.Length)],
            AgglomerateId = [.. bodies.SelectMany((b, k) => Enumerable.Repeat(k < powder.Agglomerates.Count ? k + 1 : 0, b.Radius.Length))],
        };
    }

    private IEnumerable<Bond> Bonds(IReadOnlyList<Agglomerate> agglomerates)
    {
        int first = 0;
        foreach (Agglomerate agglomerate in agglomerates)
        {
            for (int k = 0; k < agglomerate.Contacts.Length; k++)
            {
                (int i, int j) = agglomerate.Contacts[k];
                double bridge = options.BridgeRadiusRatio * Math.Min(agglomerate.Radius[i], agglomerate.Radius[j]);
                yield return agglomerate.Bridged[k]
                    ? new(first + i, first + j, BondOrigin.FeedstockBridge, bridge)
                    : new(first + i, first + j, BondOrigin.FeedstockContact, 0);
            }

            first += agglomerate.Count;
        }
    }

    private Ledger Masses(ParticleSet particles) => Ledger.Empty
        .With(Species.Silicon, MaterialCatalog.Silicon.Density.Value * particles.TotalVolume(ParticleKind.Silicon))
        .With(Species.SiliconAlloy, options.AlloyDensity * particles.TotalVolume(ParticleKind.SiliconAlloy))
        .With(Species.ConductivePowder, options.Conductive.Density * particles.TotalVolume(ParticleKind.ConductivePowder));
}
