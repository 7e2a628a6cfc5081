using System.Runtime.InteropServices;

namespace DispersionSim.Cli;

/// <summary>Turns Ctrl-C, SIGTERM and SIGUSR1 into one stop request; a second Ctrl-C ends the process at once.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly List<PosixSignalRegistration> registrations = [];

    public StopSignals()
    {
        foreach (PosixSignal signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, (PosixSignal)10 })
        {
            try
            {
                registrations.Add(PosixSignalRegistration.Create(signal, context =>
                {
                    context.Cancel = !source.IsCancellationRequested;
                    source.Cancel();
                }));
            }
            catch (PlatformNotSupportedException)
            {
                // Signals that this system does not have cannot arrive either.
            }
        }
    }

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        registrations.ForEach(r => r.Dispose());
        source.Dispose();
    }
}
