using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>What chance would have made of one phase: fields of random spheres, and the numbers and functions that they give.</summary>
internal sealed class PhaseNull
{
    /// <summary>Fields that numbers are compared with: the range of 39 is a band of 95 %. Of large fields fewer, for the time that they take.</summary>
    internal const int Described = 39;

    private const int DescribedOfLarge = 19;
    private const int Large = 500_000;
    internal const int TooLarge = 20_000_000;

    /// <summary>Voxels up to which diffusion is solved through fields of the null too.</summary>
    private const int MostDiffused = 2_000_000;

    private readonly VoxelField field;
    private readonly byte label;
    private readonly FieldStudyOptions options;
    private readonly bool outside;

    /// <summary>The null of a phase.</summary>
    /// <param name="field">The field.</param>
    /// <param name="label">The phase.</param>
    /// <param name="options">Seed, simulations, threads.</param>
    /// <param name="spheres">Random spheres like its particles.</param>
    /// <param name="outside">The phase is what is outside them.</param>
    public PhaseNull(VoxelField field, byte label, FieldStudyOptions options, SphereFields spheres, bool outside) =>
        (this.field, this.label, this.options, Spheres, this.outside) = (field, label, options, spheres, outside);

    public SphereFields Spheres { get; }

    /// <summary>Fields that the scatter of tiles is compared with: what decides nothing needs no more than the numbers.</summary>
    public int Simulations => Spheres.Decides ? options.Simulations : Math.Min(options.Simulations, Described);

    public string Name => $"{Spheres.Name}{(outside ? " outside it" : "")}{(Spheres.Decides ? "" : ", not decisive at this filled share")}";

    /// <summary>Simulates, on all threads; null where the spheres do not fit at random.</summary>
    public T[]? Each<T>(int count, Func<VoxelField, T> of, CancellationToken stop)
    {
        var found = new T[count];
        try
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = stop }, k => found[k] = of(Draw(k)));
            return found;
        }
        catch (AggregateException e) when (e.InnerExceptions.All(inner => inner is InputException))
        {
            return null;
        }
    }

    /// <summary>Gives the numbers and functions found so far the mean and the range that they have in the null.</summary>
    public void Describe(FieldFindings findings, CancellationToken stop)
    {
        if (field.Count > TooLarge)
        {
            findings.Notes.Add($"phase {label}: its numbers have no null: {field.Count} voxels would take too long; cut a part out of the field");
            return;
        }

        int count = Math.Min(options.Simulations, field.Count > Large ? DescribedOfLarge : Described);
        bool diffused = options.Tortuosity && field.Count <= MostDiffused;
        if (options.Tortuosity && !diffused)
        {
            findings.Notes.Add($"phase {label}: its diffusivities have no null: {field.Count} voxels would take too long; {MostDiffused} do not");
        }

        FieldFindings[]? chance = Each(count, drawn =>
        {
            var found = new FieldFindings();
            _ = new PhaseStudy(drawn, label, new() { Threads = 1, Tortuosity = diffused, IsNull = true }, found, null, false, (_, _) => { }, stop);
            return found;
        }, stop);
        if (chance is null)
        {
            return;
        }

        for (int k = 0; k < findings.Measured.Count; k++)
        {
            Measurement own = findings.Measured[k];
            double[] values = [.. chance.SelectMany(c => c.Measured.Where(m => m.Name == own.Name)).Select(m => m.Value).Where(double.IsFinite)];
            findings.Measured[k] = own.NullMean is null && values.Length == count ? own with { NullMean = values.Average(), NullBand = NullBand.Of(values) } : own;
        }

        for (int k = 0; k < findings.Functions.Count; k++)
        {
            Curve own = findings.Functions[k];
            double[][] values = [.. chance.SelectMany(c => c.Functions.Where(f => f.Name == own.Name)).Where(f => f.X.SequenceEqual(own.X)).Select(f => f.Y)];
            values = own.Name == PhaseStudy.ThicknessOf(label) ? [.. chance.Select(c => (double[])[.. own.X.Select(c.Thinner!)])] : values;
            findings.Functions[k] = own.Low is null && values.Length == count ? own with
            {
                Low = [.. own.X.Select((_, at) => values.Min(v => v[at]))],
                High = [.. own.X.Select((_, at) => values.Max(v => v[at]))],
                BandName = $"{Name}, least to greatest of {count}",
            }
            : own;
        }
    }

    private VoxelField Draw(int k)
    {
        byte other = label == 0 ? (byte)1 : (byte)0;
        byte[] drawn = Spheres.Draw(options.Seed, k).Labels;
        for (int at = 0; at < drawn.Length; at++)
        {
            drawn[at] = (drawn[at] == 1) != outside ? label : other;
        }

        return new(drawn, field.Shape, field.Spacing);
    }
}
