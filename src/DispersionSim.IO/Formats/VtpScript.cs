namespace DispersionSim.IO;

/// <summary>A ParaView Python script that shows an exported series as spheres at once.</summary>
public static class VtpScript
{
    /// <summary>Writes <c>show-in-paraview.py</c>; start it with <c>paraview --script=show-in-paraview.py</c>.</summary>
    /// <param name="path">File ending in .py.</param>
    /// <param name="series">File name of the series or VTP file beside it.</param>
    public static void Write(string path, string series) => AtomicFile.Write(path, $$"""
        # Shows the particles as spheres: Point Gaussian, scaled by the radius of each. Lengths in micrometres.
        import os
        from paraview.simple import *

        here = os.path.dirname(os.path.abspath(__file__))
        particles = OpenDataFile(os.path.join(here, {{Quoted(series)}}))
        view = GetActiveViewOrCreate("RenderView")
        shown = Show(particles, view)
        shown.SetRepresentationType("Point Gaussian")
        shown.ShaderPreset = "Sphere"
        shown.GaussianRadius = 1.0
        shown.ScaleByArray = 1
        shown.SetScaleArray = ["POINTS", "radius"]
        shown.UseScaleFunction = 0
        shown.ColorArrayName = ["POINTS", "rgb"]
        shown.MapScalars = 0
        view.ResetCamera()
        Render()

        """.ReplaceLineEndings("\n"));

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
