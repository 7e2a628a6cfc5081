using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>The noise-free backscatter signal of a section, before the detector: one number a pixel, in units of the backscatter coefficient.</summary>
/// <remarks>
/// In the plane: η of the phase (docs/physics/imaging.md). Behind a pore: η (q + (1 − q) cos θ) e^(−depth/λ), the share of electrons that get out of the pore.
/// Source of η: goldstein-2018 through MaterialCatalog.
/// </remarks>
internal sealed class SectionSignal(FilmGeometry film, SectionFrame frame, ImagingOptions options, GrainContrast grains)
{
    // Deep pores are not black: electrons scattered many times reach the detector.
    private const double PoreFloor = 0.004;

    // Share of a surface's signal that does not depend on its tilt.
    private const double Diffuse = 0.3;

    // How many decay lengths behind the plane are looked at.
    private const double DecayLengths = 3.5;

    private static readonly double[] Backscatter =
    [
        PoreFloor,
        MaterialCatalog.Silicon.Backscatter.Value,
        MaterialCatalog.Silicon.Backscatter.Value,
        MaterialCatalog.ConductiveCarbon.Backscatter.Value,
        MaterialCatalog.Polyimide.Backscatter.Value,
        MaterialCatalog.Copper.Backscatter.Value,
    ];

    private bool SeesBehind => options.Pores == PoreFilling.Empty && options.ShineThrough > 0;

    /// <summary>Signal of every pixel, row by row from the top.</summary>
    public float[] Draw(SectionTruth truth)
    {
        SectionBehind? behind = SeesBehind ? SectionBehind.Of(film, frame, truth, DecayLengths * options.ShineThrough) : null;
        float[] signal = new float[frame.Width * frame.Height];
        for (int row = 0; row < frame.SampleHeight; row++)
        {
            int pixelRow = row / SectionFrame.Samples * frame.Width;
            for (int column = 0; column < frame.SampleWidth; column++)
            {
                int sample = (row * frame.SampleWidth) + column;
                double value = truth.Phase[sample] == VoxelPhase.Pore ? Pore(behind, sample) : InPlane(truth, sample, row, column);
                signal[pixelRow + (column / SectionFrame.Samples)] += (float)(value / (SectionFrame.Samples * SectionFrame.Samples));
            }
        }

        return signal;
    }

    private double InPlane(SectionTruth truth, int sample, int row, int column)
    {
        VoxelPhase phase = truth.Phase[sample];
        double gain = phase switch
        {
            VoxelPhase.Copper => grains.OfCopper(frame.U(column), frame.Z(row)),
            VoxelPhase.Binder => 1,
            _ => grains.OfParticle(truth.Particle[sample]),
        };
        return Backscatter[(int)phase] * gain;
    }

    private double Pore(SectionBehind? behind, int sample)
    {
        if (options.Pores == PoreFilling.Epoxy)
        {
            return MaterialCatalog.Polyimide.Backscatter.Value * 0.75;
        }

        if (behind is null || float.IsPositiveInfinity(behind.Depth[sample]))
        {
            return PoreFloor;
        }

        double escapes = Math.Exp(-behind.Depth[sample] / options.ShineThrough), tilt = Diffuse + ((1 - Diffuse) * behind.Facing[sample]);
        return PoreFloor + (Backscatter[(int)behind.Phase[sample]] * tilt * escapes);
    }
}
