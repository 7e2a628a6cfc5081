using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>Forces that a case puts on single particles.</summary>
internal static class DemLoads
{
    /// <summary>The constant force on each particle, N; none where the case has no loads. Loads on the same particle add up.</summary>
    /// <exception cref="InputException">A particle that is not there, or a force that is not three numbers.</exception>
    public static IReadOnlyList<Vector3d> On(DemCase wanted, GrainTable grains)
    {
        if (wanted.Load.Count == 0)
        {
            return [];
        }

        Dictionary<long, int> at = grains.Id.Select((id, i) => (id, i)).ToDictionary(p => p.id, p => p.i);
        var forces = new Vector3d[grains.Count];
        for (int k = 0; k < wanted.Load.Count; k++)
        {
            Vector3d force = DemVector.Of(wanted.Load[k].Force, $"load.{k}.force");
            foreach (int id in wanted.Load[k].Particles)
            {
                if (!at.TryGetValue(id, out int i))
                {
                    throw new InputException($"load.{k}.particles: there is no particle {id}; the particles are numbered {grains.Id.Min()} to {grains.Id.Max()}");
                }

                forces[i] += force;
            }
        }

        return forces;
    }
}
