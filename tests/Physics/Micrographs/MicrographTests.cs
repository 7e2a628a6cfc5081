using DispersionSim.Analysis;
using DispersionSim.Core;
using DispersionSim.IO;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>Pictures whose particles are known, with the faults of real ones, and real ones.</summary>
public sealed class MicrographTests
{
    private const double Pixel = 1e-8;

    /// <summary>Discs of known places, drawn with blur, noise, uneven light and stripes: all are found, with their diameters.</summary>
    [Theory]
    [InlineData(0, 0, 0, false)]
    [InlineData(25, 0, 0, false)]
    [InlineData(25, 60, 0, true)]
    [InlineData(25, 60, 20, true)]
    public void Discs_are_found_with_their_diameters_whatever_the_light_does(double noise, double gradient, double stripes, bool corrected)
    {
        (GreyImage image, (double X, double Y, double R)[] discs) = Discs(400, 12, 60, noise, gradient, stripes);
        var found = Micrograph.Of(image, Options() with { FlatField = corrected ? 60 * Pixel : null, Curtaining = stripes > 0 });
        Assert.Equal(discs.Length, found.Particles.Count);
        double truth = discs.Sum(d => Math.PI * d.R * d.R) / (400.0 * 400);
        Assert.Equal(truth, found.Fraction, 0.06 * truth);
        foreach ((double x, double y, double r) in discs)
        {
            FoundParticle nearest = found.Particles.MinBy(p => Math.Pow((p.Centre.X / Pixel) - x, 2) + Math.Pow((p.Centre.Y / Pixel) - y, 2))!;
            Assert.Equal(2 * r * Pixel, nearest.Diameter, 1.5 * Pixel);
            Assert.True(Math.Pow((nearest.Centre.X / Pixel) - x, 2) + Math.Pow((nearest.Centre.Y / Pixel) - y, 2) < 1, "a centre is off by a pixel");
        }
    }

    [Fact]
    public void Two_discs_that_touch_are_parted_and_one_disc_is_not()
    {
        GreyImage pair = Draw(120, [(45, 60, 16), (74, 60, 16), (60, 20, 9)]);
        Assert.Equal(3, Micrograph.Of(pair, Options()).Particles.Count);
        Assert.Equal(2, Micrograph.Of(pair, Options() with { Split = 0 }).Particles.Count);
    }

    /// <summary>Pictures of one to sixteen pixels a side, of one grey, two, or any: each is measured, or refused in one line.</summary>
    [Fact]
    public void No_tiny_picture_is_too_small_for_an_answer()
    {
        var random = new RandomStream(9, StreamName.MonteCarlo);
        int refused = 0;
        foreach ((int width, int height) in new[] { (1, 1), (2, 1), (1, 100), (100, 1), (3, 3), (8, 8), (16, 16), (300, 16) })
        {
            float[][] kinds =
            [
                [.. Enumerable.Repeat(0f, width * height)], [.. Enumerable.Repeat(255f, width * height)], [.. Enumerable.Range(0, width * height).Select(k => k == 0 ? 1f : 0)],
                [.. Enumerable.Range(0, width * height).Select(k => k % width < width / 2 ? 200f : 50)], [.. Enumerable.Range(0, width * height).Select(_ => random.NextDouble() < 0.3 ? 200f : 50)], [.. Enumerable.Range(0, width * height).Select(_ => (float)random.NextInt(256))],
            ];
            foreach (float[] values in kinds)
            {
                foreach (MicrographOptions how in new[] { Options(), Options() with { Dark = true }, Options() with { LeastDiameter = 1 }, Options() with { Labels = [200] } })
                {
                    try
                    {
                        var found = Micrograph.Of(new(width, height, values, null), how);
                        Assert.True(found.Cautions.All(c => c.Length > 0) && MicrographStudy.Of([found], how, 19, stop: TestContext.Current.CancellationToken).Measured.Count > 0);
                    }
                    catch (InputException e)
                    {
                        Assert.DoesNotContain('\n', e.Message);
                        refused++;
                    }
                }
            }
        }

        Assert.InRange(refused, 100, 191);
    }

    /// <summary>Of a positive and a negative one is plain: where bright is what surrounds, the picture does not say that it is particles.</summary>
    [Theory]
    [InlineData(0.05)]
    [InlineData(0.2)]
    [InlineData(0.4)]
    public void What_surrounds_everything_else_is_told_from_particles(double fraction)
    {
        var random = new RandomStream(8, StreamName.MonteCarlo);
        (double, double, double)[] discs = [.. Enumerable.Range(0, (int)(-Math.Log(1 - fraction) * 300 * 300 / (Math.PI * 64))).Select(_ => (300 * random.NextDouble(), 300 * random.NextDouble(), 8.0))];
        GreyImage image = Draw(300, discs), negative = image with { Values = [.. image.Values.Select(v => 255 - v)] };
        Assert.False(Micrograph.Of(image, Options()).Surrounds);
        Assert.True(Micrograph.Of(negative, Options()).Surrounds);
        Assert.False(Micrograph.Of(negative, Options() with { Dark = true }).Surrounds);
    }

    /// <summary>Rings of radii 6 and 12 pixels, whose pixels are counted: filled they are discs, kept they are rings.</summary>
    [Fact]
    public void Holes_are_filled_or_kept_as_asked()
    {
        double[] from = [.. Enumerable.Range(0, 300 * 300).Select(i => Math.Sqrt(Math.Pow((i % 300 % 60) - 29.5, 2) + Math.Pow((i / 300 % 60) - 29.5, 2)))];
        GreyImage image = new(300, 300, [.. from.Select(r => r is > 6 and <= 12 ? 180f : 60)], null);
        var filled = Micrograph.Of(image, Options());
        var kept = Micrograph.Of(image, Options() with { FillHoles = false });
        Assert.Equal(from.Average(r => r <= 12 ? 1.0 : 0), filled.Fraction, 1e-12);
        Assert.Equal(from.Average(r => r <= 6 ? 1.0 : 0), filled.Filled, 1e-12);
        Assert.Equal(from.Average(r => r is > 6 and <= 12 ? 1.0 : 0), kept.Fraction, 1e-12);
        Assert.Equal(0, kept.Filled);
    }

    [Fact]
    public void Noisy_slice_of_round_dark_inclusions_does_not_say_that_bright_is_particle() =>
        Assert.True(Micrograph.Of(MicrographTiffReader.Read(SharedImage("samba_2_phase.tif")), Options()).Surrounds);

    [Fact]
    public void Dark_particles_are_found_as_bright_ones_are()
    {
        (GreyImage image, (double X, double Y, double R)[] discs) = Discs(300, 10, 30, 20, 0, 0);
        GreyImage negative = image with { Values = [.. image.Values.Select(v => 255 - v)] };
        Assert.Equal(discs.Length, Micrograph.Of(negative, Options() with { Dark = true }).Particles.Count);
    }

    /// <summary>Equal spheres cut at random: circles are smaller than the spheres by π/4 in the mean, and Saltykov's inversion gives the spheres back.</summary>
    [Fact]
    public void Diameter_of_spheres_comes_back_from_their_sections()
    {
        var random = new RandomStream(3, StreamName.MonteCarlo);
        double[] circles = [.. Enumerable.Range(0, 4000).Select(_ => 1e-6 * Math.Sqrt(1 - Math.Pow(random.NextDouble(), 2)))];
        Assert.Equal(Math.PI / 4 * 1e-6, circles.Average(), 1e-8);
        (double Radius, double PerVolume)[] spheres = SectionRadii.Spheres(circles, 1e-6);
        Assert.Equal(1e-6, spheres.Sum(s => s.Radius * s.PerVolume) / spheres.Sum(s => s.PerVolume), 0.06e-6);
    }

    /// <summary>Three greys of known values: Otsu's levels lie between them.</summary>
    [Fact]
    public void Threshold_lies_between_the_classes()
    {
        var random = new RandomStream(5, StreamName.MonteCarlo);
        float[] values = [.. Enumerable.Range(0, 30_000).Select(k => (float)(new[] { 40, 110, 200 }[k % 3] + (8 * random.NextGaussian())))];
        var otsu = GreyThreshold.Otsu(values, 3);
        Assert.InRange(otsu.Levels[0], 60, 90);
        Assert.InRange(otsu.Levels[1], 135, 175);
        Assert.Equal(110, otsu.Means[1], 0.5);
        Assert.Equal(8, GreyFilters.Noise(new(200, 150, [.. Enumerable.Range(0, 30_000).Select(_ => (float)(8 * random.NextGaussian()))], null)), 0.3);
    }

    /// <summary>Particles that overlap the edges: counted by two edges of four, their number an area is that of all.</summary>
    [Fact]
    public void Particles_at_the_edges_are_counted_without_bias()
    {
        double found = 0;
        for (int k = 0; k < 20; k++)
        {
            var random = new RandomStream(20 + (ulong)k, StreamName.MonteCarlo);
            (double, double, double)[] discs = [.. Enumerable.Range(0, 40).Select(i => ((i % 8 * 64) - 32 + (40 * random.NextDouble()), (i / 8 * 96) - 48 + (60 * random.NextDouble()), 14.0))];
            found += Micrograph.Of(Draw(384, discs), Options()).Particles.Count(p => p.IsCounted);
        }

        Assert.Equal(384.0 * 384 / (64 * 96), found / 20, 1.2);
    }

    [Theory]
    [InlineData(85, 383203)]
    [InlineData(170, 526352)]
    [InlineData(255, 7949)]
    public void Labels_of_a_segmented_micrograph_are_counted_exactly(byte label, int pixels)
    {
        GreyImage image = MicrographTiffReader.Read(SharedImage("imagerep_default.tiff"));
        Assert.Equal((1024, 896), (image.Width, image.Height));
        Assert.Equal(pixels, image.Values.Count(v => v == label));
        Assert.Equal(pixels / (1024.0 * 896), Micrograph.Of(image, Options() with { Labels = [label] }).Fraction, 1e-12);
    }

    [Fact]
    public void Round_inclusions_of_a_noisy_slice_are_found()
    {
        GreyImage image = MicrographTiffReader.Read(SharedImage("samba_2_phase.tif"));
        var found = Micrograph.Of(image, Options() with { Dark = true, FlatField = 100 * Pixel, LeastDiameter = 12 });
        Assert.InRange(found.Particles.Count, 60, 95);
        Assert.InRange(found.Fraction, 0.08, 0.22);
    }

    /// <summary>Grains of noise lie near the threshold, particles do not: a clean picture is not spoken of, nor are its small particles.</summary>
    [Fact]
    public void Particles_that_noise_made_are_told_of_and_clean_ones_are_not()
    {
        (GreyImage clean, (double X, double Y, double R)[] discs) = Discs(400, 12, 60, 8, 0, 0);
        Assert.Empty(Micrograph.Of(clean, Options()).Cautions);
        (GreyImage noisy, _) = Discs(400, 12, 60, 60, 0, 0);
        var found = Micrograph.Of(noisy, Options() with { Median = 1, LeastDiameter = 2 });
        int grains = found.Particles.Count - discs.Length;
        Assert.True(grains > discs.Length, "the picture was meant to have many grains of noise");
        string told = Assert.Single(found.Cautions, c => c.Contains("grains of noise", StringComparison.Ordinal));
        Assert.InRange(int.Parse(told.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture), 0.9 * grains, 1.02 * grains);
    }

    [Fact]
    public void Dark_particles_taken_for_holes_of_a_bright_one_are_told_of()
    {
        (GreyImage image, (double X, double Y, double R)[] discs) = Discs(300, 10, 30, 8, 0, 0);
        var wrong = Micrograph.Of(image with { Values = [.. image.Values.Select(v => 255 - v)] }, Options());
        Assert.Equal(discs.Sum(d => Math.PI * d.R * d.R) / (300.0 * 300), wrong.Filled, 0.01);
        Assert.Contains(wrong.Cautions, c => c.Contains("--dark-particles", StringComparison.Ordinal));
    }

    private static MicrographOptions Options() => new() { PixelSize = Pixel, Threads = 2 };

    private static string SharedImage(string name)
    {
        string file = AnalysisFolder.File("..", "..", "data", "images", name);
        Assert.SkipUnless(File.Exists(file), $"shared/data/images/{name} is not here");
        return file;
    }

    /// <summary>Discs that do not touch, in a picture with faults.</summary>
    private static (GreyImage Image, (double X, double Y, double R)[] Discs) Discs(int side, double radius, int count, double noise, double gradient, double stripes)
    {
        var random = new RandomStream(9, StreamName.MonteCarlo);
        var discs = new List<(double X, double Y, double R)>();
        while (discs.Count < count)
        {
            double r = radius * (0.6 + (0.8 * random.NextDouble())), x = r + 4 + (random.NextDouble() * (side - (2 * r) - 8)), y = r + 4 + (random.NextDouble() * (side - (2 * r) - 8));
            if (discs.All(d => Math.Sqrt(Math.Pow(d.X - x, 2) + Math.Pow(d.Y - y, 2)) > d.R + r + 5))
            {
                discs.Add((x, y, r));
            }
        }

        GreyImage image = Draw(side, [.. discs]);
        double[] columns = [.. Enumerable.Range(0, side).Select(_ => stripes * random.NextGaussian())];
        return (image with { Values = [.. image.Values.Select((v, i) => (float)(v + (gradient * (((i / side) + (i % side)) / (double)side)) + columns[i % side] + (noise * random.NextGaussian())))] }, [.. discs]);
    }

    private static GreyImage Draw(int side, (double X, double Y, double R)[] discs)
    {
        var values = new float[side * side];
        for (int i = 0; i < values.Length; i++)
        {
            (double x, double y) = ((i % side) + 0.5, (i / side) + 0.5);
            double inside = discs.Max(d => d.R - Math.Sqrt(Math.Pow(d.X - x, 2) + Math.Pow(d.Y - y, 2)));
            values[i] = (float)(60 + (120 / (1 + Math.Exp(-2 * inside))));
        }

        return new(side, side, values, null);
    }
}
