namespace DispersionSim.IO;

/// <summary>The document of <c>dem --json</c>: what was run and the state it ended in.</summary>
/// <param name="Name">The case.</param>
/// <param name="Folder">Where its files are.</param>
/// <param name="Particles">Number of particles.</param>
/// <param name="Steps">Steps taken.</param>
/// <param name="TimeStep">Time step, s.</param>
/// <param name="StableLimit">Largest time step that would have been taken, s.</param>
/// <param name="Seconds">Wall-clock seconds of the steps.</param>
/// <param name="Final">The last row of energy.csv by column.</param>
/// <param name="Files">Files by name.</param>
public sealed record DemDocument(
    string Name,
    string Folder,
    int Particles,
    long Steps,
    double TimeStep,
    double StableLimit,
    double Seconds,
    IReadOnlyList<(string Column, double Value)> Final,
    IReadOnlyList<string> Files)
{
    public byte[] ToJson() => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("case", Name);
        json.WriteString("folder", Folder);
        json.WriteNumber("particles", Particles);
        json.WriteNumber("steps", Steps);
        json.WriteReal("time_step", TimeStep);
        json.WriteReal("stable_limit", StableLimit);
        json.WriteReal("seconds", Seconds);
        json.WriteReal("particle_steps_per_second", Seconds > 0 ? Particles * (double)Steps / Seconds : double.NaN);
        json.WriteStartObject("final");
        foreach ((string column, double value) in Final)
        {
            json.WriteReal(column, value);
        }

        json.WriteEndObject();
        json.WriteArray("files", Files, (j, file) => j.WriteStringValue(file));
        json.WriteEndObject();
    });
}
