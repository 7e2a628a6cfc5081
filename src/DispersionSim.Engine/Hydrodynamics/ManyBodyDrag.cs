using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>Tier T3: resistance of spheres that all act on each other, by a factorised <see cref="GrandMobility"/>.</summary>
public sealed class ManyBodyDrag : IResistance
{
    private readonly SymmetricMatrix factor;
    private readonly double[] work;
    private readonly int size;

    public ManyBodyDrag(IReadOnlyList<Vector3d> position, IReadOnlyList<double> radius, double viscosity, MobilityLevel level)
    {
        Position = position;
        size = (int)level;
        factor = GrandMobility.Of([.. position], [.. radius], viscosity, level);
        factor.Factorise();
        work = new double[factor.Order];
    }

    public IReadOnlyList<Vector3d> Position { get; }

    public void Loads(ReadOnlySpan<Vector3d> velocity, ReadOnlySpan<Vector3d> spin, ReadOnlySpan<double> strain, Span<(Vector3d Force, Vector3d Torque)> load)
    {
        for (int i = 0; i < Position.Count; i++)
        {
            Span<double> own = work.AsSpan(i * size, size);
            Set(own, velocity[i]);
            for (int k = 3; k < size; k++)
            {
                own[k] = k >= 6 ? -strain[k - 6] : k == 3 ? spin[i].X : k == 4 ? spin[i].Y : spin[i].Z;
            }
        }

        factor.Solve(work);
        for (int i = 0; i < Position.Count; i++)
        {
            ReadOnlySpan<double> own = work.AsSpan(i * size, size);
            load[i] = (new(own[0], own[1], own[2]), size > 3 ? new(own[3], own[4], own[5]) : Vector3d.Zero);
        }
    }

    private static void Set(Span<double> three, Vector3d v) => (three[0], three[1], three[2]) = (v.X, v.Y, v.Z);
}
