using DispersionSim.Analysis;
using DispersionSim.Core;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>Sections of process-null layers as the null of a micrograph: layers of random spheres stand for those of a run.</summary>
public sealed class LayerSectionsTests
{
    private static readonly LayerSections Null = new([.. Enumerable.Range(0, 8).Select(k => MadeSections.Film(MadeSections.Spheres(0, 1), k))], "a-run");

    [Fact]
    public void Section_of_a_layer_like_the_nulls_is_not_called_uneven()
    {
        SectionVerdict verdict = Verdict(MadeSections.Spheres(0, 1));
        Assert.NotEqual("not uniform", verdict.Word);
        Assert.Equal("sections of 8 process-null layers of a-run", verdict.Sections[0].Null);
    }

    [Fact]
    public void Section_of_agglomerated_spheres_is_called_uneven() => Assert.Equal("not uniform", Verdict(MadeSections.Spheres(0.5, 2.5)).Word);

    /// <summary>What the painter paints is what the picture was: its particles have the picture's mean diameter and share, edges and noise included.</summary>
    [Fact]
    public void Null_sections_show_particles_as_the_picture_does()
    {
        Micrograph picture = MadeSections.Cut(MadeSections.Spheres(0, 1), 21);
        IPointNull chance = Null.NullOf(picture, MadeSections.Options);
        PointSample[] drawn = [.. Enumerable.Range(0, 12).Select(k => chance.Draw(new(5, StreamName.MonteCarlo, k)))];
        Assert.Equal(0.2, drawn.Average(d => d.Fraction), 0.02);
        Assert.Equal(picture.Particles.Average(p => p.Diameter), drawn.SelectMany(d => d.Radii).Average() * 2, 0.1 * picture.Particles.Average(p => p.Diameter));
        Assert.Equal(4, picture.Noise, 0.5);
    }

    [Fact]
    public void Picture_of_another_pixel_size_is_refused()
    {
        GreyImage half = MadeSections.Picture(MadeSections.Spheres(0, 1), 5, MadeSections.Radius / 2);
        var cut = Micrograph.Of(half, MadeSections.Options);
        InputException refused = Assert.Throws<InputException>(() => Null.NullOf(cut, MadeSections.Options));
        Assert.Contains("pixel size, size distribution or density do not match", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Picture_larger_than_the_layers_is_refused()
    {
        var cut = Micrograph.Of(MadeSections.Picture(MadeSections.Spheres(0, 1), 5, 2 * MadeSections.Radius), MadeSections.Options);
        Assert.Contains("take a part of it with --crop", Assert.Throws<InputException>(() => Null.NullOf(cut, MadeSections.Options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Seven_layers_are_too_few() => Assert.Contains(
        "at least 8 are needed",
        Assert.Throws<InputException>(() => new LayerSections([.. Enumerable.Repeat(MadeSections.Film(MadeSections.Spheres(0, 1), 0), 7)], "a-run").NullOf(MadeSections.Cut(MadeSections.Spheres(0, 1), 1), MadeSections.Options)).Message,
        StringComparison.Ordinal);

    private static SectionVerdict Verdict(ClusteredSpheres spheres) =>
        SectionVerdict.Of([MadeSections.Cut(spheres, 31)], MadeSections.Options, 119, Null, stop: TestContext.Current.CancellationToken);
}
