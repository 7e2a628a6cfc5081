using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Tests.Physics;

/// <summary>Follows a set of random contacts through steps of random motion with one width of arithmetic, and notes all that the laws answer.</summary>
internal sealed unsafe class LaneProbe<TLanes>(ContactLaws laws) : IContactModelVisitor<TLanes> where TLanes : struct, ILanes<TLanes>
{
    public const int Contacts = 64;
    public const int Steps = 30;
    public const int Quantities = 18;

    private readonly float[] lanes = new float[16];

    /// <summary>Quantity, step, contact.</summary>
    public float[,,] Answers { get; } = new float[Quantities, Steps, Contacts];

    public static float[,,] Of(ContactLaws laws)
    {
        var probe = new LaneProbe<TLanes>(laws);
        new ContactModelFactory<TLanes>(new(1, 1, 1), x => TLanes.Of((float)x)).Make([laws], probe);
        return probe.Answers;
    }

    public void Visit<TModel>(TModel[] models) where TModel : struct, IContactModel<TLanes>
    {
        Assert.Equal(laws.Rolls, TModel.Rolls);
        for (int k = 0; k < Contacts; k += TLanes.Count)
        {
            ContactHistory<TLanes> history = default;
            for (int step = 0; step < Steps; step++)
            {
                ContactState<TLanes> state = State(k, step);
                models[0].Evaluate(in state, TLanes.Of(0.01f), ref history, out ContactAnswer<TLanes> answer);
                Note(k, step, in answer, in history);
            }
        }
    }

    private ContactState<TLanes> State(int k, int step) => new()
    {
        Normal = Turned(c => c.Normal, k, step),
        Overlap = Gathered(k, step, c => c.Overlap),
        ReducedRadius = Gathered(k, step, c => c.Radius),
        ReducedMass = Gathered(k, step, c => c.Mass),
        Velocity = Turned(c => c.Velocity, k, step),
        SurfaceSpin = Turned(c => c.SurfaceSpin, k, step),
        Spin = Turned(c => c.Spin, k, step),
    };

    private Triple<TLanes> Turned(Func<RandomContact, Vector3d> vector, int k, int step) =>
        new(Gathered(k, step, c => vector(c).X), Gathered(k, step, c => vector(c).Y), Gathered(k, step, c => vector(c).Z));

    private TLanes Gathered(int k, int step, Func<RandomContact, double> number)
    {
        for (int lane = 0; lane < TLanes.Count; lane++)
        {
            lanes[lane] = (float)number(RandomContact.Of(k + lane, step));
        }

        fixed (float* from = lanes)
        {
            return TLanes.Load(from);
        }
    }

    private void Note(int k, int step, in ContactAnswer<TLanes> answer, in ContactHistory<TLanes> history)
    {
        TLanes[] all =
        [
            answer.Force.X, answer.Force.Y, answer.Force.Z, answer.Lever.X, answer.Lever.Y, answer.Lever.Z, answer.Moment.X, answer.Moment.Y, answer.Moment.Z,
            history.Slide.X, history.Slide.Y, history.Slide.Z, history.Roll.X, history.Roll.Y, history.Roll.Z, history.Twist, history.Memory, history.Spot,
        ];
        for (int q = 0; q < Quantities; q++)
        {
            fixed (float* to = lanes)
            {
                TLanes.Store(all[q], to);
            }

            for (int lane = 0; lane < TLanes.Count; lane++)
            {
                Answers[q, step, k + lane] = lanes[lane];
            }
        }
    }
}

/// <summary>A contact that touches, rubs and parts at random, in units of its own size.</summary>
internal readonly record struct RandomContact(Vector3d Normal, double Overlap, double Radius, double Mass, Vector3d Velocity, Vector3d SurfaceSpin, Vector3d Spin)
{
    public static RandomContact Of(int contact, int step)
    {
        var random = new RandomStream((ulong)((contact * 1000) + 1), StreamName.MonteCarlo);
        Vector3d start = Any(random), drift = Any(random), velocity = Any(random), surface = Any(random), spin = Any(random);
        double radius = 0.3 + random.NextDouble(), mass = 0.3 + random.NextDouble(), phase = 7 * random.NextDouble();
        Vector3d normal = start + (drift * (0.02 * step));
        double swing = Math.Sin(phase + (0.2 * step));
        return new(normal / normal.Length, 0.004 + (0.01 * swing), radius, mass, velocity * swing, surface, spin);
    }

    private static Vector3d Any(RandomStream random) => new(random.NextDouble() - 0.5, random.NextDouble() - 0.5, random.NextDouble() - 0.5);
}
