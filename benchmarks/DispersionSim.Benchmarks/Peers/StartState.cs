using DispersionSim.Core;

namespace DispersionSim.Benchmarks;

/// <summary>A start state in the exchange format of the side-by-side cases: a line "# box xlo xhi ylo yhi zlo zhi rho", a header, then id,x,y,z,r,vx,vy,vz (SI).</summary>
internal sealed class StartState
{
    private StartState(double[] low, double[] size, double density, float[] values)
    {
        (Low, Size, Density, Values) = (low, size, density, values);
    }

    public double[] Low { get; }

    public double[] Size { get; }

    /// <summary>kg/m³.</summary>
    public double Density { get; }

    /// <summary>Seven numbers a particle: x, y, z, r, vx, vy, vz.</summary>
    private float[] Values { get; }

    public int Count => Values.Length / 7;

    public static StartState Read(string path)
    {
        using var reader = new StreamReader(path);
        double[] head = [.. reader.ReadLine()!.Split(' ').Skip(2).Select(double.Parse)];
        reader.ReadLine();
        var values = new List<float>();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            values.AddRange(line.Split(',').Skip(1).Select(float.Parse));
        }

        return new([head[0], head[2], head[4]], [head[1] - head[0], head[3] - head[2], head[5] - head[4]], head[6], [.. values]);
    }

    public double Radius(int i) => Values[(7 * i) + 3];

    /// <summary>Position from the low corner.</summary>
    public Vector3d Position(int i) => new(Values[7 * i] - Low[0], Values[(7 * i) + 1] - Low[1], Values[(7 * i) + 2] - Low[2]);

    public Vector3d Velocity(int i) => new(Values[(7 * i) + 4], Values[(7 * i) + 5], Values[(7 * i) + 6]);
}
