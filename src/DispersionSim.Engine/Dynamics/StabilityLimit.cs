using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>How fast the stiffest motion of the contact network relaxes, and with it the longest stable explicit step, 2/λ.</summary>
/// <remarks>
/// λ is the largest eigenvalue of R⁻¹ Bᵀ K B. With ρ_i the same eigenvalue of particle i's own six rows, λ ≤ max (ρ_i + ρ_j) over the links:
/// λ is also the largest eigenvalue of Σ_i G_i over contacts, G_i = K^½ B_i R_i⁻¹ B_iᵀ K^½ acts on the contacts of i alone and has norm ρ_i.
/// For springs in a line of equal spheres the bound is exact. It is renewed every few steps, and where contacts have been added.
/// </remarks>
internal sealed class StabilityLimit(HostDevice device, ParticleColumns particles, LinkColumns links)
{
    /// <summary>Steps after which it is renewed in any case.</summary>
    public const int Renewal = 16;

    private double rate;
    private int known;

    /// <summary>Bound of λ, and the number of links that it is known for.</summary>
    public (double Rate, int Links) State
    {
        get => (rate, known);
        set => (rate, known) = value;
    }

    /// <summary>Longest explicit step that is stable.</summary>
    public double Longest => 2 / Math.Max(rate, 1e-30);

    /// <summary>Brings the bound up to date where the step's number or new contacts call for it.</summary>
    public void Refresh(HostWorld world, StepParameters step, int active, long number)
    {
        if (number % Renewal == 0 || active > known)
        {
            Renew(world, step, active);
        }
    }

    /// <summary>Has the bound renewed at the next step.</summary>
    public void Forget() => known = -1;

    /// <summary>Finds the bound for the links as they are prepared now.</summary>
    public void Renew(HostWorld world, StepParameters step, int active)
    {
        device.Run(particles.Count, new RelaxationRates<HostWorld>(), world, step);
        rate = device.Greatest(active, (from, to) =>
        {
            double largest = 0;
            for (int c = from; c < to; c++)
            {
                Int4 pair = links.Link[links.Active[c]];
                double second = pair.Z == LinkKind.Pair ? particles.InverseDiagonal[pair.Y].X : 0;
                largest = Math.Max(largest, particles.InverseDiagonal[pair.X].X + second);
            }

            return largest;
        });
        known = active;
    }
}
