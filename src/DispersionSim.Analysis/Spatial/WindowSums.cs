namespace DispersionSim.Analysis;

/// <summary>What lies in boxes of whole cells of three axes, from sums up to each cell.</summary>
/// <remarks>
/// Amounts are counted in whole numbers of 2⁻⁵⁸ of their total: differences of sums are then exact, and a window without anything holds nothing. A ball is carried by the 32 points of <see cref="BallMass.Samples"/>.
/// </remarks>
internal sealed class WindowSums
{
    private const double Units = 1L << 58;

    private readonly WindowAxis x, y, z;
    private readonly double unit;
    private readonly int strideY, strideZ;

    // One layer of zeros before the first cell of each axis.
    private readonly long[] sums;

    public WindowSums(WindowAxis x, WindowAxis y, WindowAxis z, IReadOnlyCollection<BallMass> balls)
    {
        (this.x, this.y, this.z) = (x, y, z);
        unit = balls.Sum(b => b.Amount) / Units;
        strideY = x.Cells + 1;
        strideZ = strideY * (y.Cells + 1);
        sums = new long[strideZ * (z.Cells + 1)];
        foreach (BallMass ball in unit > 0 ? balls : [])
        {
            Add(ball);
        }

        Sum(1, strideY);
        Sum(strideY, y.Cells + 1);
        Sum(strideZ, z.Cells + 1);
    }

    /// <summary>What lies in the box from the first cells up to those behind it.</summary>
    public double In((int First, int Behind) x, (int First, int Behind) y, (int First, int Behind) z) =>
        unit * (Column(x.Behind, y.Behind, z) - Column(x.First, y.Behind, z) - Column(x.Behind, y.First, z) + Column(x.First, y.First, z));

    private long Column(int x, int y, (int First, int Behind) z)
    {
        int foot = x + (strideY * y);
        return sums[foot + (strideZ * z.Behind)] - sums[foot + (strideZ * z.First)];
    }

    private void Add(BallMass ball)
    {
        if (ball.Radius == 0)
        {
            Add((long)(ball.Amount / unit), x.CellsOf(ball.Centre.X), y.CellsOf(ball.Centre.Y), z.CellsOf(ball.Centre.Z).First);
            return;
        }

        ReadOnlySpan<double> steps = BallMass.Steps;
        Span<(int First, int Second)> alongX = stackalloc (int, int)[steps.Length], alongY = stackalloc (int, int)[steps.Length], alongZ = stackalloc (int, int)[steps.Length];
        for (int k = 0; k < steps.Length; k++)
        {
            double offset = ball.Radius * steps[k];
            (alongX[k], alongY[k], alongZ[k]) = (x.CellsOf(ball.Centre.X + offset), y.CellsOf(ball.Centre.Y + offset), z.CellsOf(ball.Centre.Z + offset));
        }

        long share = (long)(ball.Amount / unit / BallMass.Samples.Length);
        foreach ((int sx, int sy, int sz) in BallMass.Samples)
        {
            Add(share, alongX[sx], alongY[sy], alongZ[sz].First);
        }
    }

    private void Add(long share, (int First, int Second) x, (int First, int Second) y, int z)
    {
        if (z != WindowAxis.Outside)
        {
            Add(share, x.First, y.First, z);
            Add(share, x.First, y.Second, z);
            Add(share, x.Second, y.First, z);
            Add(share, x.Second, y.Second, z);
        }
    }

    private void Add(long share, int x, int y, int z)
    {
        if (x != WindowAxis.Outside && y != WindowAxis.Outside)
        {
            sums[x + 1 + (strideY * (y + 1)) + (strideZ * (z + 1))] += share;
        }
    }

    /// <summary>Adds up along one axis; the zeros before its first cell begin each row.</summary>
    private void Sum(int stride, int length)
    {
        int row = stride * length;
        for (int start = 0; start < sums.Length; start += row)
        {
            for (int i = start + stride; i < start + row; i++)
            {
                sums[i] += sums[i - stride];
            }
        }
    }
}
