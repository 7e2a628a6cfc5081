using DispersionSim.Kernels;

namespace DispersionSim.Engine;

/// <summary>Tier T2: the films of all near pairs as further dampers of the implicit step, (R + L + Δt Bᵀ K B) v = F − Bᵀ f − L u∞.</summary>
/// <remarks>L is a sum over pairs of <see cref="LubricationFilm"/>, symmetric and positive semi-definite; it acts on motion against each other, the flow's part of it included. One thread, in the order of links: the same bits at any number of threads.</remarks>
internal sealed class LubricatedPairs(ParticleColumns particles, LinkColumns links)
{
    private readonly List<Film> films = [];

    /// <summary>Takes the pairs that are near enough now.</summary>
    /// <param name="options">Which terms.</param>
    /// <param name="smallestGap">Floor of the gap, simulation units.</param>
    /// <param name="viscosity">Simulation units.</param>
    public void Find(LubricationOptions options, double smallestGap, double viscosity)
    {
        films.Clear();
        for (int link = 0; link < links.Count && links.Link[link].Z == LinkKind.Pair; link++)
        {
            Int4 pair = links.Link[link];
            double a = particles.Size[pair.X].X, b = particles.Size[pair.Y].X, gap = Math.Max(-links.Normal[link].W, smallestGap);
            if (2 * gap < LubricationFilm.Range * (a + b))
            {
                // Arms end where the line of centres does, so that a pair that turns as one body has no slip.
                LubricationFilm f = LubricationFilm.Between(a, b, gap, viscosity, options.Logarithms);
                float share = (links.Arm[link].X + links.Arm[link].Y) / (float)(a + b);
                films.Add(new(link, new((float)f.FirstArm * share, (float)f.SecondArm * share, 0f), (float)f.Squeeze, (float)f.Shear, (float)f.Pump));
            }
        }
    }

    /// <summary>Adds the films to the inverse diagonal.</summary>
    public void AddDiagonal()
    {
        foreach (Film f in films)
        {
            Int4 pair = links.Link[f.Link];
            AddDiagonal(pair.X, links.Normal[f.Link], f.Arm.X, f);
            AddDiagonal(pair.Y, links.Normal[f.Link], f.Arm.Y, f);
        }
    }

    /// <summary>Adds L p of the search direction p to the product; returns p·L p.</summary>
    public double AddProduct()
    {
        double along = 0;
        foreach (Film f in films)
        {
            Int4 pair = links.Link[f.Link];
            Float4 n = links.Normal[f.Link], wi = particles.SearchSpin[pair.X], wj = particles.SearchSpin[pair.Y];
            Float4 slip = LinkMotion.Slip(particles.SearchVelocity[pair.X], particles.SearchVelocity[pair.Y], wi, wj, n, f.Arm), turn = Float4.Difference(wi, wj);
            Float4 force = LinkMotion.Resist(slip, n, f.Squeeze, f.Shear), moment = LinkMotion.Resist(turn, n, 0f, f.Pump);
            Add(f, pair, force, moment, 1f);
            along += Float4.Dot(slip, force) + Float4.Dot(turn, moment);
        }

        return along;
    }

    /// <summary>Takes what the films resist of the undisturbed flow off the right-hand side.</summary>
    public void TakeOffFlow(in StepParameters step)
    {
        foreach (Film f in films)
        {
            Float4 n = links.Normal[f.Link];
            Float4 force = LinkMotion.Resist(LinkMotion.FlowSlip(n, f.Arm, LinkKind.Pair, in step), n, f.Squeeze, f.Shear);
            Add(f, links.Link[f.Link], force, default, -1f);
        }
    }

    private void Add(Film f, Int4 pair, Float4 force, Float4 moment, float sign)
    {
        Float4 n = links.Normal[f.Link], first = default, firstTurn = default, second = default, secondTurn = default;
        LinkMotion.AddRow(false, n, f.Arm, force, moment, ref first, ref firstTurn);
        LinkMotion.AddRow(true, n, f.Arm, force, moment, ref second, ref secondTurn);
        particles.Force[pair.X] = Float4.AddScaled(particles.Force[pair.X], sign, first);
        particles.Torque[pair.X] = Float4.AddScaled(particles.Torque[pair.X], sign, firstTurn);
        particles.Force[pair.Y] = Float4.AddScaled(particles.Force[pair.Y], sign, second);
        particles.Torque[pair.Y] = Float4.AddScaled(particles.Torque[pair.Y], sign, secondTurn);
    }

    private void AddDiagonal(int i, Float4 n, float arm, Film f)
    {
        Float4 square = new(n.X * n.X, n.Y * n.Y, n.Z * n.Z), push = particles.InverseDiagonal[i], turn = particles.InverseDiagonalSpin[i];
        float rolling = f.Pump + (arm * arm * f.Shear);
        particles.InverseDiagonal[i] = new(Less(push.X, square.X, f.Squeeze, f.Shear), Less(push.Y, square.Y, f.Squeeze, f.Shear), Less(push.Z, square.Z, f.Squeeze, f.Shear));
        particles.InverseDiagonalSpin[i] = new(Less(turn.X, square.X, 0f, rolling), Less(turn.Y, square.Y, 0f, rolling), Less(turn.Z, square.Z, 0f, rolling));
    }

    private static float Less(float inverse, float alongSquared, float along, float across) => inverse / (1f + (inverse * (across + ((along - across) * alongSquared))));

    private readonly record struct Film(int Link, Float4 Arm, float Squeeze, float Shear, float Pump);
}
