using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>The simulation box and the homogeneous flow that deforms it, in simulation units.</summary>
/// <remarks>
/// Simple shear u_α = γ̇ x_β is carried by tilting the box (Lees–Edwards in a deforming frame): particles keep their
/// fixed-point places but for motion relative to the flow. When the tilt exceeds half a box it is taken back by a whole
/// box, and every place is shifted by its own coordinate along β: integers, so that the flip changes no distance at all.
/// Planar extension draws the box out along an axis at 31.7° from α in the plane of α and β; when it exceeds half a period it is taken back by a
/// whole one, places numbered anew (<see cref="PlanarExtension"/>). Dilation changes the box lengths at constant fractional places. One plane at a time.
/// </remarks>
public sealed class FlowingBox
{
    /// <summary>Fixed-point units a box length.</summary>
    public const double Turns = 4294967296.0;

    public FlowingBox(double lengthX, double lengthY, double lengthZ) => Length = [lengthX, lengthY, lengthZ];

    /// <summary>Lengths of the upright box along x, y, z.</summary>
    public double[] Length { get; }

    /// <summary>Shift along <see cref="FlowAxis"/> for a full box along <see cref="GradientAxis"/>.</summary>
    public double Tilt { get; private set; }

    /// <summary>Logarithmic strain of planar extension away from upright.</summary>
    public double Stretch { get; private set; }

    public Axis FlowAxis { get; private set; } = Axis.X;

    public Axis GradientAxis { get; private set; } = Axis.Z;

    /// <summary>Shear rate γ̇.</summary>
    public double ShearRate { get; private set; }

    /// <summary>Rate of planar extension.</summary>
    public double ExtensionRate { get; private set; }

    /// <summary>Rate of logarithmic growth of each box length.</summary>
    public double[] Dilation { get; } = new double[3];

    /// <summary>Norm of the velocity gradient.</summary>
    public double GradientNorm => Math.Sqrt((ShearRate * ShearRate) + (2 * ExtensionRate * ExtensionRate) + Dilation.Sum(d => d * d));

    /// <summary>Starts or changes the shear; the box must be upright when the plane or the kind of flow changes.</summary>
    public void Shear(Axis flow, Axis gradient, double rate)
    {
        if (flow == gradient || Stretch != 0 || (Tilt != 0 && (flow != FlowAxis || gradient != GradientAxis)))
        {
            throw new SimulationException("the shear plane can only change while the box is upright, and flow and gradient are different axes");
        }

        (FlowAxis, GradientAxis, ShearRate, ExtensionRate) = (flow, gradient, rate, 0);
    }

    /// <summary>Starts or changes planar extension, drawing out at 31.7° from the first axis towards the second; the box must be upright when the plane or the kind of flow changes, and square in the plane.</summary>
    public void Extend(Axis first, Axis second, double rate)
    {
        if (first == second || Tilt != 0 || (Stretch != 0 && (first != FlowAxis || second != GradientAxis)))
        {
            throw new SimulationException("the plane of extension can only change while the box is upright, and its axes are different");
        }

        if (Math.Abs((Length[(int)first] / Length[(int)second]) - 1) > 1e-12)
        {
            throw new SimulationException("planar extension needs a box that is square in its plane: no other lattice comes back to itself");
        }

        (FlowAxis, GradientAxis, ShearRate, ExtensionRate) = (first, second, 0, rate);
    }

    /// <summary>Restores the deformation of a checkpoint.</summary>
    public void RestoreTilt(double tilt, double stretch = 0) => (Tilt, Stretch) = (tilt, stretch);

    /// <summary>Shift along the flow per length along its gradient.</summary>
    public double Slant => Tilt / Length[(int)GradientAxis];

    /// <summary>Angular velocity of the flow, half its vorticity: a free sphere turns with it.</summary>
    public Vector3d FlowSpin => Vector3d.Cross(Unit(GradientAxis), Unit(FlowAxis)) * (ShearRate / 2);

    /// <summary>Distance between the two faces of the box that an axis of the lattice joins.</summary>
    public double FaceDistance(int axis)
    {
        if (Stretch != 0 && (axis == (int)FlowAxis || axis == (int)GradientAxis))
        {
            // Area over the length of the other edge.
            (double first, double cross, double second) = PlanarExtension.Matrix(Math.Exp(Stretch), Math.Exp(-Stretch));
            double other = axis == (int)FlowAxis ? second : first;
            return Length[axis] / Math.Sqrt((other * other) + (cross * cross));
        }

        double slant = axis == (int)FlowAxis ? Slant : 0;
        return Length[axis] / Math.Sqrt(1 + (slant * slant));
    }

    /// <summary>The strain nearest to the wanted one after which the box is upright, at least one box or one period of extension.</summary>
    public double UprightStrain(double wanted, Axis flow, Axis gradient, bool extension = false)
    {
        double unit = extension ? PlanarExtension.Period : Length[(int)flow] / Length[(int)gradient];
        return Math.Max(1, Math.Round(wanted / unit)) * unit;
    }

    /// <summary>Carries the box on by a time step; takes it back, and the places with it, where the tilt exceeds half a box or the stretch half a period.</summary>
    public void Advance(double time, Span<Int4> places)
    {
        int turns = Advance(time);
        for (int i = 0; turns != 0 && i < places.Length; i++)
        {
            places[i] = Turned(places[i], turns);
        }
    }

    /// <summary>Carries the box on by a time step; returns by how many whole boxes or periods it was taken back: places are to be turned by as many.</summary>
    public int Advance(double time)
    {
        double length = Length[(int)FlowAxis] * Math.Exp(Dilation[(int)FlowAxis] * time);
        Tilt += ShearRate * time * Length[(int)GradientAxis];
        Stretch += ExtensionRate * time;
        for (int axis = 0; axis < 3; axis++)
        {
            Length[axis] *= Math.Exp(Dilation[axis] * time);
        }

        if (ExtensionRate != 0)
        {
            int periods = (int)Math.Round(Stretch / PlanarExtension.Period);
            Stretch -= periods * PlanarExtension.Period;
            return periods;
        }

        int turns = 0;
        for (; Tilt > length / 2; turns++)
        {
            Tilt -= length;
        }

        for (; Tilt < -length / 2; turns--)
        {
            Tilt += length;
        }

        return turns;
    }

    /// <summary>A place after the box was taken back by whole boxes or periods.</summary>
    public Int4 Turned(Int4 place, int turns)
    {
        Span<int> p = [place.X, place.Y, place.Z];
        ref int first = ref p[(int)FlowAxis], second = ref p[(int)GradientAxis];
        if (ExtensionRate != 0)
        {
            (first, second) = PlanarExtension.Renumber(first, second, turns);
        }
        else
        {
            first = unchecked(first + (turns * second));
        }

        return new(p[0], p[1], p[2], place.W);
    }

    /// <summary>Ends a flow whose last step ended on an upright box but for rounding.</summary>
    public void SnapUpright() => (Tilt, Stretch) = (0, 0);

    /// <summary>Geometry and flow for the kernels.</summary>
    public void Describe(ref StepParameters step)
    {
        double[,] box = new double[3, 3], gradient = new double[3, 3];
        for (int axis = 0; axis < 3; axis++)
        {
            (box[axis, axis], gradient[axis, axis]) = (Length[axis], Dilation[axis]);
        }

        (int a, int b) = ((int)FlowAxis, (int)GradientAxis);
        box[a, b] = Tilt;
        gradient[a, b] = ShearRate;
        if (ExtensionRate != 0 || Stretch != 0)
        {
            (double first, double cross, double second) = PlanarExtension.Matrix(Math.Exp(Stretch), Math.Exp(-Stretch));
            (box[a, a], box[a, b], box[b, a], box[b, b]) = (first * Length[a], cross * Length[b], cross * Length[a], second * Length[b]);
            (first, cross, second) = PlanarExtension.Matrix(ExtensionRate, -ExtensionRate);
            (gradient[a, b], gradient[b, a]) = (cross, cross);
            (gradient[a, a], gradient[b, b]) = (gradient[a, a] + first, gradient[b, b] + second);
        }

        step.Cell = new((float)(box[0, 0] / Turns), (float)(box[1, 1] / Turns), (float)(box[2, 2] / Turns));
        step.Tilt = new((float)box[0, 1], (float)box[0, 2], (float)box[1, 0], (float)box[1, 2]);
        step.TiltZ = new((float)box[2, 0], (float)box[2, 1], 0f);
        step.GradientX = Row(gradient, 0);
        step.GradientY = Row(gradient, 1);
        step.GradientZ = Row(gradient, 2);
        Vector3d spin = FlowSpin;
        step.FlowSpin = new((float)spin.X, (float)spin.Y, (float)spin.Z);
    }

    /// <summary>Fixed-point place of a position in the box as it stands, sheared or upright.</summary>
    public Int4 Place(Vector3d position)
    {
        Vector3d upright = position - (Unit(FlowAxis) * (Slant * Vector3d.Dot(position, Unit(GradientAxis))));
        return Fix(upright.X, upright.Y, upright.Z);
    }

    /// <summary>The same, and what is left of the position, in fixed-point units.</summary>
    public Int4 Place(Vector3d position, out Float4 rest)
    {
        Vector3d upright = position - (Unit(FlowAxis) * (Slant * Vector3d.Dot(position, Unit(GradientAxis))));
        rest = new(Left(upright.X / Length[0]), Left(upright.Y / Length[1]), Left(upright.Z / Length[2]));
        return Fix(upright.X, upright.Y, upright.Z);
    }

    /// <summary>Fixed-point place of a position in an upright box.</summary>
    public Int4 Fix(double x, double y, double z) => new(Fix(x / Length[0]), Fix(y / Length[1]), Fix(z / Length[2]));

    /// <summary>Position of a place in an upright box, each coordinate in [0, length).</summary>
    public Vector3d Position(Int4 place) => new(
        (uint)place.X / Turns * Length[0], (uint)place.Y / Turns * Length[1], (uint)place.Z / Turns * Length[2]);

    /// <summary>A vector of fixed-point units, fractions of them included, in an upright box.</summary>
    public Vector3d Position(Float4 units) => new(units.X / Turns * Length[0], units.Y / Turns * Length[1], units.Z / Turns * Length[2]);

    private static Vector3d Unit(Axis axis) => new(axis == Axis.X ? 1 : 0, axis == Axis.Y ? 1 : 0, axis == Axis.Z ? 1 : 0);

    private static Float4 Row(double[,] m, int i) => new((float)m[i, 0], (float)m[i, 1], (float)m[i, 2]);

    private static float Left(double fraction)
    {
        double units = (fraction - Math.Floor(fraction)) * Turns;
        return (float)(units - Math.Round(units));
    }

    private static int Fix(double fraction) => unchecked((int)(uint)(long)Math.Round((fraction - Math.Floor(fraction)) * Turns));
}
