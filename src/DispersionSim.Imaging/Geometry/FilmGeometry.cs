using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>What every picture is drawn from: coated spheres, menisci of binder and the foil of one film.</summary>
internal sealed class FilmGeometry
{
    private readonly Lazy<BinderMeniscus[]> menisci;

    private FilmGeometry(ElectrodeState state)
    {
        State = state;
        Centre = [.. state.Particles.Position.Select(state.Domain.Wrap)];
        Coat = new double[Centre.Length];
        for (int i = 0; i < Coat.Length && state.Binder is { } binder; i++)
        {
            Coat[i] = BinderLayout.FilmThickness(binder.FilmVolume[i], Radius[i]);
        }

        menisci = new(MakeMenisci);
    }

    public ElectrodeState State { get; }

    public Domain Domain => State.Domain;

    /// <summary>Centres inside the domain, m.</summary>
    public Vector3d[] Centre { get; }

    public double[] Radius => State.Particles.Radius;

    /// <summary>Thickness of the binder film on each particle, m.</summary>
    public double[] Coat { get; }

    /// <summary>One meniscus for each ring of binder.</summary>
    public IReadOnlyList<BinderMeniscus> Menisci => menisci.Value;

    /// <summary>Lowest point of the foil, m; 0 without a foil.</summary>
    public double FoilFloor => State.Foil?.Heights.Where(h => !double.IsNaN(h)).DefaultIfEmpty(0).Min() ?? 0;

    /// <summary>Highest point of particles, binder and mean film surface, m.</summary>
    public double Top
    {
        get
        {
            double top = State.FilmTop;
            for (int i = 0; i < Centre.Length; i++)
            {
                top = Math.Max(top, Centre[i].Z + Radius[i] + Coat[i]);
            }

            return top;
        }
    }

    /// <summary>Largest coated radius, m.</summary>
    public double LargestRadius => Radius.Length == 0 ? 0 : Enumerable.Range(0, Radius.Length).Max(i => Radius[i] + Coat[i]);

    /// <summary>What there is to draw of a film: coated spheres, binder menisci and foil, lengths in m.</summary>
    /// <exception cref="InputException">The state is not a film: pictures are taken of films alone.</exception>
    public static FilmGeometry Of(ElectrodeState state) => state.Domain.PeriodicZ || !state.Domain.PeriodicX || !state.Domain.PeriodicY
        ? throw new InputException($"images: the structure is a {state.Phase}, periodic ({state.Domain.PeriodicX}, {state.Domain.PeriodicY}, {state.Domain.PeriodicZ}); voxels and images need a film, periodic along x and y alone")
        : new(state);

    private BinderMeniscus[] MakeMenisci()
    {
        BinderRing[] rings = State.Binder?.Rings ?? [];
        return [.. rings.Where(r => r.Volume > 0).Select(MeniscusOf)];
    }

    private BinderMeniscus MeniscusOf(BinderRing ring)
    {
        Vector3d centre = Centre[ring.I];
        double radius = Radius[ring.I] + Coat[ring.I];
        if (ring.J >= 0)
        {
            Vector3d between = Domain.Nearest(Centre[ring.J] - centre);
            return BinderMeniscus.BetweenSpheres(centre, radius, between, Radius[ring.J] + Coat[ring.J], ring.Volume);
        }

        Vector3d toFoil = FoilFoot.Below(State.Foil, centre, radius) - centre;
        return BinderMeniscus.OnPlane(centre, radius, toFoil, ring.Volume);
    }
}
