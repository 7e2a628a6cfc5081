using DispersionSim.Core;
using DispersionSim.Engine;
using DispersionSim.Process;
using Suspension = DispersionSim.Engine.OverdampedSystem<DispersionSim.Kernels.SoftAdhesiveLaw, DispersionSim.Kernels.NoWallLaw, DispersionSim.Kernels.NoWallLaw>;

namespace DispersionSim.Tests.Physics;

/// <summary>Thermal motion of a pair whose contact is a well of energy F_c²/2k, against Boltzmann's weights. Radius, drag coefficient and pull-off force are 1.</summary>
public class ThermalWellTests
{
    private const double Edge = 4.4;
    private const double Overlap = 0.3;

    /// <summary>The share of the time that the two are together is the weight of all places in the well over that of all places in the box, to a quarter of kT of depth, standard errors of 0.02 to 0.06 included.</summary>
    [Theory]
    [InlineData(0.5)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_pair_is_together_as_often_as_its_well_is_deep(double wells)
    {
        double energy = Overlap / (2 * wells), longest = ThermalMotion.FollowingStep(1, 1 / Overlap), together = 0, all = 0;
        for (ulong seed = 1; seed <= 4; seed++)
        {
            using Suspension system = Pair(energy, longest, seed);
            for (int k = 0; k < 500_000; k++)
            {
                double time = system.Step(longest);
                together += system.Contacts().Any() ? time : 0;
                all += time;
            }
        }

        // The force ends at a sharp edge; steps of this length make that a well deeper by 0.05 to 0.15 kT (half of that with steps of 0.4 times the length).
        double share = Share(energy), deeper = Math.Log(together / (all - together)) - Math.Log(share / (1 - share));
        Assert.InRange(deeper, -0.25, 0.25);
    }

    private static Suspension Pair(double energy, double longest, ulong seed)
    {
        var control = new StepControl { LongestTime = longest, Foreseen = 0.5, Residual = 1e-4, Motion = 1, Events = true };
        Suspension system = UnitSuspension.Build([new(1, 1, 1), new(1, 1, 2.95)], [1, 1], Edge, 1 / Overlap, 1, UnitSuspension.Contact with { Friction = 0 }, control);
        system.ThermalEnergy = energy;
        system.BrownianStream = number => new RandomStream(seed, StreamName.BrownianForce, (int)number);
        return system;
    }

    /// <summary>∫ e^(−U/kT) 4πr² dr over the well, over that plus the rest of the box.</summary>
    private static double Share(double energy)
    {
        double inside = 0;
        const int Parts = 200_000;
        for (int k = 0; k < Parts; k++)
        {
            double r = 2 * (k + 0.5) / Parts, stretch = 2 - r - Overlap;
            double potential = ((stretch * stretch) - (Overlap * Overlap)) / (2 * Overlap);
            inside += 4 * Math.PI * r * r * Math.Exp(-potential / energy) * 2 / Parts;
        }

        double rest = (Edge * Edge * Edge) - (4.0 / 3 * Math.PI * 8);
        return inside / (inside + rest);
    }
}
