using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>A list of points, three numbers a line: x y z on a regular grid in any order; NaN heights are invalid points.</summary>
/// <remarks>One unit serves all three and is always asked for. Three columns that lie on no grid are a matrix three points wide, unless the file is named .xyz.</remarks>
internal sealed class XyzFormat : ISurfaceFormat
{
    public string Name => "xyz";

    public bool Recognises(SurfaceSource source)
    {
        if (!SurfaceText.IsText(source))
        {
            return false;
        }

        string[] start = [.. SurfaceText.Lines(source.Text).Where(l => !string.IsNullOrWhiteSpace(l) && l[0] != '#').Take(5)];
        bool threes = start.Length >= 4 && Array.TrueForAll(start, l => SurfaceText.IsNumberLine(l) && SurfaceText.Fields(l).Length == 3);
        return threes && (source.Extension == ".xyz" || Map(source, unit: 1) is not null);
    }

    public HeightMap Read(SurfaceSource source) =>
        Map(source, source.HeightUnit(stated: null)) ?? throw source.Error("the x y z points lie on no regular grid; only gridded points are read.");

    private static HeightMap? Map(SurfaceSource source, double unit)
    {
        List<double> x = [], y = [], z = [];
        string[] lines = SurfaceText.Lines(source.Text);
        for (int i = 0; i < lines.Length; i++)
        {
            string[] fields = SurfaceText.Fields(lines[i]);
            if (fields.Length == 0 || fields[0][0] == '#')
            {
                continue;
            }

            if (fields.Length != 3)
            {
                throw source.Error(i + 1, $"{fields.Length} values where x y z are expected.");
            }

            x.Add(unit * Number(source, i, fields[0]));
            y.Add(unit * Number(source, i, fields[1]));
            z.Add(unit * Number(source, i, fields[2]));
        }

        return SurfaceGrid.TryMap(source, [.. x], [.. y], [.. z]);
    }

    private static double Number(SurfaceSource source, int line, string field) =>
        SurfaceText.TryNumber(field, out double value) ? value : throw source.Error(line + 1, $"\"{field}\" is not a number.");
}
