namespace DispersionSim.Core;

/// <summary>One species in the balance of a stage, kg per square metre of the whole layer.</summary>
/// <param name="Species">Which.</param>
/// <param name="In">Comes with the material from the stage before.</param>
/// <param name="Added">Is weighed in.</param>
/// <param name="Out">Goes on with the material.</param>
/// <param name="GivenOff">Leaves as vapour or gas.</param>
public sealed record BalanceLine(Species Species, double In, double Added, double Out, double GivenOff);

/// <summary>What goes into a stage and what comes out, species by species.</summary>
/// <param name="Stage">Name of the stage.</param>
/// <param name="Lines">Species that take part.</param>
/// <param name="Closure">Greatest relative error of the balances, see <see cref="Of"/>.</param>
public sealed record BalanceSheet(string Stage, IReadOnlyList<BalanceLine> Lines, double Closure)
{
    /// <summary>Largest closure that is rounding.</summary>
    public const double Allowed = 1e-10;

    private static readonly Species[] Gases = [Species.SolventVapour, Species.CondensationWater, Species.DecompositionGas];

    private static readonly (ParticleKind Kind, Species Species)[] Solids =
        [(ParticleKind.Silicon, Species.Silicon), (ParticleKind.SiliconAlloy, Species.SiliconAlloy), (ParticleKind.ConductivePowder, Species.ConductivePowder)];

    /// <summary>Species that only turn into each other once the slurry is mixed.</summary>
    private static readonly Species[][] Families =
    [
        [Species.Silicon], [Species.SiliconAlloy], [Species.ConductivePowder],
        [Species.BinderPrecursor, Species.Binder, Species.CondensationWater, Species.DecompositionGas],
        [Species.Solvent, Species.SolventVapour],
    ];

    /// <summary>The sheet of a stage.</summary>
    /// <remarks>
    /// Closure is the greatest of: change of any family of species that turn into each other (before the film: of those that were there),
    /// particles' masses by their radii against the ledger's, binder's volume as laid down against the ledger's. A square metre is one of
    /// the whole layer: masses of the segment over its area and over its share of the layer's thickness.
    /// </remarks>
    /// <param name="stage">Its name.</param>
    /// <param name="before">What it took.</param>
    /// <param name="after">What it left.</param>
    /// <param name="area">Area of the segment times its share of the layer's thickness, m².</param>
    public static BalanceSheet Of(string stage, ElectrodeState before, ElectrodeState after, double area)
    {
        bool mixing = after.Phase is StructurePhase.Powder or StructurePhase.Slurry;
        IEnumerable<BalanceLine> lines = Enum.GetValues<Species>().Select(s => Line(s, before.Ledger[s] / area, after.Ledger[s] / area, mixing));
        double[] errors = [.. Families.Select(f => Change(f, before.Ledger, after.Ledger, mixing)), .. Particles(after), Binder(after)];
        return new(stage, [.. lines.Where(l => l.In + l.Added + l.Out + l.GivenOff > 0)], errors.Max());
    }

    /// <summary>The mean of several replicates of one stage, with the worst of their closures.</summary>
    public static BalanceSheet Mean(IReadOnlyList<BalanceSheet> sheets) => new(
        sheets[0].Stage,
        [.. sheets.SelectMany(s => s.Lines).GroupBy(l => l.Species).OrderBy(g => g.Key).Select(g => new BalanceLine(
            g.Key, g.Sum(l => l.In) / sheets.Count, g.Sum(l => l.Added) / sheets.Count, g.Sum(l => l.Out) / sheets.Count, g.Sum(l => l.GivenOff) / sheets.Count))],
        sheets.Max(s => s.Closure));

    /// <summary>Name of a species as in a table.</summary>
    public static string NameOf(Species species) => species switch
    {
        Species.SiliconAlloy => "silicon alloy",
        Species.ConductivePowder => "conductive powder",
        Species.BinderPrecursor => "binder precursor",
        Species.Binder => "polyimide",
        Species.Solvent => "NMP",
        Species.SolventVapour => "NMP vapour",
        Species.CondensationWater => "water of imidisation",
        Species.DecompositionGas => "gas of decomposition",
        _ => "silicon",
    };

    /// <summary>The sheet as measurements: every amount that is not nothing, and the closure.</summary>
    public IEnumerable<Measurement> Measurements()
    {
        foreach (BalanceLine line in Lines)
        {
            foreach ((string way, double mass) in ((string, double)[])[("in", line.In), ("added", line.Added), ("out", line.Out), ("given off", line.GivenOff)])
            {
                if (mass > 0)
                {
                    yield return new($"{Stage}: {NameOf(line.Species)} {way}", mass, "kg/m^2") { Definition = "mass per area of the whole layer" };
                }
            }
        }

        yield return new($"{Stage}: balance closure", Closure, "-") { Definition = "greatest relative error of the balances of species, of particles against their radii and of binder against its volume" };
    }

    private static BalanceLine Line(Species species, double before, double after, bool mixing) =>
        Gases.Contains(species) ? new(species, 0, 0, 0, after - before)
        : mixing ? new(species, before, after - before, after, 0)
        : new(species, before, 0, after, 0);

    private static double Change(Species[] family, Ledger before, Ledger after, bool mixing)
    {
        double had = family.Sum(s => before[s]), has = family.Sum(s => after[s]);
        return had > 0 ? Math.Abs((has / had) - 1) : mixing || has == 0 ? 0 : double.PositiveInfinity;
    }

    private static IEnumerable<double> Particles(ElectrodeState state) =>
        Solids.Select(s => Off(state.ParticleDensity[(int)s.Kind] * state.Particles.TotalVolume(s.Kind), state.Ledger[s.Species]));

    private static double Binder(ElectrodeState state) => state.Binder is not { } layout ? 0 : Off(
        layout.TotalVolume,
        (state.Ledger[Species.Binder] / MaterialCatalog.Polyimide.Density.Value)
        + (state.Ledger[Species.BinderPrecursor] / MaterialCatalog.PolyamicAcid.Density.Value)
        + (state.Ledger[Species.Solvent] / MaterialCatalog.Solvent.Density.Value));

    private static double Off(double found, double booked) => booked > 0 ? Math.Abs((found / booked) - 1) : found > 0 ? double.PositiveInfinity : 0;
}
