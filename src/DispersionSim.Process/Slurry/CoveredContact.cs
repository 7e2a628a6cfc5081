namespace DispersionSim.Process;

/// <summary>What two spheres with adsorbed layers do to each other: van der Waals attraction against the push of the layers.</summary>
/// <param name="Separation">Where the attraction is greatest, m.</param>
/// <param name="Work">Greatest attraction over 2πR*, J/m²: the work of adhesion of the pull-off force.</param>
/// <param name="Barrier">Greatest net repulsion nearer than that over 2πR*, J/m²; 0 where the layers cannot keep the surfaces apart.</param>
/// <remarks>
/// Net attraction of spheres is 2πR* W(D) with W(D) = A_eff(D)/(12πD²) − ∫_D^2δ P dD' (Derjaguin). Spheres that come from far away rest where W falls to nothing, and are pulled off over the greatest W
/// outside that; where W never falls to nothing they are drawn into contact. Dense layers (small s) are hard walls at 2δ: with ε = A s³/(18π kT (2δ)³) the work is 1 + ε + 13/6 ε² times that of such a wall.
/// Range: D above δ/5, where the layers' law ends. Not included: attraction of the layers to each other, chains that bridge, chains that leave the contact.
/// </remarks>
public sealed record CoveredContact(double Separation, double Work, double Barrier)
{
    private const int Looks = 96;
    private const int Narrowings = 60;
    private const double GoldenPart = 0.38196601125010515;

    /// <summary>Two like spheres.</summary>
    /// <param name="shell">Their materials.</param>
    /// <param name="layer">The layer on each.</param>
    /// <param name="nearest">Separation of surfaces in contact, m.</param>
    public static CoveredContact Of(OxideShell shell, StericLayer layer, double nearest)
    {
        double reach = 2 * layer.Thickness, ratio = Math.Pow(Math.Min(1, nearest / reach), 1.0 / Looks);
        double Net(double d) => VanDerWaals.WorkOfAdhesion(shell.EffectiveHamaker(d), d) - layer.Energy(d);
        (double best, double work, double at) = (reach, Net(reach), reach);
        int k = 1;
        for (; k <= Looks && Net(at = reach * Math.Pow(ratio, k)) is > 0 and double w; k++)
        {
            (best, work) = w > work ? (at, w) : (best, work);
        }

        (best, work) = Greatest(Net, Math.Max(nearest, best * ratio), Math.Min(reach, best / ratio), best, work);
        double lowest = k > Looks ? 0 : Enumerable.Range(k, Looks + 1 - k).Min(j => Net(reach * Math.Pow(ratio, j)));
        return new(best, work, Math.Max(0, -lowest));
    }

    /// <summary>Golden section between two separations about one that is greater than both.</summary>
    private static (double At, double Value) Greatest(Func<double, double> net, double low, double high, double best, double value)
    {
        for (int k = 0; k < Narrowings; k++)
        {
            double next = best + (GoldenPart * (high - best > best - low ? high - best : low - best)), w = net(next);
            bool greater = w > value;
            (double inner, double outer) = greater ? (best, next) : (next, best);
            (low, high) = outer > inner ? (inner, high) : (low, inner);
            (best, value) = greater ? (next, w) : (best, value);
        }

        return (best, value);
    }
}
