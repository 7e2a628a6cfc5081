using DispersionSim.Core;

namespace DispersionSim.Analysis;

/// <summary>What a phase has in each block of a field: voxels, faces, chords; and the intervals that follow.</summary>
public sealed class PhaseBlocks
{
    private const int Voxels = 0, Own = 1, Faces = 2, Chords = 3, Sums = 6;

    private readonly VoxelField field;
    private readonly byte label;
    private readonly BlockSums sums;

    /// <summary>Counts a phase.</summary>
    public PhaseBlocks(VoxelField field, byte label)
    {
        (this.field, this.label) = (field, label);
        var blocks = FieldBlocks.Of(field);
        sums = new(blocks.Count, Sums);
        blocks.Each(Take);
    }

    /// <summary>Interval of the phase's share.</summary>
    public Interval? Fraction => sums.Interval(s => s[Own] / s[Voxels], ErrorScale.LogOdds);

    /// <summary>Internal faces with other labels, over the number of voxels: the interface as counted, which overstates a smooth one by up to a half (a sphere's by exactly that).</summary>
    public double FacesPerVoxel => sums.Total[Faces] / sums.Total[Voxels];

    /// <summary>Interval of <see cref="FacesPerVoxel"/>.</summary>
    public Interval? FacesPerVoxelInterval => sums.Interval(s => s[Faces] / s[Voxels], ErrorScale.Logarithm);

    /// <summary>Mean length of unbroken runs along an axis, those cut by the border included, voxels: unbiased for the phase's surface but for the ends at the border.</summary>
    public double MeanChord(int axis) => sums.Total[Own] / sums.Total[Chords + axis];

    /// <summary>Interval of <see cref="MeanChord"/>.</summary>
    public Interval? MeanChordInterval(int axis) => sums.Interval(s => s[Own] / s[Chords + axis], ErrorScale.Logarithm);

    /// <summary>Longest mean chord over the shortest among the axes, not below 1.</summary>
    public Interval? Anisotropy()
    {
        double[] total = sums.Total;
        int[] axes = [.. field.Axes.OrderBy(a => total[Chords + a])];
        return axes.Length < 2 ? null : sums.Interval(s => s[Chords + axes[^1]] / s[Chords + axes[0]], ErrorScale.Logarithm)?.Within(new(1, double.PositiveInfinity));
    }

    /// <summary>Mean distance along lines from the phase to the phase: what is not of it over the number of chords, over all axes, voxels.</summary>
    public double FreeSpacing => Spacing(sums.Total);

    /// <summary>Interval of <see cref="FreeSpacing"/>.</summary>
    public Interval? FreeSpacingInterval => sums.Interval(Spacing, ErrorScale.Logarithm);

    private double Spacing(double[] s) => field.Axes.Count() * (s[Voxels] - s[Own]) / field.Axes.Sum(a => s[Chords + a]);

    private void Take(int from, int length, int block)
    {
        ReadOnlySpan<byte> labels = field.Labels, here = labels.Slice(from, length);
        double[] own = sums[block];
        own[Voxels] += length;
        own[Own] += here.Count(label);
        for (int axis = 0; axis < 3; axis++)
        {
            // Where the field begins, a chord begins with each voxel of the phase, and no face is counted.
            int stride = field.Stride(axis), first = from / stride % field.Shape[axis] > 0 ? 0 : axis == 2 ? 1 : length;
            int begun = here[..first].Count(label), parted = 0;
            if (first < length)
            {
                ReadOnlySpan<byte> before = labels.Slice(from + first - stride, length - first);
                for (int k = 0; k < before.Length; k++)
                {
                    bool inside = here[k + first] == label, was = before[k] == label;
                    begun += inside && !was ? 1 : 0;
                    parted += inside != was ? 1 : 0;
                }
            }

            own[Chords + axis] += begun;
            own[Faces] += parted;
        }
    }
}
