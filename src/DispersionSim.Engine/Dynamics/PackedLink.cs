using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>A link as a matrix product on the host needs it, with its stiffness times Δt: 48 bytes.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PackedLink
{
    public Vector128<float> Normal;
    public float ArmFirst;
    public float ArmSecond;
    public float Slide;
    public float Press;
    public float Roll;
    public float Twist;
    public int First;
    public int Second;

    /// <summary>The active link of a number, between particles as the columns count them.</summary>
    public static PackedLink Of(HostWorld world, StepParameters step, int number)
    {
        int link = world.Active(number);
        Int4 pair = world.Link(link);
        Float4 n = world.Normal(link), arm = world.Arm(link), k = world.Stiffness(link);
        float slide = SlipLaw.Resistance(k.Y, step.TimeStep), roll = SlipLaw.Resistance(k.Z, step.TimeStep), twist = SlipLaw.Resistance(k.W, step.TimeStep);
        return new()
        {
            Normal = Vector128.Create(n.X, n.Y, n.Z, 0f),
            ArmFirst = arm.X,
            ArmSecond = arm.Y,
            Slide = slide,
            Press = (k.X * step.TimeStep) - slide,
            Roll = roll,
            Twist = twist - roll,
            First = pair.X,
            Second = pair.Y,
        };
    }

    /// <summary>Force on the second from the first's motion, and the torques on both.</summary>
    /// <param name="p">Velocities.</param>
    /// <param name="w">Spins.</param>
    /// <param name="force">On the first; the second takes the opposite.</param>
    /// <param name="first">Torque on the first.</param>
    /// <param name="second">Torque on the second.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly unsafe void Apply(Vector128<float>* p, Vector128<float>* w, out Vector128<float> force, out Vector128<float> first, out Vector128<float> second)
    {
        Vector128<float> n = Normal, wi = w[First], wj = w[Second];
        Vector128<float> slip = p[First] - p[Second] - Cross((wi * ArmFirst) + (wj * ArmSecond), n);
        Vector128<float> spin = wi - wj;
        force = (slip * Slide) + (n * (Press * Vector128.Dot(slip, n)));
        Vector128<float> moment = (spin * Roll) + (n * (Twist * Vector128.Dot(spin, n)));
        Vector128<float> lever = Cross(n, force);
        first = moment - (lever * ArmFirst);
        second = Vector128<float>.Zero - moment - (lever * ArmSecond);
    }

    /// <summary>Adds the parts of links, one after the other, to the products of their particles.</summary>
    /// <param name="links">The links.</param>
    /// <param name="count">How many.</param>
    /// <param name="p">Velocities.</param>
    /// <param name="w">Spins.</param>
    /// <param name="q">Takes forces.</param>
    /// <param name="qt">Takes torques.</param>
    public static unsafe void Add(PackedLink* links, int count, Vector128<float>* p, Vector128<float>* w, Vector128<float>* q, Vector128<float>* qt)
    {
        for (int c = 0; c < count; c++)
        {
            links[c].Apply(p, w, out Vector128<float> force, out Vector128<float> first, out Vector128<float> second);
            int i = links[c].First, j = links[c].Second;
            q[i] += force;
            qt[i] += first;
            q[j] -= force;
            qt[j] += second;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Cross(Vector128<float> a, Vector128<float> b)
    {
        Vector128<int> turn = Vector128.Create(1, 2, 0, 3);
        return Vector128.Shuffle((a * Vector128.Shuffle(b, turn)) - (Vector128.Shuffle(a, turn) * b), turn);
    }
}
