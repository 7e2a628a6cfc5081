using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Refuses a feedstock that cannot be made, in one line that names the recipe key.</summary>
public static class FeedstockCheck
{
    /// <summary>Miss of a few aggregates tried before a powder is built: half as much again as that of a whole powder, so that what would pass is not refused.</summary>
    public const double ProbeMiss = 0.075;

    private const double MostRelativeMiss = 0.05;
    /// <summary>Primaries from which on an aggregate is held against the law.</summary>
    public const int FewestForLaw = 16;

    /// <summary>What can be seen before anything is built.</summary>
    /// <exception cref="InputException">A value outside its range, or two that contradict each other.</exception>
    public static void Before(FeedstockOptions options, int primaries, double solidsFraction)
    {
        Require(primaries >= 1, "primaries", primaries, "at least 1");
        Require(solidsFraction is > 0 and <= 0.5, "solids fraction of the dispersion box", solidsFraction, "above 0, at most 0.5");
        Require(options.AgglomerateSizeMinimum >= 2, "agglomerate_size_minimum", options.AgglomerateSizeMinimum, "at least 2");
        Require(options.AgglomerateSizeMaximum >= options.AgglomerateSizeMinimum, "agglomerate_size_maximum", options.AgglomerateSizeMaximum, $"at least agglomerate_size_minimum = {options.AgglomerateSizeMinimum}");
        Share("granule_fraction", options.GranuleFraction);
        Share("bridged_fraction", options.BridgedFraction);
        Share("free_fraction", options.FreeFraction);
        Granules(options);
        Require(options.FusedSize >= 1 && (options.FusedSize <= options.AgglomerateSizeMaximum || options.AggregateFiles.Count > 0), "fused_size", options.FusedSize, $"at least 1, at most agglomerate_size_maximum = {options.AgglomerateSizeMaximum}: no piece is larger than its agglomerate");
        Share("fused_fraction", options.FusedFraction);
        Require(options.BridgeRadiusRatio is > 0 and <= 1, "bridge_radius_ratio", options.BridgeRadiusRatio, "above 0, at most 1");
        Require(options.AggregateDiameter > 0, "aggregate_diameter", options.AggregateDiameter, "a positive length, e.g. \"0.5 um\"");
        Law(options);
        Conductive(options.Conductive);
    }

    /// <summary>What shows only in the aggregates: that clusters of this dimension and prefactor can be put together at all.</summary>
    /// <param name="options">The recipe's powder.</param>
    /// <param name="agglomerates">Those built, or a few to try the law on.</param>
    /// <param name="mostMiss">Mean relative miss that is let through.</param>
    /// <exception cref="InputException">The fractal aggregates missed the radius of gyration that the law asks for by more than that on average.</exception>
    public static void After(FeedstockOptions options, IReadOnlyList<Agglomerate> agglomerates, double mostMiss = MostRelativeMiss)
    {
        if (options.FractalGrowth != AggregateGrowth.Tuned)
        {
            return;
        }

        var law = new FractalLaw(options.FractalDimension, options.FractalPrefactor);
        Agglomerate[] fractal = [.. agglomerates.Where(a => a.Origin == AgglomerateOrigin.Fractal && a.Count >= FewestForLaw)];
        double[] miss = [.. fractal.Select(a => Math.Abs((a.RelativeRadiusOfGyration / law.RadiusOfGyration(a.Count, 1)) - 1))];
        if (miss.Length > 0 && miss.Average() > mostMiss)
        {
            double reached = law.PrefactorOf([.. fractal.Select(a => (a.Count, a.RelativeRadiusOfGyration))]);
            string way = reached < law.Prefactor ? "smaller" : "larger";
            throw new InputException($"feedstock.fractal_dimension = {law.Dimension} with fractal_prefactor = {law.Prefactor}: clusters that touch without overlap miss it by {100 * miss.Average():0} % in radius with primaries of these sizes: use a {way} prefactor (at this dimension these clusters have {reached:0.0#}), a {(reached < law.Prefactor ? "lower" : "higher")} dimension, a narrower size distribution, or dense granules (granule_fraction = 1)");
        }
    }

    /// <summary>Whether the powder found room in a box of the wanted solids fraction.</summary>
    /// <exception cref="InputException">It is more dilute than wanted by more than a thousandth of that.</exception>
    public static void Room(double reached, double wanted, double largestExtent)
    {
        if (reached < 0.999 * wanted)
        {
            throw new InputException($"dispersion.largest_solids_fraction = {wanted:0.####}: with dispersion.dilute = false the box must be so full, but the agglomerates (largest extent {largestExtent:g3} m) find room only at {reached:0.####}; give that or less, dilute = true, more primaries (quality.preview.primaries) or smaller agglomerates");
        }
    }

    // Random close packing is 0.64: nearer to it a granule of finite size cannot be pressed without leaving its spheres overlapping.
    private static void Granules(FeedstockOptions options)
    {
        double packing = options.GranulePacking;
        Require(packing is >= 0.3 and <= 0.6, "granule_packing", packing, "between 0.3 and 0.6: random close packing is 0.64, use fractal aggregates below");
        Require(packing <= 0.55 || options.GranuleMaking == GranuleMaking.Compacted, "granule_packing", packing, "at most 0.55 with granule_making = \"deposited\": give granule_making = \"compacted\" for up to 0.6");
    }

    // Below 1.7 clusters would stand farther apart than real ones reach; above 2.1 with a high prefactor nearer than they fit.
    private static void Law(FeedstockOptions options)
    {
        if (options.GranuleFraction >= 1 || options.AggregateFiles.Count > 0 || options.FractalGrowth != AggregateGrowth.Tuned)
        {
            return;
        }

        double dimension = options.FractalDimension, prefactor = options.FractalPrefactor;
        Require(dimension >= 1.7, "fractal_dimension", dimension, "at least 1.7: cluster-cluster aggregation gives nothing more open; for a powder that is not fractal use dense granules (granule_fraction = 1)");
        Require(dimension <= 2.5 && (dimension <= 2.1 || prefactor <= 1.3), "fractal_dimension", dimension, $"at most 2.1 with fractal_prefactor = {prefactor} (2.5 where the prefactor is at most 1.3): use dense granules (granule_fraction = 1)");
        Require(prefactor is >= 0.5 and <= 2.5, "fractal_prefactor", prefactor, "between 0.5 and 2.5");
    }

    private static void Conductive(ConductiveOptions conductive)
    {
        Require(conductive.MassFraction is >= 0 and <= 0.5, "conductive.mass_fraction", conductive.MassFraction, "between 0 and 0.5");
        Require(conductive.Diameter > 0, "conductive.diameter", conductive.Diameter, "a positive length, e.g. \"0.1 um\"");
        Require(conductive.Density > 0, "conductive.density", conductive.Density, "a positive density, e.g. \"1900 kg/m^3\"");
    }

    private static void Share(string key, double value) => Require(value is >= 0 and <= 1, key, value, "between 0 and 1");

    private static void Require(bool holds, string key, double value, string allowed)
    {
        if (!holds)
        {
            throw new InputException($"feedstock.{key} = {value}: must be {allowed}");
        }
    }
}
