using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Kernels;

namespace DispersionSim.Tests.Physics;

/// <summary>Where two spheres stand to each other, SI units; n points from the second to the first.</summary>
internal readonly record struct PlainState(
    Vector3d Normal, double Overlap, double ReducedRadius, double ReducedMass, Vector3d Velocity, Vector3d SurfaceSpin, Vector3d Spin)
{
    /// <summary>A contact whose particles neither move nor turn.</summary>
    public static PlainState AtRest(double overlap, double reducedRadius, double reducedMass) =>
        new(new(1, 0, 0), overlap, reducedRadius, reducedMass, default, default, default);
}

/// <summary>Force on the first, torque per lever on both, moment on the first; SI units.</summary>
internal readonly record struct PlainAnswer(Vector3d Force, Vector3d Lever, Vector3d Moment);

/// <summary>A combination of contact laws in double precision behind SI units, whatever its type.</summary>
internal abstract class PlainContact
{
    /// <summary>Greatest gap at which a contact still holds, m.</summary>
    public abstract double Reach(double reducedRadius);

    /// <summary>Forces of a contact; its history is advanced by the time step.</summary>
    public abstract PlainAnswer Evaluate(in PlainState state, double timeStep, ref ContactHistory<Precise> history);

    public static PlainContact Of(ContactLaws laws, UnitScale scale)
    {
        var builder = new Builder(scale);
        new ContactModelFactory<Precise>(scale, x => new(x)).Make([laws], builder);
        return builder.Contact!;
    }

    private sealed class Builder(UnitScale scale) : IContactModelVisitor<Precise>
    {
        public PlainContact? Contact { get; private set; }

        public void Visit<TModel>(TModel[] models) where TModel : struct, IContactModel<Precise> => Contact = new Scaled<TModel>(models[0], scale);
    }

    private sealed class Scaled<TModel>(TModel model, UnitScale scale) : PlainContact where TModel : struct, IContactModel<Precise>
    {
        public override double Reach(double reducedRadius) => model.Reach(new(reducedRadius / scale.Length)).Value * scale.Length;

        public override PlainAnswer Evaluate(in PlainState state, double timeStep, ref ContactHistory<Precise> history)
        {
            double length = 1 / scale.Length, speed = scale.Time / scale.Length, massUnit = scale.Force * scale.Time * scale.Time / scale.Length;
            var scaled = new ContactState<Precise>
            {
                Normal = In(state.Normal, 1),
                Overlap = new(state.Overlap * length),
                ReducedRadius = new(state.ReducedRadius * length),
                ReducedMass = new(state.ReducedMass / massUnit),
                Velocity = In(state.Velocity, speed),
                SurfaceSpin = In(state.SurfaceSpin, speed),
                Spin = In(state.Spin, scale.Time),
            };
            model.Evaluate(in scaled, new(timeStep / scale.Time), ref history, out ContactAnswer<Precise> answer);
            return new(Out(answer.Force, scale.Force), Out(answer.Lever, scale.Force), Out(answer.Moment, scale.Force * scale.Length));
        }

        private static Triple<Precise> In(Vector3d v, double unit) => new(new(v.X * unit), new(v.Y * unit), new(v.Z * unit));

        private static Vector3d Out(Triple<Precise> v, double unit) => new(v.X.Value * unit, v.Y.Value * unit, v.Z.Value * unit);
    }
}
