using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Spreads the slurry on the foil: concentrated to the recipe's solids, cut open along z, laid over the relief.</summary>
/// <param name="options">The recipe's section.</param>
/// <param name="slurry">Solids of the slurry.</param>
/// <param name="interaction">Contacts while it is concentrated.</param>
/// <param name="width">Wanted width of the segment, m; null to choose one.</param>
/// <param name="foil">Makes the foil under a segment of the given edge lengths, m.</param>
public sealed class CoatingStage(CoatingOptions options, SlurryOptions slurry, InteractionOptions interaction, double? width, Func<double, double, StageContext, HeightMap> foil) : IStage
{
    public string Name => "coating";

    public StructurePhase Requires => StructurePhase.Slurry;

    public StructurePhase Produces => StructurePhase.WetFilm;

    public StageResult Run(ElectrodeState input, StageContext context)
    {
        double solid = input.Particles.TotalVolume();
        Ledger ledger = input.Ledger[Species.Solvent] > 0 ? input.Ledger : SlurryComposition.Mix(input.Ledger, slurry);
        FilmSegment segment = FilmSegment.For(solid, SlurryComposition.Volume(ledger, solid), options, width);
        HeightMap surface = foil(segment.Width, segment.Width, context);
        Refuse(surface, segment);
        CoatingGap gap = GapOver(segment);
        (Vector3d[] position, Bond[] bonds) = Concentration.Compress(input, segment.BoxFor(input.Particles), interaction, context);
        ElectrodeState film = FilmRelaxation.Settle(Lay(input with { Ledger = ledger, Bonds = bonds }, position, segment, surface), interaction, context.Threads);
        return new(film, [.. Measure(film, segment, solid), .. Measure(gap)], []);
    }

    /// <summary>Film over a foil from positions in the segment's periodic box: bonds across the cut are lost, overlaps are still to be settled.</summary>
    internal static ElectrodeState Lay(ElectrodeState slurry, Vector3d[] position, FilmSegment segment, HeightMap surface)
    {
        double height = segment.BoxFor(slurry.Particles).Z;
        Bond[] bonds = [.. slurry.Bonds.Where(b => Math.Abs(position[b.I].Z - position[b.J].Z) < height / 2)];
        return slurry with
        {
            Phase = StructurePhase.WetFilm,
            Domain = Domain.Film(segment.Width, segment.Width, segment.WetHeight),
            Particles = slurry.Particles with { Position = Heights(slurry.Particles, bonds, position, segment, surface) },
            Bonds = bonds,
            Foil = surface,
            FilmTop = segment.WetHeight,
            SegmentScale = segment.ThicknessScale,
        };
    }

    /// <summary>The column gives way to the relief as a whole; what hangs together is lifted as one, and clear of foil and surface where it can be.</summary>
    private static Vector3d[] Heights(ParticleSet p, Bond[] bonds, Vector3d[] position, FilmSegment segment, HeightMap surface)
    {
        var laid = new Vector3d[p.Count];
        var pieces = new Clusters(p.Count, bonds.Select(b => (b.I, b.J)));
        double mean = p.Radius.Average(), height = segment.BoxFor(p).Z;
        foreach (IGrouping<int, int> piece in Enumerable.Range(0, p.Count).GroupBy(pieces.Root))
        {
            double lift = piece.Average(i => Lift(position[i]));
            double sunk = piece.Max(i => Clearance(surface, position[i], p.Radius[i]) - position[i].Z - lift);
            double proud = piece.Max(i => position[i].Z + lift + p.Radius[i] - segment.WetHeight);
            lift += Math.Max(0, sunk) - Math.Max(0, proud);
            foreach (int i in piece)
            {
                laid[i] = position[i] with { Z = position[i].Z + lift };
            }
        }

        return laid;

        double Lift(Vector3d at)
        {
            double low = Clearance(surface, at, mean);
            return low + (at.Z * (segment.WetHeight - mean - low - height) / height);
        }
    }

    /// <summary>Height at which a sphere clears the foil below and around it, m.</summary>
    internal static double Clearance(HeightMap surface, Vector3d at, double radius)
    {
        double clear = double.NegativeInfinity;
        for (int k = 0; k < 17; k++)
        {
            double r = k == 0 ? 0 : radius * (k < 9 ? 0.5 : 0.9), angle = k * Math.PI / 4;
            double height = surface.HeightAt(at.X + (r * Math.Cos(angle)), at.Y + (r * Math.Sin(angle)));
            clear = Math.Max(clear, height + Math.Sqrt((radius * radius) - (r * r)));
        }

        return clear;
    }

    /// <summary>Refuses a foil whose relief leaves no room for a film.</summary>
    /// <exception cref="InputException">The relief is more than half of the wet film.</exception>
    internal static void Refuse(HeightMap surface, FilmSegment segment)
    {
        double relief = surface.Heights.Max() - surface.Heights.Min();
        if (relief > 0.5 * segment.WetHeight)
        {
            throw new InputException($"coating: the foil's relief ({relief * 1e6:F2} um) is more than half of the wet film ({segment.WetHeight * 1e6:F2} um); take a smoother foil, more primaries or a narrower segment");
        }
    }

    private static Measurement[] Measure(ElectrodeState film, FilmSegment segment, double solid)
    {
        double area = film.Domain.Area;
        return
        [
            new("segment width", segment.Width, "m") { Definition = "edge of the square column of film that is simulated" },
            new("segment thickness scale", segment.ThicknessScale, "-") { Definition = "dry thickness of the segment over that of the whole layer" },
            new("wet film thickness", segment.WetHeight, "m") { Definition = "of the segment, from its solids" },
            new("wet film thickness of the layer", segment.WetHeight / segment.ThicknessScale, "m") { Definition = "of the whole layer" },
            new("slurry solids volume fraction", solid / (area * segment.WetHeight), "-") { Bounds = Interval.Share, Definition = "particles in the slurry as coated" },
            new("solvent per area", film.Ledger[Species.Solvent] / area / segment.ThicknessScale, "kg/m^2") { Definition = "of the whole layer" },
        ];
    }

    /// <summary>The gap that spreads the whole layer.</summary>
    /// <exception cref="InputException">It is no wider than the film that is to leave it.</exception>
    private CoatingGap GapOver(FilmSegment segment)
    {
        double film = segment.WetHeight / segment.ThicknessScale, gap = options.Gap ?? CoatingGap.DragRatio * film;
        return gap > film
            ? new(options.Speed, gap, film, options.GapLength)
            : throw new InputException($"coating.gap = \"{Quantity.Format(gap, "m")}\": no wider than the wet film of {Quantity.Rounded(film, "m")} that is to leave it; give more, or leave it out for twice the film");
    }

    private Measurement[] Measure(CoatingGap gap) =>
    [
        new("coating shear rate", gap.GreatestShear, "1/s") { Definition = "greatest in the gap, Newtonian" },
        new("coating shear stress", CarreauYasuda.Viscosity(slurry, gap.GreatestShear) * gap.GreatestShear, "Pa") { Definition = "of the binder solution at that rate" },
        new("coating strain", gap.Strain, "-") { Definition = "at that rate, while the film passes the gap; no particle is moved by it" },
    ];
}
