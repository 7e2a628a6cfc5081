using System.CommandLine;
using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Cli;

/// <summary>Which of the two greys particles have and what their holes are, as said on the command line; asks where a picture does not tell.</summary>
internal sealed class MicrographCut
{
    private const string Fill = "fill";
    private const string Keep = "keep";

    private readonly Option<bool> dark = new("--dark-particles") { Description = "particles are darker than what is round them" };
    private readonly Option<bool> bright = new("--bright-particles") { Description = "particles are brighter than what is round them, which is taken for granted unless they are what surrounds everything else" };
    private readonly Option<string> holes = new("--holes") { Description = "what particles enclose: fill, where it is smaller than they are in the mean, or keep", DefaultValueFactory = _ => Fill };

    public IEnumerable<Option> Options => [dark, bright, holes];

    /// <summary>Options of the cut with what was said.</summary>
    /// <exception cref="InputException">Both greys, or no such way with holes.</exception>
    public MicrographOptions Said(ParseResult parsed, MicrographOptions options)
    {
        if (parsed.GetValue(dark) && parsed.GetValue(bright))
        {
            throw new InputException("--dark-particles and --bright-particles: particles are one or the other");
        }

        string kept = parsed.GetValue(holes)!;
        return kept is Fill or Keep
            ? options with { Dark = parsed.GetValue(dark), FillHoles = kept == Fill }
            : throw new InputException($"--holes {kept}: must be {Fill} or {Keep}");
    }

    /// <summary>A picture cut into particles.</summary>
    /// <param name="parsed">What was said.</param>
    /// <param name="file">The picture's file.</param>
    /// <param name="image">The picture.</param>
    /// <param name="options">How it is cut.</param>
    /// <exception cref="InputException">No particles, or those that were found surround all else and nobody said that they are particles.</exception>
    public Micrograph Of(ParseResult parsed, string file, GreyImage image, MicrographOptions options)
    {
        Micrograph cut = FileFault.Naming(file, () => Micrograph.Of(image, options));
        if (cut.Particles.Count == 0)
        {
            throw new InputException(FormattableString.Invariant($"{file}: nothing that was found is {options.LeastDiameter} pixels wide: check the threshold, whether particles are dark, or --least-diameter"));
        }

        return !cut.Surrounds || parsed.GetValue(dark) || parsed.GetValue(bright)
            ? cut
            : throw new InputException(FormattableString.Invariant($"{file}: are particles bright or dark? what is bright fills {100 * (cut.Fraction - cut.Filled):F0} % of the picture and surrounds the rest, as no particle does: give --dark-particles, or --bright-particles where they are bright all the same"));
    }
}
