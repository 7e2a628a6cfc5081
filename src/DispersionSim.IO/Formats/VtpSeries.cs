using System.Security;
using System.Text;

namespace DispersionSim.IO;

/// <summary>A series of VTP files as one ParaView data set (PVD): the stages of a run as time steps.</summary>
public static class VtpSeries
{
    /// <summary>Writes the list of files.</summary>
    /// <param name="path">File ending in .pvd.</param>
    /// <param name="files">Time and file name, relative to the series.</param>
    public static void Write(string path, IEnumerable<(double Time, string File)> files)
    {
        var text = new StringBuilder("<?xml version=\"1.0\"?>\n<VTKFile type=\"Collection\" version=\"1.0\" byte_order=\"LittleEndian\">\n<Collection>\n");
        foreach ((double time, string file) in files)
        {
            text.Append($"<DataSet timestep=\"{time}\" part=\"0\" file=\"{SecurityElement.Escape(file)}\"/>\n");
        }

        AtomicFile.Write(path, text.Append("</Collection>\n</VTKFile>\n").ToString());
    }
}
