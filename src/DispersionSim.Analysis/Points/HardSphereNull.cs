using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>Spheres, or discs in the plane, of the same radii at random without overlap.</summary>
/// <remarks>
/// Where every particle of the sample lies wholly inside the open axes, they end in walls, and so do those of the null. Where some reach across, the window was cut out of a material that goes on: as many spheres of the
/// same sizes as the window asks for lie around it, in a box that is four of the largest radii longer along its open axes and periodic. Without them spheres would crowd along its faces for want of neighbours beyond.
/// </remarks>
public sealed class HardSphereNull : IPointNull
{
    private const double Margin = 4;

    private readonly PointSample sample;
    private readonly bool walled;

    public HardSphereNull(PointSample sample)
    {
        this.sample = sample;
        walled = sample.Positions.Index().All(p => sample.DistanceToEdge(p.Item) >= sample.Radii[p.Index]);
    }

    public string Name => sample.Dimensions == 3 ? "random hard spheres" : "random hard discs";

    public PointSample Draw(RandomStream random)
    {
        if (walled)
        {
            return sample with { Positions = HardSphereSampler.Draw(sample, new WalledRoom(sample), random) };
        }

        PointSample box = Surrounded(random);
        Vector3d[] all = HardSphereSampler.Draw(box, new WindowRoom(box, sample.Window.Size, sample.Count), random);
        return sample with { Positions = all[..sample.Count] };
    }

    /// <summary>The box with the spheres of the window, and behind them those around it, of sizes drawn from theirs.</summary>
    private PointSample Surrounded(RandomStream random)
    {
        Domain window = sample.Window;
        double margin = Margin * sample.Radii.Max();
        Vector3d edges = new(Longer(window.Size.X, window.PeriodicX), Longer(window.Size.Y, window.PeriodicY), sample.Dimensions == 3 ? Longer(window.Size.Z, window.PeriodicZ) : window.Size.Z);
        PointSample box = new(new(edges, true, true, sample.Dimensions == 3), sample.Dimensions, [], []);
        double[] around = [.. Enumerable.Range(0, (int)Math.Round(sample.Count * ((box.Measure / sample.Measure) - 1))).Select(_ => sample.Radii[(int)(random.NextDouble() * sample.Count)])];
        return box with { Positions = new Vector3d[sample.Count + around.Length], Radii = [.. sample.Radii, .. around] };

        double Longer(double length, bool periodic) => periodic ? length : length + margin;
    }
}
