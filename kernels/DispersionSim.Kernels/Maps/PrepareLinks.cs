using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>One thread, one link: geometry, spring forces at the start of the step, friction limits, breakage, and the stiffness that the implicit step uses.</summary>
/// <remarks>
/// Doing it twice gives the same bits: springs are turned into the present tangent plane for use here, but only the step that
/// follows stores them so (AdvanceLinks). A state may therefore be looked at, saved and taken up again at any time.
/// </remarks>
public readonly struct PrepareLinks<TWorld, TPair, TFoil, TTop>(TPair pair, TFoil foil, TTop top) : IKernel<TWorld>
    where TWorld : struct, IWorld
    where TPair : struct, INormalLaw
    where TFoil : struct, INormalLaw
    where TTop : struct, INormalLaw
{
    public readonly TPair Pair = pair;
    public readonly TFoil Foil = foil;
    public readonly TTop Top = top;

    // Not marked for inlining: as a method of its own it is compiled whole on the host; device code inlines it anyway.
    public void Run(int i, in TWorld world, in StepParameters step)
    {
        Int4 link = world.Link(i);
        Float4 size = world.Size(link.X);
        Float4 arm = default;
        Float4 normal;
        if (link.Z == LinkKind.Pair)
        {
            normal = PairNormal(in world, link, size.X, in step, ref arm);
        }
        else
        {
            normal = WallNormal(in world, link, size.X, in step, ref arm);
        }

        Float4 memory = world.Memory(i);
        bool bridged = link.Z == LinkKind.Pair && memory.Y > 0f;
        if (bridged)
        {
            bridged = Bridge(i, in world, ref link, normal, ref arm, in step);
        }

        if (!bridged)
        {
            Contact(i, in world, ref link, normal, ref arm, in step);
        }

        world.Normal(i) = normal;
        world.Arm(i) = arm;
        world.Link(i) = link;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Float4 PairNormal(in TWorld world, Int4 link, float radius, in StepParameters step, ref Float4 arm)
    {
        float other = world.Size(link.Y).X;
        Float4 d = BoxGeometry.Between(world.Place(link.X), world.Place(link.Y), in step);
        float distance = MathF.Sqrt(Float4.Dot(d, d));
        float overlap = radius + other - distance;
        Float4 n = Float4.Scale(1f / distance, d);
        n.W = overlap;
        float share = distance / (radius + other);
        arm = new(radius * share, other * share, radius * other / (radius + other));
        return n;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Float4 WallNormal(in TWorld world, Int4 link, float radius, in StepParameters step, ref Float4 arm)
    {
        Int4 place = world.Place(link.X);
        float z = place.Z * step.Cell.Z;
        arm = new(radius, 0f, radius);
        if (link.Z == LinkKind.Foil)
        {
            Float4 n = FoilGeometry.Distance(in world, BoxGeometry.Along(place.X, step.Cell.X), BoxGeometry.Along(place.Y, step.Cell.Y), z, radius, in step);
            n.W = -n.W;
            return n;
        }

        return new(0f, 0f, -1f, z + radius - step.TopHeight);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Bridge(int i, in TWorld world, ref Int4 link, Float4 normal, ref Float4 arm, in StepParameters step)
    {
        Float4 memory = world.Memory(i);
        float k = step.BridgeStiffness, shearStiffness = k * step.TangentialRatio;
        float bend = 0.25f * k * memory.Z * memory.Z, twist = 0.5f * shearStiffness * memory.Z * memory.Z;
        Float4 slide = LinkMotion.Turned(world.Slide(i), normal), roll = LinkMotion.Turned(world.Roll(i), normal);
        float repulsion = k * (normal.W - memory.W);
        bool broken = SolidBridgeLaw.Breaks(
            memory.Z,
            -repulsion,
            shearStiffness * MathF.Sqrt(Float4.Dot(slide, slide)),
            bend * MathF.Sqrt(Float4.Dot(roll, roll)),
            twist * MathF.Abs(roll.W),
            step.BridgeTension * memory.Y,
            step.BridgeShear * memory.Y);
        if (broken)
        {
            world.Memory(i) = new(memory.X, 0f, 0f);
            world.Slide(i) = default;
            world.Roll(i) = default;
            link.W = 0;
            return false;
        }

        world.Stiffness(i) = new(k, shearStiffness, bend, twist);
        Float4 spring = Float4.AddScaled(Float4.Scale(shearStiffness, slide), -repulsion, normal);
        Float4 moment = Float4.AddScaled(Float4.Scale(bend, roll), twist * roll.W, normal);
        spring.W = 1f;
        moment.W = 1f;
        arm.W = 2f;
        world.SpringForce(i) = spring;
        world.SpringMoment(i) = moment;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Contact(int i, in TWorld world, ref Int4 link, Float4 normal, ref Float4 arm, in StepParameters step)
    {
        // A strength above 0 marks a bridge; the same place holds the thickness of what lies in a contact, below 0.
        float memory = world.Memory(i).X, cover = world.Memory(i).Y < 0f ? -world.Memory(i).Y : 0f;
        float reach = link.Z == LinkKind.Pair ? Pair.Reach : link.Z == LinkKind.Foil ? Foil.Reach : Top.Reach;
        if (normal.W <= -(cover > reach ? cover : reach))
        {
            arm.W = 0f;
            world.Slide(i) = default;
            world.Roll(i) = default;
            link.W = 0;
            return;
        }

        float force, stiffness, elastic, pullOff;
        if (link.Z == LinkKind.Pair)
        {
            Pair.Evaluate(normal.W, arm.Z, cover, ref memory, out force, out stiffness, out elastic, out pullOff);
        }
        else if (link.Z == LinkKind.Foil)
        {
            Foil.Evaluate(normal.W, arm.Z, cover, ref memory, out force, out stiffness, out elastic, out pullOff);
        }
        else
        {
            Top.Evaluate(normal.W, arm.Z, cover, ref memory, out force, out stiffness, out elastic, out pullOff);
        }

        arm.W = 1f;
        world.Memory(i).X = memory;
        if (link.Z == LinkKind.Interface)
        {
            world.Stiffness(i) = new(stiffness, 0f, 0f, 0f);
            world.SpringForce(i) = Float4.Scale(-force, normal);
            world.SpringMoment(i) = default;
            return;
        }

        Friction(i, in world, normal, ref arm, force, stiffness, elastic, pullOff, in step);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Friction(int i, in TWorld world, Float4 normal, ref Float4 arm, float force, float stiffness, float elastic, float pullOff, in StepParameters step)
    {
        FrictionLimits limits = new(force, pullOff, arm.Z, in step);
        float tangential = elastic * step.TangentialRatio;
        Float4 slide = LinkMotion.Turned(world.Slide(i), normal), roll = LinkMotion.Turned(world.Roll(i), normal), memory = world.Memory(i);
        float slid = MathF.Sqrt(Float4.Dot(slide, slide)), rolled = MathF.Sqrt(Float4.Dot(roll, roll)), twisted = MathF.Abs(roll.W);
        float keptSlide = SlipLaw.Kept(tangential, slid, limits.Sliding, slide.W, step.TimeStep);
        float keptRoll = SlipLaw.Kept(limits.RollingStiffness, rolled, limits.Rolling, memory.Z, step.TimeStep);
        float keptTwist = SlipLaw.Kept(limits.TwistingStiffness, twisted, limits.Twisting, memory.W, step.TimeStep);
        float sliding = SlipLaw.Stiffness(tangential, slid, limits.Sliding, slide.W, step.TimeStep);
        world.Stiffness(i) = new(
            stiffness,
            sliding,
            SlipLaw.Stiffness(limits.RollingStiffness, rolled, limits.Rolling, memory.Z, step.TimeStep),
            SlipLaw.Stiffness(limits.TwistingStiffness, twisted, limits.Twisting, memory.W, step.TimeStep));
        Float4 spring = Float4.AddScaled(Float4.Scale(keptSlide * tangential, slide), -force, normal);
        Float4 moment = Float4.AddScaled(Float4.Scale(keptRoll * limits.RollingStiffness, roll), keptTwist * limits.TwistingStiffness * roll.W, normal);

        // Share of the elongation that is kept; in fast slip, where none is, the limiting elongation.
        spring.W = sliding >= 0f ? keptSlide : limits.Sliding / tangential;
        moment.W = keptRoll;
        arm.W = 1f + keptTwist;
        world.SpringForce(i) = spring;
        world.SpringMoment(i) = moment;
    }
}
