using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Makes the powder: draws the primaries, groups them, and builds each group as a granule or a fractal aggregate, or takes ready-made aggregates.</summary>
/// <remarks>Each agglomerate has its own random stream: the result does not depend on the number of threads.</remarks>
internal sealed class Agglomeration(FeedstockOptions options, PrimarySizes sizes, StageContext context)
{
    // Streams of one name: 0 for agglomerated primaries, 1 for those that come alone.
    private const int Agglomerated = 0;
    private const int Alone = 1;

    public Powder Make(int primaries, IReadOnlyList<AggregateGeometry> readyMade)
    {
        int free = (int)Math.Round(options.FreeFraction * primaries);
        IReadOnlyList<ReadyMadeAggregate> templates = [.. readyMade.Select(a => ReadyMadeAggregate.From(a, options.AggregateDiameter))];
        Agglomerate[] agglomerates = templates.Count > 0 ? Take(templates, primaries - free) : Build(primaries - free);
        free = primaries - agglomerates.Sum(a => a.Count);
        LayBridges(agglomerates);
        return new(agglomerates, Draw(free, Alone), templates.Sum(t => t.LeftOut));
    }

    private Agglomerate[] Take(IReadOnlyList<ReadyMadeAggregate> templates, int primaries)
    {
        if (templates.All(t => t.Count > primaries) && primaries > 0)
        {
            throw new InputException($"feedstock.aggregate_files: the smallest aggregate has {templates.Min(t => t.Count)} primaries but the run wants {primaries} in agglomerates: ask for more primaries (quality.preview.primaries) or use smaller aggregates");
        }

        RandomStream random = context.Random(StreamName.AgglomerateSizes);
        var taken = new List<Agglomerate>();
        for (int left = primaries; left >= 2; left -= taken[^1].Count)
        {
            ReadyMadeAggregate next = templates[random.NextInt(templates.Count)];
            taken.Add(Agglomerate.From(next.Count <= left ? next : next.Piece(left, random)));
        }

        return [.. taken];
    }

    private Agglomerate[] Build(int primaries)
    {
        int[] size = AgglomerateSizes.Split(primaries, options.AgglomerateSizeMinimum, options.AgglomerateSizeMaximum, context.Random(StreamName.AgglomerateSizes));
        double[] radii = Draw(size.Sum(), Agglomerated);
        var groups = new double[size.Length][];
        int start = 0;
        for (int k = 0; k < size.Length; k++)
        {
            groups[k] = radii[start..(start + size[k])];
            start += size[k];
        }

        bool[] granule = ChooseGranules(groups);
        var made = new Agglomerate[size.Length];
        ForEach(made.Length, k => made[k] = granule[k] ? Granule(groups[k], k) : Fractal(groups[k], k));
        return made;
    }

    private void ForEach(int count, Action<int> build)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, context.Threads), CancellationToken = context.Stop };
        try
        {
            Parallel.For(0, count, parallel, build);
        }
        catch (AggregateException all) when (all.InnerException is SimulationException first)
        {
            throw new SimulationException(first.Message, all);
        }
    }

    private Agglomerate Granule(double[] radius, int k) => Agglomerate.Made(AgglomerateOrigin.Granule, options.GranuleMaking switch
    {
        GranuleMaking.Compacted => CompactedGranule.Build(radius, options.GranulePacking, context.Random(StreamName.CompactedGranule, k)),
        _ => DenseGranule.Build(radius, options.GranulePacking, context.Random(StreamName.DenseGranule, k)),
    }, radius);

    private Agglomerate Fractal(double[] radius, int k) => Agglomerate.Made(AgglomerateOrigin.Fractal, options.FractalGrowth switch
    {
        AggregateGrowth.DiffusionLimited => GrownAggregate.Build(radius, options.FractalGrowth, context.Random(StreamName.DiffusionLimitedAggregate, k)),
        AggregateGrowth.ReactionLimited => GrownAggregate.Build(radius, options.FractalGrowth, context.Random(StreamName.ReactionLimitedAggregate, k)),
        _ => FractalAggregate.Build(radius, new(options.FractalDimension, options.FractalPrefactor), context.Random(StreamName.FractalAggregate, k)),
    }, radius);

    // The next group goes to the kind that is behind its share of the mass: within one agglomerate of it at any time.
    private bool[] ChooseGranules(double[][] groups)
    {
        var granule = new bool[groups.Length];
        double total = 0, inGranules = 0;
        for (int k = 0; k < groups.Length; k++)
        {
            double mass = AggregateShape.SumOfCubes(groups[k]);
            total += mass;
            granule[k] = inGranules + (mass / 2) < options.GranuleFraction * total;
            inGranules += granule[k] ? mass : 0;
        }

        return granule;
    }

    private void LayBridges(Agglomerate[] agglomerates)
    {
        int[] order = [.. Enumerable.Range(0, agglomerates.Length)];
        context.Random(StreamName.BridgedSelection).Shuffle(order);
        int bridged = (int)Math.Round(options.BridgedFraction * agglomerates.Length);
        foreach (int k in order.Take(bridged))
        {
            agglomerates[k] = agglomerates[k].WithBridges();
        }

        foreach (int k in order.Skip(options.FusedSize > 1 ? bridged : order.Length))
        {
            agglomerates[k] = agglomerates[k].WithFusedPieces(options.FusedSize, options.FusedFraction, context.Random(StreamName.FusedPieces, k));
        }
    }

    private double[] Draw(int count, int stream)
    {
        double[] radii = sizes.Draw(count, context.Random(StreamName.PrimaryRadii, stream));
        foreach (double r in radii)
        {
            if (!(r > 0 && r < 1e-3))
            {
                throw new InputException($"feedstock: the size distribution gave a primary of diameter {2 * r:g4} m: sizes must lie between 0 and 2 mm; check distribution_unit and distribution_scale");
            }
        }

        return radii;
    }
}
