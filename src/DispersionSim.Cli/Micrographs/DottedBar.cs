using DispersionSim.Core;

namespace DispersionSim.Cli;

/// <summary>A scale bar drawn as a row of dots or ticks, as some makers' microscopes (Hitachi's) do: marks of the brightest or darkest grey, alike, free and evenly spaced.</summary>
/// <remarks>Noise and particles give no eight marks of one width in a row at one distance, two rows high and free above.</remarks>
internal static class DottedBar
{
    private const double Alike = 0.06;
    private const int LeastMarks = 8, LeastWidth = 2, LeastRows = 2, MostWidth = 16;

    /// <summary>Left, top, right and bottom of the first; null where there is none.</summary>
    public static (int Left, int Top, int Right, int Bottom)? Find(GreyImage image)
    {
        float low = image.Values.Min(), high = image.Values.Max(), near = (float)(Alike * (high - low));
        return near > 0 ? Find(image, high - near, high) ?? Find(image, low, low + near) : null;
    }

    private static (int Left, int Top, int Right, int Bottom)? Find(GreyImage image, float from, float to)
    {
        List<(int From, int To)> above = [], here = Marks(image, 0, from, to);
        for (int y = 0; y < image.Height; y++)
        {
            List<(int From, int To)> below = y + 1 < image.Height ? Marks(image, y + 1, from, to) : [];
            foreach ((int first, int count) in EvenRows(here))
            {
                List<(int From, int To)> marks = here.GetRange(first, count);
                if (marks.All(below.Contains) && !marks.Any(m => above.Any(a => a.From < m.To && m.From < a.To)))
                {
                    return (marks[0].From, y, marks[^1].To, Bottom(image, y, marks, from, to));
                }
            }

            (above, here) = (here, below);
        }

        return null;
    }

    /// <summary>Unbroken runs of marked pixels in a row.</summary>
    private static List<(int From, int To)> Marks(GreyImage image, int y, float from, float to)
    {
        var marks = new List<(int From, int To)>();
        ReadOnlySpan<float> row = image.Values.AsSpan(y * image.Width, image.Width);
        for (int x = 0; x < row.Length; x++)
        {
            int start = x;
            while (x < row.Length && row[x] >= from && row[x] <= to)
            {
                x++;
            }

            if (x > start)
            {
                marks.Add((start, x));
            }
        }

        return marks;
    }

    /// <summary>First and number of marks in a row that are alike and evenly spaced.</summary>
    private static IEnumerable<(int First, int Count)> EvenRows(List<(int From, int To)> marks)
    {
        for (int first = 0; first + LeastMarks <= marks.Count;)
        {
            int width = marks[first].To - marks[first].From, pitch = marks[first + 1].From - marks[first].From, count = 1;
            while (first + count < marks.Count && Math.Abs(marks[first + count].From - marks[first].From - (count * pitch)) <= 1 + (count / 4) && Math.Abs(marks[first + count].To - marks[first + count].From - width) <= 1)
            {
                count++;
            }

            if (count >= LeastMarks && width is >= LeastWidth and <= MostWidth && pitch >= 2 * width)
            {
                yield return (first, count);
            }

            first += Math.Max(1, count - 1);
        }
    }

    private static int Bottom(GreyImage image, int top, List<(int From, int To)> marks, float from, float to)
    {
        int y = top + LeastRows;
        while (y < image.Height && Marks(image, y, from, to) is var row && marks.Count(row.Contains) > marks.Count / 2)
        {
            y++;
        }

        return y;
    }
}
