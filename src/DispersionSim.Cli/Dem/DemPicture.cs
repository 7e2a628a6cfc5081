using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Imaging;

namespace DispersionSim.Cli;

/// <summary>Particles of a granular run as a structure that pictures and frames are made of.</summary>
/// <remarks>One colour for each fragment where particles stick; otherwise for each of six layers that they started in, which shows how they mix.</remarks>
internal sealed class DemPicture
{
    private const int Layers = 6;

    private readonly DemPlan plan;
    private readonly int[] layer;

    public DemPicture(DemPlan plan)
    {
        this.plan = plan;
        int axis = plan.Case.Box.Shear is { } shear ? (int)shear.Gradient : Enumerable.Range(0, 3).MaxBy(a => (Math.Abs(plan.Gravity.Along(a)), plan.Domain.Size.Along(a)));
        double[] at = [.. plan.Grains.Position.Select(p => p.Along(axis))];
        double least = at.Min(), range = at.Max() - least;
        layer = [.. at.Select(x => range > 0 ? 1 + Math.Min(Layers - 1, (int)(Layers * (x - least) / range)) : 1)];
    }

    private bool Sticks => plan.Laws.Pairs.Elastic is ElasticKind.Dmt or ElasticKind.Jkr;

    /// <summary>Particles at their places.</summary>
    public ElectrodeState Structure(DemState state)
    {
        DemDomain domain = plan.Domain;
        return Of(state, [.. state.Positions], domain.Contacts);
    }

    /// <summary>The 3-D view.</summary>
    public Picture View(DemState state, int threads)
    {
        Vector3d[] at = [.. state.Positions];
        double border = 1.5 * plan.Grains.Radius.Max();
        Vector3d low = DemVector.Make(a => Spans(a) ? plan.Domain.Low.Along(a) : at.Min(p => p.Along(a)) - border);
        Vector3d size = DemVector.Make(a => Spans(a) ? plan.Domain.Size.Along(a) : at.Max(p => p.Along(a)) + border - low.Along(a));
        return View3d.Render(Of(state, [.. at.Select(p => p - low)], Domain.Film(size.X, size.Y, size.Z)), new() { View = new() { Width = 900, Height = 675 } }, threads);
    }

    /// <summary>The view is cut at the sides of a periodic box.</summary>
    private bool Spans(int axis) => axis < 2 && plan.Domain.Periodic[axis];

    private ElectrodeState Of(DemState state, Vector3d[] at, Domain domain) => new()
    {
        Phase = StructurePhase.Powder,
        Domain = domain,
        Particles = new()
        {
            Position = at,
            Radius = plan.Grains.Radius,
            Kind = [.. Enumerable.Repeat(ParticleKind.Silicon, at.Length)],
            PrimaryId = [.. plan.Grains.Id.Select(id => unchecked((int)id))],
            AgglomerateId = Sticks ? Fragments(state) : layer,
        },
    };

    /// <summary>Number of the connected fragment that each particle is in, the largest first; 0 for particles alone.</summary>
    private int[] Fragments(DemState state)
    {
        var clusters = new Clusters(plan.Grains.Count, state.Contacts());
        int[] roots = [.. Enumerable.Range(0, plan.Grains.Count).Where(i => clusters.Size[i] > 1).OrderByDescending(i => clusters.Size[i]).ThenBy(i => i)];
        var number = roots.Select((root, k) => (root, k)).ToDictionary(x => x.root, x => x.k + 1);
        return [.. Enumerable.Range(0, plan.Grains.Count).Select(i => number.GetValueOrDefault(clusters.Root(i)))];
    }
}
