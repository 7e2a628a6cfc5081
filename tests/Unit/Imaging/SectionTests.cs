using DispersionSim.Core;
using DispersionSim.Imaging;
using SkiaSharp;
using Xunit;

namespace DispersionSim.Tests.Unit;

public class SectionTests
{
    private const double Radius = 300e-9;

    private static readonly ImagingOptions Quiet = new() { Sections = 8, Normal = SectionNormal.Y, Electrons = 0, Curtaining = 0, Channelling = 0, Blur = 0, EdgeBrightening = 0, ShineThrough = 0 };

    private static readonly Lazy<ElectrodeState> Packed = new(() => SyntheticFilm.Make(2e-6, 2e-6, 0.2e-6, 0.5));

    [Fact]
    public void A_sphere_is_cut_in_a_disc_of_the_right_area_at_every_place()
    {
        ElectrodeState film = Pair(ringShare: 0, film: 0, second: false);
        foreach (SectionImage section in SectionRenderer.Render(film, Quiet, 3, 1))
        {
            double offset = section.Position - 1e-6, area = Math.PI * Math.Max(0, (Radius * Radius) - (offset * offset));
            double found = PngReading.Of(section.Phase.Bytes).Grey.Count(g => g == 1) * section.PixelSize * section.PixelSize;

            // A pixel on the rim is in or out by majority: the error is a small part of the rim's pixels.
            Assert.Equal(area, found, 0.02 * Math.PI * Radius * Radius);
        }
    }

    [Theory]
    [InlineData(0.4)]
    [InlineData(0.6)]
    public void Sections_through_a_ring_of_binder_add_up_to_its_volume(double share)
    {
        ElectrodeState film = Pair(share, film: 0, second: true);
        ImagingOptions many = Quiet with { Sections = 48, PixelSize = 5e-9 };
        double volume = SectionRenderer.Render(film, many, 5, 2).Sum(s => PngReading.Of(s.Phase.Bytes).Grey.Count(g => g == 4) * s.PixelSize * s.PixelSize) * 2e-6 / 48;

        // Cavalieri's rule with planes 42 nm apart over a ring 240 nm and more wide: some percent.
        Assert.Equal(1, volume / film.Binder!.TotalVolume, 0.06);
    }

    [Fact]
    public void A_film_of_binder_thinner_than_two_pixels_is_seen_around_its_particle()
    {
        ElectrodeState film = Pair(ringShare: 0, film: 0.18, second: false);
        SectionImage middle = SectionRenderer.Render(film, Quiet, 3, 1).MinBy(s => Math.Abs(s.Position - 1e-6))!;
        double thickness = BinderLayout.FilmThickness(film.Binder!.FilmVolume[0], Radius), offset = middle.Position - 1e-6;
        double inner = (Radius * Radius) - (offset * offset), outer = ((Radius + thickness) * (Radius + thickness)) - (offset * offset);
        double found = PngReading.Of(middle.Phase.Bytes).Grey.Count(g => g == 4) * middle.PixelSize * middle.PixelSize;

        // 17 nm at 10 nm a pixel: the label of a pixel is the majority inside it.
        Assert.Equal(1, found / (Math.PI * (outer - inner)), 0.15);
    }

    [Fact]
    public void Image_and_masks_have_one_size_and_the_databar_is_blank_in_the_masks()
    {
        foreach (SectionImage section in SectionRenderer.Render(Packed.Value, new(), 3, 1))
        {
            PngReading[] all = [.. section.Pictures.Select(p => PngReading.Of(p.Bytes))];
            Assert.All(all, p => Assert.Equal((section.Width, section.Height), (p.Width, p.Height)));
            Assert.Equal([8, 8, 16, 16], all.Select(p => p.Bits));
            Assert.Equal(2e-6, section.Width * section.PixelSize, 1e-12);
            Assert.All(all[1..], mask => Assert.All(mask.Grey[^(section.DatabarRows * section.Width)..], g => Assert.Equal(0, g)));
            Assert.Equal(Math.Round(1 / section.PixelSize), all[0].PixelsPerMetre);
        }
    }

    [Fact]
    public void Ids_stand_where_the_phase_is_a_particle_and_nowhere_else()
    {
        SectionImage section = SectionRenderer.Render(Packed.Value, new(), 3, 1)[0];
        PngReading phase = PngReading.Of(section.Phase.Bytes), particle = PngReading.Of(section.Particle.Bytes), agglomerate = PngReading.Of(section.Agglomerate.Bytes);
        ParticleSet particles = Packed.Value.Particles;
        for (int i = 0; i < phase.Grey.Length; i++)
        {
            bool solid = phase.Grey[i] is 1 or 2 or 3;
            Assert.Equal(solid, particle.Grey[i] > 0);
            if (solid)
            {
                int index = Array.IndexOf(particles.PrimaryId, particle.Grey[i]);
                Assert.Equal((int)particles.Kind[index], phase.Grey[i]);
                Assert.Equal(particles.AgglomerateId[index], agglomerate.Grey[i]);
            }
        }
    }

    [Theory]
    [InlineData(ParticleKind.Silicon)]
    [InlineData(ParticleKind.SiliconAlloy)]
    public void The_phase_mask_bears_the_number_of_the_particles_kind(ParticleKind active)
    {
        ElectrodeState made = Packed.Value;
        ParticleSet particles = made.Particles with { Kind = [.. made.Particles.Kind.Select(k => k == ParticleKind.Silicon ? active : k)] };
        var seen = new HashSet<int>();
        foreach (SectionImage section in SectionRenderer.Render(made with { Particles = particles }, Quiet, 3, 1))
        {
            int[] phase = PngReading.Of(section.Phase.Bytes).Grey, id = PngReading.Of(section.Particle.Bytes).Grey;
            Assert.All(Enumerable.Range(0, id.Length).Where(k => id[k] > 0), k => Assert.Equal((int)particles.Kind[Array.IndexOf(particles.PrimaryId, id[k])], phase[k]));
            seen.UnionWith(phase);
        }

        Assert.Equal([0, (int)active, 3, 4, 5], seen.Order());
    }

    [Fact]
    public void Masks_lie_on_the_image_pixel_by_pixel()
    {
        SectionImage section = SectionRenderer.Render(Packed.Value, Quiet with { Sections = 1 }, 3, 1)[0];
        PngReading image = PngReading.Of(section.Image.Bytes), phase = PngReading.Of(section.Phase.Bytes);
        int rows = section.Height - section.DatabarRows, wrong = 0, inside = 0;
        for (int y = 1; y < rows - 1; y++)
        {
            for (int x = 1; x < section.Width - 1; x++)
            {
                bool pure = (from dy in Around from dx in Around select phase[x + dx, y + dy]).Distinct().Count() == 1;
                int expected = phase[x, y] switch { 1 => 122, 3 or 4 => 56, 5 => 207, _ => -1 };
                inside += pure && expected > 0 ? 1 : 0;
                wrong += pure && expected > 0 && Math.Abs(image[x, y] - expected) > 2 ? 1 : 0;
            }
        }

        // Without noise a pixel amid its own phase shows 18 + 630 η; films inside a pixel called silicon may shade a few.
        Assert.True(inside > 10_000 && wrong < 0.005 * inside, $"{wrong} of {inside} pixels do not match their phase");
    }

    [Fact]
    public void Sixteen_bit_masks_keep_ids_beyond_a_byte()
    {
        ElectrodeState film = Pair(ringShare: 0, film: 0, second: false);
        film = film with { Particles = film.Particles with { PrimaryId = [40_001], AgglomerateId = [65_535] } };
        SectionImage section = SectionRenderer.Render(film, Quiet, 3, 1).MinBy(s => Math.Abs(s.Position - 1e-6))!;
        Assert.Equal([0, 40_001], PngReading.Of(section.Particle.Bytes).Grey.Distinct().Order());
        Assert.Equal([0, 65_535], PngReading.Of(section.Agglomerate.Bytes).Grey.Distinct().Order());
    }

    [Fact]
    public void Another_program_reads_the_image_alike()
    {
        SectionImage section = SectionRenderer.Render(Packed.Value, new() { Sections = 1 }, 3, 1)[0];
        PngReading own = PngReading.Of(section.Image.Bytes);
        using SKBitmap skia = SKBitmap.Decode(section.Image.Bytes);
        Assert.Equal((own.Width, own.Height), (skia.Width, skia.Height));
        Assert.Equal(own.Grey, skia.Pixels.Select(p => (int)p.Red));
        using SKBitmap mask = SKBitmap.Decode(section.Particle.Bytes);
        Assert.Equal(own.Width, mask.Width);
    }

    [Fact]
    public void Letters_are_drawn_in_the_databar()
    {
        SectionImage section = SectionRenderer.Render(Packed.Value, Quiet with { Sections = 1, PixelSize = 4e-9 }, 3, 1)[0];
        PngReading image = PngReading.Of(section.Image.Bytes);
        int first = section.Height - section.DatabarRows, right = 0, greys = 0;
        for (int y = first; y < section.Height; y++)
        {
            for (int x = section.Width / 2; x < section.Width; x++)
            {
                right += image[x, y] > 200 ? 1 : 0;
                greys += image[x, y] is > 20 and < 235 ? 1 : 0;
            }
        }

        // Four lines of a dozen letters: strokes cover some percent of the right half, and their edges are smooth.
        Assert.InRange(right / (double)(section.DatabarRows * section.Width / 2), 0.02, 0.4);
        Assert.True(greys > 200, "smooth edges of letters");
    }

    [Fact]
    public void The_scale_bar_is_as_long_as_it_says()
    {
        SectionImage section = SectionRenderer.Render(Packed.Value, Quiet with { Sections = 1, PixelSize = 4e-9 }, 3, 1)[0];
        PngReading image = PngReading.Of(section.Image.Bytes);
        int longest = 0;
        for (int y = section.Height - section.DatabarRows; y < section.Height; y++)
        {
            int run = 0;
            for (int x = 0; x < section.Width; x++)
            {
                run = image[x, y] > 127 ? run + 1 : 0;
                longest = Math.Max(longest, run);
            }
        }

        // The field is 2 µm wide; the largest 1-2-5 length below 24 % of it is 200 nm.
        Assert.Equal(200e-9, longest * section.PixelSize, 1.5 * section.PixelSize);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_does_not()
    {
        byte[][] Bytes(ulong seed, int threads) => [.. SectionRenderer.Render(Packed.Value, new(), seed, threads).SelectMany(s => s.Pictures).Select(p => p.Bytes)];
        byte[][] first = Bytes(3, 1);
        Assert.Equal(first, Bytes(3, 4));
        Assert.NotEqual(first[0], Bytes(4, 1)[0]);
    }

    [Fact]
    public void Shot_noise_falls_with_the_root_of_the_electrons()
    {
        double Spread(double electrons)
        {
            SectionImage section = SectionRenderer.Render(Packed.Value, Quiet with { Sections = 1, Electrons = electrons }, 3, 1)[0];
            PngReading image = PngReading.Of(section.Image.Bytes), phase = PngReading.Of(section.Phase.Bytes);
            double[] copper = [.. Enumerable.Range(0, phase.Grey.Length).Where(i => phase.Grey[i] == 5 && i / phase.Width > 10 && phase.Grey[i - (5 * phase.Width)] == 5).Select(i => (double)image.Grey[i])];
            double mean = copper.Average();
            return Math.Sqrt(copper.Average(g => (g - mean) * (g - mean)));
        }

        // σ = 630 √(η η_Si / N) in grey levels besides read noise 1.2 and rounding 0.29; η 0.30 and 0.165.
        foreach (double n in new[] { 300.0, 2700.0 })
        {
            double expected = Math.Sqrt((630 * 630 * 0.30 * 0.165 / n) + (1.2 * 1.2) + (1 / 12.0));
            Assert.Equal(1, Spread(n) / expected, 0.04);
        }
    }

    [Fact]
    public void Epoxy_hides_what_lies_behind_and_an_open_pore_shows_it()
    {
        int Greys(ImagingOptions options)
        {
            SectionImage section = SectionRenderer.Render(Packed.Value, options, 3, 1)[0];
            PngReading image = PngReading.Of(section.Image.Bytes), phase = PngReading.Of(section.Phase.Bytes);
            int[] pores = [.. Enumerable.Range(0, (section.Height - section.DatabarRows) * section.Width).Where(i => phase.Grey[i] == 0).Select(i => image.Grey[i])];
            return pores.Distinct().Count();
        }

        Assert.True(Greys(Quiet with { Sections = 1, ShineThrough = 0.5e-6 }) > 50, "particles behind are shaded");
        Assert.True(Greys(Quiet with { Sections = 1, Pores = PoreFilling.Epoxy, ShineThrough = 0.5e-6 }) < 50, "resin is even");
    }

    [Fact]
    public void A_pixel_too_small_for_the_field_is_refused()
    {
        Assert.Contains("images.pixel_size", Assert.Throws<InputException>(() => SectionRenderer.Render(Packed.Value, new() { PixelSize = 0.1e-9 }, 3, 1)).Message, StringComparison.Ordinal);
    }

    private static readonly int[] Around = [-1, 0, 1];

    // One sphere at the middle of the cell, or two that touch there side by side along x.
    private static ElectrodeState Pair(double ringShare, double film, bool second)
    {
        Vector3d middle = new(1e-6, 1e-6, 1e-6), half = new(Radius, 0, 0);
        Vector3d[] position = second ? [middle - half, middle + half] : [middle];
        double ring = Math.PI * Math.Pow(ringShare * Radius, 4) / (2 * Radius), sphere = 4.0 / 3.0 * Math.PI * Radius * Radius * Radius;
        return new()
        {
            Phase = StructurePhase.DryFilm,
            Domain = Domain.Film(2e-6, 2e-6, 2e-6),
            FilmTop = 2e-6,
            Particles = new()
            {
                Position = position,
                Radius = [.. position.Select(_ => Radius)],
                Kind = [.. position.Select(_ => ParticleKind.Silicon)],
                PrimaryId = [.. position.Select((_, i) => i + 1)],
                AgglomerateId = [.. position.Select(_ => 0)],
            },
            Binder = new() { FilmVolume = [.. position.Select(_ => film * sphere)], Rings = second ? [new(0, 1, ring)] : [] },
        };
    }
}
