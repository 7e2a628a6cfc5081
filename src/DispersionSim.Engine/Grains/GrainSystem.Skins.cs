using System.Runtime.Intrinsics;
using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <content>How long contact tables and searched pairs hold.</content>
/// <remarks>
/// A table holds while no block has moved against the blocks round it by more than its skin; what has been searched holds while no two grains at
/// all have come nearer by more than the wide skin. Slow blocks keep the least skin. Fast ones pay either for packing tables often or for testing
/// pairs that do not touch: their skins last about ten steps, and searches a few tables.
/// </remarks>
internal sealed unsafe partial class GrainSystem<TLanes, TModel, TShear>
{
    private const double StepsPerTable = 10;
    private const double TablesPerSearch = 4;

    /// <summary>Axis along which grains are sorted first: that of gravity, so that grains of one height are neighbours in memory.</summary>
    private static int Slowest(Vector3d gravity)
    {
        double x = Math.Abs(gravity.X), y = Math.Abs(gravity.Y), z = Math.Abs(gravity.Z);
        return z > x && z >= y ? 2 : y > x ? 1 : 0;
    }

    /// <summary>Whether a thread's tables, or the search, no longer hold.</summary>
    private bool IsExpired(int thread)
    {
        bool expiring = pathSinceTables > pathAllowed;
        BlockBounds bounds = lists.Bounds;
        for (int b = bounds.From(thread), end = bounds.From(thread + 1); b < end && !expiring; b++)
        {
            double path = bounds.Round(bounds.Paths, thread, b).Relative + strainSinceTables;
            foreach (WallContacts contacts in walls)
            {
                path = contacts.IsNear(b) ? Math.Max(path, bounds.Paths[b].Against(contacts.Wall.Path)) : path;
            }

            expiring = path > bounds.Skins[b];
        }

        return expiring;
    }

    /// <summary>Makes the tables anew where a thread's no longer hold, or where the state is to be kept.</summary>
    private void RenewTables(int thread)
    {
        expired[thread] = IsExpired(thread);
        team.Meet();
        if (keeps || expired.Contains(true))
        {
            MakeTables(thread);
        }
    }

    private void MakeTables(int thread)
    {
        displacements[thread] = Displacement(lists.From(thread), lists.From(thread + 1));
        team.Meet();
        if (thread == 0)
        {
            Decide();
        }

        team.Meet();
        lists.Refresh(thread, search, Box, wideSkin, hold, ChooseSkins);
        if (search)
        {
            MarkOrigins(thread);
        }
    }

    /// <summary>Decides whether pairs must be searched, and how far the grains may go until the next decision.</summary>
    private void Decide()
    {
        double fastest = lists.Bounds.Speeds.Aggregate(VelocityRange.Union).Relative + shearSpeed;
        VelocityRange way = displacements.Aggregate(VelocityRange.Union);
        double moved = walls.Select(w => way.Against(w.Wall.Way)).Append(way.Relative + strainSinceSearch).Max();
        double least = Math.Max(leastNarrow, StepsPerTable / 2 * fastest * TimeStep);
        search = keeps || moved + least > wideSkin;
        if (search)
        {
            moved = 0;
            wideSkin = Math.Max(leastWide, TablesPerSearch * StepsPerTable * fastest * TimeStep);
            strainSinceSearch = 0;
            Searches++;
        }

        foreach (WallContacts contacts in walls)
        {
            contacts.Wall.Path = default;
            contacts.Wall.Way = search ? default : contacts.Wall.Way;
        }

        (pathSinceTables, strainSinceTables, pathAllowed) = (0, 0, wideSkin - moved);
        Tables++;
        kept = keeps ? Keep() : kept;
    }

    /// <summary>Skins of a thread's blocks by how fast they move against the blocks round them; their paths begin anew.</summary>
    private void ChooseSkins(int thread)
    {
        BlockBounds bounds = lists.Bounds;
        for (int b = bounds.From(thread); b < bounds.From(thread + 1); b++)
        {
            double speed = bounds.Round(bounds.Speeds, thread, b).Relative + shearSpeed;
            foreach (WallContacts contacts in walls)
            {
                speed = contacts.IsNear(b) ? Math.Max(speed, bounds.Speeds[b].Against(contacts.Wall.Velocity)) : speed;
            }

            bounds.Skins[b] = (float)Math.Min(wideSkin, Math.Max(leastNarrow, StepsPerTable * speed * TimeStep));
            bounds.Paths[b] = default;
        }
    }

    /// <summary>Range of displacements since the search, relative to the flow.</summary>
    private VelocityRange Displacement(int from, int to)
    {
        var frame = new GrainFrame(Box);
        Vector128<float> low = Vector128.Create(float.MaxValue), high = Vector128.Create(float.MinValue);
        for (int i = from; i < to; i++)
        {
            Int4 a = store.Pointer[i].Place, b = origins[i];
            Triple<Scalar> d = frame.Distance<Scalar, TShear>(new(new(a.X - b.X), new(a.Y - b.Y), new(a.Z - b.Z)));
            Vector128<float> v = Vector128.Create(d.X.Value, d.Y.Value, d.Z.Value, 0f);
            low = Vector128.MinNative(low, v);
            high = Vector128.MaxNative(high, v);
        }

        return new(low, high, high);
    }
}
