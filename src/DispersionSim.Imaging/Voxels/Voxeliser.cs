using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>Puts a film on a voxel grid, every phase with the volume that the ledger says.</summary>
/// <remarks>
/// Order: particles (pressed contacts push the shared volume to the particles' free rims), copper below the height map, rings in the necks, films.
/// Each body's volume is exact by the choice of its level (<see cref="LevelSet"/>); see docs/physics/voxels.md.
/// </remarks>
public static class Voxeliser
{
    /// <summary>Copper shown below the deepest point of the foil's surface, m.</summary>
    public const double DefaultCopperDepth = 1e-6;

    /// <summary>Puts spheres, binder and copper on a grid of cubes: for each voxel the share of every phase and the label of the largest.</summary>
    /// <param name="state">A film, over a foil or not.</param>
    /// <param name="voxelSize">Wanted edge, m; the edge used divides the cell.</param>
    /// <param name="threads">Threads; the bits do not depend on it.</param>
    /// <param name="copperDepth">Copper shown below the deepest point of the foil, m.</param>
    /// <exception cref="InputException">Not a film, or too many voxels.</exception>
    public static VoxelVolume Voxelise(ElectrodeState state, double voxelSize, int threads, double copperDepth = DefaultCopperDepth)
    {
        FilmGeometry film = FilmGeometry.Of(state);
        var canvas = new VoxelCanvas(VoxelGrid.For(film, voxelSize, copperDepth));
        double[] level = new ParticleDeposit(film, canvas).Run(threads);
        CopperDeposit.Run(film, canvas, threads);
        new BinderDeposit(film, canvas, level).Run(threads);
        return canvas.Finish(state.Particles);
    }
}
