using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>Labels of a section's pixels, from the samples inside each.</summary>
internal sealed class SectionMasks
{
    private SectionMasks(int pixels, int rowsBelow, int width)
    {
        int all = pixels + (rowsBelow * width);
        (Phase, Particle, Agglomerate, Solid) = (new byte[all], new ushort[all], new ushort[all], new float[pixels]);
    }

    /// <summary>Phase with most samples; a tie goes to the binder, whose films are thinner than a pixel, else to the higher number.</summary>
    public byte[] Phase { get; }

    /// <summary>Primary id where the phase is a particle's.</summary>
    public ushort[] Particle { get; }

    /// <summary>Agglomerate id of that particle.</summary>
    public ushort[] Agglomerate { get; }

    /// <summary>Share of solid in each pixel of the image.</summary>
    public float[] Solid { get; }

    public static SectionMasks Of(SectionTruth truth, SectionFrame frame, ParticleSet particles, int databarRows)
    {
        var masks = new SectionMasks(frame.Width * frame.Height, databarRows, frame.Width);
        int[] samples = new int[SectionFrame.Samples * SectionFrame.Samples];
        for (int y = 0; y < frame.Height; y++)
        {
            for (int x = 0; x < frame.Width; x++)
            {
                Gather(frame, x, y, samples);
                masks.Label((y * frame.Width) + x, samples, truth, particles);
            }
        }

        return masks;
    }

    /// <summary>An id as 16 bits hold it: 65 535 ids, then from 1 again; 0 stays 0.</summary>
    public static ushort Narrow(int id) => (ushort)(id <= 0 ? 0 : ((id - 1) % ushort.MaxValue) + 1);

    private static void Gather(SectionFrame frame, int x, int y, int[] samples)
    {
        int start = (y * SectionFrame.Samples * frame.SampleWidth) + (x * SectionFrame.Samples);
        for (int k = 0; k < samples.Length; k++)
        {
            samples[k] = start + (k / SectionFrame.Samples * frame.SampleWidth) + (k % SectionFrame.Samples);
        }
    }

    private void Label(int pixel, int[] samples, SectionTruth truth, ParticleSet particles)
    {
        Span<int> votes = stackalloc int[6];
        foreach (int sample in samples)
        {
            votes[(int)truth.Phase[sample]]++;
        }

        Solid[pixel] = 1 - ((float)votes[0] / samples.Length);
        int best = (int)VoxelPhase.Binder;
        for (int phase = votes.Length - 1; phase >= 0; phase--)
        {
            best = votes[phase] > votes[best] ? phase : best;
        }

        Phase[pixel] = (byte)best;
        int particle = MostFrequent(samples, truth, (VoxelPhase)best);
        if (particle >= 0)
        {
            (Particle[pixel], Agglomerate[pixel]) = (Narrow(particles.PrimaryId[particle]), Narrow(particles.AgglomerateId[particle]));
        }
    }

    private static int MostFrequent(int[] samples, SectionTruth truth, VoxelPhase phase)
    {
        int best = -1, bestVotes = 0;
        if (phase is VoxelPhase.Pore or VoxelPhase.Binder or VoxelPhase.Copper)
        {
            return best;
        }

        foreach (int sample in samples)
        {
            int particle = truth.Phase[sample] == phase ? truth.Particle[sample] : -1, votes = 0;
            for (int k = 0; k < samples.Length && particle >= 0; k++)
            {
                votes += truth.Particle[samples[k]] == particle ? 1 : 0;
            }

            (best, bestVotes) = votes > bestVotes ? (particle, votes) : (best, bestVotes);
            if (2 * bestVotes > samples.Length)
            {
                break;
            }
        }

        return best;
    }
}
