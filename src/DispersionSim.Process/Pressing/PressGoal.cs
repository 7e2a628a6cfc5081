using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Where loading ends: at a pressure, a thickness, a porosity or a line load.</summary>
internal sealed class PressGoal
{
    private readonly PressingOptions options;
    private readonly PressRecord record;
    private readonly double start, scale;

    /// <summary>The goal of a layer that is about to be pressed.</summary>
    /// <exception cref="InputException">The dried layer is already beyond what is asked for.</exception>
    public PressGoal(PressingOptions options, ElectrodeState film, PressRecord record)
    {
        (this.options, this.record, start, scale) = (options, record, film.FilmTop, film.SegmentScale);
        StopHeight = options.Target switch
        {
            PressingTarget.Thickness => options.Thickness * film.SegmentScale,
            PressingTarget.Porosity => record.SolidHeight / (1 - options.Porosity),
            _ => 0,
        };
        if (StopHeight >= film.FilmTop)
        {
            string asked = options.Target == PressingTarget.Thickness
                ? $"pressing.thickness = \"{options.Thickness * 1e6:G4} um\": the dried layer is already {film.FilmTop / film.SegmentScale * 1e6:G4} um thick"
                : $"pressing.porosity = {options.Porosity:G3}: the dried layer is already at porosity {record.PorosityAt(film.FilmTop):F3}";
            throw new InputException(asked + "; ask for less, or press to a pressure");
        }
    }

    /// <summary>Height of the plate over the foil's mean plane where loading ends by geometry, m; 0 where a load ends it.</summary>
    public double StopHeight { get; }

    /// <summary>Pressure beyond which the plate need not go fast any more, Pa.</summary>
    public double PressureInView => options.Target == PressingTarget.Pressure ? Math.Min(options.Pressure, 100e6) : 100e6;

    public bool IsReached(double pressure, double height) => options.Target switch
    {
        PressingTarget.Pressure => pressure >= options.Pressure,
        PressingTarget.LineLoad => record.LineLoad() >= options.LineLoad,
        _ => height <= StopHeight,
    };

    /// <summary>The contact laws hold up to the foil's hardness: a height that takes more than that is none that they reach.</summary>
    /// <exception cref="InputException">The pressure is above it; the message says what was reached.</exception>
    public void RefuseBeyondLaws(double pressure, double height)
    {
        if (StopHeight > 0 && pressure > options.FoilHardness)
        {
            string asked = options.Target == PressingTarget.Thickness ? $"pressing.thickness = \"{options.Thickness * 1e6:G4} um\"" : $"pressing.porosity = {options.Porosity:G3}";
            string reached = options.Target == PressingTarget.Thickness ? $"a thickness of {height / scale * 1e6:G4} um" : $"a porosity of {record.PorosityAt(height):F3}";
            throw new InputException($"{asked}: the contact laws do not reach it: they hold up to the foil's hardness of {options.FoilHardness / 1e6:G4} MPa, at which the layer has {reached}; ask for more than that, or press to a pressure");
        }
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
