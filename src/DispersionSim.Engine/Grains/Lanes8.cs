using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Eight numbers: AVX2 with fused multiply-add.</summary>
public readonly unsafe struct Lanes8 : ILanes<Lanes8>
{
    private readonly Vector256<float> value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes8(Vector256<float> value) => this.value = value;

    public static int Refinements
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 3;
    }

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 8;
    }

    public static int LeverOffset
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 8;
    }

    public static bool IsSupported
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx2.IsSupported && Fma.IsSupported;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator +(Lanes8 a, Lanes8 b) => new(a.value + b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator -(Lanes8 a, Lanes8 b) => new(a.value - b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator *(Lanes8 a, Lanes8 b) => new(a.value * b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator /(Lanes8 a, Lanes8 b) => new(a.value / b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Of(float value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 MultiplyAdd(Lanes8 a, Lanes8 b, Lanes8 c) => new(Fma.MultiplyAdd(a.value, b.value, c.value));

    /// <summary>a/√a from the estimate, corrected once by Heron's rule.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Sqrt(Lanes8 a)
    {
        Vector256<float> inverse = InverseRoot(Avx.Max(a.value, Vector256.Create(1e-37f)));
        Vector256<float> root = a.value * inverse;
        return new(Fma.MultiplyAdd(Fma.MultiplyAddNegated(root, root, a.value), inverse * Vector256.Create(0.5f), root));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 InverseSqrt(Lanes8 a) => new(InverseRoot(a.value));

    /// <summary>The 12-bit estimate y and two terms of y/(1 − e) with e = 1 − ay: e³ is below rounding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Reciprocal(Lanes8 a)
    {
        Vector256<float> y = Avx.Reciprocal(a.value), e = Fma.MultiplyAddNegated(a.value, y, Vector256<float>.One);
        return new(Fma.MultiplyAdd(Fma.MultiplyAdd(e, e, e), y, y));
    }

    /// <summary>Exponent divided by three, then Newton: see <see cref="Kernels.CubeRoot"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 CubeRoot(Lanes8 a)
    {
        Vector256<float> x = a.value, third = Vector256.Create(0.33333334f);
        Vector256<int> exponent = Avx.ConvertToVector256Int32WithTruncation(Avx.ConvertToVector256Single(x.AsInt32()) * third);
        Vector256<float> c = (exponent + Vector256.Create(0x2a5137a0)).AsSingle();
        c -= third * (c - (x / (c * c)));
        c -= third * (c - (x / (c * c)));
        c -= third * (c - (x / (c * c)));
        return new(Vector256.GreaterThan(x, Vector256<float>.Zero) & c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Min(Lanes8 a, Lanes8 b) => new(Avx.Min(a.value, b.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Max(Lanes8 a, Lanes8 b) => new(Avx.Max(a.value, b.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Abs(Lanes8 a) => new(Vector256.Abs(a.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Greater(Lanes8 a, Lanes8 b) => new(Vector256.GreaterThan(a.value, b.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Both(Lanes8 maskA, Lanes8 maskB) => new(maskA.value & maskB.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Either(Lanes8 maskA, Lanes8 maskB) => new(maskA.value | maskB.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Select(Lanes8 mask, Lanes8 yes, Lanes8 no) => new(Avx.BlendVariable(no.value, yes.value, mask.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bits(Lanes8 mask) => mask.value.ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Equal(int* numbers, int value) => Vector256.Equals(Vector256.Load(numbers), Vector256.Create(value)).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Pack(Lanes8 value, uint bits, float* to) => Avx2.PermuteVar8x32(value.value, LaneOrders.Packed(bits)).Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Repack(float* packed, uint then, uint near, float* to)
    {
        Vector256<float> spread = Avx2.PermuteVar8x32(Vector256.Load(packed), LaneOrders.Spread(then)) & LaneOrders.Mask(then).AsSingle();
        Pack(new(spread), near, to);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SetBits(int from, uint bits, int* to) => (LaneOrders.Packed(bits) + Vector256.Create(from)).Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Load(float* from) => new(Vector256.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes8 value, float* to) => value.value.Store(to);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Places(byte* first, int* i, byte* second, int* j, out Triple<Lanes8> difference)
    {
        Turn(
            Minus(Two(first, i), Two(second, j)),
            Minus(Two(first, i + 1), Two(second, j + 1)),
            Minus(Two(first, i + 2), Two(second, j + 2)),
            Minus(Two(first, i + 3), Two(second, j + 3)),
            out Vector256<float> x, out Vector256<float> y, out Vector256<float> z, out _);
        difference = new(Number(x), Number(y), Number(z));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void FinePlaces(byte* first, int* i, byte* second, int* j, out Triple<Lanes8> difference, out Lanes8 fraction)
    {
        Turn(
            Minus(Two(first, i), Two(second, j)),
            Minus(Two(first, i + 1), Two(second, j + 1)),
            Minus(Two(first, i + 2), Two(second, j + 2)),
            Minus(Two(first, i + 3), Two(second, j + 3)),
            out Vector256<float> x, out Vector256<float> y, out Vector256<float> z, out Vector256<float> w);
        difference = new(new(x), new(y), new(z));
        fraction = new(w);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Triple<Lanes8> Numbers(in Triple<Lanes8> integers) => new(Number(integers.X.value), Number(integers.Y.value), Number(integers.Z.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Triple<Lanes8> Fractions(Lanes8 packed)
    {
        Vector256<int> w = packed.value.AsInt32();
        return new(
            Number(Vector256.ShiftRightArithmetic(Vector256.ShiftLeft(w, 22), 22).AsSingle()),
            Number(Vector256.ShiftRightArithmetic(Vector256.ShiftLeft(w + Vector256.Create(0x200), 12), 22).AsSingle()),
            Number(Vector256.ShiftRightArithmetic(w + Vector256.Create(0x80200), 20).AsSingle()));
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Lanes8 Excess<TShear>(in Triple<Lanes8> difference, Lanes8 radii, in FineFrame frame) where TShear : struct, IShear
    {
        Vector256<int> x = difference.X.value.AsInt32(), y = difference.Y.value.AsInt32(), z = difference.Z.value.AsInt32();
        Vector128<float> low = Half<TShear>(x.GetLower(), y.GetLower(), z.GetLower(), radii.value.GetLower(), in frame);
        Vector128<float> high = Half<TShear>(x.GetUpper(), y.GetUpper(), z.GetUpper(), radii.value.GetUpper(), in frame);
        return new(Vector256.Create(low, high));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 PlaceDifference(int place, int* others) => new(Avx.ConvertToVector256Single(Vector256.Create(place) - Vector256.Load(others)));

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Differences(byte* first, int* i, byte* second, int* j, out Triple<Lanes8> difference, out Lanes8 w)
    {
        Turn(
            Two(first, i) - Two(second, j),
            Two(first, i + 1) - Two(second, j + 1),
            Two(first, i + 2) - Two(second, j + 2),
            Two(first, i + 3) - Two(second, j + 3),
            out Vector256<float> x, out Vector256<float> y, out Vector256<float> z, out Vector256<float> fourth);
        difference = new(new(x), new(y), new(z));
        w = new(fourth);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Sums(byte* first, int* i, byte* second, int* j, out Triple<Lanes8> sum, out Lanes8 w)
    {
        Turn(
            Two(first, i) + Two(second, j),
            Two(first, i + 1) + Two(second, j + 1),
            Two(first, i + 2) + Two(second, j + 2),
            Two(first, i + 3) + Two(second, j + 3),
            out Vector256<float> x, out Vector256<float> y, out Vector256<float> z, out Vector256<float> fourth);
        sum = new(new(x), new(y), new(z));
        w = new(fourth);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Spins(byte* first, int* i, byte* second, int* j, out Triple<Lanes8> spin)
    {
        Turn(
            Spin(Two(first, i)) - Spin(Two(second, j)),
            Spin(Two(first, i + 1)) - Spin(Two(second, j + 1)),
            Spin(Two(first, i + 2)) - Spin(Two(second, j + 2)),
            Spin(Two(first, i + 3)) - Spin(Two(second, j + 3)),
            out Vector256<float> x, out Vector256<float> y, out Vector256<float> z, out _);
        spin = new(new(x), new(y), new(z));
    }

    /// <summary>Contacts e and 4 + e of a group (e = 0…3) lie as [F F′ Q Q′], one row of 16 floats for each e.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Slot(int k) => ((k >> 3) * 64) + ((k & 3) * 16) + (((k >> 2) & 1) * 4);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Moment(int k) => ((k >> 3) * 32) + ((k & 3) * 8) + (((k >> 2) & 1) * 4);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void StoreForces(in Triple<Lanes8> force, Lanes8 w, in Triple<Lanes8> lever, float* slots)
    {
        Rows(force.X.value, force.Y.value, force.Z.value, w.value, slots, 16);
        Rows(lever.X.value, lever.Y.value, lever.Z.value, Vector256<float>.Zero, slots + LeverOffset, 16);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void StoreMoments(in Triple<Lanes8> moment, float* moments) =>
        Rows(moment.X.value, moment.Y.value, moment.Z.value, Vector256<float>.Zero, moments, 8);

    /// <summary>R² − d² of four contacts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Half<TShear>(Vector128<int> i, Vector128<int> j, Vector128<int> k, Vector128<float> radii, in FineFrame frame) where TShear : struct, IShear
    {
        Vector256<double> x = Avx.ConvertToVector256Double(i), y = Avx.ConvertToVector256Double(j), z = Avx.ConvertToVector256Double(k);
        Vector256<double> r = Avx.ConvertToVector256Double(radii), tilted = TShear.Gradient == 1 ? y : z;
        x *= Vector256.Create(frame.CellX);
        y *= Vector256.Create(frame.CellY);
        z *= Vector256.Create(frame.CellZ);
        x = TShear.Flow == 0 ? Fma.MultiplyAdd(tilted, Vector256.Create(frame.Tilt), x) : x;
        y = TShear.Flow == 1 ? Fma.MultiplyAdd(tilted, Vector256.Create(frame.Tilt), y) : y;
        r = Fma.MultiplyAddNegated(z, z, Fma.MultiplyAddNegated(y, y, Fma.MultiplyAddNegated(x, x, r * r)));
        return Avx.ConvertToVector128Single(r);
    }

    /// <summary>The 12-bit estimate y and two terms of y/√(1 − e) with e = 1 − ay²: e³ is below rounding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> InverseRoot(Vector256<float> a)
    {
        Vector256<float> y = Avx.ReciprocalSqrt(a), e = Fma.MultiplyAddNegated(a * y, y, Vector256<float>.One);
        return Fma.MultiplyAdd(Fma.MultiplyAdd(e, Vector256.Create(0.375f), Vector256.Create(0.5f)), y * e, y);
    }

    /// <summary>Four numbers of eight as vectors of four, a row for each of four lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Rows(Vector256<float> x, Vector256<float> y, Vector256<float> z, Vector256<float> w, float* to, int stride)
    {
        Turn(x, y, z, w, out Vector256<float> a, out Vector256<float> b, out Vector256<float> c, out Vector256<float> d);
        a.Store(to);
        b.Store(to + stride);
        c.Store(to + (2 * stride));
        d.Store(to + (3 * stride));
    }

    /// <summary>The vectors of grains index[0] and index[4].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Two(byte* column, int* index) =>
        Avx.InsertVector128(One(column, index[0]).ToVector256Unsafe(), One(column, index[4]), 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> One(byte* column, int index) => Vector128.LoadAligned((float*)(column + ((long)index << 6)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Minus(Vector256<float> a, Vector256<float> b) => (a.AsInt32() - b.AsInt32()).AsSingle();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes8 Number(Vector256<float> integers) => new(Avx.ConvertToVector256Single(integers.AsInt32()));

    /// <summary>(rω, r) over r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Spin(Vector256<float> scaled) => scaled / Avx.Shuffle(scaled, scaled, 0xFF);

    /// <summary>Four vectors of four in each half become four numbers of eight, and back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Turn(
        Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d, out Vector256<float> x, out Vector256<float> y, out Vector256<float> z, out Vector256<float> w)
    {
        Vector256<double> ab = Avx.UnpackLow(a, b).AsDouble(), abHigh = Avx.UnpackHigh(a, b).AsDouble();
        Vector256<double> cd = Avx.UnpackLow(c, d).AsDouble(), cdHigh = Avx.UnpackHigh(c, d).AsDouble();
        x = Avx.UnpackLow(ab, cd).AsSingle();
        y = Avx.UnpackHigh(ab, cd).AsSingle();
        z = Avx.UnpackLow(abHigh, cdHigh).AsSingle();
        w = Avx.UnpackHigh(abHigh, cdHigh).AsSingle();
    }
}
