using DispersionSim.Core;
using DispersionSim.Imaging;
using Xunit;

namespace DispersionSim.Tests.Physics;

public class VoxelVolumeTests
{
    // The requirement is 1 %; a body alone on the grid has no excuse and gets 0.1 %.
    private const double Alone = 1e-3;
    private const double Ledger = 1e-2;

    [Theory]
    [InlineData(250e-9, 40e-9)]
    [InlineData(250e-9, 25e-9)]
    [InlineData(45e-9, 40e-9)]
    [InlineData(15e-9, 40e-9)]
    public void A_sphere_keeps_its_volume_on_any_grid(double radius, double voxel)
    {
        ElectrodeState film = SmallFilm.Of([(new(1.013e-6, 0.977e-6, 1.021e-6), radius)]);
        VoxelVolume volume = Voxeliser.Voxelise(film, voxel, 1);
        Assert.Equal(1, volume.VolumeOf(VoxelPhase.Silicon) / (4.0 / 3.0 * Math.PI * radius * radius * radius), Alone);
    }

    [Fact]
    public void A_sphere_lies_where_its_centre_is()
    {
        var centre = new Vector3d(1.013e-6, 0.977e-6, 1.021e-6);
        VoxelVolume volume = Voxeliser.Voxelise(SmallFilm.Of([(centre, 250e-9)]), 40e-9, 1);
        Vector3d sum = Vector3d.Zero, squares = Vector3d.Zero;
        double weight = 0;
        foreach ((Vector3d place, int voxel) in SmallFilm.Places(volume))
        {
            double share = volume.Fraction[(int)VoxelPhase.Silicon][voxel];
            Vector3d d = place - centre;
            sum += d * share;
            squares += new Vector3d(d.X * d.X, d.Y * d.Y, d.Z * d.Z) * share;
            weight += share;
        }

        // The mean of x² over a ball is R²/5; cubes add h²/12, far less than the tolerance.
        Assert.True((sum / weight).Length < 1e-9, $"centre is off by {(sum / weight).Length:E2} m");
        Assert.Equal(1, squares.X / weight / (250e-9 * 250e-9 / 5), 0.02);
        Assert.Equal(1, squares.Z / weight / (250e-9 * 250e-9 / 5), 0.02);
    }

    [Fact]
    public void A_sphere_across_the_border_of_the_cell_is_neither_cut_nor_doubled()
    {
        ElectrodeState film = SmallFilm.Of([(new(1.99e-6, 0.02e-6, 1e-6), 250e-9)]);
        VoxelVolume volume = Voxeliser.Voxelise(film, 40e-9, 1);
        Assert.Equal(1, volume.VolumeOf(VoxelPhase.Silicon) / film.Particles.TotalVolume(), Alone);
        Assert.Equal(1, volume.ParticleId[volume.Index(0, 0, SmallFilm.Slice(volume, 1e-6))]);
        Assert.Equal(1, volume.ParticleId[volume.Index(volume.CountX - 1, volume.CountY - 1, SmallFilm.Slice(volume, 1e-6))]);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.10)]
    [InlineData(0.30)]
    public void Pressed_spheres_both_keep_their_volume_and_no_voxel_holds_more_than_itself(double overlap)
    {
        double radius = 250e-9, apart = (2 - overlap) * radius;
        ElectrodeState film = SmallFilm.Of([(new(0.7e-6, 1e-6, 1e-6), radius), (new(0.7e-6 + apart, 1e-6, 1e-6), radius)]);
        VoxelVolume volume = Voxeliser.Voxelise(film, 40e-9, 1);
        Assert.Equal(1, volume.VolumeOf(VoxelPhase.Silicon) / film.Particles.TotalVolume(), Alone);
        SmallFilm.AssertSharesAddUp(volume);
        double first = SmallFilm.Places(volume).Where(p => p.Place.X < 0.7e-6 + (apart / 2)).Sum(p => (double)volume.Fraction[1][p.Voxel]);
        double all = volume.Fraction[1].Sum(f => (double)f);

        // By symmetry half lies on each side of the contact plane; a slice of voxels straddles it.
        Assert.Equal(0.5, first / all, 0.04);
    }

    [Fact]
    public void A_film_thinner_than_a_voxel_keeps_its_volume_and_clings_to_its_particle()
    {
        double radius = 250e-9, binder = 0.182 * 4.0 / 3.0 * Math.PI * radius * radius * radius;
        var centre = new Vector3d(1.01e-6, 1e-6, 1e-6);
        ElectrodeState film = SmallFilm.Of([(centre, radius)]) with { Binder = new() { FilmVolume = [binder], Rings = [] } };
        VoxelVolume volume = Voxeliser.Voxelise(film, 40e-9, 1);
        Assert.Equal(1, volume.VolumeOf(VoxelPhase.Binder) / binder, Alone);
        double thickness = BinderLayout.FilmThickness(binder, radius), halfDiagonal = 0.5 * Math.Sqrt(3) * volume.VoxelSize;
        foreach ((Vector3d place, int voxel) in SmallFilm.Places(volume).Where(p => volume.Fraction[(int)VoxelPhase.Binder][p.Voxel] > 0))
        {
            Assert.InRange((place - centre).Length, radius - halfDiagonal, radius + thickness + halfDiagonal);
        }
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.6)]
    public void A_ring_keeps_its_volume_and_stays_in_its_neck(double share)
    {
        double a = 250e-9, ring = Math.PI * Math.Pow(share * a, 4) / (2 * a);
        Vector3d left = new(0.75e-6, 1e-6, 1e-6), right = new(1.25e-6, 1e-6, 1e-6);
        ElectrodeState film = SmallFilm.Of([(left, a), (right, a)]) with { Binder = new() { FilmVolume = [0, 0], Rings = [new(0, 1, ring)] } };
        VoxelVolume volume = Voxeliser.Voxelise(film, 25e-9, 1);
        Assert.Equal(1, volume.VolumeOf(VoxelPhase.Binder) / ring, Alone);
        double mean = 0;
        foreach ((Vector3d place, int voxel) in SmallFilm.Places(volume))
        {
            Vector3d d = place - ((left + right) / 2);
            double rho = Math.Sqrt((d.Y * d.Y) + (d.Z * d.Z)), binder = volume.Fraction[(int)VoxelPhase.Binder][voxel];
            Assert.True(binder == 0 || rho < (share * a) + (2 * volume.VoxelSize), $"binder at {rho:E2} m from the axis");
            mean += binder * rho * Math.Pow(volume.VoxelSize, 3) / ring;
        }

        // Between touching spheres the gap grows as ρ²/a, so the mean of ρ over the ring is ∫ρ⁴dρ/∫ρ³dρ = 4b/5; one part in eight for voxels of b/3.
        Assert.Equal(1, mean / (0.8 * share * a), 0.125);
    }

    [Fact]
    public void A_ring_on_the_foil_lies_between_particle_and_foil()
    {
        double a = 250e-9, ring = Math.PI * Math.Pow(0.6 * a, 4) / (2 * a);
        ElectrodeState film = SmallFilm.Of([(new(1e-6, 1e-6, a), a)]) with { Foil = HeightMap.Flat(2e-6, 2e-6), Binder = new() { FilmVolume = [0], Rings = [new(0, -1, ring)] } };
        VoxelVolume volume = Voxeliser.Voxelise(film, 25e-9, 1);
        Assert.Equal(1, volume.VolumeOf(VoxelPhase.Binder) / ring, Alone);
        Assert.All(SmallFilm.Places(volume).Where(p => volume.Fraction[(int)VoxelPhase.Binder][p.Voxel] > 0), p => Assert.InRange(p.Place.Z, 0, a));
    }

    [Fact]
    public void Copper_fills_what_lies_below_a_wavy_foil()
    {
        HeightMap foil = SmallFilm.Wavy(2e-6, 0.3e-6);
        ElectrodeState film = SmallFilm.Of([]) with { Foil = foil };
        VoxelVolume volume = Voxeliser.Voxelise(film, 40e-9, 1);

        // A wave of mean height 0: the volume is that of a flat foil.
        Assert.Equal(1, volume.VolumeOf(VoxelPhase.Copper) / (2e-6 * 2e-6 * -volume.OriginZ), 2e-3);
        Assert.True(volume.OriginZ <= -1.3e-6 && volume.OriginZ > -1.35e-6, "1 µm of copper below the deepest valley");
        int crest = volume.Index(volume.CountX / 4, 0, SmallFilm.Slice(volume, 0.24e-6)), valley = volume.Index(3 * volume.CountX / 4, 0, SmallFilm.Slice(volume, -0.24e-6));
        Assert.Equal(VoxelPhase.Copper, volume.Label(crest));
        Assert.Equal(VoxelPhase.Pore, volume.Label(valley));
    }

    [Fact]
    public void A_particle_pressed_into_the_foil_displaces_copper()
    {
        double radius = 250e-9, depth = 100e-9;
        ElectrodeState flat = SmallFilm.Of([]) with { Foil = HeightMap.Flat(2e-6, 2e-6) };
        ElectrodeState pressed = SmallFilm.Of([(new(1e-6, 1e-6, radius - depth), radius)]) with { Foil = HeightMap.Flat(2e-6, 2e-6) };
        VoxelVolume before = Voxeliser.Voxelise(flat, 25e-9, 1), after = Voxeliser.Voxelise(pressed, 25e-9, 1);
        double cap = Math.PI * depth * depth * ((3 * radius) - depth) / 3;

        // The cap is 16 voxels across and cut by planes: 5 % of the cap is 0.03 % of the copper.
        Assert.Equal(1, (before.VolumeOf(VoxelPhase.Copper) - after.VolumeOf(VoxelPhase.Copper)) / cap, 0.05);
    }

    [Fact]
    public void Every_phase_of_a_pressed_film_has_the_ledgers_volume()
    {
        ElectrodeState film = SmallFilm.PressedLattice();
        VoxelVolume volume = Voxeliser.Voxelise(film, 40e-9, 1);
        Assert.Equal(1, volume.VolumeOf(VoxelPhase.Silicon) / film.Particles.TotalVolume(ParticleKind.Silicon), Ledger);
        Assert.Equal(1, volume.VolumeOf(VoxelPhase.SiliconAlloy) / film.Particles.TotalVolume(ParticleKind.SiliconAlloy), Ledger);
        Assert.Equal(1, volume.VolumeOf(VoxelPhase.ConductivePowder) / film.Particles.TotalVolume(ParticleKind.ConductivePowder), Ledger);
        Assert.Equal(1, volume.VolumeOf(VoxelPhase.Binder) / film.Binder!.TotalVolume, Ledger);
        SmallFilm.AssertSharesAddUp(volume);
    }

    [Fact]
    public void Particles_of_the_volume_are_those_of_the_film()
    {
        ElectrodeState film = SmallFilm.PressedLattice();
        VoxelVolume volume = Voxeliser.Voxelise(film, 40e-9, 1);
        for (int i = 0; i < film.Particles.Count; i++)
        {
            Vector3d p = film.Domain.Wrap(film.Particles.Position[i]);
            int voxel = volume.Index((int)(p.X / volume.VoxelSize), (int)(p.Y / volume.VoxelSize), SmallFilm.Slice(volume, p.Z));
            Assert.Equal(film.Particles.PrimaryId[i], volume.ParticleId[voxel]);
            Assert.Equal(film.Particles.AgglomerateId[i], volume.AgglomerateId[voxel]);
            Assert.Equal((VoxelPhase)film.Particles.Kind[i], volume.Label(voxel));
        }
    }

    [Fact]
    public void The_volume_does_not_depend_on_the_number_of_threads()
    {
        ElectrodeState film = SmallFilm.PressedLattice();
        VoxelVolume one = Voxeliser.Voxelise(film, 50e-9, 1), many = Voxeliser.Voxelise(film, 50e-9, 7);
        Assert.Equal(one.ParticleId, many.ParticleId);
        for (int phase = 0; phase < one.Fraction.Length; phase++)
        {
            Assert.Equal(one.Fraction[phase], many.Fraction[phase]);
        }
    }

    [Fact]
    public void Voxels_are_cubes_that_divide_an_oblong_cell()
    {
        ElectrodeState film = SmallFilm.Of([(new(1e-6, 1e-6, 1e-6), 250e-9)]) with { Domain = Domain.Film(2e-6, 3e-6, 3e-6) };
        VoxelVolume volume = Voxeliser.Voxelise(film, 41e-9, 1);
        Assert.Equal(2e-6, volume.CountX * volume.VoxelSize, 1e-12);
        Assert.Equal(3e-6, volume.CountY * volume.VoxelSize, 3e-6 * 2e-3);
        Assert.Equal(41e-9, volume.VoxelSize, 41e-9 * 0.06);
    }

    [Fact]
    public void A_slurry_is_refused()
    {
        ElectrodeState slurry = SmallFilm.Of([]) with { Domain = Domain.FullyPeriodic(new(1e-6, 1e-6, 1e-6)), Phase = StructurePhase.Slurry };
        Assert.Contains("need a film", Assert.Throws<InputException>(() => Voxeliser.Voxelise(slurry, 40e-9, 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Spheres_that_sit_inside_each_other_are_reported()
    {
        var place = new Vector3d(1e-6, 1e-6, 1e-6);
        ElectrodeState film = SmallFilm.Of([.. Enumerable.Repeat((place, 250e-9), 8)]);
        Assert.Contains("overlaps its neighbours", Assert.Throws<SimulationException>(() => Voxeliser.Voxelise(film, 40e-9, 1)).Message, StringComparison.Ordinal);
    }
}
