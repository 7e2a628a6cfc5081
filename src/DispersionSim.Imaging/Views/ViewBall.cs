using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>A sphere to be drawn.</summary>
/// <param name="Centre">Place, m.</param>
/// <param name="Radius">Of its outer surface, coat included, m.</param>
/// <param name="Core">Radius of the particle inside the coat, m; 0 for a ball of binder.</param>
/// <param name="Colour">Colour of the particle, linear light.</param>
internal readonly record struct ViewBall(Vector3d Centre, double Radius, double Core, Vector3d Colour)
{
    private const int BridgeSpheres = 5;

    /// <summary>Particles and menisci with all the periodic copies that reach into the cell.</summary>
    public static ViewBall[] Of(FilmGeometry film, ViewColour by)
    {
        ParticleSet particles = film.State.Particles;
        IEnumerable<ViewBall> balls = Enumerable.Range(0, particles.Count)
            .Select(i => new ViewBall(film.Centre[i], film.Radius[i] + film.Coat[i], film.Radius[i], ViewPalette.Of(particles, i, by)));
        IEnumerable<ViewBall> bridges = film.Menisci.SelectMany(m => m.Spheres(BridgeSpheres)).Select(s => new ViewBall(film.Domain.Wrap(s.Centre), s.Radius, 0, ViewPalette.Binder));
        return [.. balls.Concat(bridges).SelectMany(b => b.Copies(film.Domain))];
    }

    private IEnumerable<ViewBall> Copies(Domain domain)
    {
        for (int i = -1; i <= 1; i++)
        {
            for (int j = -1; j <= 1; j++)
            {
                var shifted = new Vector3d(Centre.X + (i * domain.Size.X), Centre.Y + (j * domain.Size.Y), Centre.Z);
                if (Reaches(shifted.X, domain.Size.X) && Reaches(shifted.Y, domain.Size.Y))
                {
                    yield return this with { Centre = shifted };
                }
            }
        }
    }

    private bool Reaches(double place, double length) => place > -Radius && place < length + Radius;
}
