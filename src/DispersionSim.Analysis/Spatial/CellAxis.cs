namespace DispersionSim.Analysis;

/// <summary>One axis of a cell grid whose cells are no shorter than the cutoff.</summary>
/// <param name="Origin">Where the first cell begins, m.</param>
/// <param name="Length">What the cells cover, m.</param>
/// <param name="Count">Number of cells.</param>
/// <param name="Periodic">The last cell borders the first.</param>
internal readonly record struct CellAxis(double Origin, double Length, int Count, bool Periodic)
{
    /// <summary>How many cells to either side may hold a neighbour.</summary>
    public int Reach => Count == 1 ? 0 : 1;

    // 0 on an open axis, so that nothing is taken off there.
    private readonly double perPeriod = Periodic ? 1 / Length : 0;

    /// <summary>The shortest image of a difference along this axis.</summary>
    public double Nearest(double difference) => difference - (Length * Math.Round(difference * perPeriod));

    /// <summary>Cells over an axis: over its length where it is periodic, else over what points cover of it.</summary>
    /// <param name="covered">Where points begin and over which length they lie, m.</param>
    /// <param name="size">Length of the axis, m.</param>
    /// <param name="periodic">Whether it wraps.</param>
    /// <param name="cutoff">Length that so many cells are no shorter than, m.</param>
    /// <param name="most">Number of cells beyond which more are of no use.</param>
    /// <param name="perCutoff">Cells that a cutoff is divided into.</param>
    public static CellAxis Over((double Origin, double Length) covered, double size, bool periodic, double cutoff, int most, int perCutoff = 1)
    {
        (double origin, double length) = periodic ? (0, size) : covered;
        int count = (int)Math.Clamp(length / cutoff * perCutoff, 1, most);

        // On a ring no cell may be met from both sides: with two, the left neighbour is the right one too.
        return new(origin, length, periodic && count < (2 * perCutoff) + 1 ? 1 : count, periodic);
    }

    public int CellOf(double coordinate)
    {
        if (Count == 1)
        {
            return 0;
        }

        double u = (coordinate - Origin) / Length;
        u -= Periodic ? Math.Floor(u) : 0;
        return Math.Clamp((int)(u * Count), 0, Count - 1);
    }

    /// <summary>The cell a step away, or −1 beyond an open end.</summary>
    public int Step(int cell, int step)
    {
        int next = cell + step;
        if (next >= 0 && next < Count)
        {
            return next;
        }

        return Periodic ? (next + Count) % Count : -1;
    }
}
