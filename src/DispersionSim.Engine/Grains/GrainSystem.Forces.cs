namespace DispersionSim.Engine;

/// <content>Forces, and the motion that follows them.</content>
internal sealed unsafe partial class GrainSystem<TLanes, TModel, TShear>
{
    /// <summary>Contacts evaluated before particles are moved that are ready.</summary>
    private const int Stretch = 512;

    /// <summary>Time by which velocities advance: half a step at the start.</summary>
    private double Kick => halfStep ? TimeStep / 2 : TimeStep;

    /// <summary>Forces of contacts and all else; the energy account is kept beside.</summary>
    private void Forces(int thread, float timeStep)
    {
        if (meter is not null)
        {
            team.Meet();
            if (thread == 0)
            {
                KeepHistories();
            }

            team.Meet();
        }

        WallForces(thread, timeStep);
        PairForces(thread, 0, lists.Pairs[thread].PaddedCount(TLanes.Count), timeStep);
        if (hasExtras)
        {
            PushExtras(thread, timeStep);
        }

        if (meter is not null)
        {
            team.Meet();
            if (thread == 0)
            {
                Enter(timeStep == 0f);
            }
        }
    }

    /// <summary>Forces of one step and motion of the next: one after the other where more than contacts acts, together where not.</summary>
    private void ForcesAndMotion(int thread, float timeStep)
    {
        if (meter is null && !hasExtras)
        {
            ForcesWithMotion(thread, timeStep);
            return;
        }

        Forces(thread, timeStep);
        team.Meet();
        MoveAll(thread, Kick, TimeStep);
    }

    /// <summary>Particles move as soon as the forces on them are known, while these lie in the cache.</summary>
    private void ForcesWithMotion(int thread, float timeStep)
    {
        WallForces(thread, timeStep);
        MotionBlocks blocks = lists.Blocks[thread];
        VelocityRange range = VelocityRange.None;
        int moved = 0, end = lists.Pairs[thread].PaddedCount(TLanes.Count);
        for (int k = 0; k < end; k += Stretch)
        {
            int next = Math.Min(k + Stretch, end);
            PairForces(thread, k, next, timeStep);
            moved = MoveReady(blocks, moved, next, ref range);
        }

        team.Meet();
        MoveReady(blocks, moved, int.MaxValue, ref range);
        ranges[thread] = range;
    }

    private int MoveReady(MotionBlocks blocks, int moved, int contacts, ref VelocityRange range)
    {
        for (; blocks.MayMove(moved, contacts); moved++)
        {
            (int from, int to) = blocks.Particles(moved);
            MoveBlock(from, to, Kick, TimeStep, ref range);
        }

        return moved;
    }

    private void MoveAll(int thread, double kick, double drift)
    {
        VelocityRange range = VelocityRange.None;
        for (int from = lists.From(thread), end = lists.From(thread + 1); from < end; from += MotionBlocks.Length)
        {
            MoveBlock(from, Math.Min(from + MotionBlocks.Length, end), kick, drift, ref range);
        }

        ranges[thread] = range;
    }

    private void MoveBlock(int from, int to, double kick, double drift, ref VelocityRange range)
    {
        VelocityRange moved = Move(from, to, kick, drift);
        lists.Bounds.Advance(from / MotionBlocks.Length, moved, (float)drift);
        range = VelocityRange.Union(range, moved);
    }

    private void PairForces(int thread, int from, int to, float timeStep)
    {
        int at = lists.PairBase[thread];
        float* slots = lists.Rows.Slots.Pointer + (8L * at), moments = lists.Rows.Moments.Pointer + (4L * at);
        ContactSweep<TLanes, TModel, TShear>.Run(new(Box), in pairModel, lists.Pairs[thread], from, to, store.Pointer, store.Pointer, slots, moments, timeStep, 0.5f);
    }

    private void WallForces(int thread, float timeStep)
    {
        foreach (WallContacts wall in walls)
        {
            wall.Follow(thread, store);
            ContactTable table = wall.Tables[thread];
            int at = wall.Base[thread];
            float* slots = lists.Rows.Slots.Pointer + (8L * at), moments = lists.Rows.Moments.Pointer + (4L * at);
            ContactSweep<TLanes, TModel, TShear>.Run(
                new(Box), in wallModels[wall.Index], table, 0, table.PaddedCount(TLanes.Count), store.Pointer, wall.Ghosts(thread), slots, moments, timeStep, 0f);
        }
    }
}
