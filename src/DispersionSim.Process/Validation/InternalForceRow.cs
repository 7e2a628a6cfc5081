using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Process;

/// <summary>Row 4: greatest bond tension of rigid aggregates in shear against their radius of gyration.</summary>
/// <remarks>
/// Mean over aggregates and orientations of the greatest tension among the bonds, over ηGa². D_f 1.8, k_f 1.3, doubling sizes; the long form adds D_f 2.5,
/// and both show tier T1 against T3 on the same aggregates.
/// </remarks>
public static class InternalForceRow
{
    private const int Orientations = 60;
    private const ulong Seed = 20;
    private static readonly FractalLaw Open = new(1.8, 1.3), Dense = new(2.5, 1.3);

    public static ValidationResult Run(bool isLong)
    {
        Sizes open = Sizes.Of(Open, isLong ? 512 : 128, isLong ? 16 : 6);
        var targets = new List<ValidationTarget>
        {
            new(4, "tier T0, exponent of the number of primaries", 1.65, PowerLaw.Fit(open.Count, open.Free).Exponent, 0.1, "free draining"),
            new(4, "tier T3, exponent of the radius of gyration", 2.05, PowerLaw.Fit(open.Gyration, open.Interacting).Exponent, 0.1, "independent ensemble"),
            new(4, "tier T3, force over the squared radius of gyration", 3.5, open.Prefactor, 0.2 * 3.5, "independent ensemble"),
        };
        targets.AddRange(Against("D_f 1.8", open));
        Sizes dense = Sizes.Of(Dense, isLong ? 512 : 128, isLong ? 16 : 4);
        targets.Add(new(4, "tier T3, D_f 2.5, exponent of the number of primaries", 0.88, PowerLaw.Fit(dense.Count, dense.Interacting).Exponent, 0.1, "independent ensemble"));
        targets.AddRange(Against("D_f 2.5", dense));
        return new(targets, [.. open.Curves("D_f 1.8"), .. dense.Curves("D_f 2.5")]);
    }

    /// <summary>Mean over random orientations in shear of unit rate of the greatest tension among bonds.</summary>
    internal static double MeanGreatest(BondTension[] bonds, int index)
    {
        var random = new RandomStream(Seed, StreamName.MonteCarlo, index);
        double sum = 0;
        for (int k = 0; k < Orientations; k++)
        {
            Vector3d flow = random.NextDirection(), gradient = Vector3d.Cross(flow, random.NextDirection()).Normalized();
            double[] strain = LinearFlow.Shear(flow, gradient, 1).Strain;
            sum += bonds.Max(b => b.In(strain));
        }

        return sum / Orientations;
    }

    private static IEnumerable<ValidationTarget> Against(string name, Sizes sizes)
    {
        double wanted = PowerLaw.Fit(sizes.Count, sizes.Interacting).Exponent;
        yield return new(4, $"tier T1, {name}, exponent of the number of primaries against T3's", wanted, PowerLaw.Fit(sizes.Count, sizes.Screened).Exponent, 0.1, "tier T3");
        double worst = sizes.Ratios.MaxBy(r => Math.Abs(r - 1));
        yield return new(4, $"tier T1, {name}, force over T3's, worst aggregate", 1, worst, 0.2, "tier T3");
    }

    /// <summary>Means of each size, and the ratio T1 over T3 of every aggregate.</summary>
    private sealed record Sizes(List<double> Count, List<double> Gyration, List<double> Free, List<double> Screened, List<double> Interacting, List<double> Ratios)
    {
        /// <summary>Mean of F/R_g² over the sizes.</summary>
        public double Prefactor => Interacting.Zip(Gyration, (f, r) => f / (r * r)).Average();

        public static Sizes Of(FractalLaw law, int largest, int aggregates)
        {
            var sizes = new Sizes([], [], [], [], [], []);
            for (int count = 16; count <= largest; count *= 2)
            {
                TreeAggregate[] all = [.. Enumerable.Range(0, aggregates).Select(k => TreeAggregate.Build(count, law, Seed, (1000 * k) + count)).OfType<TreeAggregate>()];
                double[] free = [.. all.Select((a, k) => MeanGreatest(a.FreeDraining(), k))];
                double[] screened = [.. all.Select((a, k) => MeanGreatest(a.Screened(), k))];
                double[] interacting = [.. all.Select((a, k) => MeanGreatest(a.Interacting(MobilityLevel.Forces), k))];
                sizes.Count.Add(count);
                sizes.Gyration.Add(all.Average(a => a.Gyration));
                sizes.Free.Add(free.Average());
                sizes.Screened.Add(screened.Average());
                sizes.Interacting.Add(interacting.Average());
                sizes.Ratios.AddRange(screened.Zip(interacting, (s, t) => s / t));
            }

            return sizes;
        }

        public IEnumerable<Curve> Curves(string name)
        {
            foreach ((string tier, List<double> force) in new[] { ("T0", Free), ("T1", Screened), ("T3", Interacting) })
            {
                yield return new($"{name}, tier {tier}", "primaries", "-", "greatest tension over ηGa²", "-", [.. Count], [.. force]);
            }
        }
    }
}
