using DispersionSim.Core;

namespace DispersionSim.Process;

/// <summary>A long profile of the same foil as the simulated patch, for a roughness that can be compared with an instrument's.</summary>
/// <remarks>
/// 4 mm of evaluation length (5 × 0.8 mm) with 0.8 mm before and after it: 5.6 mm cut from a longer periodic profile, so that its ends do not meet.
/// Amplitudes are random like phases: a profile's Ra scatters about the target as that of a real profile does (about 1.8 % for a roll-off of 4 µm).
/// </remarks>
public static class VirtualProfile
{
    /// <summary>Evaluation length, m.</summary>
    public const double EvaluationLength = 4e-3;

    /// <summary>Run-in and run-out, each, m.</summary>
    public const double RunIn = 0.8e-3;

    /// <summary>Draws the profile; <paramref name="random"/> is the run's <see cref="StreamName.FoilProfile"/>.</summary>
    public static HeightProfile Synthesise(TopographyOptions options, RandomStream random) => Draw(FoilModel.Of(options), random);

    /// <summary>The same for a model that several replicates share.</summary>
    public static HeightProfile Draw(FoilModel model, RandomStream random)
    {
        double step = ProfileSynthesis.StepFor(model.ShortCutoff);
        int count = (int)Math.Ceiling((EvaluationLength + (2 * RunIn)) / step);
        if (model.RootMeanSquare <= 0 && model.Nodules.Coverage <= 0)
        {
            return new(step, new double[count]);
        }

        double[] surface = ProfileSynthesis.Mapped(model, (count * step) + RunIn, random, out _), nodules = NoduleField.Along(model.Nodules, random, count, step);
        return new(step, [.. surface.Zip(nodules, (z, n) => (model.RootMeanSquare * z) + n)]);
    }
}
