using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>A null of which only circles above a radius are seen, as in a picture whose smallest are taken for noise.</summary>
internal sealed class SeenNull(IPointNull all, double leastRadius) : IPointNull
{
    public string Name => all.Name;

    public int SetsADrawing => all.SetsADrawing;

    public PointSample Draw(RandomStream random) => Seen(all.Draw(random));

    public PointSample[] DrawSets(RandomStream random) => [.. all.DrawSets(random).Select(Seen)];

    private PointSample Seen(PointSample drawn)
    {
        int[] seen = [.. Enumerable.Range(0, drawn.Count).Where(k => drawn.Radii[k] >= leastRadius)];
        return drawn with { Positions = [.. seen.Select(k => drawn.Positions[k])], Radii = [.. seen.Select(k => drawn.Radii[k])] };
    }
}
