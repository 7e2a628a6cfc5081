using System.Runtime.Intrinsics;
using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <content>The energy account: one thread, beside the motion, in double precision.</content>
internal sealed unsafe partial class GrainSystem<TLanes, TModel, TShear, TOverlap>
{
    private EnergyMeter? meter;
    private float[][] before = [];
    private (Vector3d Velocity, Vector3d Spin)[] rates = [];

    /// <summary>All tables of contacts: number of the law, table, where it begins.</summary>
    private IEnumerable<(int Law, ContactTable Table, int At, int Thread)> AllTables =>
        lists.Pairs.Select((table, t) => (0, table, lists.PairBase[t], t))
            .Concat(walls.SelectMany(wall => wall.Tables.Select((table, t) => (1 + wall.Index, table, wall.Base[t], t))));

    public override EnergyAccount? Energies
    {
        get
        {
            Prepare();
            return meter?.Read();
        }
    }

    internal override void Account(IReadOnlyList<ContactLaws> laws)
    {
        meter = new(Scale, ContactMeter.Of(Scale, laws));
        rates = new (Vector3d, Vector3d)[store.Count];
    }

    /// <summary>Keeps the histories that the coming evaluation of contacts changes.</summary>
    private void KeepHistories() => before =
    [
        .. AllTables.SelectMany(t => Enumerable.Range(0, t.Table.HistoryLength).Select(h => new Span<float>(t.Table.History(h), t.Table.Count).ToArray())),
    ];

    /// <summary>Enters the step whose forces have just been found.</summary>
    private void Enter(bool first)
    {
        meter!.Begin(TimeStep, first);
        for (int i = 0; i < store.Count; i++)
        {
            EnterGrain(i, first);
        }

        int columns = 0;
        foreach ((int law, ContactTable table, int at, int thread) in AllTables)
        {
            Grain* partners = law == 0 ? store.Pointer : walls[law - 1].Ghosts(thread);
            for (int k = 0; k < table.Count; k++)
            {
                EnterContact(law, table, k, partners, columns);
            }

            columns += table.HistoryLength;
        }

        EnterExtras();
        meter.End();
    }

    private void EnterGrain(int i, bool first)
    {
        ref Grain grain = ref store.Pointer[i];
        RowView rows = lists.Rows.View;
        GrainMotion<TLanes, TShear>.Gather(in rows, i, grain.Radius, TModel.Rolls || TModel.Twists, out Vector128<float> f, out Vector128<float> t);
        (Vector3d extra, Vector3d extraTorque) = Extra(i);
        double mass = 1.0 / grain.InverseMass, ahead = first ? TimeStep / 2 : TimeStep;
        Vector3d u = new(grain.Velocity.X, grain.Velocity.Y, grain.Velocity.Z), w = new(grain.Spin.X, grain.Spin.Y, grain.Spin.Z);
        Vector3d weight = new Vector3d(Gravity.X, Gravity.Y, Gravity.Z) * mass;
        Vector3d change = GrainKick.Of(u, new Vector3d(f[0], f[1], f[2]) + extra + weight, mass, grain.Drag, ahead, Shear, Gradient), between = u + (change / 2);
        Vector3d turn = Turn(in grain, new Vector3d(t[0], t[1], t[2]) + extraTorque, ahead), fall = Shear * (-mass * Vector3d.Dot(between, Gradient));
        rates[i] = (change, turn / grain.Radius);
        double now = first ? 0 : 0.5;
        meter!.Hold(EnergyTerm.KineticTranslational, mass * (u + (change * now)).LengthSquared / 2);
        meter.Hold(EnergyTerm.KineticRotational, (w + (turn * now)).LengthSquared / (grain.Radius * grain.SpinPerTorque) / 2);
        meter.Work(EnergyTerm.Gravity, weight, u, u + change);
        meter.Work(EnergyTerm.Drag, between * grain.Drag, u, u + change);
        meter.Work(EnergyTerm.Shear, fall, u, u + change);
    }

    private void EnterContact(int law, ContactTable table, int k, Grain* partners, int columns)
    {
        int i = table.First[k], j = table.Second[k];
        ref Grain a = ref store.Pointer[i], b = ref partners[j];
        WallStand stand = law > 0 ? walls[law - 1].Wall.Stand(a.Id, a.Radius) : default;
        bool curved = law > 0 && walls[law - 1].Wall.IsCurved;
        WallLoad load = !curved ? new(a.Radius, 1) : stand.Is ? stand.Load : stand.LoadBefore;
        (Vector3d change, Vector3d turn) = rates[i];
        (Vector3d otherChange, Vector3d otherTurn) = law == 0 ? rates[j] : default;
        double radiusB = law == 0 ? b.Radius : 0;
        Vector3d spinA = SpinOf(in a), spinB = law == 0 ? SpinOf(in b) : default, d = Between(a.Place, b.Place), flow = FlowAcross(d);
        PairMotion was = new(VelocityOf(in a) - VelocityOf(in b) + flow, (spinA * a.Radius) + (spinB * radiusB), spinA - spinB, spinA + spinB);
        PairMotion will = new(was.Velocity + change - otherChange, was.SurfaceSpin + (turn * a.Radius) + (otherTurn * radiusB), was.Spin + turn - otherTurn, was.SpinSum + turn + otherTurn);
        var state = new ContactState<Precise>
        {
            Normal = (d / d.Length).Precise(),
            Overlap = new(a.Radius + radiusB - d.Length + (TOverlap.IsFine ? store.Rest[i].Place.W + (law == 0 ? store.Rest[j].Place.W : 0f) : 0f)),
            ReducedRadius = new(law == 0 ? (double)a.Radius * b.Radius / ((double)a.Radius + b.Radius) : load.ReducedRadius),
            ReducedMass = new(1 / ((double)a.InverseMass + (law == 0 ? b.InverseMass : 0))),
            Velocity = was.Velocity.Precise(),
            SurfaceSpin = was.SurfaceSpin.Precise(),
            Spin = was.Spin.Precise(),
        };
        ContactHistory<Precise> then = History(h => before[columns + h][k]), now = History(h => table.History(h)[k]);
        Vector3d force = meter!.Contact(law, in state, in then, in now, in was, in will, new(law == 0 ? 0.5 : 0, load.Share));
        if (curved)
        {
            meter.Bear(law, in stand, in then, in now);
        }

        meter.Work(EnergyTerm.Shear, -force, flow, flow);
        if (law > 0)
        {
            meter.Work(EnergyTerm.Walls, force, VelocityOf(in b), VelocityOf(in b));
        }
    }

    private static ContactHistory<Precise> History(Func<int, float> column)
    {
        ContactHistory<Precise> history = default;
        int slide = HistoryLayout<TLanes, TModel>.Slide, roll = HistoryLayout<TLanes, TModel>.Roll;
        history.Slide = TModel.Slides ? new(new(column(slide)), new(column(slide + 1)), new(column(slide + 2))) : default;
        history.Roll = TModel.Rolls ? new(new(column(roll)), new(column(roll + 1)), new(column(roll + 2))) : default;
        history.Twist = TModel.Twists ? new(column(HistoryLayout<TLanes, TModel>.Twist)) : default;
        history.Memory = TModel.Remembers ? new(column(HistoryLayout<TLanes, TModel>.Memory)) : default;
        history.Spot = TModel.RemembersSpot ? new(column(HistoryLayout<TLanes, TModel>.Spot)) : default;
        return history;
    }

    private static Vector3d VelocityOf(in Grain grain) => new(grain.Velocity.X, grain.Velocity.Y, grain.Velocity.Z);

    private static Vector3d SpinOf(in Grain grain) => new Vector3d(grain.Spin.X, grain.Spin.Y, grain.Spin.Z) / grain.Radius;

    /// <summary>Vector from b to a, nearest image, in double precision.</summary>
    private Vector3d Between(Int4 a, Int4 b)
    {
        double x = unchecked(a.X - b.X), y = unchecked(a.Y - b.Y), z = unchecked(a.Z - b.Z);
        if (TOverlap.IsFine)
        {
            int fraction = unchecked(a.W - b.W);
            (x, y, z) = (x + (PlaceFraction.X(fraction) / (double)PlaceFraction.Steps), y + (PlaceFraction.Y(fraction) / (double)PlaceFraction.Steps), z + (PlaceFraction.Z(fraction) / (double)PlaceFraction.Steps));
        }

        (x, y, z) = (x / FlowingBox.Turns, y / FlowingBox.Turns, z / FlowingBox.Turns);
        Vector3d d = new(x * Box.Length[0], y * Box.Length[1], z * Box.Length[2]);
        double shift = TShear.Gradient < 0 ? 0 : Box.Tilt * (TShear.Gradient == 1 ? y : z);
        return d + (FlowAxis * shift);
    }

    private Vector3d FlowAcross(Vector3d d)
    {
        double speed = TShear.Gradient < 0 ? 0 : Box.ShearRate * (TShear.Gradient == 1 ? d.Y : d.Z);
        return FlowAxis * speed;
    }
}
