using DispersionSim.Core;
using PressSystem = DispersionSim.Engine.OverdampedSystem<
    DispersionSim.Kernels.BinderCoveredLaw<DispersionSim.Kernels.ThorntonNingLaw>,
    DispersionSim.Kernels.BinderCoveredLaw<DispersionSim.Kernels.SoftMetalLaw>,
    DispersionSim.Kernels.BinderCoveredLaw<DispersionSim.Kernels.ThorntonNingLaw>>;

namespace DispersionSim.Process;

/// <summary>Pressure against height while a layer is pressed and springs back.</summary>
internal sealed class PressRecord(ElectrodeState film, PressingOptions options)
{
    private readonly List<double> heights = [];
    private readonly List<double> platen = [];
    private readonly List<double> foil = [];
    private readonly Nip nip = new(options.RollRadius, options.RollSpeed, film.SegmentScale);
    private readonly LayerTop surface = new(film.Domain, film.Foil!);
    private int turn = -1;
    private double risk;
    private double stress;

    /// <summary>Height that particles and binder would have without pores, m.</summary>
    public double SolidHeight { get; } = (film.Particles.TotalVolume() + (film.Binder?.TotalVolume ?? 0)) / film.Domain.Area;

    public bool Unloading { get; private set; }

    /// <summary>Plate height where unloading began, simulation units.</summary>
    public double TurnHeight { get; private set; }

    public double GreatestPressure => platen.Count == 0 ? 0 : platen.Max();

    public double PorosityAt(double height) => 1 - (SolidHeight / height);

    /// <summary>Height of the layer: its mean upper surface over the foil's mean plane, m. The plate lies higher by the relief of that surface, which a whole layer has once and a thin segment would count in full.</summary>
    public double HeightOf(PressSystem system) => surface.Mean(FilmDynamics.Positions(system, film), film.Particles.Radius);

    public void Add(double height, double onPlaten, double onFoil)
    {
        heights.Add(height);
        platen.Add(onPlaten);
        foil.Add(onFoil);
    }

    /// <summary>Force of the rolls over the width of the web, had loading ended here, N/m.</summary>
    public double LineLoad() => nip.LineLoad(heights, platen);

    /// <summary>Loading has ended: how high the plate is, and how hard the particles press on each other.</summary>
    public void Turn(PressSystem system)
    {
        var greatest = new double[film.Particles.Count];
        foreach ((int i, int j, _, double force, _) in system.Contacts())
        {
            greatest[i] = Math.Max(greatest[i], force * system.Scale.Force);
            greatest[j] = Math.Max(greatest[j], force * system.Scale.Force);
        }

        double[] radius = film.Particles.Radius;
        (Unloading, TurnHeight, turn) = (true, system.TopHeight, heights.Count - 1);
        risk = greatest.Zip(radius, (f, a) => FractureRisk.Of(f, a, options.ParticleStrength, options.StrengthModulus)).Average();
        stress = greatest.Zip(radius, FractureRisk.Stress).Max();
    }

    /// <summary>Loading goes on where it ended: the springing back is forgotten.</summary>
    public void GoOn()
    {
        foreach (List<double> column in new[] { heights, platen, foil })
        {
            column.RemoveRange(turn + 1, column.Count - turn - 1);
        }

        Unloading = false;
    }

    public IEnumerable<Measurement> Measure(ElectrodeState pressed, PressSystem system)
    {
        double density = Density(pressed, pressed.FilmTop), before = Density(pressed, film.FilmTop);
        double[] pits = system.FoilIndentation();
        double[] sunk = [.. pits.Where(d => d > 0)];
        yield return new("greatest pressure", GreatestPressure, "Pa") { Definition = "mean normal stress on the plate at the end of loading" };
        yield return new("pressure balance", turn < 0 ? 0 : foil[turn] / platen[turn], "-") { Definition = "force on the foil over force on the plate at the greatest pressure; 1 at rest" };
        yield return new("pressed thickness", pressed.FilmTop, "m") { Definition = "mean upper surface over the foil's mean plane after spring-back" };
        yield return new("pressed porosity", PorosityAt(pressed.FilmTop), "-") { Definition = "volume without particle or binder, over the layer's" };
        yield return new("pressed density", density, "kg/m^3") { Definition = "mass of particles and binder over the layer's volume" };
        yield return new("density rise", (density / before) - 1, "-") { Definition = "relative rise of the layer's density" };
        yield return new("spring-back", turn < 0 ? 0 : (heights[^1] / heights[turn]) - 1, "-") { Definition = "rise of the mean upper surface from greatest pressure to none, over its height" };
        yield return new("line load", nip.LineLoad(heights[..(turn + 1)], platen), "N/m") { Definition = "force of the rolls over the width of the web: pressure along the nip" };
        yield return new("nip length", nip.Length(heights[..(turn + 1)], platen), "m") { Definition = "way in the nip from a hundredth of the greatest pressure to the greatest" };
        yield return new("particle fracture risk", risk, "-") { Bounds = Interval.Share, Definition = "mean probability that a primary cracks under its greatest contact load, by its assumed strength" };
        yield return new("greatest particle stress", stress, "Pa") { Definition = "greatest tensile stress in a primary, 0.7 F/(pi r^2)" };
        yield return new("embedding in foil", sunk.Length == 0 ? 0 : sunk.Average() * system.Scale.Length, "m") { Definition = "mean depth of the pits of particles that touched the foil" };
        yield return new("pressing overlap", system.Contacts().Select(c => c.Overlap).DefaultIfEmpty(0).Max(), "-") { Definition = "deepest overlap over the mean radius" };
        yield return new("pressing steps", system.Steps, "-") { Definition = "accepted implicit steps" };
    }

    public Curve Curve()
    {
        int[] kept = [.. Kept(heights.Count)];
        return new("pressure and density", "pressure", "Pa", "density", "kg/m^3", [.. kept.Select(k => Math.Max(0, platen[k]))], [.. kept.Select(k => Density(film, heights[k]))]);
    }

    /// <summary>Density under the rolls against the line load that brings it there.</summary>
    public Curve LineLoadCurve()
    {
        int[] kept = [.. Kept(turn + 1)];
        return new("line load and density", "line load", "N/m", "density", "kg/m^3", [.. kept.Select(k => nip.LineLoad(heights[..(k + 1)], platen))], [.. kept.Select(k => Density(film, heights[k]))]);
    }

    /// <summary>What a point of the layer feels on its way to the narrowest gap.</summary>
    public Curve NipCurve()
    {
        double least = heights[turn];
        int[] kept = [.. Kept(turn + 1)];
        return new(
            "pressure in the nip",
            "time",
            "s",
            "pressure",
            "Pa",
            [.. kept.Select(k => nip.Time(heights[0], least) - nip.Time(heights[k], least))],
            [.. kept.Select(k => Math.Max(0, platen[k]))]);
    }

    public void Save(ColumnBag bag) => bag
        .Set("press-heights", heights.ToArray()).Set("press-platen", platen.ToArray()).Set("press-foil", foil.ToArray())
        .Set("press-turn", [Unloading ? TurnHeight : double.NaN, turn, risk, stress]);

    public void Restore(ColumnBag bag)
    {
        heights.AddRange(bag.Get<double>("press-heights"));
        platen.AddRange(bag.Get<double>("press-platen"));
        foil.AddRange(bag.Get<double>("press-foil"));
        double[] kept = bag.Get<double>("press-turn");
        (TurnHeight, turn, risk, stress) = (kept[0], (int)kept[1], kept[2], kept[3]);
        Unloading = !double.IsNaN(TurnHeight);
    }

    /// <summary>At most some 300 of the first points, the last among them.</summary>
    private static IEnumerable<int> Kept(int count)
    {
        int every = Math.Max(1, count / 300);
        return Enumerable.Range(0, count).Where(k => k % every == 0 || k == count - 1);
    }

    private static double Density(ElectrodeState state, double height)
    {
        Ledger m = state.Ledger;
        double mass = m[Species.Silicon] + m[Species.SiliconAlloy] + m[Species.ConductivePowder] + m[Species.BinderPrecursor] + m[Species.Binder];
        return mass / (state.Domain.Area * height);
    }
}
