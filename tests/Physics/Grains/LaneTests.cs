using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Tests.Physics;

/// <summary>Sixteen contacts side by side in single precision against the same contacts one by one in double precision.</summary>
public unsafe class LaneTests
{
    private const int Steps = 4;

    [Theory]
    [MemberData(nameof(LawCombinations.Pairs), MemberType = typeof(LawCombinations))]
    public void Every_lane_computes_its_own_contact(ElasticKind elastic, DampingKind damping)
    {
        Assert.SkipUnless(Lanes16.IsSupported, "this machine has no AVX-512");
        foreach (ContactLaws laws in LawCombinations.All().Where(l => l.Elastic == elastic && l.Damping == damping))
        {
            var lanes = new Evaluation<Lanes16>(16, (column, _) => Load(column), Unload);
            var precise = new Evaluation<Precise>(16, (column, k) => new(column[k]), (value, column, k) => column[k] = (float)value.Value);
            new ContactModelFactory<Lanes16>(LawCombinations.Scale, x => Lanes16.Of((float)x)).Make([laws], lanes);
            new ContactModelFactory<Precise>(LawCombinations.Scale, x => new(x)).Make([laws], precise);
            Compare(laws, lanes.Forces, precise.Forces);
        }
    }

    [Theory]
    [MemberData(nameof(LawCombinations.Pairs), MemberType = typeof(LawCombinations))]
    public void Device_numbers_compute_the_same_contact(ElasticKind elastic, DampingKind damping)
    {
        foreach (ContactLaws laws in LawCombinations.All().Where(l => l.Elastic == elastic && l.Damping == damping))
        {
            var scalar = new Evaluation<Scalar>(16, (column, k) => new(column[k]), (value, column, k) => column[k] = value.Value);
            var precise = new Evaluation<Precise>(16, (column, k) => new(column[k]), (value, column, k) => column[k] = (float)value.Value);
            new ContactModelFactory<Scalar>(LawCombinations.Scale, x => new((float)x)).Make([laws], scalar);
            new ContactModelFactory<Precise>(LawCombinations.Scale, x => new(x)).Make([laws], precise);
            Compare(laws, scalar.Forces, precise.Forces);
        }
    }

    /// <summary>A few dozen roundings of one in sixteen million each: forces, levers and moments within 10⁻⁴ of the largest.</summary>
    private static void Compare(ContactLaws laws, float[][] found, float[][] expected)
    {
        for (int part = 0; part < 3; part++)
        {
            float[][] a = found[(part * 3)..((part * 3) + 3)], b = expected[(part * 3)..((part * 3) + 3)];
            float most = b.Max(column => column.Max(Math.Abs));
            for (int k = 0; k < b[0].Length; k++)
            {
                for (int axis = 0; axis < 3; axis++)
                {
                    Assert.True(Math.Abs(a[axis][k] - b[axis][k]) <= 1e-4f * most, $"{laws}: contact {k}, part {part}: {a[axis][k]} for {b[axis][k]}, largest {most}");
                }
            }
        }
    }

    private static Lanes16 Load(float[] column)
    {
        fixed (float* from = column)
        {
            return Lanes16.Load(from);
        }
    }

    private static void Unload(Lanes16 value, float[] column, int _)
    {
        fixed (float* to = column)
        {
            Lanes16.Store(value, to);
        }
    }

    /// <summary>Evaluates sixteen random contacts over a few steps.</summary>
    private sealed class Evaluation<TReal>(int count, Func<float[], int, TReal> load, Action<TReal, float[], int> store) : IContactModelVisitor<TReal>
        where TReal : struct, IReal<TReal>
    {
        /// <summary>Force, lever, moment: x, y, z of each for all contacts and steps.</summary>
        public float[][] Forces { get; } = [.. Enumerable.Range(0, 9).Select(_ => new float[count * Steps])];

        public void Visit<TModel>(TModel[] models) where TModel : struct, IContactModel<TReal>
        {
            float[][] columns = Contacts(count);
            bool wide = typeof(TReal) == typeof(Lanes16);
            for (int k = 0; k < count; k += wide ? count : 1)
            {
                ContactHistory<TReal> history = default;
                for (int step = 0; step < Steps; step++)
                {
                    ContactState<TReal> state = State(columns, k, step);
                    models[0].Evaluate(in state, TReal.Of(0.01f), ref history, out ContactAnswer<TReal> answer);
                    Keep(answer, step, k);
                }
            }
        }

        private ContactState<TReal> State(float[][] c, int k, int step)
        {
            TReal At(int column) => load(c[column], k);
            Triple<TReal> Three(int column) => new(At(column), At(column + 1), At(column + 2));
            return new()
            {
                Normal = Three(0),
                Overlap = At(3 + step),
                ReducedRadius = At(7),
                ReducedMass = At(8),
                Velocity = Three(9),
                SurfaceSpin = Three(12),
                Spin = Three(15),
            };
        }

        private void Keep(in ContactAnswer<TReal> answer, int step, int k)
        {
            TReal[] values =
            [
                answer.Force.X, answer.Force.Y, answer.Force.Z,
                answer.Lever.X, answer.Lever.Y, answer.Lever.Z,
                answer.Moment.X, answer.Moment.Y, answer.Moment.Z,
            ];
            float[] lanes = new float[count];
            for (int v = 0; v < values.Length; v++)
            {
                store(values[v], lanes, k);
                for (int lane = k; lane < (typeof(TReal) == typeof(Lanes16) ? count : k + 1); lane++)
                {
                    Forces[v][(step * count) + lane] = lanes[lane];
                }
            }
        }

        /// <summary>Random contacts in simulation units: overlaps of four steps about a hundredth of a radius, some of them apart.</summary>
        private static float[][] Contacts(int count)
        {
            var random = new RandomStream(7, StreamName.MonteCarlo);
            float[][] columns = [.. Enumerable.Range(0, 18).Select(_ => new float[count])];
            for (int k = 0; k < count; k++)
            {
                Vector3d n = new Vector3d(random.NextGaussian(), random.NextGaussian(), random.NextGaussian()).Normalized();
                (columns[0][k], columns[1][k], columns[2][k]) = ((float)n.X, (float)n.Y, (float)n.Z);
                for (int step = 0; step < Steps; step++)
                {
                    columns[3 + step][k] = (float)(0.02 * (random.NextDouble() - (k % 4 == 0 ? 0.5 : -0.1)));
                }

                columns[7][k] = (float)(0.3 + (0.4 * random.NextDouble()));
                columns[8][k] = (float)(0.02 + (0.08 * random.NextDouble()));
                for (int c = 9; c < 18; c++)
                {
                    columns[c][k] = (float)(0.05 * random.NextGaussian());
                }
            }

            return columns;
        }
    }
}
