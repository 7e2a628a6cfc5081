using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Tries a fractal law on a few small aggregates before a powder is built by it.</summary>
internal static class LawProbe
{
    private const int Aggregates = 3;
    private const int LargestTried = 64;

    // Well inside the range of docs/physics/feedstock.md: not tried, so that usual powders cost nothing more.
    private const double OpenDimension = 1.9;
    private const double OpenPrefactor = 1.5;

    /// <summary>Aggregates of the smallest size of a recipe; none where its law is known to be reached, or its aggregates are too large to be tried in passing.</summary>
    public static IReadOnlyList<Agglomerate> Build(FeedstockOptions options, PrimarySizes sizes)
    {
        bool known = options.FractalDimension <= OpenDimension && options.FractalPrefactor <= OpenPrefactor;
        if (known || options.FractalGrowth != AggregateGrowth.Tuned || options.GranuleFraction >= 1 || options.AgglomerateSizeMinimum > LargestTried)
        {
            return [];
        }

        var law = new FractalLaw(options.FractalDimension, options.FractalPrefactor);
        return [.. Enumerable.Range(0, Aggregates).Select(k =>
        {
            double[] radius = sizes.Draw(options.AgglomerateSizeMinimum, new(0, StreamName.PrimaryRadii, k));
            return Agglomerate.Made(AgglomerateOrigin.Fractal, FractalAggregate.Build(radius, law, new(0, StreamName.FractalAggregate, k)), radius);
        })];
    }
}
