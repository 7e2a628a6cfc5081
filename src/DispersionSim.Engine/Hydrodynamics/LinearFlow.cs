using DispersionSim.Core;

namespace DispersionSim.Engine;

/// <summary>A linear flow without divergence, u = ω × x + E·x.</summary>
/// <param name="Spin">ω, half the vorticity, 1/s.</param>
/// <param name="Strain">E by its five components in the basis of stresslets, 1/s.</param>
public sealed record LinearFlow(Vector3d Spin, double[] Strain)
{
    /// <summary>Simple shear u = G (x·gradient) flow, for unit vectors at right angles.</summary>
    public static LinearFlow Shear(Vector3d flow, Vector3d gradient, double rate)
    {
        var strain = new double[5];
        for (int q = 0; q < 5; q++)
        {
            strain[q] = rate * Vector3d.Dot(flow, MomentBasis.Right(3 + q, gradient));
        }

        return new(rate / 2 * Vector3d.Cross(gradient, flow), strain);
    }

    /// <summary>E·x for one unit component of E.</summary>
    public static Vector3d Straining(int component, Vector3d x) => MomentBasis.Right(3 + component, x);

    /// <summary>u(x).</summary>
    public Vector3d At(Vector3d x)
    {
        Vector3d u = Vector3d.Cross(Spin, x);
        for (int q = 0; q < 5; q++)
        {
            u += Strain[q] * Straining(q, x);
        }

        return u;
    }
}
