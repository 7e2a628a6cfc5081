using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>A convex body round the origin, cut down by planes: a polyhedron, or in the plane a polygon.</summary>
internal interface IConvexCell
{
    /// <summary>Number of faces, or of edges.</summary>
    int Faces { get; }

    /// <summary>Distance of the farthest corner from the origin.</summary>
    double Reach { get; }

    /// <summary>Volume, or area.</summary>
    double Measure { get; }

    /// <summary>Makes it a box, or a rectangle.</summary>
    /// <param name="low">Corner below the origin.</param>
    /// <param name="high">Corner above it.</param>
    void Begin(Vector3d low, Vector3d high);

    /// <summary>Keeps what is nearer to the origin than to another point.</summary>
    /// <param name="other">The other point, not the origin.</param>
    void CutHalfway(Vector3d other);
}

/// <summary>A convex polyhedron round the origin, cut down by planes.</summary>
internal sealed class ConvexCell : IConvexCell
{
    private static readonly int[][] Box = [[0, 2, 6, 4], [1, 3, 7, 5], [0, 1, 5, 4], [2, 3, 7, 6], [0, 1, 3, 2], [4, 5, 7, 6]];

    private readonly List<Vector3d> rest = [], cut = [];
    private double tolerance;
    private List<Vector3d[]> faces = [];

    public int Faces => faces.Count;

    public double Reach
    {
        get
        {
            double square = 0;
            foreach (Vector3d[] face in faces)
            {
                foreach (Vector3d p in face)
                {
                    square = Math.Max(square, p.LengthSquared);
                }
            }

            return Math.Sqrt(square);
        }
    }

    /// <summary>The pyramids from the origin over all faces.</summary>
    public double Measure
    {
        get
        {
            double sum = 0;
            foreach (Vector3d[] face in faces)
            {
                for (int k = 1; k + 1 < face.Length; k++)
                {
                    sum += Math.Abs(Vector3d.Dot(face[0], Vector3d.Cross(face[k], face[k + 1])));
                }
            }

            return sum / 6;
        }
    }

    public void Begin(Vector3d low, Vector3d high)
    {
        // A plane that touches the cell within this cuts nothing: cells of lattices have many such planes.
        tolerance = 1e-10 * (high - low).Length;
        Vector3d At(int corner) => new((corner & 1) == 0 ? low.X : high.X, (corner & 2) == 0 ? low.Y : high.Y, (corner & 4) == 0 ? low.Z : high.Z);
        faces = [.. Box.Select(face => face.Select(At).ToArray())];
    }

    public void CutHalfway(Vector3d other)
    {
        double half = other.Length / 2;
        Vector3d normal = other * (0.5 / half);
        cut.Clear();
        int kept = 0;
        for (int f = 0; f < faces.Count; f++)
        {
            Vector3d[]? left = Below(faces[f], normal, half);
            if (left is not null)
            {
                faces[kept++] = left;
            }
        }

        faces.RemoveRange(kept, faces.Count - kept);
        if (cut.Count > 2)
        {
            faces.Add(InOrder(normal));
        }
    }

    /// <summary>The part of a face below a plane, the face itself where that is all of it, null where none is left; crossings are noted.</summary>
    private Vector3d[]? Below(Vector3d[] face, Vector3d normal, double half)
    {
        double Height(Vector3d p) => Vector3d.Dot(p, normal) - half;
        bool whole = true;
        foreach (Vector3d p in face)
        {
            whole &= Height(p) <= tolerance;
        }

        if (whole)
        {
            return face;
        }

        rest.Clear();
        for (int k = 0; k < face.Length; k++)
        {
            Vector3d a = face[k], b = face[k + 1 < face.Length ? k + 1 : 0];
            double above = Height(a), next = Height(b);
            if (above <= tolerance)
            {
                rest.Add(a);
            }

            if ((above > tolerance) != (next > tolerance))
            {
                Vector3d crossing = a + ((b - a) * (above / (above - next)));
                rest.Add(crossing);
                cut.Add(crossing);
            }
        }

        return rest.Count > 2 ? [.. rest] : null;
    }

    /// <summary>The crossings in the order in which they go round their face; each comes from two faces and stands once.</summary>
    private Vector3d[] InOrder(Vector3d normal)
    {
        Vector3d centre = cut.Aggregate((a, b) => a + b) * (1.0 / cut.Count), first = cut.MaxBy(p => (p - centre).LengthSquared) - centre, second = Vector3d.Cross(normal, first);
        Vector3d[] sorted = [.. cut];
        Array.Sort([.. cut.Select(p => Math.Atan2(Vector3d.Dot(p - centre, second), Vector3d.Dot(p - centre, first)))], sorted);
        return [.. sorted.Where((p, k) => (p - sorted[(k + 1) % sorted.Length]).Length > tolerance)];
    }
}
