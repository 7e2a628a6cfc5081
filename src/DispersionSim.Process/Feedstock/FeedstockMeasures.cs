using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>What is measured on the powder.</summary>
internal static class FeedstockMeasures
{
    private const int CurvePoints = 200;

    public static IReadOnlyList<Measurement> Measure(Powder powder, ElectrodeState state, FeedstockOptions options, double wantedSolids)
    {
        ParticleSet particles = state.Particles;
        IReadOnlyList<Agglomerate> all = powder.Agglomerates;
        FractalLaw law = FractalLaw.Fit([.. all.Where(a => a.Origin == AgglomerateOrigin.Fractal).Select(a => (a.Count, a.RelativeRadiusOfGyration))]);
        int inAgglomerates = all.Sum(a => a.Count);
        return
        [
            new("primaries", powder.Primaries, "-") { Definition = "active primaries, conductive powder apart" },
            new("conductive particles", particles.Count - powder.Primaries, "-") { Definition = "spheres of conductive powder" },
            new("agglomerates", all.Count, "-") { Definition = "agglomerates of at least two primaries" },
            new("mean agglomerate size", Mean(all, a => a.Count), "-") { Definition = "primaries an agglomerate, mean by number" },
            new("largest agglomerate extent", all.Select(a => a.Extent).DefaultIfEmpty(0).Max(), "m") { Definition = "diameter of the sphere about the centre of mass that holds the largest agglomerate" },
            new("box edge", state.Domain.Size.X, "m") { Definition = "edge of the cubic periodic box: what the wanted solids fraction needs, or 1.5 times the largest extent, or more where nothing else fitted" },
            new("solids fraction in the dispersion box", particles.TotalVolume() / state.Domain.Volume, "-") { Bounds = Interval.Share, Definition = "volume of all particles over volume of the box" },
            new("solids fraction wanted", wantedSolids, "-") { Definition = "solids fraction that the recipe asks for in the box" },
            new("fractal dimension", law.Dimension, "-") { Definition = "slope of ln N on ln(Rg/a) over the fractal aggregates, a their geometric mean radius" },
            new("fractal prefactor", law.Prefactor, "-") { Definition = "prefactor of the same regression" },
            new("granule packing", Mean([.. all.Where(a => a.Origin == AgglomerateOrigin.Granule)], a => AggregateShape.Packing(a.Position, a.Radius)), "-") { Bounds = Interval.Share, Definition = "solids fraction inside the sphere of the granule's radius of gyration, mean over granules" },
            new("bridged agglomerates", Mean(all, a => a.Bridged.Contains(true) ? 1 : 0), "-") { Bounds = Interval.Share, Definition = "share of the agglomerates with solid bridges" },
            new("number mean diameter", 2 * particles.Radius.Take(powder.Primaries).Average(), "m") { Definition = "D[1,0] of the active primaries" },
            new("volume median diameter", particles.VolumeMedianDiameter(), "m") { Definition = "D50,v of the active primaries" },
            new("feedstock coordination number", inAgglomerates == 0 ? 0 : 2.0 * state.Bonds.Length / inAgglomerates, "-") { Definition = "feedstock bonds a primary, each counted at both ends, over agglomerated primaries" },
            new("ready-made primaries left out", powder.LeftOut, "-") { Definition = "spheres of the aggregate files that hung on nothing" },
            .. Prefactor(all, options),
            .. Fused(all),
        ];
    }

    /// <summary>What became of the prefactor asked for; nothing where none was or no aggregate is large enough.</summary>
    private static IEnumerable<Measurement> Prefactor(IReadOnlyList<Agglomerate> all, FeedstockOptions options)
    {
        double reached = new FractalLaw(options.FractalDimension, options.FractalPrefactor).PrefactorOf(
            [.. all.Where(a => a.Origin == AgglomerateOrigin.Fractal && a.Count >= FeedstockCheck.FewestForLaw).Select(a => (a.Count, a.RelativeRadiusOfGyration))]);
        if (options.FractalGrowth == AggregateGrowth.Tuned && !double.IsNaN(reached))
        {
            yield return new("fractal prefactor wanted", options.FractalPrefactor, "-") { Definition = "fractal prefactor that the recipe asks for" };
            yield return new("fractal prefactor at the dimension wanted", reached, "-") { Definition = $"prefactor that fractal aggregates of {FeedstockCheck.FewestForLaw} primaries and more have at the recipe's fractal dimension, geometric mean" };
        }
    }

    /// <summary>What is fused inside agglomerates that adhesion holds together; nothing where none is.</summary>
    private static IEnumerable<Measurement> Fused(IReadOnlyList<Agglomerate> all)
    {
        Agglomerate[] soft = [.. all.Where(a => a.Bridged.Contains(true) && a.Bridged.Contains(false))];
        if (soft.Length == 0)
        {
            yield break;
        }

        int[] pieces = [.. soft.SelectMany(a => new Clusters(a.Count, a.Contacts.Where((_, k) => a.Bridged[k])).Size.Where(s => s > 1))];
        yield return new("mean fused size", pieces.Average(), "-") { Definition = "primaries of a piece fused by solid bridges inside an agglomerate that adhesion holds together, mean by number" };
        yield return new("primaries in fused pieces", pieces.Sum() / (double)soft.Sum(a => a.Count), "-") { Bounds = Interval.Share, Definition = "share of the primaries of such agglomerates that are fused to another" };
    }

    public static IReadOnlyList<Curve> Curves(Powder powder, ElectrodeState state)
    {
        Agglomerate[] bySize = [.. powder.Agglomerates.OrderBy(a => a.Count)];
        Curve sizes = CumulativeVolume([.. state.Particles.Radius.Take(powder.Primaries)]);
        return bySize.Length == 0 ? [sizes] : [sizes, .. Enum.GetValues<AgglomerateOrigin>().Select(o => GyrationCurve(o, bySize)).Where(c => c.X.Length > 0)];
    }

    private static Curve CumulativeVolume(double[] radius)
    {
        Array.Sort(radius);
        double total = AggregateShape.SumOfCubes(radius), sum = 0;
        int every = Math.Max(1, radius.Length / CurvePoints);
        var points = new List<(double Diameter, double Share)>();
        for (int i = 0; i < radius.Length; i++)
        {
            sum += radius[i] * radius[i] * radius[i];
            if (i % every == 0 || i == radius.Length - 1)
            {
                points.Add((2 * radius[i], sum / total));
            }
        }

        return new("primary size distribution", "diameter", "m", "cumulative volume", "-", [.. points.Select(p => p.Diameter)], [.. points.Select(p => p.Share)]);
    }

    private static Curve GyrationCurve(AgglomerateOrigin origin, Agglomerate[] bySize)
    {
        Agglomerate[] chosen = [.. bySize.Where(a => a.Origin == origin)];
        return new($"agglomerate size ({Word(origin)})", "primaries", "-", "radius of gyration", "m",
            [.. chosen.Select(a => (double)a.Count)], [.. chosen.Select(a => AggregateShape.RadiusOfGyration(a.Position, a.Radius))]);
    }

    private static string Word(AgglomerateOrigin origin) => origin switch
    {
        AgglomerateOrigin.Fractal => "fractal",
        AgglomerateOrigin.Granule => "granule",
        _ => "ready-made",
    };

    private static double Mean(IReadOnlyList<Agglomerate> agglomerates, Func<Agglomerate, double> value) =>
        agglomerates.Count == 0 ? double.NaN : agglomerates.Average(value);
}
