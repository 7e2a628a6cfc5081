using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>A combination of contact laws in double precision that tells its parts.</summary>
internal abstract class ContactMeter
{
    /// <summary>A contact part by part, between its histories before and after a step; simulation units.</summary>
    public abstract ContactParts<Precise> Dissect(in ContactState<Precise> state, double timeStep, in ContactHistory<Precise> before, in ContactHistory<Precise> after);

    /// <summary>Energy held at an overlap, attraction included.</summary>
    public abstract double Energy(double overlap, double reducedRadius, double memory);

    /// <summary>Energy of a contact that snaps together, and of one about to tear.</summary>
    public abstract (double Made, double Broken) Snaps(double reducedRadius);

    /// <summary>One for each of several contacts of the same kinds.</summary>
    public static ContactMeter[] Of(UnitScale scale, IReadOnlyList<ContactLaws> laws)
    {
        var builder = new Builder();
        new ContactModelFactory<Precise>(scale, x => new(x)).Make(laws, builder);
        return builder.Meters;
    }

    private sealed class Builder : IContactModelVisitor<Precise>
    {
        public ContactMeter[] Meters { get; private set; } = [];

        public void Visit<TModel>(TModel[] models) where TModel : struct, IContactModel<Precise> => Meters = [.. models.Select(m => new Model<TModel>(m))];
    }

    private sealed class Model<TModel>(TModel model) : ContactMeter where TModel : struct, IContactModel<Precise>
    {
        public override ContactParts<Precise> Dissect(in ContactState<Precise> state, double timeStep, in ContactHistory<Precise> before, in ContactHistory<Precise> after)
        {
            model.Dissect(in state, new(timeStep), in before, in after, out ContactParts<Precise> parts);
            return parts;
        }

        public override double Energy(double overlap, double reducedRadius, double memory)
        {
            model.Energy(new(overlap), new(reducedRadius), new(memory), out Precise held);
            return held.Value;
        }

        public override (double Made, double Broken) Snaps(double reducedRadius)
        {
            model.Snaps(new(reducedRadius), out Precise made, out Precise broken);
            return (made.Value, broken.Value);
        }
    }
}

/// <summary>Vectors of doubles as laws take them.</summary>
internal static class PreciseVectors
{
    public static Triple<Precise> Precise(this Vector3d v) => new(new(v.X), new(v.Y), new(v.Z));

    public static Vector3d Plain(this Triple<Precise> v) => new(v.X.Value, v.Y.Value, v.Z.Value);
}
