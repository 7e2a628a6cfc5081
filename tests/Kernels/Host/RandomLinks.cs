using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Tests.Kernels;

/// <summary>Links between particles, and from particles to the wall, with random normals, arms, stiffnesses and motion; more of each than one chunk of a thread holds.</summary>
internal sealed class RandomLinks : IDisposable
{
    public const int LinkCount = 9000;

    private const int Count = 3000;

    // Every other candidate carries force, so that a position in the active list is not the link's own number.
    private const int Candidates = 2 * LinkCount;

    private readonly RandomStream random = new(20261123, StreamName.FilmPlacement);
    private readonly NativeColumn<float> foil = new(4);

    public RandomLinks()
    {
        FillParticles();
        FillLinks();
        FillRows();
    }

    public ParticleColumns Particles { get; } = new(Count);

    public LinkColumns Links { get; } = new();

    public StepParameters Step { get; } = new() { TimeStep = 0.003f, WallIndex = Count };

    public HostWorld World => HostWorld.Over(Particles, Links, foil);

    public void Dispose()
    {
        Particles.Dispose();
        Links.Dispose();
        foil.Dispose();
    }

    private void FillParticles()
    {
        for (int i = 0; i < Count; i++)
        {
            float a = 0.5f + Share();
            Particles.Size[i] = new(a, a, 1.3333334f * a * a * a);
            Particles.SearchVelocity[i] = Any();
            Particles.SearchSpin[i] = Any();
        }
    }

    /// <summary>One link in ten is to the wall; one in three slips, its tangential, rolling or twisting stiffness stored negative as a drag.</summary>
    private void FillLinks()
    {
        Links.Resize(Candidates);
        for (int k = 0; k < Candidates; k++)
        {
            int i = random.NextInt(Count), j = (i + 1 + random.NextInt(Count - 1)) % Count;
            Float4 n = Any();
            Links.Link[k] = k % 10 == 0 ? new(i, Count, LinkKind.Foil) : new(i, j, LinkKind.Pair);
            Links.Normal[k] = Float4.Scale(1 / MathF.Sqrt(Float4.Dot(n, n)), n);
            Links.Normal[k].W = 0.01f;
            Links.Arm[k] = new(0.5f + Share(), k % 10 == 0 ? 0f : 0.5f + Share(), 0.4f, 1f);
            Links.Stiffness[k] = new(Stiffness(), Slipping(k, 0), Slipping(k, 3), Slipping(k, 6));
        }
    }

    /// <summary>Rows in the order of links, as the solver has them.</summary>
    private void FillRows()
    {
        List<int>[] rows = [.. Enumerable.Range(0, Count + 1).Select(_ => new List<int>())];
        for (int c = 0; c < LinkCount; c++)
        {
            int link = Links.Active[c] = (2 * c) + 1 - (c % 2);
            rows[Links.Link[link].X].Add(2 * c);
            rows[Links.Link[link].Y].Add((2 * c) + 1);
        }

        int next = 0;
        for (int i = 0; i <= Count; i++)
        {
            Particles.RowStart[i] = next;
            rows[i].ForEach(entry => Links.Row[next++] = entry);
        }

        Particles.RowStart[Count + 1] = next;
    }

    private float Share() => (float)random.NextDouble();

    private float Stiffness() => 100f + (900f * Share());

    private float Slipping(int k, int residue) => k % 9 == residue ? -Share() : Stiffness();

    private Float4 Any() => new(Share() - 0.5f, Share() - 0.5f, Share() - 0.5f);
}
