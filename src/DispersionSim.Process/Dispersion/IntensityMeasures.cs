using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>What the flow of the history costs and whether it may be taken as homogeneous about an agglomerate.</summary>
internal static class IntensityMeasures
{
    public static IEnumerable<Measurement> Of(DispersionOptions options, SlurryOptions slurry, ElectrodeState powder, FlowHistory history)
    {
        double strain = history.Stretches.Sum(s => s.Strain);
        yield return new("dispersion energy", history.EnergyAt(strain), "J/m^3") { Definition = "work of the flow on the binder solution in a volume, integral of viscosity times squared shear rate over time" };
        yield return new("dispersion time", history.TimeAt(strain), "s") { Definition = "time that the strain of the history takes at its rates, without the time between passes" };
        if (options.Equipment == Equipment.Ultrasonic && options.History.Count == 0)
        {
            double eddy = EquipmentProfile.KolmogorovLength(options.PowerDensity, slurry);
            yield return new("Kolmogorov length", eddy, "m") { Definition = "size of the smallest eddies at the power density; flow about what is smaller is homogeneous" };
            yield return new("largest agglomerate over Kolmogorov length", LargestExtent(powder) / eddy, "-") { Definition = "above 1 the shear rate from the power density does not hold for the largest agglomerate" };
        }
    }

    /// <summary>Twice the largest distance of a primary's far side from the middle of its agglomerate, m.</summary>
    private static double LargestExtent(ElectrodeState powder)
    {
        ParticleSet p = powder.Particles;
        double largest = 2 * p.Radius.Max();
        foreach (int[] members in Enumerable.Range(0, p.Count).Where(i => p.AgglomerateId[i] > 0).GroupBy(i => p.AgglomerateId[i]).Select(g => g.ToArray()))
        {
            Vector3d middle = DispersionStage.Middle(members.Select(i => p.Position[i]), powder.Domain);
            Vector3d[] place = [.. members.Select(i => powder.Domain.Nearest(p.Position[i] - middle))];
            largest = Math.Max(largest, 2 * AggregateShape.BoundingRadius(place, [.. members.Select(i => p.Radius[i])]));
        }

        return largest;
    }
}
