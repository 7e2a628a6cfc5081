using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Which filters a measured surface passes before it is measured; none by default.</summary>
public sealed record SurfaceSettings
{
    /// <summary>Nesting index of the S-filter, m: shorter waves are taken out. Null for none.</summary>
    [Unit("m")]
    public double? ShortFilter { get; init; }

    /// <summary>Nesting index of the L-filter, m: longer waves are taken out. Null for none.</summary>
    [Unit("m")]
    public double? LongFilter { get; init; }

    /// <summary>Cut-offs of the profiles that were asked for; null for those of the standard where the profiles are long enough, else none.</summary>
    public RoughnessSettings? Profile { get; init; }

    /// <summary>The levelled surface after the filters; null where there are none.</summary>
    /// <exception cref="InputException">The filters leave no wave.</exception>
    public HeightMap? Filtered(HeightMap levelled)
    {
        if (LongFilter <= ShortFilter)
        {
            throw new InputException($"an S-filter of {ShortFilter * 1e6:0.###} um and an L-filter of {LongFilter * 1e6:0.###} um leave no wave: the S-filter must be the shorter one");
        }

        HeightMap map = ShortFilter is { } s ? GaussianArealFilter.MeanSurface(levelled, s) : levelled;
        map = LongFilter is { } l ? GaussianArealFilter.Residual(map, l) : map;
        return ReferenceEquals(map, levelled) ? null : map;
    }

    /// <summary>The areal filters in words.</summary>
    internal string Words => string.Join(", ", new[] { Word("S-filter", ShortFilter), Word("L-filter", LongFilter) }.Where(w => w.Length > 0));

    private static string Word(string name, double? index) => index is { } m ? $"Gaussian {name} {m * 1e6:0.####} µm" : "";
}
