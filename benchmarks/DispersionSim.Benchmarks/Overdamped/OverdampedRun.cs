using System.Diagnostics;
using System.Globalization;
using DispersionSim.Core;
using DispersionSim.Engine;
using Suspension = DispersionSim.Engine.OverdampedSystem<DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.NoWallLaw, DispersionSim.Kernels.NoWallLaw>;

namespace DispersionSim.Benchmarks;

/// <summary>Implicit against explicit steps on sheared agglomerates, and how the time to solution grows with the number of primaries.</summary>
internal static class OverdampedRun
{
    private const double ShareOfMeasuredLimit = 0.8;

    /// <summary>One line a case.</summary>
    public static IEnumerable<string> Of(string[] arguments)
    {
        OverdampedPlan plan = OverdampedPlan.Of(arguments);
        return plan.Growth ? Growth(plan) : Compare(plan);
    }

    private static IEnumerable<string> Compare(OverdampedPlan plan)
    {
        AgglomerateCase[] cases = [.. Enumerable.Range(plan.FirstSeed, plan.Seeds).Select(seed => new AgglomerateCase(plan.Agglomerates, plan.Primaries, (ulong)seed))];
        string carried = plan.ExplicitStrain < plan.Strain ? Line($", timed over strain {plan.ExplicitStrain} and carried on to {plan.Strain}") : "";
        yield return Line($"{plan.Seeds} x {plan.Agglomerates} agglomerates of {plan.Primaries}, strain {plan.Strain}, {plan.Threads} threads; explicit at {ShareOfMeasuredLimit} of its measured limit{carried}");
        WarmUp(plan);
        foreach (double stiffness in plan.Stiffness)
        {
            foreach (double mason in plan.Mason)
            {
                var legs = new Dictionary<Integrator, Leg>();
                foreach (Integrator integrator in plan.Integrators)
                {
                    double strain = integrator == Integrator.Explicit ? plan.ExplicitStrain : plan.Strain;
                    Leg leg = new([.. cases.Select(c => Run(c, plan, mason, stiffness, Control(c, plan, mason, stiffness, integrator), strain))], plan.Strain / strain);
                    legs.Add(integrator, leg);
                    yield return Line($"M {mason} k {stiffness:F1} N/m {integrator.ToString().ToLowerInvariant()}: ") + leg.Described();
                }

                if (legs.TryGetValue(Integrator.Explicit, out Leg? twin))
                {
                    foreach ((Integrator integrator, Leg leg) in legs.Where(l => l.Key != Integrator.Explicit))
                    {
                        yield return Line($"M {mason} k {stiffness:F1} N/m explicit over {integrator.ToString().ToLowerInvariant()}: ") + leg.Against(twin);
                    }
                }
            }
        }
    }

    /// <summary>Has both steps compiled before a clock runs.</summary>
    private static void WarmUp(OverdampedPlan plan)
    {
        var small = new AgglomerateCase(4, 50, 1);
        double strong = plan.Mason.Max(), soft = plan.Stiffness.Min();
        Run(small, plan, strong, soft, plan.Implicit(soft), 1);
        Run(small, plan, strong, soft, new StepControl { Integrator = Integrator.Explicit }, 1);
    }

    private static IEnumerable<string> Growth(OverdampedPlan plan)
    {
        WarmUp(plan);
        foreach (HydrodynamicTier tier in plan.Tiers)
        {
            (double Particles, double Time)? last = null;
            foreach (int agglomerates in plan.Sizes)
            {
                var start = new AgglomerateCase(agglomerates, plan.Primaries, 1);
                Outcome o = Run(start, plan, plan.Mason[0], plan.Stiffness[0], plan.Implicit(plan.Stiffness[0]), plan.Strain, tier);
                string power = last is { } l ? Line($", N^{Math.Log(o.Processor / l.Time) / Math.Log(start.Count / l.Particles):F2} of CPU") : "";
                last = (start.Count, o.Processor);
                yield return Line($"{tier}, {start.Count} primaries in {agglomerates}, M {plan.Mason[0]}, strain {plan.Strain}, {plan.Threads} threads: {o.Seconds:F2} s (CPU {o.Processor:F2} s){power}; ")
                    + Line($"{o.Steps} steps, {(o.Products / o.Steps) - 1:F1} iterations a step, {o.Products / plan.Strain:F0} products a unit strain, {o.Bytes / start.Count:F0} bytes a primary");
            }
        }
    }

    /// <summary>Control of a leg. Explicit steps stand to the bound of the limit as 0.8 of the measured limit does, in the twin and where they are chosen.</summary>
    private static StepControl Control(AgglomerateCase start, OverdampedPlan plan, double mason, double stiffness, Integrator integrator)
    {
        if (integrator == Integrator.Implicit)
        {
            return plan.Implicit(stiffness);
        }

        using Suspension probe = start.Build(mason, stiffness, new StepControl { Integrator = Integrator.Explicit }, plan.Threads);
        (double measured, double bound) = probe.RelaxationRate(300);
        double share = ShareOfMeasuredLimit * bound / measured;
        return integrator == Integrator.Explicit
            ? new() { Integrator = integrator, StabilityShare = share }
            : plan.Implicit(stiffness) with { Integrator = integrator, StabilityShare = share };
    }

    private static Outcome Run(AgglomerateCase start, OverdampedPlan plan, double mason, double stiffness, StepControl control, double strain, HydrodynamicTier tier = HydrodynamicTier.T0)
    {
        long before = GC.GetTotalMemory(true) + NativeBytes();
        using Suspension system = start.Build(mason, stiffness, control, plan.Threads, tier);
        (long steps, double products, long chosen) = (system.Steps, system.MatrixProducts, system.ExplicitSteps);
        TimeSpan processor = Process().TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        double rate = system.Box.ShearRate, begin = system.Time, end = begin + (strain / rate);
        while (system.Time < end * (1 - 1e-12))
        {
            system.Step(end - system.Time);
        }

        double seconds = clock.Elapsed.TotalSeconds, used = (Process().TotalProcessorTime - processor).TotalSeconds;
        var fragments = new Clusters(start.Count, system.Contacts().Select(c => (c.I, c.J)));
        int pieces = fragments.Size.Count(s => s > 0);
        return new(seconds, used, system.Steps - steps, system.MatrixProducts - products, system.ExplicitSteps - chosen, pieces, start.Count / (double)pieces, GC.GetTotalMemory(true) + NativeBytes() - before);
    }

    /// <summary>Resident memory outside the collected heap.</summary>
    private static long NativeBytes() => Process().WorkingSet64 - GC.GetGCMemoryInfo().TotalCommittedBytes;

    private static System.Diagnostics.Process Process() => System.Diagnostics.Process.GetCurrentProcess();

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
