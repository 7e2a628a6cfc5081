using DispersionSim.Core;
using PressSystem = DispersionSim.Engine.OverdampedSystem<DispersionSim.Kernels.ThorntonNingLaw, DispersionSim.Kernels.SoftMetalLaw, DispersionSim.Kernels.ThorntonNingLaw>;

namespace DispersionSim.Process;

/// <summary>Pressure against height while a layer is pressed and springs back.</summary>
internal sealed class PressRecord(ElectrodeState film)
{
    private readonly List<double> heights = [];
    private readonly List<double> platen = [];
    private readonly List<double> foil = [];
    private readonly double level = FilmDynamics.FoilLevel(film);

    /// <summary>Height that particles and binder would have without pores, m.</summary>
    public double SolidHeight { get; } = (film.Particles.TotalVolume() + (film.Binder?.TotalVolume ?? 0)) / film.Domain.Area;

    public bool Unloading { get; private set; }

    /// <summary>Plate height where unloading began, simulation units.</summary>
    public double TurnHeight { get; private set; }

    public double GreatestPressure => platen.Count == 0 ? 0 : platen.Max();

    public double PorosityAt(double height) => 1 - (SolidHeight / height);

    /// <summary>Height of the plate over the foil's mean plane, m.</summary>
    public double HeightOf(PressSystem system) => (system.TopHeight * system.Scale.Length) - level;

    public void Add(double height, double onPlaten, double onFoil)
    {
        heights.Add(height);
        platen.Add(onPlaten);
        foil.Add(onFoil);
    }

    public void Turn(double height) => (Unloading, TurnHeight) = (true, height);

    public IEnumerable<Measurement> Measure(ElectrodeState pressed, PressSystem system)
    {
        int turn = platen.IndexOf(GreatestPressure);
        double density = Density(pressed, pressed.FilmTop), before = Density(pressed, film.FilmTop);
        double[] pits = system.FoilIndentation();
        double[] sunk = [.. pits.Where(d => d > 0)];
        yield return new("greatest pressure", GreatestPressure, "Pa") { Definition = "mean normal stress on the plate at the end of loading" };
        yield return new("pressure balance", turn < 0 ? 0 : foil[turn] / platen[turn], "-") { Definition = "force on the foil over force on the plate at the greatest pressure; 1 at rest" };
        yield return new("pressed thickness", pressed.FilmTop, "m") { Definition = "mean upper surface over the foil's mean plane after spring-back" };
        yield return new("pressed porosity", PorosityAt(pressed.FilmTop), "-") { Definition = "volume without particle or binder, over the layer's" };
        yield return new("pressed density", density, "kg/m^3") { Definition = "mass of particles and binder over the layer's volume" };
        yield return new("density rise", (density / before) - 1, "-") { Definition = "relative rise of the layer's density" };
        yield return new("spring-back", turn < 0 ? 0 : (heights[^1] / heights[turn]) - 1, "-") { Definition = "rise of the plate from greatest pressure to none, over its height" };
        yield return new("embedding in foil", sunk.Length == 0 ? 0 : sunk.Average() * system.Scale.Length, "m") { Definition = "mean depth of the pits of particles that touched the foil" };
        yield return new("pressing overlap", system.Contacts().Select(c => c.Overlap).DefaultIfEmpty(0).Max(), "-") { Definition = "deepest overlap over the mean radius" };
        yield return new("pressing steps", system.Steps, "-") { Definition = "accepted implicit steps" };
    }

    public Curve Curve()
    {
        int every = Math.Max(1, heights.Count / 300);
        int[] kept = [.. Enumerable.Range(0, heights.Count).Where(k => k % every == 0 || k == heights.Count - 1)];
        return new("pressure and density", "pressure", "Pa", "density", "kg/m^3", [.. kept.Select(k => Math.Max(0, platen[k]))], [.. kept.Select(k => Density(film, heights[k]))]);
    }

    public void Save(ColumnBag bag) => bag
        .Set("press-heights", heights.ToArray()).Set("press-platen", platen.ToArray()).Set("press-foil", foil.ToArray())
        .Set("press-turn", Unloading ? TurnHeight : double.NaN);

    public void Restore(ColumnBag bag)
    {
        heights.AddRange(bag.Get<double>("press-heights"));
        platen.AddRange(bag.Get<double>("press-platen"));
        foil.AddRange(bag.Get<double>("press-foil"));
        double turn = bag.GetOne<double>("press-turn");
        if (!double.IsNaN(turn))
        {
            Turn(turn);
        }
    }

    private static double Density(ElectrodeState state, double height)
    {
        Ledger m = state.Ledger;
        double mass = m[Species.Silicon] + m[Species.SiliconAlloy] + m[Species.ConductivePowder] + m[Species.BinderPrecursor] + m[Species.Binder];
        return mass / (state.Domain.Area * height);
    }
}
