using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

/// <summary>A memory that stops its stage after so many steps, and gives the state back to the next run.</summary>
internal sealed class StopAt(int step) : IStageMemory
{
    private readonly CancellationTokenSource stop = new();
    private ColumnBag? kept;
    private int steps;

    public CancellationToken Token => stop.Token;

    public bool Stopped => kept is not null;

    public bool IsDue
    {
        get
        {
            if (++steps == step)
            {
                stop.Cancel();
            }

            return steps == step;
        }
    }

    public ColumnBag? Recall() => kept;

    public void Keep(ColumnBag state) => kept = state;

    /// <summary>Runs a stage, stops it in the middle, and runs it to its end from what was kept.</summary>
    public static StageResult Interrupted(IStage stage, ElectrodeState input, ulong seed, int step, int threads = 1)
    {
        var memory = new StopAt(step);
        Assert.Throws<OperationCanceledException>(() => stage.Run(input, new StageContext { Seed = seed, Memory = memory, Stop = memory.Token, Threads = threads }));
        Assert.True(memory.Stopped);
        return stage.Run(input, new StageContext { Seed = seed, Memory = memory, Threads = threads });
    }

    public static void AssertSameBits(StageResult expected, StageResult actual)
    {
        Assert.Equal(expected.State.Particles.Position, actual.State.Particles.Position);
        Assert.Equal(expected.State.Bonds, actual.State.Bonds);
        Assert.Equal(expected.Measurements.Select(m => (m.Name, m.Value)), actual.Measurements.Select(m => (m.Name, m.Value)));
        Assert.Equal(expected.Curves.Count, actual.Curves.Count);
        foreach ((Curve e, Curve a) in expected.Curves.Zip(actual.Curves))
        {
            Assert.Equal(e.X, a.X);
            Assert.Equal(e.Y, a.Y);
        }
    }
}
