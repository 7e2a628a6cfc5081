using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Sixteen numbers: AVX-512.</summary>
public readonly unsafe struct Lanes16 : ILanes<Lanes16>
{
    private readonly Vector512<float> value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Lanes16(Vector512<float> value) => this.value = value;

    public static int Refinements
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 3;
    }

    public static int Count
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 16;
    }

    public static int LeverOffset
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => 8;
    }

    public static bool IsSupported
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx512F.IsSupported && Avx512DQ.IsSupported;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 operator +(Lanes16 a, Lanes16 b) => new(a.value + b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 operator -(Lanes16 a, Lanes16 b) => new(a.value - b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 operator *(Lanes16 a, Lanes16 b) => new(a.value * b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 operator /(Lanes16 a, Lanes16 b) => new(a.value / b.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 Of(float value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 MultiplyAdd(Lanes16 a, Lanes16 b, Lanes16 c) => new(Avx512F.FusedMultiplyAdd(a.value, b.value, c.value));

    /// <summary>a/√a from the estimate, corrected once by Heron's rule: as good as the instruction, in a third of its time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 Sqrt(Lanes16 a)
    {
        Vector512<float> inverse = InverseRoot(Avx512F.Max(a.value, Vector512.Create(1e-37f)));
        Vector512<float> root = a.value * inverse;
        return new(Avx512F.FusedMultiplyAdd(Avx512F.FusedMultiplyAddNegated(root, root, a.value), inverse * Vector512.Create(0.5f), root));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 InverseSqrt(Lanes16 a) => new(InverseRoot(a.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 Reciprocal(Lanes16 a)
    {
        Vector512<float> y = Avx512F.Reciprocal14(a.value);
        return new(Avx512F.FusedMultiplyAdd(Avx512F.FusedMultiplyAddNegated(a.value, y, Vector512<float>.One), y, y));
    }

    /// <summary>Exponent divided by three, then Newton: see <see cref="Kernels.CubeRoot"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 CubeRoot(Lanes16 a)
    {
        Vector512<float> x = a.value, third = Vector512.Create(0.33333334f);
        Vector512<float> c = (Vector512.ConvertToInt32(Vector512.ConvertToSingle(x.AsInt32()) * third) + Vector512.Create(0x2a5137a0)).AsSingle();
        c -= third * (c - (x / (c * c)));
        c -= third * (c - (x / (c * c)));
        c -= third * (c - (x / (c * c)));
        return new(Vector512.ConditionalSelect(Vector512.GreaterThan(x, Vector512<float>.Zero), c, Vector512<float>.Zero));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 Min(Lanes16 a, Lanes16 b) => new(Avx512F.Min(a.value, b.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 Max(Lanes16 a, Lanes16 b) => new(Avx512F.Max(a.value, b.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 Abs(Lanes16 a) => new(Vector512.Abs(a.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 Greater(Lanes16 a, Lanes16 b) => new(Vector512.GreaterThan(a.value, b.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 Both(Lanes16 maskA, Lanes16 maskB) => new(maskA.value & maskB.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 Either(Lanes16 maskA, Lanes16 maskB) => new(maskA.value | maskB.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 Select(Lanes16 mask, Lanes16 yes, Lanes16 no) => new(Vector512.ConditionalSelect(mask.value, yes.value, no.value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bits(Lanes16 mask) => (uint)mask.value.ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Equal(int* numbers, int value) => (uint)Vector512.Equals(Vector512.Load(numbers), Vector512.Create(value)).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Pack(Lanes16 value, uint bits, float* to) => Avx512F.Compress(Vector512<float>.Zero, Mask(bits).AsSingle(), value.value).Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Repack(float* packed, uint then, uint near, float* to) =>
        Pack(new(Avx512F.Expand(Vector512<float>.Zero, Mask(then).AsSingle(), Vector512.Load(packed))), near, to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SetBits(int from, uint bits, int* to) =>
        (Avx512F.Compress(Vector512<int>.Zero, Mask(bits), Vector512<int>.Indices) + Vector512.Create(from)).Store(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 Load(float* from) => new(Vector512.Load(from));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes16 value, float* to) => value.value.Store(to);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Places(byte* first, int* i, byte* second, int* j, out Triple<Lanes16> difference)
    {
        Turn(
            Minus(Four(first, i), Four(second, j)),
            Minus(Four(first, i + 1), Four(second, j + 1)),
            Minus(Four(first, i + 2), Four(second, j + 2)),
            Minus(Four(first, i + 3), Four(second, j + 3)),
            out Vector512<float> x, out Vector512<float> y, out Vector512<float> z, out _);
        difference = new(new(Vector512.ConvertToSingle(x.AsInt32())), new(Vector512.ConvertToSingle(y.AsInt32())), new(Vector512.ConvertToSingle(z.AsInt32())));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void FinePlaces(byte* first, int* i, byte* second, int* j, out Triple<Lanes16> difference, out Lanes16 fraction)
    {
        Turn(
            Minus(Four(first, i), Four(second, j)),
            Minus(Four(first, i + 1), Four(second, j + 1)),
            Minus(Four(first, i + 2), Four(second, j + 2)),
            Minus(Four(first, i + 3), Four(second, j + 3)),
            out Vector512<float> x, out Vector512<float> y, out Vector512<float> z, out Vector512<float> w);
        difference = new(new(x), new(y), new(z));
        fraction = new(w);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Triple<Lanes16> Numbers(in Triple<Lanes16> integers) => new(Number(integers.X.value.AsInt32()), Number(integers.Y.value.AsInt32()), Number(integers.Z.value.AsInt32()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Triple<Lanes16> Fractions(Lanes16 packed)
    {
        Vector512<int> w = packed.value.AsInt32();
        return new(
            Number(Vector512.ShiftRightArithmetic(Vector512.ShiftLeft(w, 22), 22)),
            Number(Vector512.ShiftRightArithmetic(Vector512.ShiftLeft(w + Vector512.Create(0x200), 12), 22)),
            Number(Vector512.ShiftRightArithmetic(w + Vector512.Create(0x80200), 20)));
    }

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Lanes16 Excess<TShear>(in Triple<Lanes16> difference, Lanes16 radii, in FineFrame frame) where TShear : struct, IShear
    {
        Vector512<int> x = difference.X.value.AsInt32(), y = difference.Y.value.AsInt32(), z = difference.Z.value.AsInt32();
        Vector256<float> low = Half<TShear>(x.GetLower(), y.GetLower(), z.GetLower(), radii.value.GetLower(), in frame);
        Vector256<float> high = Half<TShear>(x.GetUpper(), y.GetUpper(), z.GetUpper(), radii.value.GetUpper(), in frame);
        return new(Vector512.Create(low, high));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 PlaceDifference(int place, int* others) => new(Vector512.ConvertToSingle(Vector512.Create(place) - Vector512.Load(others)));

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Differences(byte* first, int* i, byte* second, int* j, out Triple<Lanes16> difference, out Lanes16 w)
    {
        Turn(
            Four(first, i) - Four(second, j),
            Four(first, i + 1) - Four(second, j + 1),
            Four(first, i + 2) - Four(second, j + 2),
            Four(first, i + 3) - Four(second, j + 3),
            out Vector512<float> x, out Vector512<float> y, out Vector512<float> z, out Vector512<float> fourth);
        difference = new(new(x), new(y), new(z));
        w = new(fourth);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Sums(byte* first, int* i, byte* second, int* j, out Triple<Lanes16> sum, out Lanes16 w)
    {
        Turn(
            Four(first, i) + Four(second, j),
            Four(first, i + 1) + Four(second, j + 1),
            Four(first, i + 2) + Four(second, j + 2),
            Four(first, i + 3) + Four(second, j + 3),
            out Vector512<float> x, out Vector512<float> y, out Vector512<float> z, out Vector512<float> fourth);
        sum = new(new(x), new(y), new(z));
        w = new(fourth);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Spins(byte* first, int* i, byte* second, int* j, out Triple<Lanes16> spin)
    {
        Turn(
            Spin(Four(first, i)) - Spin(Four(second, j)),
            Spin(Four(first, i + 1)) - Spin(Four(second, j + 1)),
            Spin(Four(first, i + 2)) - Spin(Four(second, j + 2)),
            Spin(Four(first, i + 3)) - Spin(Four(second, j + 3)),
            out Vector512<float> x, out Vector512<float> y, out Vector512<float> z, out _);
        spin = new(new(x), new(y), new(z));
    }

    /// <summary>Contacts 4m + e of a group (m, e = 0…3) lie as [F₀ F₁ Q₀ Q₁][F₂ F₃ Q₂ Q₃] over m, one row of 32 floats for each e.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Slot(int k) => ((k >> 4) * 128) + ((k & 3) * 32) + (((k >> 3) & 1) * 16) + (((k >> 2) & 1) * 4);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Moment(int k) => ((k >> 4) * 64) + ((k & 3) * 16) + (((k >> 2) & 3) * 4);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void StoreForces(in Triple<Lanes16> force, Lanes16 w, in Triple<Lanes16> lever, float* slots)
    {
        Turn(force.X.value, force.Y.value, force.Z.value, w.value, out Vector512<float> f0, out Vector512<float> f1, out Vector512<float> f2, out Vector512<float> f3);
        Turn(lever.X.value, lever.Y.value, lever.Z.value, Vector512<float>.Zero, out Vector512<float> q0, out Vector512<float> q1, out Vector512<float> q2, out Vector512<float> q3);
        Row(f0, q0, slots);
        Row(f1, q1, slots + 32);
        Row(f2, q2, slots + 64);
        Row(f3, q3, slots + 96);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void StoreMoments(in Triple<Lanes16> moment, float* moments)
    {
        Turn(moment.X.value, moment.Y.value, moment.Z.value, Vector512<float>.Zero, out Vector512<float> m0, out Vector512<float> m1, out Vector512<float> m2, out Vector512<float> m3);
        m0.Store(moments);
        m1.Store(moments + 16);
        m2.Store(moments + 32);
        m3.Store(moments + 48);
    }

    /// <summary>R² − d² of eight contacts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Half<TShear>(Vector256<int> i, Vector256<int> j, Vector256<int> k, Vector256<float> radii, in FineFrame frame) where TShear : struct, IShear
    {
        Vector512<double> x = Avx512F.ConvertToVector512Double(i), y = Avx512F.ConvertToVector512Double(j), z = Avx512F.ConvertToVector512Double(k);
        Vector512<double> r = Avx512F.ConvertToVector512Double(radii), tilted = TShear.Gradient == 1 ? y : z;
        x *= Vector512.Create(frame.CellX);
        y *= Vector512.Create(frame.CellY);
        z *= Vector512.Create(frame.CellZ);
        x = TShear.Flow == 0 ? Avx512F.FusedMultiplyAdd(tilted, Vector512.Create(frame.Tilt), x) : x;
        y = TShear.Flow == 1 ? Avx512F.FusedMultiplyAdd(tilted, Vector512.Create(frame.Tilt), y) : y;
        r = Avx512F.FusedMultiplyAddNegated(z, z, Avx512F.FusedMultiplyAddNegated(y, y, Avx512F.FusedMultiplyAddNegated(x, x, r * r)));
        return Avx512F.ConvertToVector256Single(r);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes16 Number(Vector512<int> integers) => new(Vector512.ConvertToSingle(integers));

    /// <summary>The 14-bit estimate and one step of Newton's method.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> InverseRoot(Vector512<float> a)
    {
        Vector512<float> y = Avx512F.ReciprocalSqrt14(a), half = Vector512.Create(0.5f);
        return Avx512F.FusedMultiplyAdd(Avx512F.FusedMultiplyAddNegated(a * y, y, Vector512<float>.One), y * half, y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Row(Vector512<float> f, Vector512<float> q, float* slots)
    {
        Avx512F.Shuffle4x128(f, q, 0x44).Store(slots);
        Avx512F.Shuffle4x128(f, q, 0xEE).Store(slots + 16);
    }

    /// <summary>The vectors of grains index[0], [4], [8] and [12].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Four(byte* column, int* index) =>
        Avx512F.InsertVector128(
            Avx512F.InsertVector128(
                Avx512F.InsertVector128(One(column, index[0]).ToVector256Unsafe().ToVector512Unsafe(), One(column, index[4]), 1),
                One(column, index[8]),
                2),
            One(column, index[12]),
            3);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> One(byte* column, int index) => Vector128.LoadAligned((float*)(column + ((long)index << 6)));

    /// <summary>All bits of lane k set where bit k is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<int> Mask(uint bits)
    {
        Vector512<int> own = Vector512.Create(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768);
        return Vector512.Equals(Vector512.Create((int)bits) & own, own);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Minus(Vector512<float> a, Vector512<float> b) => (a.AsInt32() - b.AsInt32()).AsSingle();

    /// <summary>(rω, r) over r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Spin(Vector512<float> scaled) => scaled * Reciprocal(new(Avx512F.Shuffle(scaled, scaled, 0xFF))).value;

    /// <summary>Four vectors of four in each quarter become four numbers of sixteen, and back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Turn(
        Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d, out Vector512<float> x, out Vector512<float> y, out Vector512<float> z, out Vector512<float> w)
    {
        Vector512<double> ab = Avx512F.UnpackLow(a, b).AsDouble(), abHigh = Avx512F.UnpackHigh(a, b).AsDouble();
        Vector512<double> cd = Avx512F.UnpackLow(c, d).AsDouble(), cdHigh = Avx512F.UnpackHigh(c, d).AsDouble();
        x = Avx512F.UnpackLow(ab, cd).AsSingle();
        y = Avx512F.UnpackHigh(ab, cd).AsSingle();
        z = Avx512F.UnpackLow(abHigh, cdHigh).AsSingle();
        w = Avx512F.UnpackHigh(abHigh, cdHigh).AsSingle();
    }
}
