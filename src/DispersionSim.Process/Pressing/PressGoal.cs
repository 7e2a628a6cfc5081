using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Where loading ends: at a pressure, a thickness, a porosity or a line load.</summary>
internal sealed class PressGoal
{
    /// <summary>A height is met that is missed by less than this share of it.</summary>
    private const double Tolerance = 2e-3;

    /// <summary>Each trial leaves a small part of what the one before it left.</summary>
    private const int MostTrials = 12;

    /// <summary>Part of the way that is gone in one trial: what is pressed too far does not come back.</summary>
    private const double Caution = 0.6;

    private readonly PressingOptions options;
    private readonly PressRecord record;
    private readonly double start, scale, asked;
    private int trials;

    /// <summary>The goal of a layer that is about to be pressed.</summary>
    /// <exception cref="InputException">The dried layer is already beyond what is asked for.</exception>
    public PressGoal(PressingOptions options, ElectrodeState film, PressRecord record)
    {
        (this.options, this.record, start, scale) = (options, record, film.FilmTop, film.SegmentScale);
        asked = options.Target switch
        {
            PressingTarget.Thickness => options.Thickness * film.SegmentScale,
            PressingTarget.Porosity => record.SolidHeight / (1 - options.Porosity),
            _ => 0,
        };
        StopHeight = asked;
        if (asked >= film.FilmTop)
        {
            string what = options.Target == PressingTarget.Thickness
                ? $"pressing.thickness = \"{options.Thickness * 1e6:G4} um\": the dried layer is already {film.FilmTop / film.SegmentScale * 1e6:G4} um thick"
                : $"pressing.porosity = {options.Porosity:G3}: the dried layer is already at porosity {record.PorosityAt(film.FilmTop):F3}";
            throw new InputException(what + "; ask for less, or press to a pressure");
        }
    }

    /// <summary>Height of the layer's upper surface over the foil's mean plane where loading ends by geometry, m; 0 where a load ends it.</summary>
    public double StopHeight { get; private set; }

    /// <summary>Pressure beyond which the plate need not go fast any more, Pa.</summary>
    public double PressureInView => options.Target == PressingTarget.Pressure ? Math.Min(options.Pressure, 100e6) : 100e6;

    public bool IsReached(double pressure, double height) => options.Target switch
    {
        PressingTarget.Pressure => pressure >= options.Pressure,
        PressingTarget.LineLoad => record.LineLoad() >= options.LineLoad,
        _ => height <= StopHeight,
    };

    /// <summary>Whether the layer keeps what was asked for after it sprang back; where it does not, loading goes on that much further.</summary>
    /// <param name="height">Height of its upper surface, m.</param>
    public bool IsKept(double height)
    {
        double left = height - asked;
        trials++;
        if (asked == 0 || left <= Tolerance * asked || trials == MostTrials)
        {
            return true;
        }

        StopHeight -= Caution * left;
        return false;
    }

    public void Save(ColumnBag bag) => bag.Set("press-goal", [StopHeight, trials]);

    public void Restore(ColumnBag bag)
    {
        double[] kept = bag.Get<double>("press-goal");
        (StopHeight, trials) = (kept[0], (int)kept[1]);
    }

    /// <summary>The contact laws hold up to the foil's hardness and for a layer with pores: a height that takes more than that is none that they reach.</summary>
    public bool IsBeyondLaws(double pressure, bool solid) => asked > 0 && (solid || pressure > options.FoilHardness);

    /// <summary>The refusal of such a height, with what was reached.</summary>
    /// <param name="pressure">Pressure that it was loaded to, Pa.</param>
    /// <param name="height">Height of the upper surface after springing back, m.</param>
    public InputException Unreachable(double pressure, double height)
    {
        string what = options.Target == PressingTarget.Thickness ? $"pressing.thickness = \"{options.Thickness * 1e6:G4} um\"" : $"pressing.porosity = {options.Porosity:G3}";
        string reached = options.Target == PressingTarget.Thickness ? $"a thickness of {height / scale * 1e6:G4} um" : $"a porosity of {record.PorosityAt(height):F3}";
        return new($"{what}: the contact laws do not reach it: they hold up to the foil's hardness of {options.FoilHardness / 1e6:G4} MPa and while pores are left; pressed to {pressure / 1e6:F0} MPa the layer keeps {reached}; ask for more than that, or press to a pressure");
    }

    /// <summary>How far loading has come, 0 to 1.</summary>
    public double Share(double pressure, double height) => Math.Clamp(
        options.Target switch
        {
            PressingTarget.Pressure => pressure / options.Pressure,
            PressingTarget.LineLoad => record.LineLoad() / options.LineLoad,
            _ => (start - height) / (start - StopHeight),
        },
        0,
        1);
}
