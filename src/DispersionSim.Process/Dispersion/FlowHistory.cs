using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>What flow the slurry goes through, stretch by stretch, and what it costs.</summary>
/// <remarks>
/// Without inertia everything depends on stress over adhesion (and over kT/a³) and on strain, not on time. The drag is set once, with the viscosity at the fastest
/// stretch; a slower one, where the solution is thicker, is run at the rate that gives it its own stress μ(G)G. Nothing is approximated by that.
/// </remarks>
public sealed class FlowHistory
{
    private readonly SlurryOptions slurry;

    /// <summary>A history of given stretches.</summary>
    public FlowHistory(IReadOnlyList<ShearSegment> stretches, SlurryOptions slurry)
    {
        Stretches = stretches;
        this.slurry = slurry;
        FastestRate = stretches.Max(s => s.Intensity);
        Viscosity = CarreauYasuda.Viscosity(slurry, FastestRate);
    }

    public IReadOnlyList<ShearSegment> Stretches { get; }

    /// <summary>Greatest intensity of the history, 1/s.</summary>
    public double FastestRate { get; }

    /// <summary>Viscosity of the binder solution there, Pa s.</summary>
    public double Viscosity { get; }

    /// <summary>The history of a recipe: as listed, or a pass a plane with rates drawn from the equipment's distribution.</summary>
    /// <param name="random">Draws rates and kinds of flow: three numbers a pass.</param>
    public static FlowHistory Of(DispersionOptions options, SlurryOptions slurry, RandomStream random)
    {
        if (options.History.Count > 0)
        {
            return new(options.History, slurry);
        }

        EquipmentProfile profile = EquipmentProfile.Of(options, slurry);
        ShearPlane[] planes = Enum.GetValues<ShearPlane>();
        return new([.. Enumerable.Range(0, options.Planes).Select(k => Pass(planes[k % planes.Length]))], slurry);

        ShearSegment Pass(ShearPlane plane)
        {
            double rate = profile.Median * Math.Pow(profile.Spread, Math.Clamp(random.NextGaussian(), -3, 3)), strain = options.Strain / options.Planes;
            return random.NextDouble() < profile.ExtensionShare
                ? new() { Flow = FlowKind.Extension, Plane = plane, Rate = rate / 2, Strain = strain }
                : new() { Plane = plane, Rate = rate, Strain = strain };
        }
    }

    /// <summary>The same with each stretch changed: to a strain that the box can be run for.</summary>
    public FlowHistory With(Func<ShearSegment, ShearSegment> change) => new([.. Stretches.Select(change)], slurry);

    /// <summary>Rate at which a stretch is run so that it has its own stress at the viscosity of the fastest one, 1/s.</summary>
    public double RunRate(ShearSegment stretch) => stretch.Rate * (CarreauYasuda.Viscosity(slurry, stretch.Intensity) / Viscosity);

    /// <summary>Greatest stress of the history, Pa.</summary>
    public double Stress => Stretches.Max(StressOf);

    /// <summary>∫ μ G² dt up to a strain of the history, J/m³: what the flow dissipates in the solution.</summary>
    public double EnergyAt(double strain) => UpTo(strain, (s, part) => StressOf(s) * part * s.Intensity / s.Rate);

    /// <summary>Time up to a strain of the history, s.</summary>
    public double TimeAt(double strain) => UpTo(strain, (s, part) => part / s.Rate);

    private double StressOf(ShearSegment s) => CarreauYasuda.Viscosity(slurry, s.Intensity) * s.Intensity;

    private double UpTo(double strain, Func<ShearSegment, double, double> of)
    {
        double sum = 0, left = strain;
        foreach (ShearSegment s in Stretches)
        {
            sum += of(s, Math.Clamp(left, 0, s.Strain));
            left -= s.Strain;
        }

        return sum;
    }
}
