using BenchmarkDotNet.Attributes;
using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Benchmarks;

/// <summary>One product of the implicit solver with the matrix of a cubic grid of touching spheres, three contacts a particle.</summary>
public class MatrixProductBenchmarks
{
    private readonly LinkColumns links = new();
    private readonly NativeColumn<float> foil = new(4);
    private ParticleColumns? particles;
    private MatrixProduct? product;
    private HostWorld world;

    [Params(13, 47)]
    public int Side { get; set; }

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        int count = Side * Side * Side;
        particles = new(count);
        links.Resize(3 * count);
        var rows = new List<int>[count];
        for (int i = 0; i < count; i++)
        {
            rows[i] = [];
            particles.Size[i] = new(1f, 1f, 1.3333334f);
            particles.SearchVelocity[i] = new(0.1f * (i % 7), 0.1f * (i % 5), 0.1f * (i % 3));
            particles.SearchSpin[i] = new(0.1f * (i % 3), 0.1f * (i % 7), 0.1f * (i % 5));
        }

        for (int c = 0; c < 3 * count; c++)
        {
            Touch(c, rows);
        }

        for (int i = 0; i < count; i++)
        {
            rows[i].ToArray().CopyTo(links.Row.Span[particles.RowStart[i]..]);
            particles.RowStart[i + 1] = particles.RowStart[i] + rows[i].Count;
        }

        world = HostWorld.Over(particles, links, foil);
        product = new(new(Threads), particles);
        product.Pack(world, new() { TimeStep = 0.01f }, 3 * count);
    }

    [Benchmark]
    public double Multiply() => product!.Multiply(world);

    [GlobalCleanup]
    public void Leave()
    {
        product?.Dispose();
        particles?.Dispose();
    }

    /// <summary>A contact of a particle with the next along one of the three axes, periodic.</summary>
    private void Touch(int c, List<int>[] rows)
    {
        int i = c / 3, axis = c % 3, stride = axis == 0 ? 1 : axis == 1 ? Side : Side * Side;
        int along = i / stride % Side, j = i + ((along == Side - 1 ? 1 - Side : 1) * stride);
        links.Active[c] = c;
        links.Link[c] = new(i, j, LinkKind.Pair);
        links.Normal[c] = new(axis == 0 ? -1f : 0f, axis == 1 ? -1f : 0f, axis == 2 ? -1f : 0f, 0.005f);
        links.Arm[c] = new(1f, 1f, 0.5f, 1f);
        links.Stiffness[c] = new(200f, 175f, 1f, 1f);
        rows[i].Add(2 * c);
        rows[j].Add((2 * c) + 1);
    }
}
