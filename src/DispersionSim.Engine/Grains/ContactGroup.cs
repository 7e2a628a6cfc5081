using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>A group of contacts side by side while its laws are evaluated.</summary>
internal struct ContactGroup<TLanes> where TLanes : struct, ILanes<TLanes>
{
    /// <summary>Alignment that keeps every number of it within one line of the cache.</summary>
    public const int Alignment = 64;

    /// <summary>Fixed-point differences of places.</summary>
    public Triple<TLanes> Places;

    public ContactState<TLanes> State;

    public ContactHistory<TLanes> History;

    public ContactPress<TLanes> Press;

    public Triple<TLanes> Resistance;

    /// <summary>Resistance to rolling; unused where the model has none.</summary>
    public Triple<TLanes> Rolling;

    public ContactAnswer<TLanes> Answer;
}
