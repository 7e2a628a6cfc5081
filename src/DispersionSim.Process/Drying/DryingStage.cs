using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;
using DryingSystem = DispersionSim.Engine.OverdampedSystem<DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.CapillaryLaw>;

namespace DispersionSim.Process;

/// <summary>Lets the liquid's surface fall through the film: capillarity packs the particles until the solution gels or the surface enters the pores.</summary>
/// <remarks>
/// Quasi-static: the surface falls so slowly that drag stays far below the capillary force. The film is saturated until it gels, so its height
/// follows from its volumes; the dried porosity is a result. See docs/physics/drying.md.
/// </remarks>
public sealed class DryingStage(DryingOptions options, InteractionOptions interaction) : IStage
{
    /// <summary>Speed of the surface over the speed at which the capillary force would drag a mean particle.</summary>
    private const double Slowness = 0.02;

    /// <summary>Share of the capillary force's reach that the surface may stand above its particles before it has entered the pores.</summary>
    private const double PoreEntry = 0.75;

    public string Name => "drying";

    public StructurePhase Requires => StructurePhase.WetFilm;

    public StructurePhase Produces => StructurePhase.DryFilm;

    public StageResult Run(ElectrodeState input, StageContext context)
    {
        double area = input.Domain.Area, gelHeight = GelVolume(input) / area;
        double mean = input.Particles.Radius.Average(), capillary = 2 * Math.PI * options.SurfaceTension * mean;
        double stiffness = ContactModel.Stiffness(interaction, mean, capillary);
        UnitScale scale = UnitScale.ForSuspension(mean, capillary, 1);
        using DryingSystem system = FilmDynamics.Build(
            input,
            scale,
            1,
            ContactModel.Options(interaction, stiffness),
            new StepControl { Motion = 0.05 },
            Laws(stiffness, scale),
            TopKind.Interface,
            input.FilmTop,
            context.Threads);
        (bool entered, double[] height, double[] pressure) = Lower(system, input, gelHeight, context);
        return Finish(input, system, entered, gelHeight, (height, pressure));
    }

    private (SoftAdhesiveLaw Pair, SoftAdhesiveLaw Foil, CapillaryLaw Top) Laws(double stiffness, UnitScale scale)
    {
        SoftAdhesiveLaw contact = ContactModel.Adhesive(interaction, stiffness, scale);
        float tension = (float)(options.SurfaceTension * scale.Length / scale.Force);
        return (contact, contact, new(tension, (float)Math.Cos(options.ContactAngle), (float)Math.Sin(options.ContactAngle)));
    }

    /// <summary>Volume of particles and solution when the solution gels, m³.</summary>
    private double GelVolume(ElectrodeState film)
    {
        double precursor = film.Ledger[Species.BinderPrecursor];
        double solvent = Math.Min(film.Ledger[Species.Solvent], precursor * (1 - options.GelMassFraction) / options.GelMassFraction);
        return film.Particles.TotalVolume()
            + (precursor / MaterialCatalog.PolyamicAcid.Density.Value)
            + (solvent / MaterialCatalog.Solvent.Density.Value);
    }

    private static (bool Entered, double[] Height, double[] Pressure) Lower(DryingSystem system, ElectrodeState film, double gelHeight, StageContext context)
    {
        List<double> heights = [], pressures = [];
        if (context.Memory.Recall() is { } kept)
        {
            system.Restore(kept);
            heights.AddRange(kept.Get<double>("curve-height"));
            pressures.AddRange(kept.Get<double>("curve-pressure"));
        }

        double level = FilmDynamics.FoilLevel(film) / system.Scale.Length, goal = (gelHeight / system.Scale.Length) + level;
        double start = (film.FilmTop / system.Scale.Length) + level, area = film.Domain.Area;
        bool entered = false;
        system.TopVelocity = -Slowness;
        while (system.TopHeight > goal && !entered)
        {
            system.Step((system.TopHeight - goal + 1e-6) / Slowness);
            heights.Add((system.TopHeight - level) * system.Scale.Length);
            pressures.Add(system.WallForce(LinkKind.Interface) * system.Scale.Force / area);
            entered = HasEnteredPores(system);
            Keep(system, heights, pressures, context);
            context.Progress((start - system.TopHeight) / (start - goal), "drying");
        }

        return (entered, [.. heights], [.. pressures]);
    }

    /// <summary>The mean particle at the surface stands out so far that the surface no longer holds it down.</summary>
    private static bool HasEnteredPores(DryingSystem system)
    {
        double sum = 0;
        int count = 0;
        foreach ((int particle, double height) in system.WallContacts(LinkKind.Interface))
        {
            sum += height / system.RadiusOf(particle);
            count++;
        }

        return count > 3 && sum / count > PoreEntry;
    }

    private static void Keep(DryingSystem system, List<double> heights, List<double> pressures, StageContext context)
    {
        if (context.Stop.IsCancellationRequested || context.Memory.IsDue)
        {
            context.Memory.Keep(system.Save().Set("curve-height", heights.ToArray()).Set("curve-pressure", pressures.ToArray()));
        }

        context.Stop.ThrowIfCancellationRequested();
    }

    private StageResult Finish(ElectrodeState input, DryingSystem system, bool entered, double gelHeight, (double[] Height, double[] Pressure) curve)
    {
        ParticleSet particles = input.Particles with { Position = FilmDynamics.Positions(system, input) };
        double top = LayerTop.Mean(particles, input.Domain, input.Foil!);
        double evaporated = input.Ledger[Species.Solvent];
        double[] profile = BinderProfile(input, Math.Max(top, gelHeight));
        ElectrodeState film = input with
        {
            Phase = StructurePhase.DryFilm,
            Particles = particles,
            Domain = Domain.Film(input.Domain.Size.X, input.Domain.Size.Y, top),
            FilmTop = top,
            Bonds = [.. input.Bonds.Where(b => Touching(particles, input.Domain, b))],
            Ledger = input.Ledger.Move(Species.Solvent, Species.SolventVapour, evaporated),
        };
        double binder = film.Ledger[Species.BinderPrecursor] / MaterialCatalog.PolyamicAcid.Density.Value;
        film = film with { Binder = BinderDeposition.Lay(film, binder, profile, options.RingShare) };
        return new(film, [.. Measure(film, system, entered, gelHeight, profile)], Curves(profile, curve));
    }

    private static bool Touching(ParticleSet p, Domain domain, Bond b) =>
        domain.Nearest(p.Position[b.I] - p.Position[b.J]).Length <= (p.Radius[b.I] + p.Radius[b.J]) * 1.001;

    /// <summary>Binder against height at the gel point, over its mean, for the whole layer's thickness.</summary>
    private double[] BinderProfile(ElectrodeState wet, double end)
    {
        double scale = wet.SegmentScale, start = wet.FilmTop;
        double speed = options.Rate / MaterialCatalog.Solvent.Density.Value;
        double solid = wet.Particles.TotalVolume() / wet.Domain.Area;
        double precursor = wet.Ledger[Species.BinderPrecursor], solvent = wet.Ledger[Species.Solvent];
        double gelSolvent = precursor * (1 - options.GelMassFraction) / options.GelMassFraction;
        return BinderMigration.Profile(start / scale, end / scale, speed, share =>
        {
            double height = start + (share * (end - start)), voids = Math.Max(0.2, 1 - (solid / height));
            double concentration = precursor / (precursor + solvent + (share * (gelSolvent - solvent)));
            return Diffusivity(concentration) * Math.Sqrt(voids);
        });
    }

    /// <summary>Dilute value below 20 wt% of precursor, falling log-linearly to the gel point, m²/s.</summary>
    private double Diffusivity(double massFraction)
    {
        const double Crowded = 0.2;
        double share = Math.Clamp((massFraction - Crowded) / Math.Max(options.GelMassFraction - Crowded, 0.01), 0, 1);
        return options.BinderDiffusivity * Math.Pow(options.DiffusivityFall, -share);
    }

    private IEnumerable<Measurement> Measure(ElectrodeState film, DryingSystem system, bool entered, double gelHeight, double[] profile)
    {
        double area = film.Domain.Area, volume = area * film.FilmTop;
        double solid = film.Particles.TotalVolume(), binder = film.Binder!.TotalVolume;
        int third = profile.Length / 3;
        yield return new("dried thickness", film.FilmTop, "m") { Definition = "mean upper surface over the foil's mean plane" };
        yield return new("dried porosity", 1 - ((solid + binder) / volume), "-") { Definition = "volume without particle or binder, over the layer's" };
        yield return new("dried particle fraction", solid / volume, "-") { Definition = "volume of particles over the layer's" };
        yield return new("height at the gel point", gelHeight, "m") { Definition = "height of the saturated film when its solution gels" };
        yield return new("surface entered pores", entered ? 1 : 0, "-") { Definition = "1 where the liquid's surface entered the pores before the solution gelled" };
        yield return new("drying overlap", system.Contacts().Select(c => c.Overlap).DefaultIfEmpty(0).Max(), "-") { Definition = "deepest overlap over the mean radius (softened contacts)" };
        yield return new("binder top to bottom", profile[^third..].Average() / profile[..third].Average(), "-") { Definition = "binder in the upper third over the lower third at the gel point, 1-D balance of the whole layer" };
        yield return new("drying time", (film.Ledger[Species.SolventVapour] / area / film.SegmentScale) / options.Rate, "s") { Definition = "solvent of the whole layer over the drying rate" };
        yield return new("drying Péclet number", options.Rate / MaterialCatalog.Solvent.Density.Value * gelHeight / film.SegmentScale / options.BinderDiffusivity, "-") { Definition = "speed of the surface times height at the gel point over the dilute diffusivity" };
        yield return new("drying matrix products per step", system.MatrixProducts / (double)Math.Max(1, system.Steps), "-") { Definition = "matrix products of the implicit solver per accepted step" };
        yield return new("drying steps", system.Steps, "-") { Definition = "accepted implicit steps" };
    }

    private static IReadOnlyList<Curve> Curves(double[] profile, (double[] Height, double[] Pressure) lowering)
    {
        double[] xi = [.. Enumerable.Range(0, profile.Length).Select(i => (i + 0.5) / profile.Length)];
        int every = Math.Max(1, lowering.Height.Length / 200);
        int[] kept = [.. Enumerable.Range(0, lowering.Height.Length).Where(k => k % every == 0)];
        return
        [
            new("binder at the gel point", "height over layer", "-", "concentration over mean", "-", xi, profile),
            new("capillary pressure", "film height", "m", "pressure on the film", "Pa", [.. kept.Select(k => lowering.Height[k])], [.. kept.Select(k => lowering.Pressure[k])]),
        ];
    }
}
