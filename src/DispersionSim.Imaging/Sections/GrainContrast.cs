using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>Channelling contrast: the signal of a crystal depends a little on its orientation, so that the grains of copper differ and particles too.</summary>
/// <remarks>Copper grains are the Voronoi cells of one seeded point in each square of a grid; gains are normal about 1.</remarks>
internal sealed class GrainContrast
{
    // Typical of electrolytic foil. Particles are ground crystals with less to channel in, hence half the spread.
    private const double GrainSize = 0.7e-6;
    private const double ParticleShare = 0.5;

    // Streams of sections begin far above any particle's number.
    private const int SectionStreams = 1_000_000_000;

    private readonly int countU;
    private readonly int countZ;
    private readonly double bottom;
    private readonly (double U, double Z, double Gain)[] grains;
    private readonly double[] particles;

    public GrainContrast(FilmGeometry film, SectionFrame frame, double spread, ulong seed, int section)
    {
        bottom = frame.Top - (frame.Height * frame.Pixel);
        countU = (int)Math.Ceiling(frame.Width * frame.Pixel / GrainSize);
        countZ = (int)Math.Ceiling(frame.Height * frame.Pixel / GrainSize);
        var random = new RandomStream(seed, StreamName.ImageArtefacts, SectionStreams + section);
        grains = [.. Enumerable.Range(0, countU * countZ).Select(k => ((k % countU) + random.NextDouble(), (k / countU) + random.NextDouble(), 1 + (spread * random.NextGaussian())))];
        particles = [.. film.State.Particles.PrimaryId.Select(id => 1 + (ParticleShare * spread * new RandomStream(seed, StreamName.ImageArtefacts, id).NextGaussian()))];
    }

    public double OfParticle(int particle) => particles[particle];

    public double OfCopper(double u, double z)
    {
        double s = u / GrainSize, t = (z - bottom) / GrainSize, nearest = double.PositiveInfinity, gain = 1;
        for (int j = Math.Max(0, (int)t - 1); j <= Math.Min(countZ - 1, (int)t + 1); j++)
        {
            for (int i = Math.Max(0, (int)s - 1); i <= Math.Min(countU - 1, (int)s + 1); i++)
            {
                (double gu, double gz, double g) = grains[(j * countU) + i];
                double distance = ((gu - s) * (gu - s)) + ((gz - t) * (gz - t));
                (nearest, gain) = distance < nearest ? (distance, g) : (nearest, gain);
            }
        }

        return gain;
    }
}
