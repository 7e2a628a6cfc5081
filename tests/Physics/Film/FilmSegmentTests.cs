using DispersionSim.Process;

namespace DispersionSim.Tests.Physics;

public class FilmSegmentTests
{
    private static readonly CoatingOptions Coating = new() { TargetDryThickness = 10e-6, ExpectedDryFraction = 0.5 };

    [Theory]
    [InlineData(1e-18)]
    [InlineData(100e-18)]
    [InlineData(1e-12)]
    public void Segment_holds_the_slurry_and_is_never_thicker_than_the_layer(double particles)
    {
        var segment = FilmSegment.For(particles, 5 * particles, Coating, null);
        Assert.Equal(1, segment.Width * segment.Width * segment.WetHeight / (5 * particles), 1e-12);
        Assert.Equal(1, particles / 0.5 / (segment.Width * segment.Width * segment.ThicknessScale * 10e-6), 1e-12);
        Assert.InRange(segment.ThicknessScale, 0, 1 + 1e-12);
    }

    [Fact]
    public void Much_material_spans_the_whole_layer() => Assert.Equal(1, FilmSegment.For(1e-12, 5e-12, Coating, null).ThicknessScale, 1e-12);

    // 100 μm³ of primaries fill 200 μm³ of dry layer: 4.47 μm wide it is 10 μm thick, and no narrower may it be.
    [Theory]
    [InlineData(4e-6, 4.472136e-6, 1)]
    [InlineData(4.472136e-6, 4.472136e-6, 1)]
    [InlineData(10e-6, 10e-6, 0.2)]
    public void A_width_is_kept_unless_the_segment_would_be_thicker_than_the_layer(double wanted, double width, double scale)
    {
        var segment = FilmSegment.For(100e-18, 500e-18, Coating, wanted);
        Assert.Equal(width, segment.Width, 1e-12);
        Assert.Equal(scale, segment.ThicknessScale, 1e-6);
    }
}
