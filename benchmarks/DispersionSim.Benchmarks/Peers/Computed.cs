using System.Collections;

namespace DispersionSim.Benchmarks;

/// <summary>A list whose entries are computed when read: a tiled start state takes no memory of its own.</summary>
internal sealed class Computed<T>(int count, Func<int, T> entry) : IReadOnlyList<T>
{
    public int Count { get; } = count;

    public T this[int index] => entry(index);

    public IEnumerator<T> GetEnumerator() => Enumerable.Range(0, Count).Select(entry).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
