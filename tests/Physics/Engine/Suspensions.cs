using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Process;
using Suspension = DispersionSim.Engine.OverdampedSystem<DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.NoWallLaw, DispersionSim.Kernels.NoWallLaw>;

namespace DispersionSim.Tests.Physics;

/// <summary>Small suspensions for tests, in the units of <see cref="UnitSuspension"/>.</summary>
internal static class Suspensions
{
    public const double Radius = UnitSuspension.Radius;
    public const double Force = UnitSuspension.Force;

    public static UnitScale Scale => UnitSuspension.Scale;

    public static ContactOptions Contact => UnitSuspension.Contact;

    public static Suspension Build(IReadOnlyList<Vector3d> positions, IReadOnlyList<double> radii, double box, double stiffness, double pullOff, ContactOptions? contact = null, StepControl? control = null, int threads = 1) =>
        UnitSuspension.Build(positions, radii, box, stiffness, pullOff, contact, control, threads);

    /// <summary>A loose adhesive cluster: a staggered chain with side branches of unequal spheres, neighbours just touching.</summary>
    public static (Vector3d[] Positions, double[] Radii) Cluster(Vector3d centre)
    {
        double[] radii = [1, 0.8, 1.1, 1, 0.7, 1.2, 0.9, 1];
        Vector3d[] directions = [new(1, 0.2, 0.3), new(0.4, 1, 0.5), new(-0.2, 0.3, 1), new(1, -0.5, 0.4), new(0.3, 0.2, 1), new(-0.4, 1, 0.1), new(0.2, 0.4, 1)];
        var positions = new Vector3d[radii.Length];
        for (int i = 1; i < radii.Length; i++)
        {
            positions[i] = positions[i - 1] + (directions[i - 1].Normalized() * (radii[i] + radii[i - 1]) * 0.9985);
        }

        Vector3d middle = positions.Aggregate(Vector3d.Zero, (a, b) => a + b) / positions.Length;
        return ([.. positions.Select(p => p - middle + centre)], radii);
    }

    /// <summary>Spheres on a slightly disturbed cubic grid, each touching its neighbours.</summary>
    public static Vector3d[] Crowd(int perSide, double spacing, ulong seed)
    {
        RandomStream random = new(seed, StreamName.MonteCarlo);
        return
        [
            .. from x in Enumerable.Range(0, perSide)
               from y in Enumerable.Range(0, perSide)
               from z in Enumerable.Range(0, perSide)
               let shift = random.NextDirection() * 0.02
               select (new Vector3d(x + 0.5, y + 0.5, z + 0.5) * spacing) + shift,
        ];
    }

    /// <summary>All bits of a system's state.</summary>
    public static string Bits(ColumnBag bag) => string.Join(';', bag.Columns.Select(column => $"{column.Key}:{string.Join(',', column.Value.Cast<object>().Select(Word))}"));

    private static string Word(object value) => value switch
    {
        float f => BitConverter.SingleToInt32Bits(f).ToString("x"),
        double d => BitConverter.DoubleToInt64Bits(d).ToString("x"),
        _ => value.ToString()!,
    };
}
