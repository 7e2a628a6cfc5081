using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Row 14: random close packing of equal spheres without friction, its coordination, and how friction lowers the packing.</summary>
/// <remarks>
/// Without friction: points at random are quenched at once, and the packing let out until it no longer presses; at onset pressure falls linearly with the solid
/// fraction (harmonic springs), so it is read off by a straight line. With friction: slow even compression from a loose state until it presses; the short form is
/// too fast for that to reach close packing without friction (0.62), so only the long form holds it to that. Source: ohern-2003, silbert-2010.
/// </remarks>
public static class RandomPackingRow
{
    private const double Start = 0.68;
    private const double Loose = 0.45;
    private const ulong Seed = 14;

    /// <summary>Force left on a sphere, over stiffness times radius: places of single precision resolve overlaps of 2·10⁻⁷.</summary>
    private const double LeastForce = 5e-7;

    public static ValidationResult Run(bool isLong)
    {
        (int count, int samples, double rate) = isLong ? (2000, 8, 3e-6) : (500, 2, 2e-5);
        Onset[] onsets = [.. Enumerable.Range(0, samples).Select(k => Onset.Of(count, Seed + (ulong)k))];
        PackedSpheres loose = PackedSpheres.AtRandom(count, Loose, Seed).AtRest(LeastForce).Rested;
        double[] frictions = isLong ? [0, 0.1, 0.5, 1] : [0, 0.5];
        PackedSpheres[] rough = [.. frictions.Select(f => loose.Compressed(f, rate, 1e-4))];
        int half = Array.IndexOf(frictions, 0.5);
        double isostatic = 6 - (6.0 / count);
        List<ValidationTarget> targets =
        [
            new(14, "solid fraction at random close packing, no friction", 0.64, onsets.Average(o => o.Fraction), 0.01, "ohern-2003"),
            new(14, "contacts of a sphere there, rattlers not counted", isostatic, onsets.Average(o => o.Coordination), 0.2, "ohern-2003"),
            new(14, "solid fraction by slow compression, friction 0.5", 0.575, rough[half].Fraction, 0.025, "silbert-2010"),
        ];
        if (isLong)
        {
            targets.Add(new(14, "solid fraction by slow compression, no friction", 0.64, rough[0].Fraction, 0.01, "ohern-2003"));
        }

        return new(
        targets,
        [
            new("slow compression", "friction", "-", "solid fraction", "-", frictions, [.. rough.Select(r => r.Fraction)]),
        ]);
    }

    /// <summary>Where a packing ceases to press.</summary>
    /// <param name="Fraction">Solid fraction there.</param>
    /// <param name="Coordination">Contacts of a held sphere just above it.</param>
    private sealed record Onset(double Fraction, double Coordination)
    {
        private const double Near = 1e-4;

        public static Onset Of(int count, ulong seed)
        {
            (PackedSpheres packing, double pressure) = PackedSpheres.AtRandom(count, Start, seed).AtRest(LeastForce);
            double onset = packing.Fraction - 0.02;
            while (packing.Fraction - onset > Near && pressure > 0)
            {
                (PackedSpheres looser, double lower) = packing.At(onset + (0.3 * (packing.Fraction - onset))).AtRest(LeastForce);
                onset = Math.Min(looser.Fraction, looser.Fraction - (lower * (packing.Fraction - looser.Fraction) / (pressure - lower)));
                (packing, pressure) = (looser, lower);
            }

            return new(onset, packing.Contacts().Coordination);
        }
    }
}
