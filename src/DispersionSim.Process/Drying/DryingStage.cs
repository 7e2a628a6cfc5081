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

    /// <summary>Farthest fall of the surface within a step, mean radii: it must not pass a particle that it has not touched yet.</summary>
    private const double Fall = 0.1;

    /// <summary>Share of the capillary force's reach that the surface may stand above its particles before it has entered the pores.</summary>
    private const double PoreEntry = 0.75;

    /// <summary>Overlap, over the mean radius, that the greatest contact force of a packing may cause.</summary>
    private const double Overlap = 0.02;

    /// <summary>Greatest contact force of a packing over p d²: the mean is about p d² (πd²p/Zφ, rumpf-1962), and forces fall off exponentially (mueth-1998), so that the greatest of some thousands is ten times that.</summary>
    private const double GreatestForce = 10;

    /// <summary>Greatest growth of the contacts' stiffness from step to step: small, so that the forces stay near balance.</summary>
    private const double Hardening = 1.1;

    /// <summary>The slurry's solution, for what its viscosity decides.</summary>
    public SlurryOptions Slurry { get; init; } = new();

    public string Name => "drying";

    public StructurePhase Requires => StructurePhase.WetFilm;

    public StructurePhase Produces => StructurePhase.DryFilm;

    public StageResult Run(ElectrodeState input, StageContext context)
    {
        RefuseGelled(input);
        double gelHeight = GelHeight(input);
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
        (bool entered, double[] height, double[] pressure) = Lower(system, input, gelHeight, stiffness, context);
        return Finish(input, system, entered, gelHeight, (height, pressure));
    }

    /// <summary>Stiffness that contacts need under a pressure on the film, N/m.</summary>
    private static double StiffnessUnder(double pressure, ElectrodeState film) => 4 * GreatestForce * pressure * film.Particles.Radius.Average() / Overlap;

    private void Harden(DryingSystem system, double stiffness)
    {
        SoftAdhesiveLaw contact = ContactModel.Adhesive(interaction, stiffness, system.Scale);
        system.Harden(contact, contact, ContactModel.BridgeStiffness(stiffness));
    }

    private (SoftAdhesiveLaw Pair, SoftAdhesiveLaw Foil, CapillaryLaw Top) Laws(double stiffness, UnitScale scale)
    {
        SoftAdhesiveLaw contact = ContactModel.Adhesive(interaction, stiffness, scale);
        float tension = (float)(options.SurfaceTension * scale.Length / scale.Force);
        return (contact, contact, new(tension, (float)Math.Cos(options.ContactAngle), (float)Math.Sin(options.ContactAngle)));
    }

    private double GelSolvent(ElectrodeState film) => film.Ledger[Species.BinderPrecursor] * (1 - options.GelMassFraction) / options.GelMassFraction;

    /// <summary>Height of the segment when its solution gels, m.</summary>
    private double GelHeight(ElectrodeState film) => DryingLayer.Of(film).HeightWith(GelSolvent(film) / film.Domain.Area / film.SegmentScale) * film.SegmentScale;

    private void RefuseGelled(ElectrodeState film)
    {
        double precursor = film.Ledger[Species.BinderPrecursor], solvent = film.Ledger[Species.Solvent];
        if (solvent <= GelSolvent(film))
        {
            throw new InputException($"drying.gel_mass_fraction = {options.GelMassFraction:G3}: the slurry's solution already holds {precursor / (precursor + solvent):P0} of binder precursor; take a lower slurry.solids_mass_fraction or a higher gel point");
        }
    }

    private (bool Entered, double[] Height, double[] Pressure) Lower(DryingSystem system, ElectrodeState film, double gelHeight, double stiffness, StageContext context)
    {
        double level = FilmDynamics.FoilLevel(film) / system.Scale.Length, goal = (gelHeight / system.Scale.Length) + level;
        double start = (film.FilmTop / system.Scale.Length) + level, area = film.Domain.Area;
        var heights = new List<double>();
        var pressures = new List<double>();
        if (context.Memory.Recall() is { } kept)
        {
            system.Restore(kept);
            heights.AddRange(kept.Get<double>("drying-heights"));
            pressures.AddRange(kept.Get<double>("drying-pressures"));
            Harden(system, stiffness = kept.GetOne<double>("drying-stiffness"));
        }
        else
        {
            system.Plant(film.Bonds, _ => 1);
        }

        system.TopVelocity = -Slowness;
        while (true)
        {
            heights.Add((system.TopHeight - level) * system.Scale.Length);
            pressures.Add(system.WallForce(LinkKind.Interface) * system.Scale.Force / area);
            bool entered = HasEnteredPores(system);
            if (entered || system.TopHeight <= goal)
            {
                return (entered, [.. heights], [.. pressures]);
            }

            double wanted = StiffnessUnder(pressures.Max(), film);
            if (wanted > stiffness)
            {
                Harden(system, stiffness = Math.Min(wanted, Hardening * stiffness));
            }

            system.Step(Math.Min(system.TopHeight - goal + 1e-6, Fall) / Slowness);
            Keep(system, stiffness, heights, pressures, context);
            context.Progress((start - system.TopHeight) / (start - goal), "drying");
        }
    }

    /// <summary>Deepest overlap of particles with each other or the foil, over the mean radius.</summary>
    private static double Deepest(DryingSystem system) =>
        system.Contacts().Select(c => c.Overlap).Concat(system.WallContacts(LinkKind.Foil).Select(c => c.Overlap)).DefaultIfEmpty(0).Max();

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

    /// <summary>Straight after a step, before anything is read out: a run that goes on from here repeats the same arithmetic.</summary>
    private static void Keep(DryingSystem system, double stiffness, List<double> heights, List<double> pressures, StageContext context)
    {
        if (context.Stop.IsCancellationRequested || context.Memory.IsDue)
        {
            context.Memory.Keep(system.Save().Set("drying-stiffness", stiffness).Set("drying-heights", heights.ToArray()).Set("drying-pressures", pressures.ToArray()));
        }

        context.Stop.ThrowIfCancellationRequested();
    }

    private StageResult Finish(ElectrodeState input, DryingSystem system, bool entered, double gelHeight, (double[] Height, double[] Pressure) lowering)
    {
        ParticleSet particles = input.Particles with { Position = FilmDynamics.Positions(system, input) };
        double top = new LayerTop(input.Domain, input.Foil!).Mean(particles.Position, particles.Radius);
        var course = new DryingCourse(options, DryingLayer.Of(input), Slurry, Math.Max(top, gelHeight) / input.SegmentScale);
        double kept = course.KeptSolvent * input.Domain.Area * input.SegmentScale;
        ElectrodeState film = input with
        {
            Phase = StructurePhase.DryFilm,
            Particles = particles,
            Domain = Domain.Film(input.Domain.Size.X, input.Domain.Size.Y, top),
            FilmTop = top,
            Bonds = system.SurvivingBonds(),
            Ledger = input.Ledger.Move(Species.Solvent, Species.SolventVapour, input.Ledger[Species.Solvent] - kept),
        };
        film = film with { Binder = BinderDeposition.Lay(film, BinderConversion.Volume(film.Ledger), course.Profile, options.RingShare) };
        return new(film, [.. Measure(film, system, entered, gelHeight), .. Measure(film, course, lowering.Pressure.Max())], [.. Curves(course.Profile, lowering), .. course.Curves()]);
    }

    private static IEnumerable<Measurement> Measure(ElectrodeState film, DryingSystem system, bool entered, double gelHeight)
    {
        double volume = film.Domain.Area * film.FilmTop, solid = film.Particles.TotalVolume(), binder = film.Binder!.TotalVolume;
        yield return new("dried thickness", film.FilmTop, "m") { Definition = "mean upper surface over the foil's mean plane" };
        yield return new("dried porosity", 1 - ((solid + binder) / volume), "-") { Definition = "volume without particle or binder, over the layer's" };
        yield return new("dried particle fraction", solid / volume, "-") { Bounds = Interval.Share, Definition = "volume of particles over the layer's" };
        yield return new("height at the gel point", gelHeight, "m") { Definition = "height of the saturated film when its solution gels" };
        yield return new("surface entered pores", entered ? 1 : 0, "-") { Definition = "1 where the liquid's surface entered the pores before the solution gelled" };
        yield return new("drying overlap", Deepest(system), "-") { Definition = "deepest overlap over the mean radius (softened contacts)" };
        yield return new("drying matrix products per step", system.MatrixProducts / (double)Math.Max(1, system.Steps), "-") { Definition = "matrix products of the implicit solver per accepted step" };
        yield return new("drying steps", system.Steps, "-") { Definition = "accepted implicit steps" };
    }

    /// <summary>What the balance of the whole layer gives.</summary>
    private IEnumerable<Measurement> Measure(ElectrodeState film, DryingCourse course, double pressure)
    {
        Material silicon = MaterialCatalog.Silicon;
        double radius = film.Particles.Radius.Average(), fraction = film.Particles.TotalVolume() / film.Domain.Area / film.SegmentScale / course.BedHeight;
        var cracking = new Cracking(silicon.YoungModulus.Value / (2 * (1 + silicon.PoissonRatio.Value)), radius, fraction, options.CrackEnergy);
        double bare = (cracking with { Energy = 2 * options.SurfaceTension }).Thickness(course.ThroatPressure);
        yield return new("binder top to bottom", course.TopToBottom, "-") { Definition = "binder in the upper third over the lower third at the gel point, 1-D balance of the whole layer" };
        yield return new("drying time", course.DryingTime, "s") { Definition = "from coating until the binder keeps what is left of the solvent, whole layer" };
        yield return new("time to the gel point", course.GelTime, "s") { Definition = "from coating, whole layer" };
        yield return new("drying Péclet number", course.Peclet, "-") { Definition = "speed of the surface times height at the gel point over the dilute diffusivity" };
        yield return new("suction pressure ratio", course.SuctionPressureRatio, "-") { Definition = "pressure that drives the solution through the bed at the speed of drying over that of the menisci; far above 1 the solution dries up in place" };
        yield return new("sedimentation number", course.SedimentationNumber(film.ParticleDensity[(int)ParticleKind.Silicon]), "-") { Definition = "speed of sedimentation of a mean particle over that of the falling surface" };
        yield return new("levelling time", course.LevellingTime, "s") { Definition = "in which waves on the wet film fall to 1/e" };
        yield return new("waves left at the gel point", course.WavesLeft, "-") { Definition = "height of waves when the solution gels over that as coated" };
        yield return new("greatest capillary pressure", pressure, "Pa") { Definition = "of the liquid's surface on the particles until it enters the pores or the solution gels" };
        yield return new("throat pressure", course.ThroatPressure, "Pa") { Definition = "at which a meniscus passes the throats between the particles, 10 times surface tension over radius" };
        yield return new("critical cracking thickness", cracking.Thickness(course.ThroatPressure), "m") { Definition = "from which the layer cracks under the throat pressure, with drying.crack_energy" };
        yield return new("critical cracking thickness without binder", bare, "m") { Definition = "the same with the energy of the solvent's two surfaces alone" };
        yield return new("cracking index", course.BedHeight / cracking.Thickness(course.ThroatPressure), "-") { Definition = "thickness of the whole layer when it stops shrinking over the critical one; above 1 cracks are to be expected" };
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
