using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Makes granular systems for chosen laws and the widest arithmetic of the machine.</summary>
public static class GranularSystems
{
    /// <summary>Widths of arithmetic that can be asked for, widest first.</summary>
    public static IReadOnlyList<int> Widths { get; } = [.. Supported()];

    /// <summary>A system at rest at step 0.</summary>
    /// <param name="setup">Particles, box and walls.</param>
    /// <param name="pairs">Laws between particles.</param>
    /// <param name="walls">Laws at each wall; of the same kinds as those between particles.</param>
    /// <param name="threads">Threads.</param>
    /// <param name="width">Contacts evaluated side by side: 16, 8 or 1; 0 for the widest.</param>
    /// <exception cref="InputException">An arithmetic that the machine lacks, or a parameter out of range.</exception>
    public static GranularSystem Make(GrainSetup setup, ContactLaws pairs, IReadOnlyList<ContactLaws> walls, int threads, int width = 0)
    {
        pairs.Check();
        foreach (ContactLaws wall in walls)
        {
            wall.Check();
        }

        (setup, walls) = InParts(setup, walls);
        setup = setup with { Overlaps = ExpectedOverlap.Choose(setup, pairs) };
        int wide = width == 0 ? Widths[0] : width;
        if (!Widths.Contains(wide))
        {
            throw new InputException($"width {width}: this machine has {string.Join(", ", Widths)}");
        }

        return wide switch
        {
            16 => With(setup, pairs, walls, threads, x => Lanes16.Of((float)x)),
            8 => With(setup, pairs, walls, threads, x => Lanes8.Of((float)x)),
            _ => With(setup, pairs, walls, threads, x => Lanes1.Of((float)x)),
        };
    }

    /// <summary>Walls of several contacts a grain in their parts, each with the laws of the whole.</summary>
    private static (GrainSetup Setup, IReadOnlyList<ContactLaws> Laws) InParts(GrainSetup setup, IReadOnlyList<ContactLaws> laws)
    {
        foreach ((GrainWall wall, ContactLaws own) in setup.Walls.Zip(laws))
        {
            (wall as FieldWall)?.Take(own.HasSpot);
        }

        IReadOnlyList<GrainWall>[] parts = [.. setup.Walls.Select(w => w is FieldWall field ? field.Parts : [w])];
        return (setup with { Walls = [.. parts.SelectMany(p => p)] }, [.. parts.SelectMany((p, k) => Enumerable.Repeat(laws[k], p.Count))]);
    }

    private static IEnumerable<int> Supported()
    {
        if (Lanes16.IsSupported)
        {
            yield return 16;
        }

        if (Lanes8.IsSupported)
        {
            yield return 8;
        }

        yield return 1;
    }

    private static GranularSystem With<TLanes>(GrainSetup setup, ContactLaws pairs, IReadOnlyList<ContactLaws> walls, int threads, Func<double, TLanes> number)
        where TLanes : struct, ILanes<TLanes>
    {
        var builder = new Builder<TLanes>(setup, threads);
        new ContactModelFactory<TLanes>(setup.Scale, number).Make([pairs, .. walls], builder);
        if (setup.KeepsEnergyAccount)
        {
            builder.System!.Account([pairs, .. walls]);
        }

        return builder.System!;
    }

    private sealed class Builder<TLanes>(GrainSetup setup, int threads) : IContactModelVisitor<TLanes> where TLanes : struct, ILanes<TLanes>
    {
        public GranularSystem? System { get; private set; }

        public void Visit<TModel>(TModel[] models) where TModel : struct, IContactModel<TLanes> => System = (setup.Box.ShearRate != 0 || setup.Box.Tilt != 0, setup.Box.FlowAxis, setup.Box.GradientAxis) switch
        {
            (false, _, _) => Make<TModel, NoShear>(models),
            (_, Axis.X, Axis.Y) => Make<TModel, ShearXY>(models),
            (_, Axis.X, Axis.Z) => Make<TModel, ShearXZ>(models),
            (_, Axis.Y, Axis.Z) => Make<TModel, ShearYZ>(models),
            _ => throw new InputException("shear: flow and gradient must be x and y, x and z, or y and z"),
        };

        private GranularSystem Make<TModel, TShear>(TModel[] models) where TModel : struct, IContactModel<TLanes> where TShear : struct, IShear => setup.Overlaps == OverlapKind.Fine
            ? new GrainSystem<TLanes, TModel, TShear, FineOverlap>(setup, models[0], models[1..], threads)
            : new GrainSystem<TLanes, TModel, TShear, PlainOverlap>(setup, models[0], models[1..], threads);
    }
}
