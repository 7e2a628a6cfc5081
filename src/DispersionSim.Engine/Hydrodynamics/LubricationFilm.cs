namespace DispersionSim.Engine;

/// <summary>Singular resistance of the film between two spheres, as dampers between two points of their surfaces: positive semi-definite by form.</summary>
/// <remarks>
/// With ξ = 2h/(a + b), S = a + b, R* = ab/S and L = ln 1/ξ the singular terms of the exact two-sphere resistance are
/// N = 6πη R*²/h + (6/5)πη ab(a² + 7ab + b²)/S³ L along the line of centres, and across it ½A s² + B s Δω + ½C Δω² of the slip s at the contact and the
/// difference Δω of the spins, A = (8/5)πη ab(2a² + ab + 2b²)/S³ L, B = (12/5)πη a²b²(b − a)/S³ L, C = (24/5)πη a³b³/S³ L; AC − B² &gt; 0.
/// Slip taken at arms a − δ and b + δ, δ = B/A, leaves no cross term: shear A, and pump C − B²/A = 6πη a³b³/(S(2a² + ab + 2b²)) L of the spins. Twisting has no singular term.
/// Equal spheres: N = (3/2)πηa²/h + (27/20)πηa L, A = πηa L, C = (3/5)πηa³ L. Valid for ξ ≪ 1. Source: jeffrey-onishi-1984.
/// </remarks>
/// <param name="Squeeze">N, N s/m.</param>
/// <param name="Shear">A, N s/m.</param>
/// <param name="Pump">C − B²/A, N m s.</param>
/// <param name="FirstArm">a − δ, m.</param>
/// <param name="SecondArm">b + δ, m.</param>
public readonly record struct LubricationFilm(double Squeeze, double Shear, double Pump, double FirstArm, double SecondArm)
{
    /// <summary>ξ beyond which there is no film: a gap of half a mean radius.</summary>
    public const double Range = 0.5;

    /// <summary>The film of two spheres.</summary>
    /// <param name="a">Radius of the first, m.</param>
    /// <param name="b">Radius of the second, m.</param>
    /// <param name="gap">h, above 0, m.</param>
    /// <param name="viscosity">η, Pa s.</param>
    /// <param name="logarithms">With the logarithmic terms; without them only the squeezing 1/h.</param>
    public static LubricationFilm Between(double a, double b, double gap, double viscosity, bool logarithms)
    {
        double sum = a + b, product = a * b, reduced = product / sum, cube = sum * sum * sum, form = (2 * a * a) + product + (2 * b * b);
        double weak = logarithms ? Math.PI * viscosity * Math.Log(sum / (2 * gap)) : 0, shift = 1.5 * product * (b - a) / form;
        return new(
            (6 * Math.PI * viscosity * reduced * reduced / gap) + (1.2 * weak * product * ((a * a) + (7 * product) + (b * b)) / cube),
            1.6 * weak * product * form / cube,
            6 * weak * product * product * product / (sum * form),
            a - shift,
            b + shift);
    }
}
