namespace DispersionSim.Core;

/// <summary>The layer on a regular grid: each voxel holds the fraction of every phase, for a binder film is thinner than a voxel. Index = x + CountX·(y + CountY·z).</summary>
public sealed record VoxelVolume
{
    public required int CountX { get; init; }

    public required int CountY { get; init; }

    public required int CountZ { get; init; }

    /// <summary>Edge of a voxel, m.</summary>
    public required double VoxelSize { get; init; }

    /// <summary>Height of the lower face of the first slice over the foil's mean plane, m.</summary>
    public required double OriginZ { get; init; }

    /// <summary>Volume fraction of each phase, index by <see cref="VoxelPhase"/>; they add up to 1 in every voxel.</summary>
    public required float[][] Fraction { get; init; }

    /// <summary>Primary id of the particle with the largest share of the voxel, 0 for none.</summary>
    public required int[] ParticleId { get; init; }

    /// <summary>Agglomerate id of that particle, 0 for none.</summary>
    public required int[] AgglomerateId { get; init; }

    public int Count => CountX * CountY * CountZ;

    public int Index(int x, int y, int z) => x + (CountX * (y + (CountY * z)));

    /// <summary>The phase with the largest share of a voxel.</summary>
    public VoxelPhase Label(int index)
    {
        int best = 0;
        for (int p = 1; p < Fraction.Length; p++)
        {
            if (Fraction[p][index] > Fraction[best][index])
            {
                best = p;
            }
        }

        return (VoxelPhase)best;
    }

    /// <summary>Volume of one phase, m³.</summary>
    public double VolumeOf(VoxelPhase phase)
    {
        double sum = 0;
        foreach (float f in Fraction[(int)phase])
        {
            sum += f;
        }

        return sum * VoxelSize * VoxelSize * VoxelSize;
    }
}
