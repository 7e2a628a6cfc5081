using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>The volume while it is being filled: what is not yet taken counts as pore.</summary>
internal sealed class VoxelCanvas
{
    private readonly float[][] fraction;
    private readonly int[] owner;
    private readonly float[] share;

    public VoxelCanvas(VoxelGrid grid)
    {
        Grid = grid;
        fraction = [.. Enum.GetValues<VoxelPhase>().Select(_ => new float[grid.Count])];
        owner = new int[grid.Count];
        share = new float[grid.Count];
        Array.Fill(fraction[(int)VoxelPhase.Pore], 1f);
    }

    public VoxelGrid Grid { get; }

    /// <summary>Share of a voxel that nothing has taken.</summary>
    public float Free(int voxel) => fraction[(int)VoxelPhase.Pore][voxel];

    public float Share(VoxelPhase phase, int voxel) => fraction[(int)phase][voxel];

    /// <summary>Gives a share of a voxel to a phase, never more than is free; returns what was given.</summary>
    public double Give(int voxel, VoxelPhase phase, double amount)
    {
        float given = Math.Min((float)amount, Free(voxel));
        fraction[(int)phase][voxel] += given;
        fraction[(int)VoxelPhase.Pore][voxel] -= given;
        return given;
    }

    /// <summary>The same for a particle, which owns the voxel if no other has more of it.</summary>
    public double Give(int voxel, VoxelPhase phase, double amount, int particle)
    {
        double given = Give(voxel, phase, amount);
        float mine = (owner[voxel] == particle + 1 ? share[voxel] : 0) + (float)given;
        if (mine > share[voxel])
        {
            (owner[voxel], share[voxel]) = (particle + 1, mine);
        }

        return given;
    }

    public VoxelVolume Finish(ParticleSet particles)
    {
        int[] primary = owner, agglomerate = new int[owner.Length];
        for (int v = 0; v < owner.Length; v++)
        {
            int particle = owner[v] - 1;
            (primary[v], agglomerate[v]) = particle < 0 ? (0, 0) : (particles.PrimaryId[particle], particles.AgglomerateId[particle]);
        }

        return new()
        {
            CountX = Grid.CountX,
            CountY = Grid.CountY,
            CountZ = Grid.CountZ,
            VoxelSize = Grid.Size,
            OriginZ = Grid.OriginZ,
            Fraction = fraction,
            ParticleId = primary,
            AgglomerateId = agglomerate,
        };
    }
}
