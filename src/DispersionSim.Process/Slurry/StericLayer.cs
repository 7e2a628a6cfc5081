namespace DispersionSim.Process;

/// <summary>Layers of polymer adsorbed on two spheres: they keep the surfaces apart and push where they overlap.</summary>
/// <remarks>
/// Alexander–de Gennes: pressure between flat layers P(D) = (kT/s³)[(2δ/D)^(9/4) − (D/2δ)^(3/4)] for D &lt; 2δ, none beyond;
/// between spheres, by Derjaguin's approximation, F = 2πR* ∫_D^2δ P dD'. s is the distance of anchored chains. Valid for D ≪ a, D &gt; about δ/5.
/// Source: de-gennes-1987.
/// </remarks>
/// <param name="Thickness">δ, m.</param>
/// <param name="Spacing">s, m.</param>
/// <param name="ThermalEnergy">kT, J.</param>
public readonly record struct StericLayer(double Thickness, double Spacing, double ThermalEnergy)
{
    /// <summary>P(D), Pa.</summary>
    public double Pressure(double separation)
    {
        double reach = 2 * Thickness;
        return separation >= reach ? 0 : ThermalEnergy / Math.Pow(Spacing, 3) * (Math.Pow(reach / separation, 2.25) - Math.Pow(separation / reach, 0.75));
    }

    /// <summary>Repulsion between spheres, N: the integral above in closed form.</summary>
    public double Force(double reducedRadius, double separation)
    {
        double reach = 2 * Thickness, x = separation / reach;
        if (x >= 1)
        {
            return 0;
        }

        double integral = reach * ((0.8 * (Math.Pow(x, -1.25) - 1)) - (4.0 / 7 * (1 - Math.Pow(x, 1.75))));
        return 2 * Math.PI * reducedRadius * ThermalEnergy / Math.Pow(Spacing, 3) * integral;
    }
}
