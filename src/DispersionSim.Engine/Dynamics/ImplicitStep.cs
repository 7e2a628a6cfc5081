using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Velocities of the linearly implicit step: (R + Δt Bᵀ K B) v = F − Bᵀ (f + Δt K u_B), Δt the part of the step after which springs push (<see cref="StepControl.Foreseen"/>).</summary>
internal sealed class ImplicitStep(HostDevice device, ParticleColumns particles, LinkColumns links, LinkList list, StepControl control, ClusterHydrodynamics hydrodynamics) : IVelocitySolver
{
    private readonly ConjugateGradient solver = new(device, particles, hydrodynamics);
    private readonly IslandSolver islands = new(device, particles, links);

    /// <summary>Iterations of the last solve; of the island that took most where it was solved so.</summary>
    public int Iterations { get; private set; }

    /// <summary>Rows of particles in matrix products since the start: what a product of a part takes counts as that part.</summary>
    public long Rows { get; set; }

    /// <summary>Pairs that have changed since the last solve of the same step, whose islands alone need another; null for a solve of all.</summary>
    public IReadOnlyList<Int4>? Changed { get; set; }

    public bool Solve(HostWorld world, StepParameters step, int active, BrownianKick kick) =>
        !hydrodynamics.ActOnEachOther && !list.HasWalls && islands.Applies(active, list.Changes)
            ? SolveIslands(world, step, kick)
            : SolveWhole(world, step, active, kick);

    private bool SolveIslands(HostWorld world, StepParameters step, BrownianKick kick)
    {
        if (kick.Noise is not null)
        {
            particles.Force.Span.Clear();
            particles.Torque.Span.Clear();
            Kick(kick);
        }

        bool solved = islands.Solve(world, step, Changed, kick.Noise is not null, control);
        (Iterations, Rows) = (islands.Iterations, Rows + islands.Rows);
        return solved;
    }

    private bool SolveWhole(HostWorld world, StepParameters step, int active, BrownianKick kick)
    {
        device.Run(active, new StartLinks<HostWorld>(), world, step);
        device.Run(particles.Count, new GatherRows<HostWorld>(), world, step);
        device.Chunks(particles.Count, Turn);
        hydrodynamics.TakeOffFlow(in step);
        Kick(kick);
        device.Run(particles.Count, new Precondition<HostWorld>(), world, step);
        hydrodynamics.AddDiagonal();
        bool solved = solver.Solve(world, step, active, (float)control.Residual, control.IterationLimit);
        (Iterations, Rows) = (solver.Iterations, Rows + ((solver.Iterations + 1L) * particles.Count));
        return solved;
    }

    private void Kick(BrownianKick kick)
    {
        for (int i = 0; kick.Noise is not null && i < particles.Count; i++)
        {
            particles.Force[i] = Float4.AddScaled(particles.Force[i], 1f, kick.Next(particles.Size[i].Y));
            particles.Torque[i] = Float4.AddScaled(particles.Torque[i], 1f, kick.Next(particles.Size[i].Z));
        }
    }

    public void Dispose() => solver.Dispose();

    /// <summary>Loads on the links act backwards on the particles.</summary>
    private void Turn(int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            particles.Force[i] = Float4.Scale(-1f, particles.Force[i]);
            particles.Torque[i] = Float4.Scale(-1f, particles.Torque[i]);
        }
    }
}
