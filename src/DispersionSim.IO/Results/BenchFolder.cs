namespace DispersionSim.IO;

/// <summary>What <c>bench</c> leaves: bench.json, bench.md and the roofline's picture; a former study in the folder is replaced.</summary>
public static class BenchFolder
{
    public static void Write(string folder, BenchmarkDocument document, string table, string pictureName, byte[] picture)
    {
        AtomicFile.Write(Path.Combine(folder, "bench.json"), document.ToJson());
        AtomicFile.Write(Path.Combine(folder, "bench.md"), table);
        AtomicFile.Write(Path.Combine(folder, pictureName), picture);
    }
}
