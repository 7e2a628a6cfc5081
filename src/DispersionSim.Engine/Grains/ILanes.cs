using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Several numbers side by side on the host, and how contacts are brought into them and back.</summary>
/// <remarks>
/// A grain is a record of 64 bytes: four vectors of four. Loading takes the same vector of <see cref="Count"/> grains and turns it into
/// four numbers; storing turns it back. Entry k of a group of contacts is lane k.
/// </remarks>
public unsafe interface ILanes<TSelf> : IReal<TSelf> where TSelf : struct, ILanes<TSelf>
{
    /// <summary>How many numbers lie side by side.</summary>
    static abstract int Count { get; }

    /// <summary>Floats between the force and the lever of a contact in its slot.</summary>
    static abstract int LeverOffset { get; }

    /// <summary>Whether this machine can run it.</summary>
    static abstract bool IsSupported { get; }

    static abstract TSelf Load(float* from);

    static abstract void Store(TSelf value, float* to);

    /// <summary>Fixed-point places of the first less those of the second, as numbers.</summary>
    static abstract void Places(byte* first, int* i, byte* second, int* j, out Triple<TSelf> difference);

    /// <summary>Places of the first less those of the second as integers, bit for bit, and the packed difference of their fractions (<see cref="PlaceFraction"/>).</summary>
    static abstract void FinePlaces(byte* first, int* i, byte* second, int* j, out Triple<TSelf> difference, out TSelf fraction);

    /// <summary>Integers as numbers.</summary>
    static abstract Triple<TSelf> Numbers(in Triple<TSelf> integers);

    /// <summary>Packed fractions as numbers, in their steps.</summary>
    static abstract Triple<TSelf> Fractions(TSelf packed);

    /// <summary>R² − d², found in double precision.</summary>
    /// <param name="difference">Differences of places, integers.</param>
    /// <param name="radii">R.</param>
    /// <param name="frame">The box.</param>
    static abstract TSelf Excess<TShear>(in Triple<TSelf> difference, TSelf radii, in FineFrame frame) where TShear : struct, IShear;

    /// <summary>A fixed-point coordinate less those of following grains, as numbers.</summary>
    static abstract TSelf PlaceDifference(int place, int* others);

    /// <summary>A vector of the first less that of the second; w is the fourth entry.</summary>
    static abstract void Differences(byte* first, int* i, byte* second, int* j, out Triple<TSelf> difference, out TSelf w);

    /// <summary>A vector of the first plus that of the second; w is the fourth entry.</summary>
    static abstract void Sums(byte* first, int* i, byte* second, int* j, out Triple<TSelf> sum, out TSelf w);

    /// <summary>Angular velocities ω₁ − ω₂ from vectors (rω, r).</summary>
    static abstract void Spins(byte* first, int* i, byte* second, int* j, out Triple<TSelf> spin);

    /// <summary>Where the slot of contact k of a table begins, floats.</summary>
    static abstract int Slot(int k);

    /// <summary>Where the moment of contact k of a table begins, floats.</summary>
    static abstract int Moment(int k);

    /// <summary>Writes force with its fourth entry, and lever, of a group.</summary>
    static abstract void StoreForces(in Triple<TSelf> force, TSelf w, in Triple<TSelf> lever, float* slots);

    /// <summary>Writes the moments of a group.</summary>
    static abstract void StoreMoments(in Triple<TSelf> moment, float* moments);

    /// <summary>Bit k set where lane k of the mask holds.</summary>
    static abstract uint Bits(TSelf mask);

    /// <summary>Bit k set where the k-th of the following integers has the value.</summary>
    static abstract uint Equal(int* numbers, int value);

    /// <summary>Writes the lanes whose bits are set one after the other; what comes after them, up to <see cref="Count"/> numbers, is spoilt.</summary>
    static abstract void Pack(TSelf value, uint bits, float* to);

    /// <summary>Packs the lanes <paramref name="near"/> of what lies packed as the lanes <paramref name="then"/>; those that were not packed are 0.</summary>
    static abstract void Repack(float* packed, uint then, uint near, float* to);

    /// <summary>Writes <paramref name="from"/> plus the place of each set bit, one after the other, and spoils what comes after them as <see cref="Pack"/> does.</summary>
    static abstract void SetBits(int from, uint bits, int* to);
}
