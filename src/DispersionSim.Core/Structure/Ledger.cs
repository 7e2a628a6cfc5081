namespace DispersionSim.Core;

/// <summary>The species whose mass is accounted for through every stage.</summary>
public enum Species
{
    Silicon,
    SiliconAlloy,
    ConductivePowder,

    /// <summary>Polyamic acid, the soluble precursor of the binder.</summary>
    BinderPrecursor,

    /// <summary>Cured binder (polyimide).</summary>
    Binder,

    /// <summary>N-methyl-2-pyrrolidone.</summary>
    Solvent,

    /// <summary>Solvent that has evaporated.</summary>
    SolventVapour,

    /// <summary>Water set free by imidisation.</summary>
    CondensationWater,

    /// <summary>Gas from binder decomposition.</summary>
    DecompositionGas,
}

/// <summary>Masses of the species in the simulated segment, kg. Their sum changes in no stage after the slurry is made.</summary>
public sealed record Ledger
{
    private readonly double[] mass = new double[Enum.GetValues<Species>().Length];

    /// <summary>Mass of one species, kg.</summary>
    public double this[Species species] => mass[(int)species];

    /// <summary>All species together, kg.</summary>
    public double Total => mass.Sum();

    public static Ledger Empty { get; } = new();

    /// <summary>The same ledger with one entry set, kg.</summary>
    public Ledger With(Species species, double kilograms)
    {
        var copy = new Ledger();
        mass.CopyTo(copy.mass, 0);
        copy.mass[(int)species] = kilograms;
        return copy;
    }

    /// <summary>Mass moved from one species to another, kg; the total stays.</summary>
    public Ledger Move(Species from, Species to, double kilograms) =>
        With(from, this[from] - kilograms) is var less ? less.With(to, less[to] + kilograms) : this;

    /// <summary>Every entry times a factor: a segment cut from a larger amount.</summary>
    public Ledger Scaled(double factor)
    {
        var copy = new Ledger();
        for (int i = 0; i < mass.Length; i++)
        {
            copy.mass[i] = mass[i] * factor;
        }

        return copy;
    }
}
