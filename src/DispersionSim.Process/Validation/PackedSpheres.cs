using DispersionSim.Core;
using DispersionSim.Engine;

namespace DispersionSim.Process;

/// <summary>Equal spheres of radius 1, mass 1 and stiffness 1 in a periodic cube: what a packing experiment works on.</summary>
/// <param name="Positions">Centres in a cube of <paramref name="Length"/>.</param>
/// <param name="Length">Edge of the cube, radii.</param>
internal sealed record PackedSpheres(Vector3d[] Positions, double Length)
{
    private const double TimeStep = 0.05;
    private static readonly ContactLaws Springs = new() { Elastic = ElasticKind.Linear, Stiffness = 1, Damping = DampingKind.None, Tangential = TangentialKind.None };

    /// <summary>Solid fraction.</summary>
    public double Fraction => FractionIn(Length);

    /// <summary>Points at random in a cube that holds them at a solid fraction, overlaps and all.</summary>
    public static PackedSpheres AtRandom(int count, double fraction, ulong seed)
    {
        var random = new RandomStream(seed, StreamName.MonteCarlo, 14);
        double length = Math.Cbrt(count * 4 * Math.PI / 3 / fraction);
        return new([.. Enumerable.Range(0, count).Select(_ => new Vector3d(random.NextDouble(), random.NextDouble(), random.NextDouble()) * length)], length);
    }

    /// <summary>The same arrangement in a cube that holds it at another solid fraction.</summary>
    public PackedSpheres At(double fraction)
    {
        double factor = Math.Cbrt(Fraction / fraction);
        return new([.. Positions.Select(p => p * factor)], Length * factor);
    }

    /// <summary>Frictionless springs brought to rest; returns the spheres and the pressure between them.</summary>
    /// <param name="forceTolerance">Greatest force left on a sphere.</param>
    public (PackedSpheres Rested, double Pressure) AtRest(double forceTolerance)
    {
        using GranularSystem system = Make(Springs);
        system.Relax(forceTolerance, 20_000);
        return (With(system), system.Measure().Pressure);
    }

    /// <summary>Spheres with friction compressed evenly and slowly until they press on each other.</summary>
    /// <param name="friction">Coefficient of friction.</param>
    /// <param name="rate">Rate at which the edge shortens.</param>
    /// <param name="pressure">Pressure at which compression ends: a share of the stiffness that leaves overlaps far below a radius.</param>
    public PackedSpheres Compressed(double friction, double rate, double pressure)
    {
        ContactLaws rough = Springs with { Damping = DampingKind.Restitution, DampingCoefficient = 0.1, Tangential = TangentialKind.Mindlin, TangentialStiffness = 2.0 / 7, Friction = friction };
        using GranularSystem system = Make(friction > 0 ? rough : rough with { Tangential = TangentialKind.None });
        Array.Fill(system.Box.Dilation, -rate * system.Scale.Time);
        long patience = (long)(1e-4 / (rate * TimeStep));
        while (system.Measure().Pressure < pressure)
        {
            system.Advance(Math.Max(1, patience));
        }

        return With(system);
    }

    /// <summary>Mean number of contacts of the spheres that are held: one with fewer than four contacts rattles and counts neither itself nor as a contact.</summary>
    public (double Coordination, double Rattlers) Contacts()
    {
        List<int>[] touching = Touching();
        bool[] rattles = new bool[Positions.Length];
        bool changed = true;
        while (changed)
        {
            changed = false;
            for (int i = 0; i < rattles.Length; i++)
            {
                if (!rattles[i] && touching[i].Count(j => !rattles[j]) < 4)
                {
                    rattles[i] = changed = true;
                }
            }
        }

        int[] held = [.. Enumerable.Range(0, rattles.Length).Where(i => !rattles[i])];
        return (held.Length == 0 ? 0 : held.Average(i => touching[i].Count(j => !rattles[j])), 1 - ((double)held.Length / rattles.Length));
    }

    private double FractionIn(double length) => Positions.Length * 4 * Math.PI / 3 / (length * length * length);

    private GranularSystem Make(ContactLaws laws)
    {
        int n = Positions.Length;
        double[] radii = [.. Enumerable.Repeat(1.0, n)], densities = [.. Enumerable.Repeat(3 / (4 * Math.PI), n)];
        var scale = UnitScale.ForGrains(radii, densities, TimeStep);
        double edge = Length / scale.Length;
        return GranularSystems.Make(
            new()
            {
                Scale = scale,
                Box = new(edge, edge, edge),
                Positions = Positions,
                Velocities = new Vector3d[n],
                Spins = new Vector3d[n],
                Radii = radii,
                Densities = densities,
                TimeStep = TimeStep,
            },
            laws,
            [],
            1);
    }

    private PackedSpheres With(GranularSystem system) => new([.. system.Read().Select(r => r.Position)], system.Box.Length[0] * system.Scale.Length);

    private List<int>[] Touching()
    {
        List<int>[] touching = [.. Positions.Select(_ => new List<int>())];
        for (int i = 0; i < Positions.Length; i++)
        {
            for (int j = i + 1; j < Positions.Length; j++)
            {
                Vector3d d = Positions[i] - Positions[j];
                d -= new Vector3d(Math.Round(d.X / Length), Math.Round(d.Y / Length), Math.Round(d.Z / Length)) * Length;
                if (d.LengthSquared < 4)
                {
                    touching[i].Add(j);
                    touching[j].Add(i);
                }
            }
        }

        return touching;
    }
}
