using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Tests.Physics;

/// <summary>Relaxation to balance: exact chains, and the same minimum as plain double precision.</summary>
public class RelaxationTests
{
    private const double Radius = 1e-3;

    private const double Stiffness = 100;

    private static readonly ContactLaws Springs = new() { Elastic = ElasticKind.Linear, Stiffness = Stiffness, Damping = DampingKind.None, Tangential = TangentialKind.None };

    private static readonly ContactLaws Hertz = new ContactLaws { Damping = DampingKind.None, Tangential = TangentialKind.None }.OfMaterial(GrainSamples.Modulus, GrainSamples.Poisson);

    [Fact]
    public void A_column_on_a_floor_is_pressed_by_the_weight_above_it()
    {
        const int count = 6;
        Vector3d[] at = [.. Enumerable.Range(0, count).Select(i => new Vector3d(0.01, 0.01, 5e-3 + Radius + (2.02 * Radius * i)))];
        GrainSetup setup = GrainSamples.Of(new(0.02, 0.02, 0.04), at, [.. at.Select(_ => Radius)], 2e-6) with { Gravity = new(0, 0, -9.81) };
        setup = setup with { Walls = [new PlaneWall(new(0, 0, 5e-3 / setup.Scale.Length), Vector3d.UnitZ)] };
        using GranularSystem system = GranularSystems.Make(setup, Springs, [Springs], 1);
        double weight = setup.Mass(0) * 9.81;
        RelaxationEnd end = system.Relax(5e-4 * weight, 50_000);
        Assert.True(end.Reached, $"{end}");
        IReadOnlyList<GrainReading> read = system.Read();
        for (int i = 0; i < count; i++)
        {
            double below = i == 0 ? 5e-3 + Radius : read[i - 1].Position.Z + (2 * Radius), expected = (count - i) * weight / Stiffness;
            Assert.Equal(expected, below - read[i].Position.Z, 5e-3 * expected);
            Assert.Equal(0, read[i].Velocity.Length);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-3)]
    public void An_overlapping_pair_ends_where_the_load_holds_it(double load)
    {
        Vector3d[] at = [new(0.01, 0.01, 0.01), new(0.0107, 0.0104, 0.0102)];
        Vector3d along = (at[1] - at[0]).Normalized();
        GrainSetup setup = GrainSamples.Of(new(0.02, 0.02, 0.02), at, [Radius, 0.5 * Radius], 2e-6) with { BodyForces = [along * load, along * -load] };
        using GranularSystem system = GranularSystems.Make(setup, Hertz, [], 1);
        Assert.True(system.Relax(2e-6, 50_000).Reached);
        IReadOnlyList<GrainReading> read = system.Read();

        // 4/3 E* √R* δ^1.5; without a load the two fly apart until nothing acts.
        double overlap = Math.Pow(load / (4.0 / 3 * Hertz.ReducedModulus * Math.Sqrt(Radius / 3)), 2.0 / 3), found = (1.5 * Radius) - (read[0].Position - read[1].Position).Length;
        if (load > 0)
        {
            Assert.Equal(overlap, found, 3e-3 * overlap);
        }
        else
        {
            Assert.InRange(found, -0.1 * Radius, 2e-6);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_compressed_packing_reaches_the_energy_that_plain_descent_reaches(int threads)
    {
        // 125 spheres at 78 % by volume, periodic; plain steepest descent in double precision from where the engine has ended finds nothing lower.
        GrainSetup setup = GrainSamples.Gas(5, 1.76e-3, 0.9e-3, 1.1e-3, 0, 2e-6) with { KeepsEnergyAccount = true };
        using GranularSystem system = GranularSystems.Make(setup, Hertz, [], threads);
        double mean = 4.0 / 3 * Hertz.ReducedModulus * Math.Sqrt(Radius / 2) * Math.Pow(1e-4, 1.5);
        RelaxationEnd end = system.Relax(1e-4 * mean, 50_000);
        Assert.True(end.Reached, $"{end}");
        Vector3d[] at = [.. system.Read().Select(r => r.Position)];
        double side = 5 * 1.76e-3, start = Energy(setup, at, side, out Vector3d[] forces), lowest = start;
        Assert.Equal(start, system.Energies![EnergyTerm.Elastic], 1e-4 * start);
        Assert.True(forces.Max(f => f.Length) < 3e-4 * mean, $"{forces.Max(f => f.Length) / mean}");
        double step = 1e-3 / (Hertz.ReducedModulus * Radius);
        for (int k = 0; k < 200; k++)
        {
            at = [.. at.Select((p, i) => p + (forces[i] * step * 50))];
            lowest = Math.Min(lowest, Energy(setup, at, side, out forces));
        }

        Assert.True(lowest > start * (1 - 1e-5), $"{lowest / start}");
    }

    /// <summary>Sum of 2/5 F δ over all pairs, nearest images.</summary>
    private static double Energy(GrainSetup setup, Vector3d[] at, double side, out Vector3d[] forces)
    {
        double energy = 0;
        forces = new Vector3d[at.Length];
        for (int i = 0; i < at.Length; i++)
        {
            for (int j = i + 1; j < at.Length; j++)
            {
                Vector3d d = at[i] - at[j];
                d -= new Vector3d(Math.Round(d.X / side), Math.Round(d.Y / side), Math.Round(d.Z / side)) * side;
                double a = setup.Radii[i], b = setup.Radii[j], overlap = a + b - d.Length;
                if (overlap > 0)
                {
                    double force = 4.0 / 3 * Hertz.ReducedModulus * Math.Sqrt(a * b / (a + b)) * Math.Pow(overlap, 1.5);
                    energy += 0.4 * force * overlap;
                    forces[i] += d * (force / d.Length);
                    forces[j] -= d * (force / d.Length);
                }
            }
        }

        return energy;
    }
}
