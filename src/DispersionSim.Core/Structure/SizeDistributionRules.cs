namespace DispersionSim.Core;

/// <summary>What numbers must obey to be a size distribution.</summary>
internal static class SizeDistributionRules
{
    /// <summary>Diameters beyond these are mistakes of unit, and their cubes leave the range of double precision.</summary>
    private const double Smallest = 1e-12;

    private const double Largest = 1;

    public static void CheckClasses(string name, IReadOnlyList<double> edges, IReadOnlyList<double> volume)
    {
        if (volume.Count == 0 || edges.Count != volume.Count + 1)
        {
            throw new InputException($"{name}: {volume.Count} classes need {volume.Count + 1} edges, {edges.Count} are given");
        }

        for (int i = 0; i < edges.Count; i++)
        {
            CheckDiameter(name, edges[i], "class edge", i);
            Refuse(i > 0 && edges[i] <= edges[i - 1], () => $"{name}: class edges must grow; number {i + 1} ({Quantity.Format(edges[i], "m")}) does not");
        }

        for (int i = 0; i < volume.Count; i++)
        {
            Refuse(!double.IsFinite(volume[i]) || volume[i] < 0, () => $"{name}: the volume of class {i + 1} is {volume[i]}; it must be zero or positive");
        }

        Refuse(!(volume.Sum() > 0) || !double.IsFinite(volume.Sum()), () => $"{name}: no class holds any volume");
    }

    public static void CheckDiameters(string name, IReadOnlyList<double> diameters)
    {
        Refuse(diameters.Count == 0, () => $"{name}: there is no diameter");
        for (int i = 0; i < diameters.Count; i++)
        {
            CheckDiameter(name, diameters[i], "diameter", i);
        }
    }

    private static void CheckDiameter(string name, double diameter, string what, int index) => Refuse(
        !(diameter >= Smallest && diameter <= Largest),
        () => $"{name}: {what} {index + 1} is {Quantity.Format(diameter, "m")}; it must lie between {Quantity.Format(Smallest, "m")} and {Quantity.Format(Largest, "m")}");

    private static void Refuse(bool wrong, Func<string> message)
    {
        if (wrong)
        {
            throw new InputException(message());
        }
    }
}
