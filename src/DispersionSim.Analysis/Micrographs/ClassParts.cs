using System.Buffers;

namespace DispersionSim.Analysis;

/// <summary>What hangs together, by edges of pixels, of particles and of all else in a picture that has been cut by a threshold.</summary>
internal sealed class ClassParts
{
    private readonly (PhaseRuns Runs, int[] Part, int[] Area, Sides[] Sides)[] classes = new (PhaseRuns, int[], int[], Sides[])[2];
    private readonly byte[] inside;

    /// <summary>The parts of both classes.</summary>
    /// <param name="inside">1 where a pixel is particle, 0 elsewhere; both occur.</param>
    /// <param name="shape">One page, rows, columns.</param>
    /// <param name="threads">Threads.</param>
    public ClassParts(byte[] inside, IReadOnlyList<int> shape, int threads)
    {
        this.inside = inside;
        var field = new VoxelField(inside, shape, 1);
        Parallel.For(0, 2, new ParallelOptions { MaxDegreeOfParallelism = threads }, label =>
        {
            var runs = new PhaseRuns(field, SearchValues.Create([(byte)label]));
            int[] part = runs.Parts(byCorners: false, out int count);
            (int[] area, Sides[] sides) = (new int[count], new Sides[count]);
            (int width, int last) = (shape[2], (shape[1] - 1) * shape[2]);
            for (int run = 0; run < part.Length; run++)
            {
                (int from, int to) = runs.All[run];
                area[part[run]] += to - from;
                sides[part[run]] |= (from % width == 0 ? Sides.Left : Sides.None) | (to % width == 0 ? Sides.Right : Sides.None) | (from < width ? Sides.Top : Sides.None) | (from >= last ? Sides.Bottom : Sides.None);
            }

            classes[label] = (runs, part, area, sides);
        });
    }

    [Flags]
    private enum Sides
    {
        None = 0,
        Left = 1,
        Right = 2,
        Top = 4,
        Bottom = 8,
        All = Left | Right | Top | Bottom,
    }

    /// <summary>Whether particles are what is round everything else: more than half of their area hangs together in one part that reaches all four sides. The rest cannot do the same.</summary>
    public bool ParticlesSurround
    {
        get
        {
            (_, _, int[] area, Sides[] sides) = classes[1];
            long all = area.Sum(a => (long)a);
            return area.Zip(sides).Any(p => p.Second == Sides.All && 2L * p.First > all);
        }
    }

    /// <summary>Makes particle what particles enclose, where it is smaller than the mean of the connected particles.</summary>
    public void Fill()
    {
        (PhaseRuns runs, int[] part, int[] area, Sides[] sides) = classes[0];
        double mean = classes[1].Area.Average();
        for (int run = 0; run < part.Length; run++)
        {
            (int from, int to) = runs.All[run];
            if (sides[part[run]] == Sides.None && area[part[run]] < mean)
            {
                Array.Fill(inside, (byte)1, from, to - from);
            }
        }
    }
}
