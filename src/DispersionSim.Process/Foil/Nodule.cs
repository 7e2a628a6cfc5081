namespace DispersionSim.Process;

/// <summary>A nodule: the cap of a sphere that stands on the random surface.</summary>
/// <remarks>Height over its base at the distance r from its middle: √(ϱ² − r²) − (ϱ − h), ϱ = (b² + h²)/2h, b the base radius, h the height.</remarks>
/// <param name="X">Middle, m.</param>
/// <param name="Y">Middle, m.</param>
/// <param name="BaseRadius">b, m.</param>
/// <param name="Height">h, m.</param>
public readonly record struct Nodule(double X, double Y, double BaseRadius, double Height)
{
    /// <summary>Radius ϱ of the sphere, m.</summary>
    public double SphereRadius => ((BaseRadius * BaseRadius) + (Height * Height)) / (2 * Height);

    /// <summary>Area of the base, m².</summary>
    public double BaseArea => Math.PI * BaseRadius * BaseRadius;

    /// <summary>Height over the base at a squared distance from the middle, m; 0 outside.</summary>
    public double HeightAt(double squaredDistance) => squaredDistance >= BaseRadius * BaseRadius
        ? 0
        : Math.Sqrt((SphereRadius * SphereRadius) - squaredDistance) - (SphereRadius - Height);
}
