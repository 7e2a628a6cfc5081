using System.Text.Json;
using DispersionSim.Analysis;
using DispersionSim.IO;
using Xunit;

namespace DispersionSim.Tests.Physics;

/// <summary>Fields of labels against what other programs and exact counting found in them.</summary>
public sealed class FieldReferenceTests
{
    public static TheoryData<string> Names { get; } = ["sv_checker2d", "sv_checker8", "sv_layers_y", "sv_overlap50", "sv_rsa_spheres", "sv_series_x", "sv_threephase"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Fractions_profiles_and_faces_are_exact(string name)
    {
        (VoxelField field, JsonElement expected) = Load(name);
        long[] faces = PhaseFaces.Count(field);
        foreach (byte label in field.Present)
        {
            Assert.Equal(expected.GetProperty("fraction").GetProperty($"{label}").GetDouble(), PhaseProfile.Fraction(field, label), 1e-15);
            double counted = expected.GetProperty("taufactor_specific_surface_area").GetProperty("face_counting").GetProperty($"{label}").GetDouble();
            Assert.Equal(counted, new PhaseBlocks(field, label).FacesPerVoxel, 1e-6 * counted);
        }

        foreach (JsonProperty phase in expected.GetProperty("profile").EnumerateObject())
        {
            for (int axis = 0; axis < 3; axis++)
            {
                AssertClose(Numbers(phase.Value, $"axis{axis}"), PhaseProfile.Along(field, byte.Parse(phase.Name), axis), 6e-10);
            }
        }

        if (expected.TryGetProperty("interface_faces", out JsonElement pairs))
        {
            foreach (JsonProperty pair in pairs.EnumerateObject())
            {
                byte[] labels = [.. pair.Name.Split('-').Select(byte.Parse)];
                Assert.Equal(pair.Value.GetInt64(), faces[(256 * labels[0]) + labels[1]]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Connected_parts_agree_with_a_labelling_by_faces(string name)
    {
        foreach ((byte label, VoxelField field, JsonElement expected) in Phases(name))
        {
            var parts = new ConnectedParts(field, l => l == label);
            Assert.Equal(expected.GetProperty("components6").GetInt32(), parts.Count);
            Assert.Equal(expected.GetProperty("largest_fraction").GetDouble(), parts.LargestShare, 1e-12);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Two_point_probability_agrees_along_axes_and_over_shells(string name)
    {
        foreach ((byte label, VoxelField field, JsonElement expected) in Phases(name).Where(p => p.Expected.TryGetProperty("S2_periodic", out _)))
        {
            JsonElement periodic = expected.GetProperty("S2_periodic"), open = expected.GetProperty("S2_nonperiodic");
            for (int axis = 0; axis < 3; axis++)
            {
                double[] wrapped = Numbers(periodic.GetProperty("axis")[axis]), cut = Numbers(open.GetProperty("axis")[axis]);
                AssertClose(wrapped, TwoPoint.Along(field, label, axis, wrapped.Length, true, 2), 1e-9);
                AssertClose(cut, TwoPoint.Along(field, label, axis, cut.Length, false, 2), 1e-9);
            }

            double[] radial = Numbers(periodic, "radial_rint");
            AssertClose(radial, TwoPoint.Radial(field, label, label, radial.Length, 2), 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Chords_lacunarity_and_tiles_agree(string name)
    {
        foreach ((byte label, VoxelField field, JsonElement expected) in Phases(name).Where(p => p.Expected.TryGetProperty("chords", out _)))
        {
            for (int axis = 0; axis < 3; axis++)
            {
                JsonElement chords = expected.GetProperty("chords").GetProperty($"axis{axis}");
                var found = ChordLengths.Of(field, label, axis);
                Assert.Equal(chords.GetProperty("n").GetInt64(), found.All.Sum());
                Assert.Equal(chords.GetProperty("mean").GetDouble(), found.Mean, 1e-9);
                Assert.Equal(chords.GetProperty("mean").GetDouble(), new PhaseBlocks(field, label).MeanChord(axis), 1e-9);
                Assert.Equal(chords.GetProperty("n_interior").GetInt64(), found.Interior.Sum());
                long[] counts = [.. Numbers(chords, "hist_interior").Select(v => (long)v)];
                Assert.Equal(counts, found.Interior.Take(counts.Length));
            }

            var boxes = new BoxCounts(field, label);
            foreach (JsonProperty box in expected.GetProperty("lacunarity_gliding").EnumerateObject())
            {
                Assert.Equal(box.Value.GetDouble(), boxes.Lacunarity(int.Parse(box.Name), 2), 1e-9 * box.Value.GetDouble());
            }

            foreach (JsonProperty tile in expected.GetProperty("tiles").EnumerateObject())
            {
                var found = TileScatter.At(boxes, int.Parse(tile.Name));
                Assert.Equal(tile.Value.GetProperty("tiles").GetInt32(), found.Tiles);
                Assert.Equal(tile.Value.GetProperty("mean").GetDouble(), found.Mean, 1e-9);
                Assert.Equal(tile.Value.GetProperty("std").GetDouble(), found.Deviation, 1e-9);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Distances_and_local_thickness_agree(string name)
    {
        foreach ((byte label, VoxelField field, JsonElement expected) in Phases(name).Where(p => p.Expected.TryGetProperty("edt", out _)))
        {
            int[] squared = DistanceTransform.Squared(field, label, 2);
            double[] inside = [.. squared.Where(s => s > 0).Select(s => Math.Sqrt(s))];
            Assert.Equal(expected.GetProperty("edt").GetProperty("max").GetDouble(), inside.Max(), 1e-9);
            Assert.Equal(expected.GetProperty("edt").GetProperty("mean_in_phase").GetDouble(), inside.Average(), 1e-9);
            if (expected.TryGetProperty("local_thickness", out JsonElement thickness))
            {
                float[] radii = LocalThickness.Radii(field, squared, 2);
                Assert.Equal(inside.Length, radii.Count(r => r > 0));
                Assert.Equal(inside.Max(), radii.Max(), 1e-6 * inside.Max());
                double[] sizes = Opened(field, squared, PeersSizes(squared, thickness.GetProperty("max").GetDouble()));
                Assert.Equal(thickness.GetProperty("mean").GetDouble(), sizes.Where(r => r > 0).Average(), 1e-6 * thickness.GetProperty("mean").GetDouble());
                Assert.Equal(thickness.GetProperty("max").GetDouble(), sizes.Max(), 1e-6 * sizes.Max());
                Assert.Equal(thickness.GetProperty("median").GetDouble(), sizes.Where(r => r > 0).Order().ElementAt(inside.Length / 2), 1e-6 * sizes.Max());
                Assert.All(sizes.Index(), e => Assert.True(radii[e.Index] >= e.Item * (1 - 1e-6), "a sphere of a listed size covers more than the largest that fits"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Diffusion_through_a_label_agrees(string name)
    {
        foreach ((byte label, VoxelField field, JsonElement expected) in Phases(name))
        {
            foreach (JsonProperty along in expected.GetProperty("transport").EnumerateObject())
            {
                foreach ((string scheme, DiffusionEnds ends) in new[] { ("fv_face", DiffusionEnds.Faces), ("fv_node", DiffusionEnds.Centres) })
                {
                    if (along.Value.TryGetProperty(scheme, out JsonElement values))
                    {
                        var found = FieldDiffusion.Solve(field, l => l == label ? 1 : 0, along.Name[^1] - '0', ends);
                        double effective = values.GetProperty("D_eff").GetDouble();
                        Assert.Equal(effective, found.Effective, 1e-5 * effective);
                        Assert.True(found.Imbalance < 1e-6);
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Diffusion_through_all_labels_agrees(string name)
    {
        (VoxelField field, JsonElement expected) = Load(name);
        JsonElement phases = expected.GetProperty("multiphase"), diffusivities = phases.GetProperty("diffusivities");
        foreach (JsonProperty along in phases.EnumerateObject().Where(p => p.Name.StartsWith("axis", StringComparison.Ordinal)))
        {
            var found = FieldDiffusion.Solve(field, l => diffusivities.TryGetProperty($"{l}", out JsonElement d) ? d.GetDouble() : 0, along.Name[^1] - '0');
            double effective = along.Value.GetProperty("fv_face").GetProperty("D_eff").GetDouble();
            Assert.Equal(effective, found.Effective, 1e-5 * effective);
        }
    }

    /// <summary>The peer's 25 sizes: from the largest distance down to 1 in equal ratios, of a logarithm in single precision.</summary>
    /// <remarks>
    /// That logarithm is its library's and off by up to two roundings; the largest size found, the first or the second of them, tells it. Where it is too large and a float near the size can tell,
    /// distances that a size was to equal are not found at it but at the next smaller one: on a board of squares (distances 16, 8, 4 and 2, each a size) this takes 11 % off the mean.
    /// </remarks>
    private static IEnumerable<double> PeersSizes(int[] squared, double found)
    {
        int lost = found > Math.Sqrt(squared.Max()) * (1 - 1e-5) ? 0 : 1;
        double logarithm = Math.Log10(found) / (1 - (lost / 24.0));
        return Enumerable.Range(0, 25).Select(k => Math.Pow(10, logarithm * (1 - (k / 24.0))));
    }

    /// <summary>The peer's estimate: at each voxel the largest r of a list with a centre closer than r whose distance is at least r, compared in single precision.</summary>
    private static double[] Opened(VoxelField field, int[] squared, IEnumerable<double> sizes)
    {
        var radii = new double[field.Count];
        foreach (double size in sizes.Order())
        {
            VoxelField apart = new([.. squared.Select(s => (byte)(MathF.Sqrt(s) >= (float)size ? 0 : 1))], field.Shape, field.Spacing);
            if (!apart.Present.Contains((byte)0))
            {
                continue;
            }

            int[] away = DistanceTransform.Squared(apart, 1, 2);
            for (int at = 0; at < radii.Length; at++)
            {
                radii[at] = MathF.Sqrt(away[at]) < (float)size ? size : radii[at];
            }
        }

        return radii;
    }

    private static IEnumerable<(byte Label, VoxelField Field, JsonElement Expected)> Phases(string name)
    {
        (VoxelField field, JsonElement expected) = Load(name);
        return field.Present.Where(l => expected.TryGetProperty($"label{l}", out _)).Select(l => (l, field, expected.GetProperty($"label{l}")));
    }

    private static (VoxelField Field, JsonElement Expected) Load(string name)
    {
        JsonElement expected = JsonDocument.Parse(File.ReadAllText(AnalysisFolder.File("voxels", $"{name}.ref.json"))).RootElement;
        LabelVolume volume = VolumeRawReader.ReadNumpy(AnalysisFolder.File("voxels", $"{name}.npy"));
        return (new(volume.Labels, [volume.CountZ, volume.CountY, volume.CountX], 1e-6), expected);
    }

    private static double[] Numbers(JsonElement parent, string key) => Numbers(parent.GetProperty(key));

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(v => v.GetDouble())];

    private static void AssertClose(double[] expected, double[] found, double tolerance)
    {
        Assert.Equal(expected.Length, found.Length);
        Assert.All(expected.Index(), e => Assert.Equal(e.Item, found[e.Index], tolerance));
    }
}
