using DispersionSim.Core;
using MathNet.Numerics.LinearAlgebra;

namespace DispersionSim.Engine;

/// <summary>A rigid cluster, free of outer force and torque, in any linear flow: its motion, and the load of the fluid on each sphere.</summary>
/// <remarks>
/// With K the spheres' motions in a unit rigid motion, X_K the loads that it takes and X_E those of a unit strain of the flow held still,
/// v = −(Kᵀ X_K)⁻¹ Kᵀ X_E per unit strain. The fluid's load on a sphere is the reverse of what must act on it. Everything is linear in E:
/// five solutions answer every flow and every orientation. Lengths, viscosity and rates in any one system of units.
/// </remarks>
public sealed class RigidCluster
{
    private readonly (Vector3d Force, Vector3d Torque)[][] load = new (Vector3d, Vector3d)[5][];
    private readonly double[][] motion = new double[5][];
    private readonly Matrix<double> friction;

    public RigidCluster(IResistance resistance)
    {
        Position = resistance.Position;
        Centre = Position.Aggregate(Vector3d.Zero, (sum, x) => sum + x) / Position.Count;
        var moving = new (Vector3d Force, Vector3d Torque)[6][];
        friction = Matrix<double>.Build.Dense(6, 6);
        for (int k = 0; k < 6; k++)
        {
            moving[k] = Moving(resistance, k);
            friction.SetColumn(k, Total(moving[k]));
        }

        // A row of spheres without torques has no resistance to turning about itself, and then no torque about it either.
        Matrix<double> released = friction.PseudoInverse();
        for (int q = 0; q < 5; q++)
        {
            load[q] = Held(resistance, q);
            Release(q, moving, released);
        }
    }

    public IReadOnlyList<Vector3d> Position { get; }

    /// <summary>Mean of the centres: the point about which the flow and the cluster's motion are given.</summary>
    public Vector3d Centre { get; }

    /// <summary>Force and torque about the centre for unit velocity and unit spin: 6 × 6.</summary>
    public Matrix<double> Friction => friction;

    /// <summary>Spin of the cluster in a flow.</summary>
    public Vector3d SpinIn(LinearFlow flow)
    {
        Vector3d spin = flow.Spin;
        for (int q = 0; q < 5; q++)
        {
            spin += flow.Strain[q] * new Vector3d(motion[q][3], motion[q][4], motion[q][5]);
        }

        return spin;
    }

    /// <summary>Force and torque of the fluid on a sphere for a unit component of strain.</summary>
    public (Vector3d Force, Vector3d Torque) LoadOf(int sphere, int strain) => load[strain][sphere];

    private (Vector3d Force, Vector3d Torque)[] Moving(IResistance resistance, int k)
    {
        Vector3d axis = new(k % 3 == 0 ? 1 : 0, k % 3 == 1 ? 1 : 0, k % 3 == 2 ? 1 : 0);
        Vector3d[] velocity = [.. Position.Select(x => k < 3 ? axis : Vector3d.Cross(axis, x - Centre))];
        var spin = new Vector3d[Position.Count];
        Array.Fill(spin, k < 3 ? Vector3d.Zero : axis);
        var result = new (Vector3d, Vector3d)[Position.Count];
        resistance.Loads(velocity, spin, new double[5], result);
        return result;
    }

    private (Vector3d Force, Vector3d Torque)[] Held(IResistance resistance, int q)
    {
        var strain = new double[5];
        strain[q] = 1;
        Vector3d[] velocity = [.. Position.Select(x => -LinearFlow.Straining(q, x - Centre))];
        var result = new (Vector3d, Vector3d)[Position.Count];
        resistance.Loads(velocity, new Vector3d[Position.Count], strain, result);
        return result;
    }

    /// <summary>Lets the cluster go, and turns what must act on a sphere into what the fluid does to it.</summary>
    private void Release(int q, (Vector3d Force, Vector3d Torque)[][] moving, Matrix<double> released)
    {
        Vector<double> v = -(released * Vector<double>.Build.Dense(Total(load[q])));
        motion[q] = v.ToArray();
        for (int i = 0; i < Position.Count; i++)
        {
            (Vector3d force, Vector3d torque) = load[q][i];
            for (int k = 0; k < 6; k++)
            {
                force += v[k] * moving[k][i].Force;
                torque += v[k] * moving[k][i].Torque;
            }

            load[q][i] = (-force, -torque);
        }
    }

    private double[] Total((Vector3d Force, Vector3d Torque)[] loads)
    {
        Vector3d force = Vector3d.Zero, torque = Vector3d.Zero;
        for (int i = 0; i < loads.Length; i++)
        {
            force += loads[i].Force;
            torque += loads[i].Torque + Vector3d.Cross(Position[i] - Centre, loads[i].Force);
        }

        return [force.X, force.Y, force.Z, torque.X, torque.Y, torque.Z];
    }
}
