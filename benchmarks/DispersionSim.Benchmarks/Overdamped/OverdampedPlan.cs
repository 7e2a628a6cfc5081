using System.Globalization;
using DispersionSim.Engine;
using DispersionSim.Process;

namespace DispersionSim.Benchmarks;

/// <summary>What an overdamped benchmark runs, from its command line.</summary>
internal sealed record OverdampedPlan
{
    /// <summary>Time to solution against the number of primaries, instead of implicit against explicit.</summary>
    public bool Growth { get; init; }

    /// <summary>Mason numbers μGa²/F_c.</summary>
    public double[] Mason { get; init; } = [0.003, 0.01, 0.03];

    /// <summary>N/m.</summary>
    public double[] Stiffness { get; init; } = [AgglomerateCase.Softened, AgglomerateCase.Unsoftened];

    /// <summary>Hydrodynamic tiers, a line or three each.</summary>
    public HydrodynamicTier[] Tiers { get; init; } = [HydrodynamicTier.T0];

    /// <summary>Numbers of agglomerates whose time to solution is compared.</summary>
    public int[] Sizes { get; init; } = [10, 100, 1000];

    public int Agglomerates { get; init; } = 100;

    public int Primaries { get; init; } = 100;

    /// <summary>How many starts, numbered from <see cref="FirstSeed"/>.</summary>
    public int Seeds { get; init; } = 1;

    public int FirstSeed { get; init; } = 1;

    /// <summary>Which steps are taken; fragments and times are set against the explicit ones.</summary>
    public Integrator[] Integrators { get; init; } = [Integrator.Implicit, Integrator.Explicit];

    public int Threads { get; init; } = 2;

    public double Strain { get; init; } = 1;

    /// <summary>Share of a radius that neighbours may move in a step, as in recipes.</summary>
    public double Motion { get; init; } = new DispersionOptions().StepMotion;

    /// <summary>Turning of touching pairs as a multiple of that, where it is not that of recipes.</summary>
    public double? Turn { get; init; }

    /// <summary>Share of the touching pairs that may turn twice as far, where it is not that of recipes.</summary>
    public double? FastShare { get; init; }

    /// <summary>Relative residual of the implicit solve at the softened stiffness; a stiffer contact gets one that is smaller by as much.</summary>
    public double Residual { get; init; } = StepControl.OfShear(1).Residual;

    /// <summary>Strain over which the explicit run is timed.</summary>
    public double ExplicitStrain { get; init; } = 1;

    /// <summary>Contacts open and meet one after another within implicit steps.</summary>
    public bool Events { get; init; } = true;

    /// <summary>Control of the implicit runs.</summary>
    public StepControl Implicit(double stiffness)
    {
        StepControl control = StepControl.OfShear(AgglomerateCase.OverlapAtPullOff(stiffness), Residual);
        return control with
        {
            Motion = Motion,
            Turn = Turn ?? control.Turn,
            FastShare = FastShare ?? control.FastShare,
            Events = Events,
        };
    }

    public static OverdampedPlan Of(string[] arguments)
    {
        bool growth = arguments is ["growth", ..];
        OverdampedPlan plan = growth ? new() { Growth = true, Mason = [0.01], Stiffness = [AgglomerateCase.Softened], Strain = 10 } : new();
        bool part = false;
        for (int k = growth ? 1 : 0; k + 1 < arguments.Length; k += 2)
        {
            string value = arguments[k + 1];
            part |= arguments[k] == "--explicit-strain";
            plan = arguments[k] switch
            {
                "--mason" => plan with { Mason = Numbers(value) },
                "--stiffness" => plan with { Stiffness = Numbers(value) },
                "--agglomerates" => plan with { Agglomerates = int.Parse(value, CultureInfo.InvariantCulture) },
                "--primaries" => plan with { Primaries = int.Parse(value, CultureInfo.InvariantCulture) },
                "--tier" => plan with { Tiers = [.. value.Split(',').Select(Enum.Parse<HydrodynamicTier>)] },
                "--sizes" => plan with { Sizes = [.. Numbers(value).Select(n => (int)n)] },
                "--seeds" => plan with { Seeds = int.Parse(value, CultureInfo.InvariantCulture) },
                "--first-seed" => plan with { FirstSeed = int.Parse(value, CultureInfo.InvariantCulture) },
                "--integrators" => plan with { Integrators = [.. value.Split(',').Select(name => Enum.Parse<Integrator>(name, true))] },
                "--threads" => plan with { Threads = int.Parse(value, CultureInfo.InvariantCulture) },
                "--strain" => plan with { Strain = Numbers(value)[0] },
                "--explicit-strain" => plan with { ExplicitStrain = Numbers(value)[0] },
                "--motion" => plan with { Motion = Numbers(value)[0] },
                "--turn" => plan with { Turn = Numbers(value)[0] },
                "--fast-share" => plan with { FastShare = Numbers(value)[0] },
                "--events" => plan with { Events = bool.Parse(value) },
                "--residual" => plan with { Residual = Numbers(value)[0] },
                _ => throw new ArgumentException($"{arguments[k]}: known are --mason, --stiffness, --agglomerates, --primaries, --tier, --sizes, --seeds, --first-seed, --integrators, --threads, --strain, --motion, --turn, --fast-share, --events, --residual, --explicit-strain", nameof(arguments)),
            };
        }

        return plan with { ExplicitStrain = part ? Math.Min(plan.ExplicitStrain, plan.Strain) : plan.Strain };
    }

    private static double[] Numbers(string list) => [.. list.Split(',').Select(item => item switch
    {
        "soft" => AgglomerateCase.Softened,
        "hard" => AgglomerateCase.Unsoftened,
        _ => double.Parse(item, CultureInfo.InvariantCulture),
    })];
}
