using CsCheck;
using DispersionSim.Core;
using DispersionSim.IO;
using Xunit;

namespace DispersionSim.Tests.Unit;

public sealed class CheckpointTests : IDisposable
{
    private static readonly CheckpointKey Key = new("ab12", 42, "drying");

    private readonly TemporaryFolder folder = new();

    private string File => folder.At("checkpoints", "03-drying.checkpoint");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_finished_stage_comes_back_with_the_same_bits_whatever_bits_its_numbers_have() =>
        SampleStates.Any.Sample(
            state =>
            {
                CheckpointWriter.Write(File, Key, new(state, [], []));
                return SampleStates.Bits(CheckpointReader.Read(File, Key).State) == SampleStates.Bits(state);
            },
            iter: 200,
            threads: 1);

    [Fact]
    public void Columns_of_every_type_come_back_with_the_same_bits() =>
        Gen.Select(SampleStates.AnyBits.Array, Gen.Int.Array, Gen.ULong.Array, Gen.Byte.Array).Sample(
            (doubles, ints, ulongs, bytes) =>
            {
                float[] floats = [.. ints.Select(BitConverter.Int32BitsToSingle)];
                ColumnBag bag = new ColumnBag().Set("d", doubles).Set("i", ints).Set("u", ulongs).Set("b", bytes).Set("f", floats).Set("l", 7L).Set("w", [1u, uint.MaxValue]);
                CheckpointWriter.WriteInner(File, Key, bag);
                ColumnBag back = CheckpointReader.ReadInner(File, Key);
                return back.Columns.Keys.SequenceEqual(bag.Columns.Keys)
                    && back.Get<double>("d").Select(BitConverter.DoubleToUInt64Bits).SequenceEqual(doubles.Select(BitConverter.DoubleToUInt64Bits))
                    && back.Get<int>("i").SequenceEqual(ints) && back.Get<ulong>("u").SequenceEqual(ulongs) && back.Get<byte>("b").SequenceEqual(bytes)
                    && back.Get<float>("f").Select(BitConverter.SingleToInt32Bits).SequenceEqual(ints)
                    && back.GetOne<long>("l") == 7 && back.Get<uint>("w")[1] == uint.MaxValue;
            },
            iter: 100,
            threads: 1);

    [Fact]
    public void Measurements_curves_and_memory_of_a_stage_come_back()
    {
        Measurement full = new("Porosity ε", 0.52, "-") { Bounds = Interval.Share, Interval = new(0.5, 0.54), NullMean = 0.51, NullBand = new(0.4, double.PositiveInfinity), Replicates = 8, Definition = "pore share; \"void\"" };
        Curve curve = new("profile", "z", "m", "φ", "-", [0, 1e-6], [0.5, double.NaN]) { Low = [0.4, 0.4], BandName = "null, 95 %" };
        var checkpoint = new Checkpoint(SampleStates.DryFilm(), [full, new("Mass", double.NaN, "kg")], [curve]) { Memory = new ColumnBag().Set("springs", [1.5, -0.0]) };
        CheckpointWriter.Write(File, Key, checkpoint);

        Checkpoint back = CheckpointReader.Read(File, Key);

        Assert.Equal(full, back.Measurements[0]);
        Assert.True(double.IsNaN(back.Measurements[1].Value));
        Assert.Null(back.Measurements[1].Interval);
        Assert.Equal((curve.Name, curve.XName, curve.XUnit, curve.YName, curve.YUnit, curve.BandName), (back.Curves[0].Name, back.Curves[0].XName, back.Curves[0].XUnit, back.Curves[0].YName, back.Curves[0].YUnit, back.Curves[0].BandName));
        Assert.Equal(curve.Y, back.Curves[0].Y);
        Assert.Equal(curve.Low, back.Curves[0].Low);
        Assert.Null(back.Curves[0].High);
        Assert.Equal([1.5, -0.0], back.Memory!.Get<double>("springs"));
        Assert.True(double.IsNegative(back.Memory.Get<double>("springs")[1]));
    }

    [Fact]
    public void The_same_state_gives_the_same_bytes()
    {
        CheckpointWriter.Write(File, Key, new(SampleStates.DryFilm(), [], []));
        CheckpointWriter.Write(folder.At("again"), Key, new(SampleStates.DryFilm(), [], []));
        Assert.Equal(FileHashes.OfFile(File), FileHashes.OfFile(folder.At("again")));
    }

    [Fact]
    public void A_flipped_bit_anywhere_is_noticed()
    {
        CheckpointWriter.Write(File, Key, new(SampleStates.DryFilm(), [], []));
        byte[] good = System.IO.File.ReadAllBytes(File);
        foreach (int at in Enumerable.Range(0, 60).Concat(Enumerable.Range(0, 200).Select(i => i * good.Length / 200)).Concat(Enumerable.Range(good.Length - 33, 33)))
        {
            byte[] bad = [.. good];
            bad[at] ^= (byte)(1 << (at % 8));
            System.IO.File.WriteAllBytes(File, bad);
            InputException e = Assert.Throws<InputException>(() => CheckpointReader.Read(File, Key));
            Assert.Contains("delete it", e.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', e.Message);
        }
    }

    [Fact]
    public void A_checkpoint_cut_short_anywhere_is_refused_with_what_to_do()
    {
        CheckpointWriter.Write(File, Key, new(SampleStates.DryFilm(), [], []));
        byte[] good = System.IO.File.ReadAllBytes(File);
        foreach (int length in Enumerable.Range(0, 70).Append(good.Length / 2).Append(good.Length - 1))
        {
            System.IO.File.WriteAllBytes(File, good[..length]);
            InputException e = Assert.Throws<InputException>(() => CheckpointReader.Read(File, Key));
            Assert.Contains("checkpoint is damaged", e.Message, StringComparison.Ordinal);
            Assert.Contains("delete it and resume to go on from what was kept before it, or from the start", e.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("other", 42UL, "drying", "another recipe")]
    [InlineData("ab12", 43UL, "drying", "seed 42 instead of 43")]
    [InlineData("ab12", 42UL, "pressing", "stage 'drying' instead of 'pressing'")]
    public void A_checkpoint_of_another_run_is_refused(string recipe, ulong seed, string stage, string expected)
    {
        CheckpointWriter.Write(File, Key, new(SampleStates.DryFilm(), [], []));
        InputException e = Assert.Throws<InputException>(() => CheckpointReader.Read(File, new(recipe, seed, stage)));
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_format_says_so()
    {
        CheckpointWriter.WriteInner(File, Key, new ColumnBag());
        byte[] bytes = System.IO.File.ReadAllBytes(File);
        bytes[8] = 99;
        System.IO.File.WriteAllBytes(File, bytes);
        Assert.Contains("format 99", Assert.Throws<InputException>(() => CheckpointReader.ReadInner(File, Key)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_inner_state_does_not_pass_for_a_finished_stage()
    {
        CheckpointWriter.WriteInner(File, Key, new ColumnBag().Set("x", 1.0));
        Assert.Contains("another kind of content", Assert.Throws<InputException>(() => CheckpointReader.Read(File, Key)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_absent_checkpoint_is_one_line() =>
        Assert.Equal($"{File}: cannot be read: no such folder", Assert.Throws<InputException>(() => CheckpointReader.Read(File, Key)).Message);
}
