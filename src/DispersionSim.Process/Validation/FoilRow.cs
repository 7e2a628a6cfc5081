using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>Row 16: a large synthetic patch has the height that its spectrum integrates to, and Gaussian heights.</summary>
public static class FoilRow
{
    private const ulong Seed = 16;
    private const double ShortCutoff = 0.4e-6;
    private const double Step = 0.2e-6;

    public static ValidationResult Run(bool isLong)
    {
        double size = (isLong ? 1024 : 512) * Step;
        (double Hurst, double RollOff)[] foils = [(0.8, 4e-6), (0.5, 2e-6), (1.0, 8e-6)];
        var targets = new List<ValidationTarget>();
        foreach ((double hurst, double rollOff) in foils)
        {
            FoilModel model = FoilModel.Of(new() { Hurst = hurst, RollOffWavelength = rollOff, ShortCutoff = ShortCutoff });
            HeightMap patch = FoilSurface.Draw(model, new(Seed, StreamName.FoilPhases), new(Seed, StreamName.FoilNodules), size, size, Step);
            double sq = Math.Sqrt(patch.Heights.Average(h => h * h)), sa = patch.Heights.Average(Math.Abs), expected = Integral(model, hurst, rollOff);
            string which = $"H {hurst}, roll-off {rollOff * 1e6} um";
            targets.Add(new(16, $"Sq over the root of its spectrum's integral, {which}", 1, sq / expected, 0.01, "jacobs-2017"));
            targets.Add(new(16, $"Sa over Sq, {which}", Math.Sqrt(2 / Math.PI), sa / sq, 0.02 * Math.Sqrt(2 / Math.PI), "Gaussian heights"));
        }

        double[] profile = VirtualProfile.Draw(FoilModel.Of(new()), new(Seed, StreamName.FoilProfile)).Heights;
        targets.Add(new(16, "Ra over Rq of the virtual profile, no filter", Math.Sqrt(2 / Math.PI), profile.Average(Math.Abs) / Math.Sqrt(profile.Average(z => z * z)), 0.02 * Math.Sqrt(2 / Math.PI), "Gaussian heights"));
        return new(targets, []);
    }

    /// <summary>√[(C₀q_r²/4π)(1 + (1/H)(1 − (q_s/q_r)^(−2H)))] with C₀ read from the spectrum in use, m.</summary>
    private static double Integral(FoilModel model, double hurst, double rollOff)
    {
        double q = 2 * Math.PI / rollOff, plateau = model.Spectrum.Areal(0) * model.RootMeanSquare * model.RootMeanSquare;
        return Math.Sqrt(plateau * q * q / (4 * Math.PI) * (1 + ((1 - Math.Pow(rollOff / ShortCutoff, -2 * hurst)) / hurst)));
    }
}
