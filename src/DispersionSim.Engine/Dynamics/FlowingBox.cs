using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>The simulation box and the homogeneous flow that deforms it, in simulation units.</summary>
/// <remarks>
/// Simple shear u_α = γ̇ x_β is carried by tilting the box (Lees–Edwards in a deforming frame): particles keep their
/// fixed-point places but for motion relative to the flow. When the tilt exceeds half a box it is taken back by a whole
/// box, and every place is shifted by its own coordinate along β: integers, so that the flip changes no distance at all.
/// Dilation changes the box lengths at constant fractional places. One shear plane at a time.
/// </remarks>
public sealed class FlowingBox
{
    /// <summary>Fixed-point units a box length.</summary>
    public const double Turns = 4294967296.0;

    public FlowingBox(double lengthX, double lengthY, double lengthZ) => Length = [lengthX, lengthY, lengthZ];

    /// <summary>Box lengths along x, y, z.</summary>
    public double[] Length { get; }

    /// <summary>Shift along <see cref="FlowAxis"/> for a full box along <see cref="GradientAxis"/>.</summary>
    public double Tilt { get; private set; }

    public Axis FlowAxis { get; private set; } = Axis.X;

    public Axis GradientAxis { get; private set; } = Axis.Z;

    /// <summary>Shear rate γ̇.</summary>
    public double ShearRate { get; private set; }

    /// <summary>Rate of logarithmic growth of each box length.</summary>
    public double[] Dilation { get; } = new double[3];

    /// <summary>Norm of the velocity gradient.</summary>
    public double GradientNorm => Math.Sqrt((ShearRate * ShearRate) + Dilation.Sum(d => d * d));

    /// <summary>Starts or changes the shear; the box must be upright (tilt zero) when the plane changes.</summary>
    public void Shear(Axis flow, Axis gradient, double rate)
    {
        if (flow == gradient || (Tilt != 0 && (flow != FlowAxis || gradient != GradientAxis)))
        {
            throw new SimulationException("the shear plane can only change while the box is upright, and flow and gradient are different axes");
        }

        (FlowAxis, GradientAxis, ShearRate) = (flow, gradient, rate);
    }

    /// <summary>Restores the tilt of a checkpoint.</summary>
    public void RestoreTilt(double tilt) => Tilt = tilt;

    /// <summary>Shift along the flow per length along its gradient.</summary>
    public double Slant => Tilt / Length[(int)GradientAxis];

    /// <summary>Strain left until the box is upright again.</summary>
    public double StrainToUpright => Tilt <= 0 ? -Tilt / Length[(int)GradientAxis] : (Length[(int)FlowAxis] - Tilt) / Length[(int)GradientAxis];

    /// <summary>The strain nearest to the wanted one after which the box is upright, at least one box.</summary>
    public double UprightStrain(double wanted, Axis flow, Axis gradient)
    {
        double unit = Length[(int)flow] / Length[(int)gradient];
        return Math.Max(1, Math.Round(wanted / unit)) * unit;
    }

    /// <summary>Carries the box on by a time step; flips it, and the places with it, where the tilt exceeds half a box.</summary>
    public void Advance(double time, Span<Int4> places)
    {
        int turns = Advance(time);
        for (int i = 0; turns != 0 && i < places.Length; i++)
        {
            places[i] = Turned(places[i], turns);
        }
    }

    /// <summary>Carries the box on by a time step; returns by how many whole boxes the tilt was taken back: places are to be turned by as many.</summary>
    public int Advance(double time)
    {
        double length = Length[(int)FlowAxis] * Math.Exp(Dilation[(int)FlowAxis] * time);
        Tilt += ShearRate * time * Length[(int)GradientAxis];
        for (int axis = 0; axis < 3; axis++)
        {
            Length[axis] *= Math.Exp(Dilation[axis] * time);
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

    /// <summary>A place after the tilt was taken back by whole boxes.</summary>
    public Int4 Turned(Int4 place, int turns)
    {
        int along = unchecked(turns * (GradientAxis == Axis.X ? place.X : GradientAxis == Axis.Y ? place.Y : place.Z));
        return FlowAxis switch
        {
            Axis.X => new(unchecked(place.X + along), place.Y, place.Z, place.W),
            Axis.Y => new(place.X, unchecked(place.Y + along), place.Z, place.W),
            _ => new(place.X, place.Y, unchecked(place.Z + along), place.W),
        };
    }

    /// <summary>Ends a shear whose last step ended on an upright box but for rounding.</summary>
    public void SnapUpright() => Tilt = 0;

    /// <summary>Geometry and flow for the kernels.</summary>
    public void Describe(ref StepParameters step)
    {
        step.Cell = new((float)(Length[0] / Turns), (float)(Length[1] / Turns), (float)(Length[2] / Turns));
        var tilt = new float[3, 3];
        tilt[(int)FlowAxis, (int)GradientAxis] = (float)Tilt;
        step.Tilt = new(tilt[0, 1], tilt[0, 2], tilt[1, 0], tilt[1, 2]);
        step.TiltZ = new(tilt[2, 0], tilt[2, 1], 0f);
        var gradient = new double[3, 3];
        gradient[(int)FlowAxis, (int)GradientAxis] = ShearRate;
        for (int axis = 0; axis < 3; axis++)
        {
            gradient[axis, axis] += Dilation[axis];
        }

        step.GradientX = new((float)gradient[0, 0], (float)gradient[0, 1], (float)gradient[0, 2]);
        step.GradientY = new((float)gradient[1, 0], (float)gradient[1, 1], (float)gradient[1, 2]);
        step.GradientZ = new((float)gradient[2, 0], (float)gradient[2, 1], (float)gradient[2, 2]);
        step.FlowSpin = new(
            (float)((gradient[2, 1] - gradient[1, 2]) / 2),
            (float)((gradient[0, 2] - gradient[2, 0]) / 2),
            (float)((gradient[1, 0] - gradient[0, 1]) / 2));
    }

    /// <summary>Fixed-point place of a position in an upright box.</summary>
    public Int4 Fix(double x, double y, double z) => new(Fix(x / Length[0]), Fix(y / Length[1]), Fix(z / Length[2]));

    /// <summary>Position of a place in an upright box, each coordinate in [0, length).</summary>
    public Vector3d Position(Int4 place) => new(
        (uint)place.X / Turns * Length[0], (uint)place.Y / Turns * Length[1], (uint)place.Z / Turns * Length[2]);

    private static int Fix(double fraction) => unchecked((int)(uint)(long)Math.Round((fraction - Math.Floor(fraction)) * Turns));
}
