using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>Van der Waals attraction of two spheres near contact.</summary>
/// <remarks>F = A R*/(6h²), A the Hamaker constant across what is between, h the separation. Valid for h ≪ R*; retardation beyond 10 nm is not included. Source: israelachvili-2011.</remarks>
/// <param name="hamaker">A.</param>
public readonly struct VanDerWaalsLaw<TReal>(TReal hamaker) where TReal : struct, IReal<TReal>
{
    /// <summary>A.</summary>
    public readonly TReal Hamaker = hamaker;

    /// <summary>Attraction at a separation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TReal Force(TReal reducedRadius, TReal separation) => Hamaker * reducedRadius / (TReal.Of(6f) * separation * separation);
}
