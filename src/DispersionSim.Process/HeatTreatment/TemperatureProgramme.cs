using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>A short piece of a programme over which rates are taken as constant.</summary>
/// <param name="Start">Time at its start, s.</param>
/// <param name="Duration">Length, s.</param>
/// <param name="Temperature">Temperature at its middle, K.</param>
public readonly record struct ProgrammeStep(double Start, double Duration, double Temperature);

/// <summary>Temperature against time: linear ramps and holds.</summary>
public sealed class TemperatureProgramme
{
    private readonly List<Segment> segments = [];

    /// <summary>A programme from its first temperature through its steps.</summary>
    /// <param name="start">Temperature at time 0, K.</param>
    /// <param name="steps">Ramps and holds in order.</param>
    /// <exception cref="InputException">The programme has no step.</exception>
    public TemperatureProgramme(double start, IReadOnlyList<TemperatureStepOptions> steps)
    {
        if (steps.Count == 0)
        {
            throw new InputException("heat_treatment.programme: must hold at least one step, e.g. { to = \"400 degC\", ramp = \"5 K/min\", hold = \"10 h\" }");
        }

        StartTemperature = start;
        double temperature = start;
        foreach (TemperatureStepOptions step in steps)
        {
            Append(temperature, step.To, Math.Abs(step.To - temperature) / step.Ramp);
            Append(step.To, step.To, step.Hold);
            temperature = step.To;
        }
    }

    /// <summary>Temperature at time 0, K.</summary>
    public double StartTemperature { get; }

    /// <summary>Length of the whole programme, s.</summary>
    public double Duration { get; private set; }

    /// <summary>Highest temperature reached, K.</summary>
    public double PeakTemperature => segments.Count == 0 ? StartTemperature : segments.Max(s => Math.Max(s.From, s.To));

    /// <summary>Temperature at a time, K; the ends are held.</summary>
    public double At(double time)
    {
        foreach (Segment s in segments)
        {
            if (time <= s.Start + s.Duration)
            {
                return s.At(Math.Max(time, s.Start));
            }
        }

        return segments.Count == 0 ? StartTemperature : segments[^1].To;
    }

    /// <summary>The programme cut into pieces short enough for exponential-midpoint integration.</summary>
    /// <param name="temperatureStep">Greatest change of temperature within a piece, K. At 0.25 K the relative error of an
    /// integrated rate is (E ΔT/RT²)²/24 &lt; 10⁻⁴ for E ≤ 300 kJ/mol above 300 °C.</param>
    /// <param name="piecesOfHold">Pieces of each hold: they cost nothing in accuracy and give the curves their points.</param>
    public IEnumerable<ProgrammeStep> Steps(double temperatureStep = 0.25, int piecesOfHold = 60)
    {
        foreach (Segment s in segments)
        {
            int pieces = s.From == s.To ? piecesOfHold : (int)Math.Ceiling(Math.Abs(s.To - s.From) / temperatureStep);
            double length = s.Duration / pieces;
            for (int i = 0; i < pieces; i++)
            {
                double start = s.Start + (i * length);
                yield return new(start, length, s.At(start + (length / 2)));
            }
        }
    }

    private void Append(double from, double to, double duration)
    {
        if (duration > 0)
        {
            segments.Add(new(Duration, duration, from, to));
            Duration += duration;
        }
    }

    private readonly record struct Segment(double Start, double Duration, double From, double To)
    {
        public double At(double time) => From + ((To - From) * (time - Start) / Duration);
    }
}
