using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DispersionSim.Process;

/// <summary>Forces between pressed spheres, four pairs at a time: (rest/d − 1) times the way between the centres, where it repels, and for pairs that stick where it pulls.</summary>
/// <remarks>
/// Whether two near spheres overlap is not foreseeable, so that it is not asked: what does not act adds zero. The fourth number of a place is the sphere's share of the distance at rest, that of a force has no
/// meaning. The last place is a sphere beyond all others, for lanes that are left over.
/// </remarks>
internal sealed class PressedForces(Vector256<double>[] place)
{
    private const int Lanes = 4;
    private const int Rest = 3;

    private readonly int last = place.Length - 1;
    private readonly Vector256<double>[] force = new Vector256<double>[place.Length];

    /// <summary>Greatest overlap, or gap of a pair that sticks, over the distance at rest, since the last clearing.</summary>
    public double Worst { get; private set; }

    public ref Vector256<double> this[int i] => ref force[i];

    public void Clear()
    {
        Array.Clear(force);
        Worst = 0;
    }

    /// <summary>Spheres nearer than at rest repel.</summary>
    public void Repel(PressedPairs near)
    {
        Vector256<double> most = Vector256<double>.Zero;
        for (int i = 0; i < last; i++)
        {
            ReadOnlySpan<int> partners = near.Of(i);
            Vector256<double> own = place[i], sum = force[i];
            for (int k = 0; k < partners.Length; k += Lanes)
            {
                (int a, int b, int c, int d) = (partners[k], At(partners, k + 1), At(partners, k + 2), At(partners, k + 3));
                Vector256<double> x = Vector256.Create(own[0]) - Column(0, a, b, c, d), y = Vector256.Create(own[1]) - Column(1, a, b, c, d), z = Vector256.Create(own[2]) - Column(2, a, b, c, d);
                Vector256<double> share = Vector256.Max(Share(x, y, z, Vector256.Create(own[Rest]) + Column(Rest, a, b, c, d)), Vector256<double>.Zero);
                most = Vector256.Max(most, share);
                sum += Act(share[0], own, a) + Act(share[1], own, b) + Act(share[2], own, c) + Act(share[3], own, d);
            }

            force[i] = sum;
        }

        double greatest = Math.Max(Math.Max(most[0], most[1]), Math.Max(most[2], most[3]));
        Worst = Math.Max(Worst, greatest / (1 + greatest));
    }

    /// <summary>Pairs that stick pull where they are farther apart than at rest.</summary>
    public void Pull(ReadOnlySpan<(int I, int J)> sticking)
    {
        Vector256<double> least = Vector256<double>.Zero;
        for (int k = 0; k < sticking.Length; k += Lanes)
        {
            ((int i, int a), (int j, int b), (int m, int c), (int n, int d)) = (sticking[k], At(sticking, k + 1), At(sticking, k + 2), At(sticking, k + 3));
            Vector256<double> x = Column(0, i, j, m, n) - Column(0, a, b, c, d), y = Column(1, i, j, m, n) - Column(1, a, b, c, d), z = Column(2, i, j, m, n) - Column(2, a, b, c, d);
            Vector256<double> share = Vector256.Min(Share(x, y, z, Column(Rest, i, j, m, n) + Column(Rest, a, b, c, d)), Vector256<double>.Zero);
            least = Vector256.Min(least, share);
            force[i] += Act(share[0], place[i], a);
            force[j] += Act(share[1], place[j], b);
            force[m] += Act(share[2], place[m], c);
            force[n] += Act(share[3], place[n], d);
        }

        double greatest = -Math.Min(Math.Min(least[0], least[1]), Math.Min(least[2], least[3]));
        Worst = Math.Max(Worst, greatest / (1 - greatest));
    }

    private int At(ReadOnlySpan<int> partners, int k) => k < partners.Length ? partners[k] : last;

    /// <summary>Beyond the end stands the far sphere with itself: rest over no distance is no pull.</summary>
    private (int I, int J) At(ReadOnlySpan<(int I, int J)> pairs, int k) => k < pairs.Length ? pairs[k] : (last, last);

    /// <summary>rest/d − 1.</summary>
    private static Vector256<double> Share(Vector256<double> x, Vector256<double> y, Vector256<double> z, Vector256<double> rest) =>
        (rest / Vector256.Sqrt((x * x) + (y * y) + (z * z))) - Vector256<double>.One;

    private Vector256<double> Column(int number, int a, int b, int c, int d)
    {
        ReadOnlySpan<double> numbers = MemoryMarshal.Cast<Vector256<double>, double>(place);
        return Vector256.Create(numbers[(Lanes * a) + number], numbers[(Lanes * b) + number], numbers[(Lanes * c) + number], numbers[(Lanes * d) + number]);
    }

    /// <summary>Gives the other of a pair its force, and returns that of the first.</summary>
    private Vector256<double> Act(double share, Vector256<double> own, int other)
    {
        Vector256<double> f = share * (own - place[other]);
        force[other] -= f;
        return f;
    }
}
