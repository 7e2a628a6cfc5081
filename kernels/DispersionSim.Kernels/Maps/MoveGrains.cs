using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>One thread, one particle: sums the forces of its contacts in order, kicks it and moves it by the leapfrog form of velocity Verlet.</summary>
/// <remarks>
/// u ← u + Δt (F/m + g) − Δt γ̇ u_β e_α, x ← x + Δt u with u the velocity relative to the flow: a sheared box needs neither images nor remapping.
/// The flow is that of the middle of the step, as on the host.
/// The flow's drag is −6πμr u, u the mean of before and after.
/// </remarks>
/// <param name="hasMoments">1 where contacts have moments of rolling or twisting, else 0.</param>
public readonly struct MoveGrains<TWorld>(int hasMoments) : IGrainKernel<TWorld> where TWorld : struct, IGrainWorld
{
    private readonly int hasMoments = hasMoments;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run(int i, in TWorld world, in GrainStep step)
    {
        Float4 u = world.Velocity(i), w = world.Spin(i), inertia = world.Inertia(i);
        Float4 force = Float4.Scale(-inertia.Z, u), torque = default;
        int end = world.RowStart(i + 1);
        for (int k = world.RowStart(i); k < end; k++)
        {
            int code = world.Row(k), c = code >> 1;
            float sign = (code & 1) == 1 ? -1f : 1f;
            Float4 push = world.Force(c);
            force = Float4.AddScaled(force, sign, push);
            torque = Float4.AddScaled(torque, u.W - push.W, world.Lever(c));
            if (hasMoments == 1)
            {
                torque = Float4.AddScaled(torque, sign, world.Moment(c));
            }
        }

        float slowing = MeanDrag.Slowing(step.Kick * inertia.X * inertia.Z);
        Float4 change = Float4.Scale(slowing, Float4.AddScaled(Float4.Scale(step.Kick * inertia.X, force), step.Kick, step.Gravity)), between = Float4.AddScaled(u, 0.5f, change);
        float fall = slowing * step.Kick * step.Rate * GrainGeometry.Along(between.X, between.Y, between.Z, step.Gradient);
        change = Float4.AddScaled(change, -fall, step.Flow);
        Float4 faster = Sum(u, change, world.VelocityRest(i));
        world.VelocityRest(i) = Left(u, change, world.VelocityRest(i), faster);
        world.Velocity(i) = faster;
        Float4 turn = Float4.Scale(step.Kick * inertia.Y, torque), spun = Sum(w, turn, world.SpinRest(i));
        world.SpinRest(i) = Left(w, turn, world.SpinRest(i), spun);
        world.Spin(i) = spun;
        Move(i, faster, in world, in step);
    }

    /// <summary>A sum with what rounding left of the last one; the fourth entry stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Float4 Sum(Float4 sum, Float4 change, Float4 rest) =>
        new(sum.X + (change.X + rest.X), sum.Y + (change.Y + rest.Y), sum.Z + (change.Z + rest.Z), sum.W);

    /// <summary>What rounding took from such a sum; the fourth entry stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Float4 Left(Float4 sum, Float4 change, Float4 rest, Float4 next) =>
        new(Left(sum.X, change.X + rest.X, next.X), Left(sum.Y, change.Y + rest.Y, next.Y), Left(sum.Z, change.Z + rest.Z, next.Z), rest.W);

    /// <summary>What rounding took from a + b = sum (Knuth's two-sum, exact whichever is larger).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Left(float a, float b, float sum)
    {
        float taken = sum - a;
        return a - (sum - taken) + (b - taken);
    }

    /// <summary>Moves a particle by whole fixed-point units and keeps what is left, and the length of the way beside it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Move(int i, Float4 velocity, in TWorld world, in GrainStep step)
    {
        Float4 rest = world.Rest(i);
        float slant = step.Slant + (0.5f * step.TimeStep * step.Rate);
        Float4 u = Float4.AddScaled(velocity, -slant * GrainGeometry.Along(velocity.X, velocity.Y, velocity.Z, step.Gradient), step.Flow);
        float x = (u.X * step.Drift.X) + rest.X, y = (u.Y * step.Drift.Y) + rest.Y, z = (u.Z * step.Drift.Z) + rest.Z;
        float wholeX = MathF.Floor(x + 0.5f), wholeY = MathF.Floor(y + 0.5f), wholeZ = MathF.Floor(z + 0.5f);
        (x, y, z) = (x - wholeX, y - wholeY, z - wholeZ);
        world.Rest(i) = new(x, y, z, rest.W + (step.TimeStep * MathF.Sqrt(Float4.Dot(velocity, velocity))));
        Int4 place = world.Place(i);
        world.Place(i) = new(unchecked(place.X + (int)wholeX), unchecked(place.Y + (int)wholeY), unchecked(place.Z + (int)wholeZ), PlaceFraction.Pack(x, y, z));
    }
}
