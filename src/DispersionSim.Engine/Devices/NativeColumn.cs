using System.Runtime.InteropServices;

namespace DispersionSim.Engine;

/// <summary>A column of structs in aligned native memory, so that host kernels work on raw pointers.</summary>
public sealed unsafe class NativeColumn<T> : IDisposable where T : unmanaged
{
    private const nuint Page = 4096;
    private nuint offset;

    public NativeColumn(int count) => Allocate(count);

    public T* Pointer { get; private set; }

    public int Count { get; private set; }

    public ref T this[int i] => ref Pointer[i];

    public Span<T> Span => new(Pointer, Count);

    /// <summary>Grows to at least the given count; contents are kept, new entries are zero.</summary>
    public void EnsureCount(int count)
    {
        if (count <= Count)
        {
            return;
        }

        T* old = Pointer;
        int oldCount = Count;
        nuint oldOffset = offset;
        Allocate(Math.Max(count, oldCount + (oldCount / 2)));
        new Span<T>(old, oldCount).CopyTo(Span);
        NativeMemory.AlignedFree((byte*)old - oldOffset);
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(Pointer is null ? null : (byte*)Pointer - offset);
        Pointer = null;
        Count = 0;
    }

    private void Allocate(int count)
    {
        Count = Math.Max(count, 1);
        offset = ColumnColours.Next();
        Pointer = (T*)((byte*)NativeMemory.AlignedAlloc(((nuint)Count * (nuint)sizeof(T)) + offset, Page) + offset);
        Span.Clear();
    }
}
