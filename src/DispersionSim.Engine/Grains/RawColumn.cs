using System.Runtime.InteropServices;

namespace DispersionSim.Engine;

/// <summary>Aligned native memory that is not cleared: what is never written never becomes resident.</summary>
internal sealed unsafe class RawColumn<T> : IDisposable where T : unmanaged
{
    private const nuint Alignment = 64;

    public RawColumn(long capacity = 0) => Reserve(capacity);

    public T* Pointer { get; private set; }

    public long Capacity { get; private set; }

    public ref T this[long i] => ref Pointer[i];

    /// <summary>Grows to at least the given capacity, with a fifth to spare; what was there is kept.</summary>
    public void Reserve(long capacity)
    {
        if (capacity <= Capacity && Pointer is not null)
        {
            return;
        }

        long roomier = capacity + (Pointer is null ? 0 : capacity / 5) + 32;
        nuint bytes = checked((nuint)roomier * (nuint)sizeof(T));
        bool large = bytes >= LargePages.Least;
        var next = (T*)NativeMemory.AlignedAlloc(bytes, large ? LargePages.Size : Alignment);
        if (large)
        {
            LargePages.Ask(next, bytes);
        }

        if (Pointer is not null)
        {
            NativeMemory.Copy(Pointer, next, (nuint)Capacity * (nuint)sizeof(T));
            NativeMemory.AlignedFree(Pointer);
        }

        Pointer = next;
        Capacity = roomier;
    }

    public void Clear(long count) => NativeMemory.Clear(Pointer, (nuint)count * (nuint)sizeof(T));

    public void Dispose()
    {
        NativeMemory.AlignedFree(Pointer);
        Pointer = null;
        Capacity = 0;
    }
}
