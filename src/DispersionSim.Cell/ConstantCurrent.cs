namespace DispersionSim.Cell;

/// <summary>A stretch of constant current: time (s), voltage (V) and charge passed (C/m²) point by point, and the cell at its end.</summary>
/// <param name="MeanVoltage">∫V dQ/Q, V.</param>
/// <param name="LithiumError">Greatest relative change of the cell's lithium on the way.</param>
public sealed record ConstantCurrentTrace(double[] Time, double[] Voltage, double[] Charge, double MeanVoltage, double LithiumError, SingleParticleCell End)
{
    /// <summary>Charge passed, C/m².</summary>
    public double TotalCharge => Charge[^1];
}

/// <summary>Passes a constant current until a voltage or a charge is reached.</summary>
/// <param name="Current">A/m², positive on discharge.</param>
/// <param name="CutOff">Voltage at which it ends, V.</param>
/// <param name="Step">Time step, s.</param>
/// <param name="ChargeLimit">Charge at which it ends otherwise, C/m².</param>
public sealed record ConstantCurrent(double Current, double CutOff, double Step, double ChargeLimit = double.PositiveInfinity)
{
    private const int MostSteps = 200_000;

    /// <summary>Runs it on a copy of the cell.</summary>
    public ConstantCurrentTrace Run(SingleParticleCell start)
    {
        SingleParticleCell cell = start.Copy();
        double voltage = cell.Voltage(Current), lithium = cell.Lithium, error = 0, energy = 0;
        List<double> time = [0], voltages = [voltage], charge = [0];
        double limit = ChargeLimit / Math.Abs(Current);
        bool ended = IsPast(voltage);
        while (!ended && time[^1] < limit && time.Count < MostSteps)
        {
            double length = Math.Min(Step, limit - time[^1]);
            (SingleParticleCell next, voltage, length, ended) = Take(cell, length);
            if (length <= 0)
            {
                break;
            }

            cell = next;
            energy += Math.Abs(Current) * length * (voltages[^1] + voltage) / 2;
            time.Add(time[^1] + length);
            voltages.Add(voltage);
            charge.Add(Math.Abs(Current) * time[^1]);
            error = Math.Max(error, Math.Abs((cell.Lithium / lithium) - 1));
        }

        double mean = charge[^1] > 0 ? energy / charge[^1] : double.NaN;
        return new([.. time], [.. voltages], [.. charge], mean, error, cell);
    }

    private bool IsPast(double voltage) => Current > 0 ? !(voltage > CutOff) : !(voltage < CutOff);

    private (SingleParticleCell Cell, double Voltage, double Length, bool Ended) Take(SingleParticleCell cell, double length)
    {
        SingleParticleCell next = cell.Copy();
        double voltage = next.Step(Current, length);
        return IsPast(voltage) ? UpToCutOff(cell, length) : (next, voltage, length, false);
    }

    /// <summary>The longest part of a step that ends before the cut-off, by bisection.</summary>
    private (SingleParticleCell Cell, double Voltage, double Length, bool Ended) UpToCutOff(SingleParticleCell cell, double length)
    {
        double inside = 0, outside = length, voltage = CutOff;
        SingleParticleCell last = cell;
        for (int i = 0; i < 40; i++)
        {
            double middle = (inside + outside) / 2;
            SingleParticleCell trial = cell.Copy();
            double there = trial.Step(Current, middle);
            if (IsPast(there))
            {
                outside = middle;
            }
            else
            {
                (inside, last, voltage) = (middle, trial, there);
            }
        }

        return (last, voltage, inside, true);
    }
}
