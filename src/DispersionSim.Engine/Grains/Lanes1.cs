using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>One number: plain code for any machine.</summary>
public readonly unsafe struct Lanes1 : ILanes<Lanes1>
{
    private readonly float value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes1(float value) => this.value = value;

    public static int Refinements
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 3;
    }

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 1;
    }

    public static int LeverOffset
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 4;
    }

    public static bool IsSupported
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator +(Lanes1 a, Lanes1 b) => new(a.value + b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator -(Lanes1 a, Lanes1 b) => new(a.value - b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator *(Lanes1 a, Lanes1 b) => new(a.value * b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator /(Lanes1 a, Lanes1 b) => new(a.value / b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Of(float value) => new(value);

    /// <summary>Not fused: without the instruction for it a fused one is a slow call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 MultiplyAdd(Lanes1 a, Lanes1 b, Lanes1 c) => new((a.value * b.value) + c.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Sqrt(Lanes1 a) => new(MathF.Sqrt(a.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 InverseSqrt(Lanes1 a) => new(1f / MathF.Sqrt(a.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Reciprocal(Lanes1 a) => new(1f / a.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 CubeRoot(Lanes1 a) => new(Kernels.CubeRoot.Of(a.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Min(Lanes1 a, Lanes1 b) => new(Vector128.MinNative(Wide(a), Wide(b)).ToScalar());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Max(Lanes1 a, Lanes1 b) => new(Vector128.MaxNative(Wide(a), Wide(b)).ToScalar());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Abs(Lanes1 a) => new(MathF.Abs(a.value));

    /// <summary>Masks are bits and choices are made among bits: whether friction slips is not foreseeable, and a branch guessed wrong costs as much as the rest of a law.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Greater(Lanes1 a, Lanes1 b) => new(Vector128.GreaterThan(Wide(a), Wide(b)).ToScalar());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Both(Lanes1 maskA, Lanes1 maskB) => new((Wide(maskA) & Wide(maskB)).ToScalar());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Either(Lanes1 maskA, Lanes1 maskB) => new((Wide(maskA) | Wide(maskB)).ToScalar());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Select(Lanes1 mask, Lanes1 yes, Lanes1 no) => new(Vector128.ConditionalSelect(Wide(mask), Wide(yes), Wide(no)).ToScalar());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bits(Lanes1 mask) => BitConverter.SingleToUInt32Bits(mask.value) >> 31;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Equal(int* numbers, int value) => *numbers == value ? 1u : 0u;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Pack(Lanes1 value, uint bits, float* to) => *to = value.value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Repack(float* packed, uint then, uint near, float* to) => *to = then == 0 ? 0f : *packed;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SetBits(int from, uint bits, int* to) => *to = from;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Load(float* from) => new(*from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes1 value, float* to) => *to = value.value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Places(byte* first, int* i, byte* second, int* j, out Triple<Lanes1> difference)
    {
        int* a = (int*)One(first, i), b = (int*)One(second, j);
        difference = new(new(unchecked(a[0] - b[0])), new(unchecked(a[1] - b[1])), new(unchecked(a[2] - b[2])));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FinePlaces(byte* first, int* i, byte* second, int* j, out Triple<Lanes1> difference, out Lanes1 fraction)
    {
        int* a = (int*)One(first, i), b = (int*)One(second, j);
        difference = new(Bare(unchecked(a[0] - b[0])), Bare(unchecked(a[1] - b[1])), Bare(unchecked(a[2] - b[2])));
        fraction = Bare(unchecked(a[3] - b[3]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Triple<Lanes1> Numbers(in Triple<Lanes1> integers) => new(new(Integer(integers.X)), new(Integer(integers.Y)), new(Integer(integers.Z)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Triple<Lanes1> Fractions(Lanes1 packed)
    {
        int w = Integer(packed);
        return new(new(PlaceFraction.X(w)), new(PlaceFraction.Y(w)), new(PlaceFraction.Z(w)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Excess<TShear>(in Triple<Lanes1> difference, Lanes1 radii, in FineFrame frame) where TShear : struct, IShear
    {
        double i = Integer(difference.X), j = Integer(difference.Y), k = Integer(difference.Z), r = radii.value;
        double x = i * frame.CellX, y = j * frame.CellY, z = k * frame.CellZ, shift = (TShear.Gradient == 1 ? j : k) * frame.Tilt;
        x += TShear.Flow == 0 ? shift : 0;
        y += TShear.Flow == 1 ? shift : 0;
        return new((float)((r * r) - (x * x) - (y * y) - (z * z)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 PlaceDifference(int place, int* others) => new(unchecked(place - *others));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Differences(byte* first, int* i, byte* second, int* j, out Triple<Lanes1> difference, out Lanes1 w)
    {
        float* a = One(first, i), b = One(second, j);
        difference = new(new(a[0] - b[0]), new(a[1] - b[1]), new(a[2] - b[2]));
        w = new(a[3] - b[3]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Sums(byte* first, int* i, byte* second, int* j, out Triple<Lanes1> sum, out Lanes1 w)
    {
        float* a = One(first, i), b = One(second, j);
        sum = new(new(a[0] + b[0]), new(a[1] + b[1]), new(a[2] + b[2]));
        w = new(a[3] + b[3]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Spins(byte* first, int* i, byte* second, int* j, out Triple<Lanes1> spin)
    {
        float* a = One(first, i), b = One(second, j);
        spin = new(new((a[0] / a[3]) - (b[0] / b[3])), new((a[1] / a[3]) - (b[1] / b[3])), new((a[2] / a[3]) - (b[2] / b[3])));
    }

    /// <summary>Force and lever of a contact lie side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Slot(int k) => k * 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Moment(int k) => k * 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreForces(in Triple<Lanes1> force, Lanes1 w, in Triple<Lanes1> lever, float* slots)
    {
        Write(in force, w, slots);
        Write(in lever, default, slots + LeverOffset);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMoments(in Triple<Lanes1> moment, float* moments) => Write(in moment, default, moments);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes1 Bare(int integer) => new(BitConverter.Int32BitsToSingle(integer));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Integer(Lanes1 bits) => BitConverter.SingleToInt32Bits(bits.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Wide(Lanes1 a) => Vector128.CreateScalarUnsafe(a.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Write(in Triple<Lanes1> vector, Lanes1 w, float* to)
    {
        to[0] = vector.X.value;
        to[1] = vector.Y.value;
        to[2] = vector.Z.value;
        to[3] = w.value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float* One(byte* column, int* index) => (float*)(column + ((long)*index << 6));
}
