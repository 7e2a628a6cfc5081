using DispersionSim.Core;
using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

/// <summary>One small layer taken through every stage once, for all tests of the film.</summary>
internal static class SmallLayer
{
    public const ulong Seed = 3;

    private static readonly Lazy<Dictionary<string, StageResult>> Stages = new(() => Run(new(), 100, Seed));

    public static StageResult Slurry => Stages.Value["dispersion"];

    public static StageResult Wet => Stages.Value["coating"];

    public static StageResult Dry => Stages.Value["drying"];

    public static StageResult Pressed => Stages.Value["pressing"];

    public static ProcessRecipe Recipe(ProcessRecipe change) => change with { Dispersion = change.Dispersion with { Strain = 12 } };

    public static Dictionary<string, StageResult> Run(ProcessRecipe change, int primaries, ulong seed)
    {
        ProcessRecipe recipe = Recipe(change);
        var materials = new Materials { Sizes = PrimarySizes.Lognormal(recipe.Feedstock.VolumeMedianDiameter, recipe.Feedstock.GeometricStandardDeviation) };
        var pipeline = DispersionSim.Process.Pipeline.Of(recipe, new(primaries, null), materials);
        var results = new Dictionary<string, StageResult>(StringComparer.Ordinal);
        ElectrodeState state = DispersionSim.Process.Pipeline.Nothing;
        foreach (IStage stage in pipeline.Stages)
        {
            results[stage.Name] = stage.Run(state, new() { Seed = seed, Threads = 2 });
            state = results[stage.Name].State;
        }

        return results;
    }

    public static StageResult DryWith(DryingOptions options) => new DryingStage(options, new()).Run(Wet.State, new() { Seed = Seed });

    public static StageResult PressWith(PressingOptions options) => new PressingStage(options, new()).Run(Dry.State, new() { Seed = Seed });

    /// <summary>Deepest overlap of any pair, over the mean radius.</summary>
    public static double DeepestOverlap(ElectrodeState state)
    {
        ParticleSet p = state.Particles;
        double deepest = 0;
        for (int i = 0; i < p.Count; i++)
        {
            for (int j = i + 1; j < p.Count; j++)
            {
                deepest = Math.Max(deepest, p.Radius[i] + p.Radius[j] - state.Domain.Nearest(p.Position[i] - p.Position[j]).Length);
            }
        }

        return deepest / p.Radius.Average();
    }

    /// <summary>Distance from a sphere's centre to the nearest point of the foil's grid within 1.2 radii sideways, m; no less than the true distance.</summary>
    public static double DistanceToFoil(ElectrodeState state, int i)
    {
        (Vector3d at, double radius, HeightMap foil) = (state.Particles.Position[i], state.Particles.Radius[i], state.Foil!);
        int reach = (int)Math.Ceiling(1.2 * radius / foil.StepX), cx = (int)(at.X / foil.StepX), cy = (int)(at.Y / foil.StepY);
        double nearest = double.PositiveInfinity;
        for (int y = cy - reach; y <= cy + reach; y++)
        {
            for (int x = cx - reach; x <= cx + reach; x++)
            {
                nearest = Math.Min(nearest, new Vector3d((x * foil.StepX) - at.X, (y * foil.StepY) - at.Y, foil.HeightAt(x * foil.StepX, y * foil.StepY) - at.Z).Length);
            }
        }

        return nearest;
    }

    /// <summary>How deep the foil's highest point under each sphere reaches into it, over the mean radius, by looking at every grid point.</summary>
    public static double DeepestInFoil(ElectrodeState state)
    {
        ParticleSet p = state.Particles;
        HeightMap foil = state.Foil!;
        double deepest = double.NegativeInfinity;
        for (int i = 0; i < p.Count; i++)
        {
            int reach = (int)(p.Radius[i] / foil.StepX);
            for (int y = -reach; y <= reach; y++)
            {
                for (int x = -reach; x <= reach; x++)
                {
                    double gx = (Math.Round(p.Position[i].X / foil.StepX) + x) * foil.StepX, gy = (Math.Round(p.Position[i].Y / foil.StepY) + y) * foil.StepY;
                    Vector3d d = new(gx - p.Position[i].X, gy - p.Position[i].Y, foil.HeightAt(gx, gy) - p.Position[i].Z);
                    deepest = Math.Max(deepest, p.Radius[i] - d.Length);
                }
            }
        }

        return deepest / p.Radius.Average();
    }
}
