using DispersionSim.Core;
using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <content>A step: its length, its solution, and what is taken back of a trial that was too long.</content>
public sealed partial class OverdampedSystem<TPair, TFoil, TTop>
{
    /// <summary>Takes one accepted step no longer than the limit and returns its length, simulation units.</summary>
    /// <exception cref="SimulationException">The step keeps diverging.</exception>
    public double Step(double longest)
    {
        Prepare();
        DescribeFlow();
        float before = step.TimeStep;
        double time = FirstTrial(longest);
        for (int attempt = 0; ; attempt++)
        {
            step.TimeStep = (float)time;
            bool solved = Solve(time);
            double excess = motion.Excess(step, active, time);
            bool bounded = solved && excess <= 2;
            if (bounded && list.Covers(step.TimeStep, TopVelocity))
            {
                // Grow slowly, shrink at once: the motion is bounded, not averaged.
                double factor = Math.Clamp(0.9 / Math.Max(excess, 1e-9), 0.5, 1.3);
                suggestedStep = Math.Max(time, time < longest ? 0 : suggestedStep) * factor;
                Advance(time);
                Choose(time / Math.Max(excess, 1e-9));
                return time;
            }

            if (attempt > 40 || double.IsNaN(excess))
            {
                throw Diverged(excess);
            }

            if (bounded)
            {
                ListAgain(before);
                continue;
            }

            time *= 0.5;
            Retries++;
            TakeBackEvents(before);
        }
    }

    /// <summary>Finds the velocities of a step, with the contacts that open and meet within it where control asks for them.</summary>
    private bool Solve(double time)
    {
        bool byEvents = control.Events && !stepsExplicitly;
        if (byEvents)
        {
            events.Begin();
        }

        implicitStep.Changed = null;
        for (int round = 0; round < ContactEvents<TPair>.Rounds; round++)
        {
            if (!Velocities.Solve(world, Foreseen, active, new(ThermalEnergy, time, ThermalEnergy > 0 ? BrownianStream?.Invoke(Steps) : null)))
            {
                return false;
            }

            if (!byEvents || !events.Occur(pairLaw, Foreseen))
            {
                return true;
            }

            active = list.Activate();
            implicitStep.Changed = events.LastChanged;
        }

        return false;
    }

    /// <summary>The part of the step after which springs push.</summary>
    private StepParameters Foreseen => step with { TimeStep = step.TimeStep * (float)control.Foreseen };

    /// <summary>Contacts as they stand at the step's start, where a trial has opened some or let them meet.</summary>
    private void TakeBackEvents(float lastStep)
    {
        if (control.Events && events.Any)
        {
            PrepareAgain(lastStep);
        }
    }

    /// <summary>Finds links and forces once more where they are, among all that the present motion may bring to touch.</summary>
    private void ListAgain(float lastStep)
    {
        list.Expire();
        PrepareAgain(lastStep);
    }

    /// <summary>Finds forces once more where particles are, after a step of the given length.</summary>
    private void PrepareAgain(float lastStep)
    {
        step.TimeStep = lastStep;
        prepared = false;
        Prepare();
    }

    private IVelocitySolver Velocities => stepsExplicitly ? explicitStep : implicitStep;

    /// <summary>Time in which the flow strains by as much.</summary>
    private double InTime(double strain) => strain / Math.Max(Box.GradientNorm, 1e-30);

    private double FirstTrial(double longest)
    {
        double bound = Math.Min(control.LongestTime, InTime(control.StrainPerStep));
        double time = Math.Min(Math.Min(longest, suggestedStep > 0 ? suggestedStep : InTime(control.FirstStrain)), bound);
        if (control.Integrator != Integrator.Implicit)
        {
            stability.Refresh(world, step, active, Steps);
        }

        return stepsExplicitly ? Math.Min(time, control.StabilityShare * stability.Longest) : time;
    }

    /// <summary>Counts a step, and chooses how the next is taken, given the longest that the motion allows.</summary>
    private void Choose(double longestByMotion)
    {
        ExplicitSteps += stepsExplicitly ? 1 : 0;
        if (control.Integrator != Integrator.Auto)
        {
            return;
        }

        bool before = stepsExplicitly;
        stepsExplicitly = control.StabilityShare * stability.Longest > 0.5 * Math.Min(longestByMotion, InTime(control.StrainPerStep));
        if (stepsExplicitly && !before)
        {
            // What slips is a drag to the implicit step and a spring to the explicit one.
            stability.Forget();
        }
    }

    /// <summary>The flow may have been changed since the links were prepared; the geometry has not.</summary>
    private void DescribeFlow()
    {
        Box.Describe(ref step);
        step.TopHeight = (float)TopHeight;
        step.TopVelocity = (float)TopVelocity;
    }

    private void Advance(double time)
    {
        Span<Int4> places = particles.Place.Span[..particles.Count];
        device.Run(active, new AdvanceLinks<HostWorld>(), world, step);
        events.Settle();

        // Motion relative to the flow is laid down in the box of the middle of the step: a force that holds particles against
        // the flow is then right to second order in the strain of a step.
        Box.Advance(time / 2, places);
        Box.Describe(ref step);
        device.Run(particles.Count, new AdvanceParticles<HostWorld>(), world, step);
        list.Moved(time, Box, TopVelocity);
        hydrodynamics.Strained(time * Box.GradientNorm);
        Box.Advance(time / 2, places);
        TopHeight += TopVelocity * time;
        Time += time;
        Steps++;
        prepared = false;
    }

    private SimulationException Diverged(double excess)
    {
        int worst = 0;
        float fastest = -1f;
        for (int i = 0; i < particles.Count && !float.IsNaN(fastest); i++)
        {
            float speed = Float4.Dot(particles.Velocity[i], particles.Velocity[i]);
            if (!(speed <= fastest))
            {
                (worst, fastest) = (i, speed);
            }
        }

        return new($"step {Steps}: the motion does not converge (particle {worst + 1}, motion {excess:G3} times its bound); likely cause: overlapping particles at the start or a load beyond the contact stiffness");
    }
}
