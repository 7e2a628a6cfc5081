using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>A state with the views of it that several metrics share, each worked out when first asked for.</summary>
public sealed class MeasuredState
{
    // Touching up to the rounding of single-precision positions in a box of some hundred radii.
    private const double ContactTolerance = 1e-5;

    // Below this share of the foil's area lies the lower bound of the bulk; the few highest peaks reach into it.
    private const double FoilPeaks = 0.95;

    private readonly Lazy<IReadOnlyList<(int I, int J)>> contacts;
    private readonly Lazy<BallMass[]> solid, binder;
    private readonly Lazy<double> bulkLow;

    public MeasuredState(ElectrodeState state, AnalysisScale scale)
    {
        (State, Scale) = (state, scale);
        Active = [.. Enumerable.Range(0, state.Particles.Count).Where(i => state.Particles.Kind[i] != ParticleKind.ConductivePowder)];
        Positions = [.. Active.Select(i => state.Particles.Position[i])];
        Radii = [.. Active.Select(i => state.Particles.Radius[i])];
        Parents = [.. Active.Select(i => state.Particles.AgglomerateId[i])];
        Volumes = [.. Active.Select(state.Particles.VolumeOf)];
        contacts = new(FindContacts);
        solid = new(() => [.. Radii.Select((r, i) => new BallMass(Positions[i], r, Volumes[i]))]);
        binder = new(() => [.. BinderBalls()]);
        bulkLow = new(() => state.Foil is { } foil ? Quantiles.Of(foil.Heights.Where(double.IsFinite), FoilPeaks) : 0);
    }

    public ElectrodeState State { get; }

    public AnalysisScale Scale { get; }

    /// <summary>Indices of the active particles (all but conductive powder) in the state.</summary>
    public int[] Active { get; }

    /// <summary>Number of active particles.</summary>
    public int Count => Active.Length;

    /// <summary>Centres of the active particles, m.</summary>
    public Vector3d[] Positions { get; }

    /// <summary>Radii of the active particles, m.</summary>
    public double[] Radii { get; }

    /// <summary>Agglomerate of the powder that each active particle came in.</summary>
    public int[] Parents { get; }

    /// <summary>Volumes of the active particles, m³.</summary>
    public double[] Volumes { get; }

    /// <summary>Pairs of active particles that touch, by their place in <see cref="Active"/>.</summary>
    public IReadOnlyList<(int I, int J)> TouchingPairs => contacts.Value;

    /// <summary>The active material as balls.</summary>
    public IReadOnlyCollection<BallMass> Solid => solid.Value;

    /// <summary>The binder: films as balls of their particle, rings as points at the contacts; empty before drying.</summary>
    public IReadOnlyCollection<BallMass> Binder => binder.Value;

    /// <summary>Thickness of the layer over the foil's mean plane, m.</summary>
    public double Thickness => State.FilmTop;

    /// <summary>Lower bound of the bulk: the height that 95 % of the foil stays below, m.</summary>
    public double BulkLow => bulkLow.Value;

    /// <summary>Upper bound of the bulk: half a median diameter under the mean upper surface, m.</summary>
    public double BulkHigh => State.FilmTop - (Scale.MedianDiameter / 2);

    /// <summary>The bulk as an observation window: periodic in the plane, open along z.</summary>
    public Domain BulkDomain => Domain.Film(State.Domain.Size.X, State.Domain.Size.Y, BulkHigh - BulkLow);

    /// <summary>Windows of a given edge in the bulk.</summary>
    public WindowGrid Windows(double edge) => new(State.Domain, BulkLow, BulkHigh, edge);

    /// <summary>The part of a sum of volumes that belongs to the chosen active particles, 0…1.</summary>
    public double VolumeShare(Func<int, bool> chosen)
    {
        double part = 0;
        for (int i = 0; i < Count; i++)
        {
            part += chosen(i) ? Volumes[i] : 0;
        }

        return part / Volumes.Sum();
    }

    private IReadOnlyList<(int I, int J)> FindContacts() =>
        Contacts.Find(State.Domain, Positions, Radii, ContactTolerance * Radii.DefaultIfEmpty().Average());

    private IEnumerable<BallMass> BinderBalls()
    {
        if (State.Binder is not { } layout)
        {
            return [];
        }

        ParticleSet all = State.Particles;
        return layout.FilmVolume.Select((v, i) => new BallMass(all.Position[i], all.Radius[i], v))
            .Concat(layout.Rings.Select(ring => new BallMass(PlaceOf(ring), 0, ring.Volume)));
    }

    private Vector3d PlaceOf(BinderRing ring)
    {
        ParticleSet all = State.Particles;
        Vector3d first = all.Position[ring.I];
        if (ring.J < 0)
        {
            return first - (all.Radius[ring.I] * Vector3d.UnitZ);
        }

        Vector3d across = State.Domain.Nearest(all.Position[ring.J] - first);
        return first + (across * (all.Radius[ring.I] / (all.Radius[ring.I] + all.Radius[ring.J])));
    }
}
