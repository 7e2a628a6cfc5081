namespace DispersionSim.Core;

/// <summary>The primary particles as parallel columns; every column has the same length. Never changed after it is made.</summary>
public sealed record ParticleSet
{
    /// <summary>Centres, m.</summary>
    public required Vector3d[] Position { get; init; }

    /// <summary>Radii, m.</summary>
    public required double[] Radius { get; init; }

    /// <summary>What each is made of.</summary>
    public required ParticleKind[] Kind { get; init; }

    /// <summary>The id a primary keeps from the powder to the sintered layer, from 1.</summary>
    public required int[] PrimaryId { get; init; }

    /// <summary>The agglomerate of the powder a primary came in, from 1; 0 for a primary that came alone.</summary>
    public required int[] AgglomerateId { get; init; }

    public int Count => Radius.Length;

    public static ParticleSet Empty { get; } = new() { Position = [], Radius = [], Kind = [], PrimaryId = [], AgglomerateId = [] };

    /// <summary>Volume of one sphere, m³.</summary>
    public double VolumeOf(int i) => 4.0 / 3.0 * Math.PI * Radius[i] * Radius[i] * Radius[i];

    /// <summary>Sum of the sphere volumes, m³.</summary>
    public double TotalVolume()
    {
        double sum = 0;
        for (int i = 0; i < Count; i++)
        {
            sum += VolumeOf(i);
        }

        return sum;
    }

    /// <summary>Sum of the sphere volumes of one kind, m³.</summary>
    public double TotalVolume(ParticleKind kind)
    {
        double sum = 0;
        for (int i = 0; i < Count; i++)
        {
            sum += Kind[i] == kind ? VolumeOf(i) : 0;
        }

        return sum;
    }

    /// <summary>Volume-median diameter D50,v of the active particles (all but conductive powder), m.</summary>
    public double VolumeMedianDiameter()
    {
        double[] radii = [.. Enumerable.Range(0, Count).Where(i => Kind[i] != ParticleKind.ConductivePowder).Select(i => Radius[i]).Order()];
        double half = radii.Sum(r => r * r * r) / 2, sum = 0;
        foreach (double r in radii)
        {
            sum += r * r * r;
            if (sum >= half)
            {
                return 2 * r;
            }
        }

        return 0;
    }
}
