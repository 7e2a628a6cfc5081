using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>From signal to grey: crevices, bright edges, milling streaks, blur, shot noise, brightness and contrast.</summary>
internal sealed class Detector(SectionFrame frame, ImagingOptions options, ulong seed, int section)
{
    // Brightness and contrast are set once for all pictures, so that a grey value means the same everywhere: copper 207, silicon 122, binder 56.
    private const double Black = 18;
    private const double Contrast = 630;

    // Secondary electrons leave a rim of about this width more easily; pores narrower than the second width let less out.
    private const double RimWidth = 18e-9;
    private const double CreviceWidth = 70e-9;
    private const double StreakLength = 2.5e-6;
    private const double ReadNoise = 1.2;
    private const int SectionStreams = 1_100_000_000;

    private readonly int width = frame.Width;

    public byte[] Expose(float[] signal, float[] solid)
    {
        float[] lit = [.. signal];
        DarkenCrevices(lit, solid);
        BrightenEdges(lit, solid);
        Streak(lit, solid);
        float[] seen = GaussianBlur.Of(lit, width, options.Blur / frame.Pixel);
        return Digitise(seen);
    }

    private void DarkenCrevices(float[] lit, float[] solid)
    {
        float[] around = GaussianBlur.Of(solid, width, CreviceWidth / frame.Pixel);
        for (int i = 0; i < lit.Length; i++)
        {
            lit[i] *= 1 - ((1 - solid[i]) * 0.6f * around[i]);
        }
    }

    private void BrightenEdges(float[] lit, float[] solid)
    {
        if (options.EdgeBrightening <= 0)
        {
            return;
        }

        float[] around = GaussianBlur.Of(solid, width, RimWidth / frame.Pixel);
        for (int i = 0; i < lit.Length; i++)
        {
            lit[i] *= 1 + ((float)options.EdgeBrightening * 2 * solid[i] * (1 - around[i]));
        }
    }

    // The beam mills from the top: where it leaves a pore it cuts the solid below unevenly.
    private void Streak(float[] lit, float[] solid)
    {
        if (options.Curtaining <= 0)
        {
            return;
        }

        var random = new RandomStream(seed, StreamName.ImageArtefacts, SectionStreams + section);
        double[] depth = [.. Enumerable.Range(0, width).Select(_ => 0.4 * options.Curtaining * random.NextGaussian())];
        double fades = Math.Exp(-frame.Pixel / StreakLength);
        for (int row = 1; row < frame.Height; row++)
        {
            for (int x = 0; x < width; x++)
            {
                int i = (row * width) + x;
                bool leavesPore = solid[i] > 0.5f && solid[i - width] <= 0.5f;
                depth[x] = (depth[x] * fades) + (leavesPore ? 0.7 * options.Curtaining * random.NextGaussian() : 0);
            }

            for (int x = 0; x < width; x++)
            {
                double smooth = (depth[Math.Max(0, x - 1)] + (2 * depth[x]) + depth[Math.Min(width - 1, x + 1)]) / 4;
                lit[(row * width) + x] *= (float)(1 + smooth);
            }
        }
    }

    // Shot noise is normal for the hundreds of electrons a pixel gets; the read noise of the amplifier is normal too.
    private byte[] Digitise(float[] seen)
    {
        var random = new RandomStream(seed, StreamName.ImageNoise, section);
        double perSignal = options.Electrons / MaterialCatalog.Silicon.Backscatter.Value;
        byte[] grey = new byte[seen.Length];
        for (int i = 0; i < grey.Length; i++)
        {
            double value = Black + (Contrast * seen[i]);
            if (options.Electrons > 0)
            {
                double shot = Contrast * Math.Sqrt(Math.Max(0, seen[i]) / perSignal);
                value += Math.Sqrt((shot * shot) + (ReadNoise * ReadNoise)) * random.NextGaussian();
            }

            grey[i] = (byte)Math.Clamp(Math.Round(value), 0, 255);
        }

        return grey;
    }
}
