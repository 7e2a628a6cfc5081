using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>A ring of binder as a body of revolution about the line of centres, its free surface an arc tangent to both bodies (toroidal approximation, contact angle 0).</summary>
/// <remarks>
/// In the plane through the axis, x along the axis from the first centre and ρ from the axis, the arc is part of the circle of radius m about (x_o, ρ_o):
/// x_o² + ρ_o² = (R₁ + m)², (x_o − d)² + ρ_o² = (R₂ + m)²; on a plane at x = d instead x_o = d − m.
/// The binder lies between the tangent points, outside the bodies, at ρ ≤ ρ_o − √(m² − (x − x_o)²). m is solved such that the volume is the ring's.
/// Valid for any overlap, and for gaps that the volume can bridge. Source: orr-1975.
/// </remarks>
internal readonly struct BinderMeniscus
{
    private const int Slices = 48;
    private const int Halvings = 40;

    // A rough foil falls away below its tangent plane: the ring's foot is continued downwards by this share of the radius, where copper does not take the place.
    private const double Foot = 0.3;

    private readonly double first;
    private readonly double second;
    private readonly double distance;
    private readonly double arc;
    private readonly double arcX;
    private readonly double arcRho;

    private BinderMeniscus(Vector3d origin, Vector3d axis, double first, double second, double distance, double arc)
    {
        (Origin, Axis, this.first, this.second, this.distance, this.arc) = (origin, axis, first, second, distance, arc);
        (arcX, arcRho) = ArcCentre(first, second, distance, arc);
    }

    /// <summary>Centre of the first body, m.</summary>
    public Vector3d Origin { get; }

    /// <summary>Unit vector towards the second body.</summary>
    public Vector3d Axis { get; }

    /// <summary>Radius of the neck, m.</summary>
    public double NeckRadius => Math.Max(0, arcRho - arc);

    /// <summary>Where the binder begins on the axis, m from the origin.</summary>
    public double Begin => arcX * first / (first + arc);

    /// <summary>Where it ends, m from the origin.</summary>
    public double End => double.IsInfinity(second) ? distance : distance - ((distance - arcX) * second / (second + arc));

    /// <summary>Middle of the ring and a radius that holds all of it, m.</summary>
    public (Vector3d Middle, double Reach) Extent
    {
        get
        {
            double rim = Math.Max(ProfileAt(Begin), ProfileAt(End)), half = (End - Begin) / 2, foot = double.IsInfinity(second) ? Foot * first : 0;
            return (Origin + (Axis * ((Begin + End) / 2)), Math.Sqrt((rim * rim) + ((half + foot) * (half + foot))));
        }
    }

    public static BinderMeniscus BetweenSpheres(Vector3d centre, double radius, Vector3d between, double other, double volume) =>
        Solve(centre, between, radius, other, volume);

    public static BinderMeniscus OnPlane(Vector3d centre, double radius, Vector3d toPlane, double volume) =>
        Solve(centre, toPlane, radius, double.PositiveInfinity, volume);

    /// <summary>Whether a point lies in the ring; points inside the bodies may answer true and are to be taken by the bodies first.</summary>
    public bool Contains(Vector3d point)
    {
        Vector3d p = point - Origin;
        double x = Vector3d.Dot(p, Axis);
        if (x < Begin || x > (double.IsInfinity(second) ? End + (Foot * first) : End))
        {
            return false;
        }

        double profile = ProfileAt(Math.Min(x, End));
        return profile > 0 && p.LengthSquared - (x * x) <= profile * profile;
    }

    /// <summary>Volume between the bodies and the arc, m³.</summary>
    public double Volume()
    {
        double begin = Begin, step = (End - begin) / Slices, sum = 0;
        for (int i = 0; i < Slices; i++)
        {
            double x = begin + ((i + 0.5) * step), profile = Math.Max(0, ProfileAt(x));
            sum += Math.Max(0, (profile * profile) - BodySquared(x));
        }

        return Math.PI * sum * step;
    }

    /// <summary>Spheres on the axis, each tangent to the arc, whose envelope is the ring's surface: what a renderer of spheres draws.</summary>
    public IEnumerable<(Vector3d Centre, double Radius)> Spheres(int count)
    {
        double low = Math.Atan2(-arcX, arcRho), high = Math.Atan2(double.IsInfinity(second) ? Math.Min(arc, arcRho) : distance - arcX, arcRho);
        for (int i = 1; i <= count; i++)
        {
            double x = arcX + (arcRho * Math.Tan(low + ((high - low) * i / (count + 1))));
            double radius = Math.Sqrt(((x - arcX) * (x - arcX)) + (arcRho * arcRho)) - arc;
            if (radius > 0)
            {
                yield return (Origin + (Axis * x), radius);
            }
        }
    }

    // The volume grows with the arc's radius: from nothing at the contact to a full sleeve.
    private static BinderMeniscus Solve(Vector3d centre, Vector3d between, double first, double second, double volume)
    {
        double length = between.Length, low = first * 1e-4, high = first * 4;
        Vector3d axis = length > 0 ? between / length : -Vector3d.UnitZ;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = Math.Sqrt(low * high);
            bool tooSmall = new BinderMeniscus(centre, axis, first, second, length, middle).Volume() < volume;
            (low, high) = tooSmall ? (middle, high) : (low, middle);
        }

        return new(centre, axis, first, second, length, high);
    }

    private static (double X, double Rho) ArcCentre(double first, double second, double distance, double arc)
    {
        double a = first + arc, b = second + arc;
        double x = double.IsInfinity(second) ? distance - arc : ((distance * distance) + (a * a) - (b * b)) / (2 * distance);
        return (x, Math.Sqrt(Math.Max(0, (a * a) - (x * x))));
    }

    private double ProfileAt(double x) => arcRho - Math.Sqrt(Math.Max(0, (arc * arc) - ((x - arcX) * (x - arcX))));

    private double BodySquared(double x)
    {
        double near = (first * first) - (x * x), far = double.IsInfinity(second) ? 0 : (second * second) - ((x - distance) * (x - distance));
        return Math.Max(0, Math.Max(near, far));
    }
}
