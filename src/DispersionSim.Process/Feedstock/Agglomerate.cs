using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>How an agglomerate of the powder came to be.</summary>
public enum AgglomerateOrigin
{
    Fractal,
    Granule,
    ReadyMade,
}

/// <summary>One agglomerate of the powder before it is placed: primaries about their centre of mass, and the contacts that hold them.</summary>
public sealed record Agglomerate
{
    public required AgglomerateOrigin Origin { get; init; }

    /// <summary>Centres about the centre of mass, m.</summary>
    public required Vector3d[] Position { get; init; }

    /// <summary>Radii, m.</summary>
    public required double[] Radius { get; init; }

    /// <summary>Pairs that hold together, I &lt; J.</summary>
    public required (int I, int J)[] Contacts { get; init; }

    /// <summary>Which contacts are solid bridges; the rest are held by adhesion.</summary>
    public required bool[] Bridged { get; init; }

    public int Count => Radius.Length;

    /// <summary>Diameter of the sphere about the centre of mass that holds it, m: it fits a box of that edge in every orientation.</summary>
    public double Extent => 2 * AggregateShape.BoundingRadius(Position, Radius);

    /// <summary>R_g/a with a the geometric mean radius.</summary>
    public double RelativeRadiusOfGyration => AggregateShape.RadiusOfGyration(Position, Radius) / AggregateShape.GeometricMeanRadius(Radius);

    /// <summary>A generated agglomerate: every contact is adhesive until bridges are laid.</summary>
    public static Agglomerate Made(AgglomerateOrigin origin, Vector3d[] position, double[] radius)
    {
        (int I, int J)[] contacts = ContactPairs.Find(position, radius);
        return new() { Origin = origin, Position = position, Radius = radius, Contacts = contacts, Bridged = new bool[contacts.Length] };
    }

    public static Agglomerate From(ReadyMadeAggregate source) =>
        new() { Origin = AgglomerateOrigin.ReadyMade, Position = source.Position, Radius = source.Radius, Contacts = source.Contacts, Bridged = source.Bridged };

    /// <summary>The same with solid bridges inside pieces of a few primaries.</summary>
    /// <param name="size">Primaries of a piece.</param>
    /// <param name="fraction">Share of the primaries in pieces.</param>
    /// <param name="random">Stream of this agglomerate.</param>
    public Agglomerate WithFusedPieces(int size, double fraction, RandomStream random) => this with { Bridged = FusedPieces.Choose(Count, Contacts, size, fraction, random) };

    /// <summary>The same with a solid bridge at every contact.</summary>
    public Agglomerate WithBridges() => this with { Bridged = Array.ConvertAll(Bridged, _ => true) };
}
