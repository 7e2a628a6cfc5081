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
        (Vector3d[] position, Bond[] bonds) = Concentration.Compress(input, segment.BoxFor(input.Particles), interaction, context);
        ElectrodeState film = FilmRelaxation.Settle(Lay(input with { Ledger = ledger, Bonds = bonds }, position, segment, surface), context.Threads);
        return new(film, Measure(film, segment, solid), []);
    }

    /// <summary>Film over a foil from positions in the segment's periodic box: bonds across the cut are lost, overlaps are still to be settled.</summary>
    internal static ElectrodeState Lay(ElectrodeState slurry, Vector3d[] position, FilmSegment segment, HeightMap surface)
    {
        ParticleSet p = slurry.Particles;
        var laid = new Vector3d[p.Count];
        double mean = p.Radius.Average(), height = segment.BoxFor(p).Z;
        for (int i = 0; i < p.Count; i++)
        {
            // The column gives way to the relief as a whole, whatever the sizes in it; only who touches foil or surface is moved on its own.
            double low = Clearance(surface, position[i], mean), high = segment.WetHeight - mean;
            double z = low + (position[i].Z / height * (high - low));
            double floor = Clearance(surface, position[i], p.Radius[i]);
            laid[i] = new(position[i].X, position[i].Y, Math.Max(floor, Math.Min(z, segment.WetHeight - p.Radius[i])));
        }

        return slurry with
        {
            Phase = StructurePhase.WetFilm,
            Domain = Domain.Film(segment.Width, segment.Width, segment.WetHeight),
            Particles = p with { Position = laid },
            Bonds = [.. slurry.Bonds.Where(b => Math.Abs(position[b.I].Z - position[b.J].Z) < height / 2)],
            Foil = surface,
            FilmTop = segment.WetHeight,
            SegmentScale = segment.ThicknessScale,
        };
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

    private static void Refuse(HeightMap surface, FilmSegment segment)
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
            new("slurry solids volume fraction", solid / (area * segment.WetHeight), "-") { Definition = "particles in the slurry as coated" },
            new("solvent per area", film.Ledger[Species.Solvent] / area / segment.ThicknessScale, "kg/m^2") { Definition = "of the whole layer" },
        ];
    }
}
