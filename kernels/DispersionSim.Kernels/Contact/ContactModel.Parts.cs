namespace DispersionSim.Kernels;

/// <content>The parts of a contact.</content>
public readonly partial struct ContactModel<TReal, TElastic, TDamping, TTangential, TRolling, TTwisting>
{
    public void Energy(TReal overlap, TReal reducedRadius, TReal memory, out TReal held)
    {
        Elastic.Energy(overlap, reducedRadius, memory, out TReal stored, out TReal adhesive, out _);
        held = stored + adhesive;
    }

    public void Snaps(TReal reducedRadius, out TReal made, out TReal broken) => Elastic.Snaps(reducedRadius, out made, out broken);

    public void Dissect(in ContactState<TReal> state, TReal timeStep, in ContactHistory<TReal> before, in ContactHistory<TReal> after, out ContactParts<TReal> parts)
    {
        parts = default;
        ContactHistory<TReal> kept = before;
        Evaluate(in state, timeStep, ref kept, out parts.Answer);
        TReal memory = before.Memory, reduced = state.ReducedRadius;
        Elastic.Evaluate(state.Overlap, reduced, ref memory, out parts.Touching, out _, out TReal spot, out TReal stiffness, out _);
        parts.Viscous = Damping.Coefficient(stiffness, spot, state.ReducedMass);
        Elastic.Energy(state.Overlap, reduced, after.Memory, out parts.Stored, out parts.Adhesive, out parts.Lost);
        Elastic.Energy(state.Overlap, reduced, before.Memory, out _, out _, out parts.LostBefore);
        TReal approach = Triple<TReal>.Dot(state.Velocity, state.Normal);
        memory = before.Memory;
        Elastic.Evaluate(TReal.MultiplyAdd(approach, timeStep, state.Overlap), reduced, ref memory, out _, out _, out TReal spotBefore, out TReal stiffnessBefore, out _);
        Elastic.Snaps(reduced, out parts.Made, out parts.Broken);
        Triple<TReal> n = state.Normal, slip = state.Velocity - (n * approach) - Triple<TReal>.Cross(state.SurfaceSpin, n);
        parts.Slide.Rate = slip;
        parts.Slide.Stiffness = Tangential.SpringStiffness(spot);
        parts.Slide.Damping = parts.Viscous;
        parts.Slide.Before = SpringHistory<TReal>.Turned(Tangential.Strain(before.Slide, spot, before.Spot), n);
        parts.Slide.Last = SpringHistory<TReal>.Turned(Tangential.Strain(before.Slide, spotBefore, spotBefore), n) * Tangential.SpringStiffness(spotBefore);
        parts.Slide.After = Tangential.Strain(after.Slide, spot, spot);
        Rolling.Coefficients(out parts.Roll.Stiffness, out parts.Roll.Damping);
        parts.Roll.Rate = Triple<TReal>.Cross(state.Spin, n) * reduced;
        parts.Roll.Before = SpringHistory<TReal>.Turned(before.Roll, n);
        parts.Roll.Last = parts.Roll.Before * parts.Roll.Stiffness;
        parts.Roll.After = after.Roll;
        Twisting.Coefficients(spot, parts.Viscous, out parts.Twist.Stiffness, out parts.Twist.Damping);
        parts.Twist.Rate = n * Triple<TReal>.Dot(state.Spin, n);
        parts.Twist.Before = n * before.Twist;
        Twisting.Coefficients(spotBefore, Damping.Coefficient(stiffnessBefore, spotBefore, state.ReducedMass), out TReal twistedBefore, out _);
        parts.Twist.Last = parts.Twist.Before * twistedBefore;
        parts.Twist.After = n * after.Twist;
    }
}
