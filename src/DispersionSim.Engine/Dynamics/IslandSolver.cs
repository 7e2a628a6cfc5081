using System.Collections.Concurrent;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Solves (R + Δt Bᵀ K B) v = b island by island: each takes the iterations that it needs, in a core's own cache.</summary>
/// <remarks>
/// An island's residual goes down to the tolerance times its own right-hand side, so that the whole is at least as good as if it had been solved to the same tolerance as a whole. Threads take
/// islands, never parts of one, and nothing that an island does depends on the others.
/// </remarks>
internal sealed class IslandSolver(HostDevice device, ParticleColumns particles, LinkColumns links)
{
    private readonly Islands islands = new(particles, links);
    private readonly ConcurrentBag<IslandSystem> systems = [];
    private long foundAt = -1;

    /// <summary>Iterations of the last solve, of the island that took most.</summary>
    public int Iterations { get; private set; }

    /// <summary>Rows of particles multiplied in the last solve.</summary>
    public long Rows { get; private set; }

    /// <summary>Whether the system is in pieces small enough to be solved one by one. Islands are found anew where the active links have changed.</summary>
    /// <param name="active">Links that carry force.</param>
    /// <param name="change">Counts the changes of the active links.</param>
    public bool Applies(int active, long change)
    {
        if (change != foundAt)
        {
            islands.Find(active);
            foundAt = change;
        }

        return islands.Largest <= Math.Max(HostDevice.Chunk, particles.Count / 4);
    }

    /// <summary>Velocities and spins of a step, put in the place of those of the last.</summary>
    /// <param name="world">Columns with prepared links.</param>
    /// <param name="step">Geometry, flow, and length of the step.</param>
    /// <param name="changed">Pairs whose islands alone are to be solved, the others being as they were; all where null.</param>
    /// <param name="kicked">Other loads stand in <c>Force</c> and <c>Torque</c>.</param>
    /// <param name="control">Relative residual, and iterations of an island at most.</param>
    public bool Solve(HostWorld world, StepParameters step, IReadOnlyList<Int4>? changed, bool kicked, StepControl control)
    {
        HashSet<int>? asked = changed is null ? null : [.. changed.Select(pair => islands.Of(pair.X)), .. changed.Select(pair => islands.Of(pair.Y))];
        var counts = new (int Iterations, long Rows)[islands.Batches];
        device.Each(islands.Batches, batch => counts[batch] = SolveBatch(world, step, batch, asked, kicked, control));
        (Iterations, Rows) = (0, 0);
        foreach ((int iterations, long rows) in counts)
        {
            (Iterations, Rows) = (Math.Max(Iterations, iterations), Rows + rows);
        }

        return Iterations <= control.IterationLimit;
    }

    private (int Iterations, long Rows) SolveBatch(HostWorld world, StepParameters step, int batch, HashSet<int>? asked, bool kicked, StepControl control)
    {
        if (!systems.TryTake(out IslandSystem? system))
        {
            system = new(particles);
        }

        (int most, long rows) = (0, 0);
        (int from, int to) = islands.Batch(batch);
        for (int island = from; island < to; island++)
        {
            if (asked is not null && !asked.Contains(island))
            {
                continue;
            }

            ReadOnlySpan<int> members = islands.Members(island);
            double norm = system.Take(world, step, islands, island, kicked);
            int iterations = system.Solve(norm * control.Residual * control.Residual, control.IterationLimit);
            system.GiveBack(members);
            most = Math.Max(most, iterations);
            rows += members.Length * (1L + iterations);
        }

        systems.Add(system);
        return (most, rows);
    }
}
