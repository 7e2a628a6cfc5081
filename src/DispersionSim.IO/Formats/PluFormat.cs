using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Sensofar's .plu, topographies: headers of fixed layout, then single-precision heights in micrometres.</summary>
/// <remarks>The value 1000001 is an invalid point. The first layer is read. Profiles and image stacks are refused by name.</remarks>
internal sealed class PluFormat : ISurfaceFormat
{
    private const int CalibrationAt = 388;
    private const int Topography = 3;
    private const float Undefined = 1000001;

    public string Name => "plu";

    // The format has no signature: its name and a date in words at its start must serve.
    public bool Recognises(SurfaceSource source) => source.Extension is ".plu" && source.Bytes.Length > 500 && char.IsAsciiLetterUpper((char)source.Bytes[0]) && source.Bytes.AsSpan(0, 128).Contains((byte)':');

    public HeightMap Read(SurfaceSource source)
    {
        SurfaceBytes cursor = source.Cursor(CalibrationAt + 16);
        double stepX = cursor.Single() * 1e-6, stepY = cursor.Single() * 1e-6;
        cursor.Skip(4 * 4);
        uint type = cursor.UInt32();
        if (type != Topography)
        {
            source.Refuse($"holds a measurement of type {type}; only topographies (type 3) are read.");
        }

        cursor.Skip((4 * 4) + 40 + 1);
        if (cursor.Byte() == 0)
        {
            source.Refuse("holds no layer of heights.");
        }

        cursor.Skip(6 + 4);
        uint countY = cursor.UInt32(), countX = cursor.UInt32();
        double[] heights = new double[source.Points(countX, countY, sizeof(float))];
        for (int i = 0; i < heights.Length; i++)
        {
            float h = cursor.Single();
            heights[i] = h.Equals(Undefined) ? double.NaN : h * 1e-6;
        }

        return source.Map((int)countX, (int)countY, stepX, stepY, heights);
    }
}
