using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>How often pairs of points are found at a distance, against points placed at random.</summary>
/// <remarks>
/// Translation correction: a pair counts 1/Π(1 − |Δ_k|/L_k) over the open axes k, the inverse of the share of the domain in which such a pair could lie with both ends inside.
/// With W(r) the sum of these weights over ordered pairs not farther apart than r, Ripley's function is K(r) = V W(r)/[n(n − 1)] and
/// g over a shell is ΔK/ΔV_shell, V_shell = 4π(r₂³ − r₁³)/3. g = 1 for points placed at random. Range: up to half the periodic box. Source: ripley-1976.
/// </remarks>
public static class PairCorrelation
{
    /// <summary>Points from which on pairs are counted in parts, and how many parts: the same for any number of threads.</summary>
    private const int LeastShared = 5000, Parts = 64;

    /// <summary>Distance, over the longest side of the box, beyond which a cell grid leaves too little out to be worth it.</summary>
    private const double DenseShare = 0.4;

    /// <summary>Weighted number of ordered pairs in shells of equal thickness; shell k holds distances in (k·step, (k+1)·step].</summary>
    /// <param name="domain">Box; its size along open axes is the observation window's.</param>
    /// <param name="positions">Points inside the window, m.</param>
    /// <param name="step">Thickness of a shell, m.</param>
    /// <param name="shells">Number of shells.</param>
    /// <param name="threads">Threads; the result does not depend on them.</param>
    public static double[] WeightedPairs(Domain domain, Vector3d[] positions, double step, int shells, int threads = 1)
    {
        bool dense = positions.Length >= LeastShared && step * shells > DenseShare * Math.Max(domain.Size.X, Math.Max(domain.Size.Y, domain.Size.Z));
        PairSearch? search = dense ? null : new(domain, positions, step * shells);
        DensePairs? every = dense ? new(domain, positions) : null;
        int parts = positions.Length < LeastShared ? 1 : Parts;
        var found = new double[parts][];
        Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = threads }, k =>
        {
            (int from, int to) = ((int)((long)positions.Length * k / parts), (int)((long)positions.Length * (k + 1) / parts));
            var visitor = new Shells(domain, step, found[k] = new double[shells]);
            search?.Visit(ref visitor, from, to);
            every?.Add(from, to, step, found[k]);
        });
        return [.. Enumerable.Range(0, shells).Select(s => found.Sum(f => f[s]))];
    }

    /// <summary>Ripley's K at r = step, 2·step, …, m³.</summary>
    public static double[] Ripley(Domain domain, Vector3d[] positions, double step, int shells, int threads = 1)
    {
        double[] pairs = WeightedPairs(domain, positions, step, shells, threads);
        double scale = domain.Volume / ((double)positions.Length * (positions.Length - 1)), sum = 0;
        return [.. pairs.Select(w => scale * (sum += w))];
    }

    /// <summary>g(r) averaged over each shell.</summary>
    public static double[] RadialDistribution(Domain domain, Vector3d[] positions, double step, int shells)
    {
        double[] pairs = WeightedPairs(domain, positions, step, shells);
        double scale = domain.Volume / ((double)positions.Length * (positions.Length - 1));
        return [.. pairs.Select((w, k) => scale * w / ShellVolume(k, step))];
    }

    /// <summary>Volume of a shell, m³.</summary>
    public static double ShellVolume(int shell, double step) =>
        4.0 / 3.0 * Math.PI * step * step * step * ((3.0 * shell * (shell + 1)) + 1);

    /// <summary>Share of the domain in which a pair of this separation could lie with both ends inside.</summary>
    internal static double Coverage(Domain domain, Vector3d d) =>
        (domain.PeriodicX ? 1 : 1 - (Math.Abs(d.X) / domain.Size.X))
        * (domain.PeriodicY ? 1 : 1 - (Math.Abs(d.Y) / domain.Size.Y))
        * (domain.PeriodicZ ? 1 : 1 - (Math.Abs(d.Z) / domain.Size.Z));

    private readonly record struct Shells(Domain Domain, double Step, double[] Weight) : IPairVisitor
    {
        public void Visit(int i, int j, Vector3d separation, double distanceSquared)
        {
            int shell = Math.Max(0, (int)Math.Ceiling(Math.Sqrt(distanceSquared) / Step) - 1);
            if (shell < Weight.Length)
            {
                Weight[shell] += 2 / Coverage(Domain, separation);
            }
        }
    }
}
