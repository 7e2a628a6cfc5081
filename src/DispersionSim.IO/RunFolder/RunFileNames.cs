namespace DispersionSim.IO;

/// <summary>Names inside a run folder; scripts rely on them.</summary>
public static class RunFileNames
{
    public const string Recipe = "recipe.toml";
    public const string Manifest = "manifest.json";
    public const string Metrics = "metrics.json";
    public const string Claims = "claims.json";
    public const string Validation = "validation.json";
    public const string Report = "report.html";

    /// <summary>Two pages for print: verdicts with their evidence, figures, what would flip them.</summary>
    public const string Exhibit = "exhibit.html";

    /// <summary>The same once the powder was sheared again under other assumptions; the run's own stays as its manifest has it.</summary>
    public const string VerifiedExhibit = "exhibit-verified.html";

    /// <summary>The page of a measured surface.</summary>
    public const string SurfacePage = "surface.html";

    public const string VolumePage = "volume.html";

    public const string MicrographPage = "micrograph.html";

    public const string PointsPage = "points.html";

    public const string DistributionPage = "distribution.html";

    /// <summary>What the report says beyond the other files: headline, margins, stage measurements, notes.</summary>
    public const string ReportContent = "report.json";

    /// <summary>The phase with the largest share of each voxel.</summary>
    public const string Volume = "volume.tif";

    /// <summary>The share of every phase in each voxel.</summary>
    public const string VolumeFractions = "volume-fractions.tif";

    public const string States = "state";
    public const string Checkpoints = "checkpoints";
    public const string Images = "images";
    public const string Plots = "plots";
    public const string Replicates = "replicates";
    public const string View3D = "view-3d.png";

    /// <summary>The case of a granular run as resolved, and what it leaves.</summary>
    public const string Case = "case.toml";

    public const string Particles = "particles.csv";
    public const string Energy = "energy.csv";
    public const string EnergyAccount = "energy-account.csv";
    public const string EnergyPlot = "energy.svg";
    public const string Forces = "forces.csv";
    public const string Bonds = "bonds.csv";
    public const string Frames = "frames";
    public const string FrameSeries = "frames.pvd";
    public const string Image = "image.png";

    /// <summary>What a dispersion leaves: figures and functions, its curves, its sizes, a page of words.</summary>
    public const string Dispersion = "dispersion.json";

    public const string Calibration = "calibration.json";
    public const string CalibrationLayers = "calibration-layers.csv";

    public const string SizeStrain = "size-strain.csv";
    public const string Fragments = "fragments.csv";
    public const string Summary = "summary.md";

    /// <summary>What a window map leaves: the same of its points, and them as a table.</summary>
    public const string Window = "window.json";

    public const string WindowPoints = "window.csv";

    /// <summary>A response map: its study as resolved, its figures, and its points as a table and one by one.</summary>
    public const string Study = "study.toml";

    public const string Map = "map.json";
    public const string MapTable = "map.csv";
    public const string MapPoints = "points";

    /// <summary>Held open while a process works in the folder.</summary>
    public const string Lock = ".lock";

    /// <summary>"03-drying.h5": stages sort in the order in which they ran, counted from 1.</summary>
    public static string State(int order, string stage) => $"{order:00}-{stage}.h5";

    /// <summary>"03-drying.checkpoint": a finished stage.</summary>
    public static string Checkpoint(int order, string stage) => $"{order:00}-{stage}.checkpoint";

    /// <summary>"03-drying.inner": the inner state of a stage under way.</summary>
    public static string InnerCheckpoint(int order, string stage) => $"{order:00}-{stage}.inner";

    /// <summary>The middle of a granular run.</summary>
    public const string GrainCheckpoint = "dem.inner";

    /// <summary>The points of a window map that are done.</summary>
    public const string WindowCheckpoint = "window.inner";

    /// <summary>"frame-0012.vtp": frames of a granular run, counted from 0.</summary>
    public static string Frame(int number) => $"frame-{number:0000}.vtp";

    /// <summary>"section-1.png".</summary>
    public static string Section(int number) => $"section-{number}.png";

    /// <summary>"section-1.phase.png"; kinds: phase, particle, agglomerate.</summary>
    public static string SectionMask(int number, string kind) => $"section-{number}.{kind}.png";

    /// <summary>"0012-02.json": the second replicate of the twelfth point of a map.</summary>
    public static string MapPoint(int point, int replicate) => $"{point:0000}-{replicate:00}.json";
}
