namespace DispersionSim.Engine;

/// <summary>The only door between SI doubles and the single-precision simulation units of the kernels.</summary>
/// <param name="Length">Metres per simulation length: the mean radius.</param>
/// <param name="Force">Newtons per simulation force: the adhesive or applied force that matters.</param>
/// <param name="Time">Seconds per simulation time.</param>
public sealed record UnitScale(double Length, double Force, double Time)
{
    /// <summary>Length 1 = mean radius, force 1 = the given force, time 1 = time in which that force drags a mean particle through a radius.</summary>
    public static UnitScale ForSuspension(double meanRadius, double force, double viscosity) =>
        new(meanRadius, force, 6 * Math.PI * viscosity * meanRadius * meanRadius / force);

    /// <summary>Length 1 = mean radius, mass 1 = mean mass, time 1 = 64 time steps: speeds and forces of a stable step are of ordinary size.</summary>
    /// <param name="radii">Radii of the particles, m.</param>
    /// <param name="densities">Their densities, kg/m³.</param>
    /// <param name="timeStep">Time step, s.</param>
    public static UnitScale ForGrains(IReadOnlyList<double> radii, IReadOnlyList<double> densities, double timeStep)
    {
        double time = 64 * timeStep, meanRadius = radii.Average();
        double meanMass = Enumerable.Range(0, radii.Count).Average(i => GrainSetup.MassOf(radii[i], densities[i]));
        return new(meanRadius, meanMass * meanRadius / (time * time), time);
    }

    public float Lengths(double metres) => (float)(metres / Length);

    public float Forces(double newtons) => (float)(newtons / Force);

    public float Times(double seconds) => (float)(seconds / Time);

    public float Rates(double perSecond) => (float)(perSecond * Time);

    public float Stiffnesses(double newtonsPerMetre) => (float)(newtonsPerMetre * Length / Force);

    public float Stresses(double pascals) => (float)(pascals * Length * Length / Force);

    /// <summary>Force over velocity.</summary>
    public float Drags(double newtonSecondsPerMetre) => (float)(newtonSecondsPerMetre * Length / (Force * Time));

    /// <summary>Torque over angular velocity.</summary>
    public float RotationalDrags(double newtonMetreSeconds) => (float)(newtonMetreSeconds / (Force * Length * Time));
}
