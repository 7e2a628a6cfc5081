using System.Runtime.InteropServices;
using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;
using ILGPU;
using ILGPU.Runtime;

namespace DispersionSim.Tests.Kernels;

/// <summary>The columns of a search on an accelerator: spheres of many sizes in a sheared box over a floor.</summary>
internal sealed class SearchColumns : IDisposable
{
    public const int Particles = 150;
    public const int CellsAlong = 3;
    public const int Cells = CellsAlong * CellsAlong * CellsAlong;

    private const int Entries = 40 * Particles;
    private const double Side = 7;
    private const float Unit = 1e-9f;
    private readonly Accelerator accelerator;
    private readonly Dictionary<string, IColumn> columns = new(StringComparer.Ordinal);

    public SearchColumns(Accelerator accelerator)
    {
        this.accelerator = accelerator;
        PairColumns list = new()
        {
            Place = Make<Int4>("place", 2 * Particles),
            Velocity = Make<Float4>("velocity", 2 * Particles),
            Inertia = Make<Float4>("inertia", Particles),
            CellStart = Make<int>("cell start", Cells + 1),
            RowStart = Make<int>("row start", Particles + 1),
            ContactStart = Make<int>("contact start", Particles + 1),
            RowNext = Make<int>("row next", Particles),
            Row = Make<int>("row", Entries),
            First = Make<int>("first", Entries),
            Second = Make<int>("second", Entries),
            ReducedRadius = Make<float>("reduced radius", Entries),
            ReducedMass = Make<float>("reduced mass", Entries),
        };
        FlowingBox box = new(Side, Side, Side);
        box.Shear(Axis.X, Axis.Y, 0.3);
        box.Advance(0.7);
        GrainStep step = Geometry(box);
        Views = new()
        {
            List = list,
            Former = Histories("former"),
            Now = Histories("now"),
            Grid = new() { CountX = CellsAlong, CountY = CellsAlong, CountZ = CellsAlong, Particles = Particles, Gap = 0.2f },
            Step = step,
            Wall = new() { Normal = new(0f, 0f, 1f), Velocity = new(0.1f, 0f, -0.2f), Anchor = new(0, 0, (int)(0.1 * int.MaxValue)), Unit = Unit, RiseZ = (long)(step.Cell.Z / Unit * (1 << WallKernels.Bits)), WayZ = (long)(Unit / step.Cell.Z * (1 << WallKernels.Bits)) },
            Keys = Make<int>("keys", Particles),
            Order = Make<int>("order", Particles),
            SortedKeys = Make<int>("sorted keys", Particles),
            SortedOrder = Make<int>("sorted order", Particles),
            Places = Make<int>("places", SortKernels.Digits * SortChunks),
            Sums = Make<int>("sums", ScanChunks),
            Before = Make<int>("before", ScanChunks),
            Running = Make<int>("running", Particles),
            FormerStart = Make<int>("former start", Particles + 1),
            FormerSecond = Make<int>("former second", Entries),
            WallStart = Make<int>("wall start", Particles + 1),
            FormerWallStart = Make<int>("former wall start", Particles + 1),
            Signals = Make<int>("signals", DeviceSignals.Count),
            PlaceTo = Make<Int4>("place to", Particles),
            VelocityTo = Make<Float4>("velocity to", Particles),
            Spin = Make<Float4>("spin", 2 * Particles),
            Rest = Make<Float4>("rest", Particles),
        };
    }

    private interface IColumn : IDisposable
    {
        bool IsExact { get; }

        int[] Bits { get; set; }

        double[] Numbers { get; }
    }

    public static int SortChunks => (Particles + SortKernels.Chunk - 1) / SortKernels.Chunk;

    public static int ScanChunks => (Particles + ScanKernels.Chunk - 1) / ScanKernels.Chunk;

    public SearchViews Views;

    /// <summary>Particles of a test at their start; only where the host can write.</summary>
    public void Fill()
    {
        var random = new RandomStream(11, StreamName.MonteCarlo);
        float Any() => (float)((2 * random.NextDouble()) - 1);
        int Bits() => unchecked((int)(uint)(random.NextDouble() * 4294967296.0));
        for (int i = 0; i < Particles; i++)
        {
            float radius = 0.5f + (0.2f * Any());
            Float4 rest = new(Any() / 2, Any() / 2, Any() / 2);
            Views.List.Place[i] = new(Bits(), Bits(), Bits(), PlaceFraction.Pack(rest.X, rest.Y, rest.Z));
            Views.Rest[i] = rest;
            Views.List.Velocity[i] = new(Any(), Any(), Any(), radius);
            Views.List.Inertia[i] = new(1f / (4f * radius * radius * radius), 1f, 0f);
        }

        for (int c = 0; c < Entries; c++)
        {
            Views.Former.Slide[c] = new(Any(), Any(), Any(), Any());
            Views.Former.Roll[c] = new(Any(), Any(), Any(), Any());
            Views.Former.Memory[c] = Any();
        }
    }

    /// <summary>Every column as it lies.</summary>
    public Dictionary<string, int[]> Bits() => columns.ToDictionary(c => c.Key, c => c.Value.Bits, StringComparer.Ordinal);

    /// <summary>Takes over another's columns, on whichever accelerator.</summary>
    public void CopyFrom(SearchColumns other)
    {
        foreach ((string name, IColumn column) in columns)
        {
            column.Bits = other.columns[name].Bits;
        }

        (Views.Pairs, Views.FormerPairs) = (other.Views.Pairs, other.Views.FormerPairs);
    }

    /// <summary>Indices agree exactly; vectors and places of ghosts to rounding of single precision.</summary>
    public void Compare(SearchColumns expected)
    {
        accelerator.Synchronize();
        foreach ((string name, IColumn column) in columns)
        {
            IColumn other = expected.columns[name];
            if (column.IsExact)
            {
                Assert.Equal(other.Bits, column.Bits);
                continue;
            }

            double[] numbers = other.Numbers, found = column.Numbers;
            double largest = Math.Max(numbers.Max(Math.Abs), 1e-20);
            for (int k = 0; k < numbers.Length; k++)
            {
                Assert.True(Math.Abs(found[k] - numbers[k]) <= 1e-6 * largest, $"{name}[{k}]: {found[k]:R} instead of {numbers[k]:R}");
            }
        }
    }

    public void Dispose()
    {
        foreach (IColumn column in columns.Values)
        {
            column.Dispose();
        }
    }

    private static GrainStep Geometry(FlowingBox box)
    {
        using GrainColumns none = new(Particles, 0, 1);
        none.Velocity[0] = new(0f, 0f, 0f, 0.7f);
        return GrainEntry.Describe(box, none, 0, 0, default);
    }

    private HistoryViews Histories(string name) =>
        new() { Slide = Make<Float4>($"{name} slide", Entries), Roll = Make<Float4>($"{name} roll", Entries), Memory = Make<float>($"{name} memory", Entries) };

    private ArrayView<T> Make<T>(string name, int length) where T : unmanaged
    {
        MemoryBuffer1D<T, Stride1D.Dense> buffer = accelerator.Allocate1D(new T[length]);
        columns.Add(name, new Column<T>(buffer));
        return buffer.View;
    }

    private sealed class Column<T>(MemoryBuffer1D<T, Stride1D.Dense> buffer) : IColumn where T : unmanaged
    {
        public bool IsExact => typeof(T) == typeof(int);

        public int[] Bits
        {
            get => MemoryMarshal.Cast<T, int>(buffer.GetAsArray1D()).ToArray();
            set => buffer.CopyFromCPU(MemoryMarshal.Cast<int, T>(value).ToArray());
        }

        public double[] Numbers => typeof(T) == typeof(Int4)
            ? [.. Bits.Select(b => (double)b)]
            : [.. MemoryMarshal.Cast<T, float>(buffer.GetAsArray1D()).ToArray().Select(x => (double)x)];

        public void Dispose() => buffer.Dispose();
    }
}
