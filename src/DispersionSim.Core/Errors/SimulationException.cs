namespace DispersionSim.Core;

/// <summary>A computation could not go on: names the step, the particle and the likely cause in one line.</summary>
public sealed class SimulationException : Exception
{
    public SimulationException(string message) : base(message)
    {
    }

    public SimulationException(string message, Exception inner) : base(message, inner)
    {
    }

    public SimulationException() : base("The simulation could not go on.")
    {
    }
}
