namespace DispersionSim.Cli;

/// <summary>What the program's exit status means.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>A verdict or target that the command asked for was not met.</summary>
    public const int NotMet = 1;

    /// <summary>Usage or bad input.</summary>
    public const int BadInput = 2;

    /// <summary>Stopped by a signal, with a checkpoint to go on from.</summary>
    public const int Stopped = 3;

    /// <summary>Stopped by a signal with nothing to go on from.</summary>
    public const int StoppedWithoutCheckpoint = 130;
}
