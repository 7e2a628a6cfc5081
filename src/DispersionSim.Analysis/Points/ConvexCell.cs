using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>A convex polyhedron round the origin, cut down by planes.</summary>
internal sealed class ConvexCell
{
    private readonly double tolerance;
    private List<List<Vector3d>> faces;

    /// <summary>A box.</summary>
    /// <param name="low">Corner below the origin.</param>
    /// <param name="high">Corner above it.</param>
    public ConvexCell(Vector3d low, Vector3d high)
    {
        // A plane that touches the cell within this cuts nothing: cells of lattices have many such planes.
        tolerance = 1e-10 * (high - low).Length;
        Vector3d At(int corner) => new((corner & 1) == 0 ? low.X : high.X, (corner & 2) == 0 ? low.Y : high.Y, (corner & 4) == 0 ? low.Z : high.Z);
        int[][] corners = [[0, 2, 6, 4], [1, 3, 7, 5], [0, 1, 5, 4], [2, 3, 7, 6], [0, 1, 3, 2], [4, 5, 7, 6]];
        faces = [.. corners.Select(face => face.Select(At).ToList())];
    }

    /// <summary>Number of faces.</summary>
    public int Faces => faces.Count;

    /// <summary>Distance of the farthest corner from the origin.</summary>
    public double Reach => faces.Max(face => face.Max(p => p.Length));

    /// <summary>Volume: the pyramids from the origin over all faces.</summary>
    public double Volume
    {
        get
        {
            double sum = 0;
            foreach (List<Vector3d> face in faces)
            {
                for (int k = 1; k + 1 < face.Count; k++)
                {
                    sum += Math.Abs(Vector3d.Dot(face[0], Vector3d.Cross(face[k], face[k + 1])));
                }
            }

            return sum / 6;
        }
    }

    /// <summary>Keeps what is nearer to the origin than to another point.</summary>
    /// <param name="other">The other point, not the origin.</param>
    public void CutHalfway(Vector3d other)
    {
        double length = other.Length;
        Vector3d normal = other * (1 / length);
        double Height(Vector3d p) => Vector3d.Dot(p, normal) - (length / 2);
        if (faces.All(face => face.All(p => Height(p) <= tolerance)))
        {
            return;
        }

        List<List<Vector3d>> kept = [];
        List<Vector3d> cut = [];
        foreach (List<Vector3d> face in faces)
        {
            List<Vector3d> rest = [];
            for (int k = 0; k < face.Count; k++)
            {
                Vector3d a = face[k], b = face[(k + 1) % face.Count];
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

            if (rest.Count > 2)
            {
                kept.Add(rest);
            }
        }

        kept.Add(InOrder(cut, normal));
        faces = kept;
    }

    /// <summary>Corners of a convex face in the order in which they go round it; each comes from two faces and stands once.</summary>
    private List<Vector3d> InOrder(List<Vector3d> corners, Vector3d normal)
    {
        Vector3d centre = corners.Aggregate((a, b) => a + b) * (1.0 / corners.Count), first = corners.MaxBy(p => (p - centre).Length) - centre, second = Vector3d.Cross(normal, first);
        List<Vector3d> sorted = [.. corners.OrderBy(p => Math.Atan2(Vector3d.Dot(p - centre, second), Vector3d.Dot(p - centre, first)))];
        return [.. sorted.Where((p, k) => (p - sorted[(k + 1) % sorted.Count]).Length > tolerance)];
    }
}
