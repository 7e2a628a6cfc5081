using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>How a layer dries: solvent, height and time, and the binder that its liquid carries; a balance through the thickness, without particles.</summary>
/// <remarks>
/// The film shrinks while it is saturated, until its particles jam at the bed's height (the surface enters the pores) or its solution gels.
/// Where it jams first, the pores empty while capillarity draws solution to the surface, which goes on until the solution gels.
/// Rate: constant, or a second one from a share of the solvent on. See docs/physics/drying.md.
/// </remarks>
public sealed class DryingCourse
{
    private const int Third = BinderMigration.Cells / 3;

    /// <summary>Mass fraction of precursor from which diffusion slows down.</summary>
    private const double Crowded = 0.2;

    /// <summary>Exponent of the solution's viscosity in its concentration (assumed: 0.1, 1 and 5 Pa s at 5, 10 and 18 wt%).</summary>
    private const double ViscosityExponent = 3;

    /// <summary>Pressure of a meniscus in the throats between spheres, over γ/a.</summary>
    private const double ThroatFactor = 10;

    private readonly DryingOptions options;
    private readonly DryingLayer layer;
    private readonly SlurryOptions slurry;

    /// <summary>The course of drying of a layer.</summary>
    /// <param name="options">Rates, gel point, diffusivity.</param>
    /// <param name="layer">A square metre of the whole layer.</param>
    /// <param name="slurry">Viscosity of the solution as coated.</param>
    /// <param name="bedHeight">Height at which the particles jam, m; no less than that at the gel point counts.</param>
    public DryingCourse(DryingOptions options, DryingLayer layer, SlurryOptions slurry, double bedHeight)
    {
        (this.options, this.layer, this.slurry) = (options, layer, slurry);
        BedHeight = Math.Clamp(bedHeight, GelHeight, Math.Max(layer.WetHeight, GelHeight));
        Profile = Carry();
    }

    /// <summary>Height at which the film stops shrinking, m.</summary>
    public double BedHeight { get; }

    /// <summary>Concentration of binder over its mean at the gel point, in equal slices from foil to surface.</summary>
    public double[] Profile { get; }

    /// <summary>Mean of the upper third of the profile over that of the lower.</summary>
    public double TopToBottom => Profile[^Third..].Average() / Profile[..Third].Average();

    /// <summary>Solvent at which the solution gels, kg/m².</summary>
    public double GelSolvent => layer.Precursor * (1 - options.GelMassFraction) / options.GelMassFraction;

    /// <summary>Solvent that the dried binder keeps, kg/m².</summary>
    public double KeptSolvent => Math.Min(options.ResidualSolvent * layer.Precursor, GelSolvent);

    /// <summary>Height of the saturated film when its solution gels, m.</summary>
    public double GelHeight => layer.HeightWith(GelSolvent);

    /// <summary>Time from coating until the dried binder keeps what is left, s.</summary>
    public double DryingTime => TimeAt(KeptSolvent);

    /// <summary>Time from coating to the gel point, s.</summary>
    public double GelTime => TimeAt(GelSolvent);

    /// <summary>Speed of the surface at the first rate times height at the gel point over the dilute diffusivity.</summary>
    public double Peclet => options.Rate / MaterialCatalog.Solvent.Density.Value * GelHeight / options.BinderDiffusivity;

    /// <summary>Pressure at which menisci pass the throats of the bed, Pa.</summary>
    public double ThroatPressure => ThroatFactor * options.SurfaceTension / layer.Radius;

    /// <summary>Pressure that drives solution through the whole bed at the speed of drying, at the concentration half way from pore entry to gel, over that of the throats.</summary>
    /// <remarks>μ v_E H/κ over 10γ/a; κ = ε³d²/180(1 − ε)² (Kozeny–Carman).</remarks>
    public double SuctionPressureRatio
    {
        get
        {
            double voids = Math.Max(0.05, 1 - (layer.Solid / BedHeight)), diameter = 2 * layer.Radius;
            double permeability = voids * voids * voids * diameter * diameter / (180 * (1 - voids) * (1 - voids));
            double solvent = (SolventAt(BedHeight) + GelSolvent) / 2;
            return SolutionViscosity(solvent) * Speed(solvent) * BedHeight / permeability / ThroatPressure;
        }
    }

    /// <summary>Drying rate when so much solvent (kg/m²) is left, kg/(m² s).</summary>
    public double RateAt(double solvent) => solvent > SwitchSolvent ? options.Rate : options.SecondRate ?? options.Rate;

    /// <summary>Time from coating until so much solvent (kg/m²) is left, s.</summary>
    public double TimeAt(double solvent)
    {
        double second = Math.Max(0, SwitchSolvent - solvent);
        return ((layer.Solvent - solvent - second) / options.Rate) + (second / (options.SecondRate ?? options.Rate));
    }

    /// <summary>Speed of sedimentation of a mean particle in the solution as coated over that of the falling surface.</summary>
    public double SedimentationNumber(double density) => Settling.Speed(layer.Radius, density, slurry.ZeroShearViscosity) / Speed(layer.Solvent);

    /// <summary>τ of waves on the film as coated, s.</summary>
    public double LevellingTime => LevellingTimeAt(layer.Solvent);

    /// <summary>Height of waves at the gel point over that as coated: exp(−∫dt/τ) while film, solution and slurry change.</summary>
    public double WavesLeft
    {
        get
        {
            const int Pieces = 400;
            double step = (layer.Solvent - GelSolvent) / Pieces;
            return Math.Exp(-Enumerable.Range(0, Pieces).Sum(k => layer.Solvent - ((k + 0.5) * step) is var solvent ? step / RateAt(solvent) / LevellingTimeAt(solvent) : 0));
        }
    }

    /// <summary>Solvent left and height of the film against time.</summary>
    public IReadOnlyList<Curve> Curves()
    {
        IEnumerable<double> even = Enumerable.Range(0, 101).Select(k => layer.Solvent - (k / 100.0 * (layer.Solvent - KeptSolvent)));
        double[] solvent = [.. even.Append(Math.Clamp(SwitchSolvent, KeptSolvent, layer.Solvent)).Distinct().OrderDescending()];
        double[] time = [.. solvent.Select(TimeAt)];
        return
        [
            new("solvent in the layer", "time", "s", "solvent per area", "kg/m^2", time, solvent),
            new("film height", "time", "s", "height", "m", time, [.. solvent.Select(s => Math.Max(layer.HeightWith(s), BedHeight))]),
            new("drying rate", "time", "s", "solvent per area and time", "kg/(m^2 s)", time, [.. solvent.Select(RateAt)]),
        ];
    }

    /// <summary>Solvent left when the second rate begins, kg/m².</summary>
    private double SwitchSolvent => options.SecondRate is null ? 0 : layer.Solvent * (1 - options.SwitchAt);

    private double SolutionViscosity(double solvent) =>
        slurry.ZeroShearViscosity * Math.Pow(layer.Concentration(solvent) / layer.Concentration(layer.Solvent), ViscosityExponent);

    private double LevellingTimeAt(double solvent)
    {
        double height = layer.HeightWith(solvent), viscosity = Levelling.SlurryViscosity(SolutionViscosity(solvent), layer.Solid / height);
        return Levelling.Time(height, options.WaveLength, options.SurfaceTension, MaterialCatalog.Solvent.Density.Value, viscosity);
    }

    private double Speed(double solvent) => RateAt(solvent) / MaterialCatalog.Solvent.Density.Value;

    private double SolventAt(double height) => layer.Solvent - ((layer.WetHeight - height) * MaterialCatalog.Solvent.Density.Value);

    /// <summary>The binder swept up by the falling surface, then carried by suction where pores open before the solution gels.</summary>
    private double[] Carry()
    {
        double[] even = BinderMigration.Even();
        double[] shrunk = BinderMigration.Sweep(even, new(layer.WetHeight, BedHeight, h => Speed(SolventAt(h)), h => DiffusivityAt(SolventAt(h)) * Math.Sqrt(Voids(h)) / h));
        if (BedHeight <= GelHeight)
        {
            return shrunk;
        }

        double drawn = 1 / (1 + SuctionPressureRatio), voids = Math.Sqrt(Voids(BedHeight));
        return BinderMigration.Sweep(shrunk, new(BedHeight, GelHeight, h => Speed(SolventAt(h)), h => DiffusivityAt(SolventAt(h)) * voids * Math.Pow(Saturation(h), 1.5) / BedHeight) { Swept = drawn });
    }

    /// <summary>Share of the pores of the bed that holds liquid, when the film would be so high without them.</summary>
    private double Saturation(double height) => Math.Max(0.01, (height - layer.Solid) / (BedHeight - layer.Solid));

    private double Voids(double height) => Math.Max(0.2, 1 - (layer.Solid / height));

    /// <summary>Dilute value below 20 wt% of precursor, falling log-linearly to the gel point, m²/s.</summary>
    private double DiffusivityAt(double solvent)
    {
        double share = Math.Clamp((layer.Concentration(solvent) - Crowded) / Math.Max(options.GelMassFraction - Crowded, 0.01), 0, 1);
        return options.BinderDiffusivity * Math.Pow(options.DiffusivityFall, -share);
    }
}
