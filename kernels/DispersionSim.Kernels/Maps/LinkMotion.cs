using System.Runtime.CompilerServices;

namespace DispersionSim.Kernels;

/// <summary>Relative motion of the two surfaces at a link, and the rows that a link's force and moment add to its particles.</summary>
public static class LinkMotion
{
    /// <summary>Velocity of the first surface relative to the second: v_i − v_j − (a_i ω_i + a_j ω_j) × n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Slip(Float4 vi, Float4 vj, Float4 wi, Float4 wj, Float4 normal, Float4 arm)
    {
        Float4 w = new((arm.X * wi.X) + (arm.Y * wj.X), (arm.X * wi.Y) + (arm.Y * wj.Y), (arm.X * wi.Z) + (arm.Y * wj.Z));
        Float4 turn = Float4.Cross(w, normal);
        return new(vi.X - vj.X - turn.X, vi.Y - vj.Y - turn.Y, vi.Z - vj.Z - turn.Z);
    }

    /// <summary>The same motion by the undisturbed flow alone; a platen's own velocity counts as flow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 FlowSlip(Float4 normal, Float4 arm, int kind, in StepParameters step)
    {
        if (kind == LinkKind.Pair)
        {
            Float4 across = BoxGeometry.FlowAcross(Float4.Scale(arm.X + arm.Y, normal), in step);
            Float4 turn = Float4.Cross(Float4.Scale(arm.X + arm.Y, step.FlowSpin), normal);
            return Float4.Difference(across, turn);
        }

        return new(0f, 0f, kind == LinkKind.Foil ? 0f : -step.TopVelocity);
    }

    /// <summary>How much two centres that go straight on move apart beyond their speed along the line between them, over the square of the time: (w²/d + n·G w)/2, w their motion across the line, with the flow, and d their distance.</summary>
    /// <remarks>The second term comes of laying a step down in the box of its middle (AdvanceParticles). Motion along the line is left out: a contact that holds has next to none, and before a first step none is known.</remarks>
    /// <param name="motion">Velocity of the first relative to the second, without the flow.</param>
    /// <param name="normal">Unit vector from the second to the first.</param>
    /// <param name="distance">Distance of the centres.</param>
    /// <param name="step">The flow.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Parting(Float4 motion, Float4 normal, float distance, in StepParameters step)
    {
        Float4 whole = Float4.AddScaled(motion, 1f, BoxGeometry.FlowAcross(Float4.Scale(distance, normal), in step));
        Float4 across = Float4.Tangential(whole, normal);
        return 0.5f * ((Float4.Dot(across, across) / distance) + Float4.Dot(normal, BoxGeometry.FlowAcross(across, in step)));
    }

    /// <summary>Diagonal stiffness times a relative motion: k_t g + (k_n − k_t)(g·n)n.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Resist(Float4 motion, Float4 normal, float alongNormal, float across)
    {
        float s = (alongNormal - across) * Float4.Dot(motion, normal);
        return new((across * motion.X) + (s * normal.X), (across * motion.Y) + (s * normal.Y), (across * motion.Z) + (s * normal.Z));
    }

    /// <summary>Adds to a particle's rows what a link's force and moment, both acting on the first, add to them.</summary>
    /// <param name="second">The particle is the second of the link.</param>
    /// <param name="normal">Unit vector of the link.</param>
    /// <param name="arm">Its arms.</param>
    /// <param name="linkForce">Its force.</param>
    /// <param name="linkMoment">Its moment.</param>
    /// <param name="force">Row of the force.</param>
    /// <param name="torque">Row of the torque.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddRow(bool second, Float4 normal, Float4 arm, Float4 linkForce, Float4 linkMoment, ref Float4 force, ref Float4 torque)
    {
        float sign = second ? -1f : 1f;
        force = Float4.AddScaled(force, sign, linkForce);
        torque = Float4.AddScaled(torque, second ? -arm.Y : -arm.X, Float4.Cross(normal, linkForce));
        torque = Float4.AddScaled(torque, sign, linkMoment);
    }

    /// <summary>A spring turned into the present tangent plane, its length and fourth component kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Float4 Turned(Float4 spring, Float4 normal)
    {
        float before = Float4.Dot(spring, spring);
        Float4 t = Float4.Tangential(spring, normal);
        float after = Float4.Dot(t, t);
        float scale = after > 0f ? MathF.Sqrt(before / after) : 0f;
        return new(t.X * scale, t.Y * scale, t.Z * scale, spring.W);
    }
}
