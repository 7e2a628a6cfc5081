using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Process-null layers of a run as the null of a micrograph: plane sections of them, pictured with the micrograph's pixels, greys, sharpness and noise, and cut into particles as it was.</summary>
/// <remarks>
/// A section is vertical, across x or y, at a random place of a random layer, in the bulk of the film (docs/physics/uniformity.md), its rows running downwards. What chance and process leave uneven, and what imaging and watershed
/// make of particles that touch, is then in picture and null alike. Sections of one layer a few diameters apart are not independent: few layers make a null of few independent layers, and the name says how many.
/// </remarks>
/// <param name="layers">The layers.</param>
/// <param name="name">Where they come from.</param>
public sealed class LayerSections(IReadOnlyList<ElectrodeState> layers, string name)
{
    /// <summary>Fewest layers that say how layers differ.</summary>
    public const int LeastLayers = 8;

    /// <summary>Largest relative difference of mean diameters and filled share between picture and null.</summary>
    private const double Tolerance = 0.2;

    /// <summary>Standard deviations of single null sections that a picture of few particles may differ by beyond that.</summary>
    private const double Spreads = 3;

    private const int Compared = 24;

    private readonly SectionedLayer[] films = [.. layers.Select(l => new SectionedLayer(l))];

    /// <summary>The null of a micrograph.</summary>
    /// <param name="micrograph">The micrograph.</param>
    /// <param name="options">How it was cut into particles.</param>
    /// <exception cref="InputException">Too few layers, a picture larger than they are, or sections of other sizes or another filled share than the picture's.</exception>
    public IPointNull NullOf(Micrograph micrograph, MicrographOptions options)
    {
        double width = micrograph.Field.Shape[2] * options.PixelSize, height = micrograph.Field.Shape[1] * options.PixelSize;
        (double wide, double deep) = (films.Min(f => f.Width), films.Min(f => f.Depth));
        if (films.Length < LeastLayers)
        {
            throw new InputException($"--null-run {name}: has {films.Length} process-null layers; at least {LeastLayers} are needed");
        }

        if (width > wide || height > deep)
        {
            throw new InputException(FormattableString.Invariant($"--null-run {name}: its layers hold sections of {wide * 1e6:F2} x {deep * 1e6:F2} um, the picture is {width * 1e6:F2} x {height * 1e6:F2} um: take a part of it with --crop, or a run of wider layers ([quality] primaries)"));
        }

        var sections = new Sections(films, micrograph, options, $"sections of {films.Length} process-null layers of {name}");
        Match(micrograph, sections, options);
        return sections;
    }

    /// <summary>Refuses a null whose circles are of other sizes, or fill another share, than the picture's.</summary>
    private void Match(Micrograph micrograph, Sections sections, MicrographOptions options)
    {
        Micrograph[] drawn = [.. Enumerable.Range(0, Compared).Select(k => sections.Picture(new(options.Seed, StreamName.NullPlacement, k)))];
        (string What, Func<Micrograph, double> Of)[] compared =
        [
            ("mean diameter in um", m => 1e6 * m.Particles.Average(p => p.Diameter)),
            ("area-weighted mean diameter in um", m => 1e6 * m.Particles.Sum(p => Math.Pow(p.Diameter, 3)) / m.Particles.Sum(p => Math.Pow(p.Diameter, 2))),
            ("filled share", m => m.Fraction),
        ];
        foreach ((string what, Func<Micrograph, double> of) in compared)
        {
            double[] chance = [.. drawn.Where(d => d.Particles.Count > 0).Select(of)];
            double picture = of(micrograph), mean = chance.Average(), spread = Math.Sqrt(chance.Average(c => (c - mean) * (c - mean)));
            if (!(Math.Abs(picture - mean) <= Math.Max(Tolerance * mean, Spreads * spread)))
            {
                throw new InputException(FormattableString.Invariant($"--null-run {name}: its sections are no null of this picture: {what} {picture:G3} in the picture, {mean:G3} in the null; pixel size, size distribution or density do not match"));
            }
        }
    }

    private sealed class Sections(SectionedLayer[] films, Micrograph like, MicrographOptions options, string name) : IPointNull
    {
        private readonly SectionPainter painter = new(like, options);

        public string Name => name;

        public PointSample Draw(RandomStream random) => SectionVerdict.Sample(Picture(random));

        /// <summary>A section, cut into particles.</summary>
        public Micrograph Picture(RandomStream random)
        {
            SectionedLayer film = films[random.NextInt(films.Length)];
            (double width, double height) = (painter.Width * options.PixelSize, painter.Height * options.PixelSize);
            return Micrograph.Of(painter.Paint(film.Cut(random, width, height), random, options.PixelSize), options with { Threads = 1 });
        }
    }
}
