using System.ComponentModel;
using DispersionSim.Core;

namespace DispersionSim.Imaging;

/// <summary>Which way a cross-section looks.</summary>
public enum SectionNormal
{
    /// <summary>In turn along y and along x.</summary>
    Alternate,

    /// <summary>Along y: the picture shows x and z.</summary>
    Y,

    /// <summary>Along x: the picture shows y and z.</summary>
    X,
}

/// <summary>What fills the pores when the section is cut.</summary>
public enum PoreFilling
{
    /// <summary>Nothing: particles behind the section show through.</summary>
    Empty,

    /// <summary>Epoxy resin: nothing shows through, and pores are as dark as binder.</summary>
    Epoxy,
}

/// <summary>What the colours of the 3-D view mean.</summary>
public enum ViewColour
{
    /// <summary>The agglomerate of the powder that a primary came in.</summary>
    Agglomerate,

    /// <summary>The material.</summary>
    Kind,
}

/// <summary>Voxels, cross-sections and the 3-D view: the recipe's section [images].</summary>
public sealed record ImagingOptions
{
    /// <summary>Edge of a pixel of the cross-sections.</summary>
    [Unit("m"), Allowed(1e-9, 1e-6, Example = "10 nm"), Description("edge of a pixel of the cross-sections")]
    public double PixelSize { get; init; } = 5e-9;

    /// <summary>Edge of a voxel.</summary>
    [Unit("m"), Allowed(5e-9, 2e-6, Example = "40 nm"), Description("edge of a voxel; adjusted by a few percent to divide the cell")]
    public double VoxelSize { get; init; } = 40e-9;

    /// <summary>Copper shown below the deepest point of the foil.</summary>
    [Unit("m"), Allowed(0, 1e-4, Example = "1 um"), Description("copper shown below the deepest point of the foil's surface")]
    public double CopperDepth { get; init; } = 1e-6;

    /// <summary>Number of cross-sections.</summary>
    [Unit("-"), Allowed(0, 64, Example = "3"), Description("number of cross-sections")]
    public int Sections { get; init; } = 3;

    /// <summary>Which way the sections look.</summary>
    [Description("which way the sections look: alternate, y or x")]
    public SectionNormal Normal { get; init; } = SectionNormal.Alternate;

    /// <summary>What fills the pores.</summary>
    [Description("empty: particles behind show through; epoxy: they do not")]
    public PoreFilling Pores { get; init; } = PoreFilling.Empty;

    /// <summary>Depth over which the signal from behind the section falls by e; 0 for none.</summary>
    [Unit("m"), Allowed(0, 1e-5, Example = "0.5 um"), Description("depth over which the signal from inside a pore falls by e; 0 shows nothing behind the section")]
    public double ShineThrough { get; init; } = 0.45e-6;

    /// <summary>Extra brightness of a solid's rim next to a pore; 0 for none.</summary>
    [Unit("-"), Allowed(0, 2, Example = "0.3"), Description("extra brightness of a solid's edge next to a pore, relative; 0 for a pure backscatter image")]
    public double EdgeBrightening { get; init; } = 0.35;

    /// <summary>Standard deviation of the beam's blur; 0 for none.</summary>
    [Unit("m"), Allowed(0, 1e-6, Example = "8 nm"), Description("standard deviation of the beam's blur; 0 for none")]
    public double Blur { get; init; } = 8e-9;

    /// <summary>Detected electrons in a pixel of silicon; 0 for an image without noise.</summary>
    [Unit("-"), Allowed(0, 1e7, Example = "800"), Description("detected electrons in a pixel of silicon, which set the shot noise; 0 for no noise")]
    public double Electrons { get; init; } = 900;

    /// <summary>Relative strength of the vertical streaks that milling leaves under pores; 0 for none.</summary>
    [Unit("-"), Allowed(0, 1, Example = "0.03"), Description("relative strength of the milling streaks (curtains) under pores; 0 for none")]
    public double Curtaining { get; init; } = 0.03;

    /// <summary>Relative spread of brightness between crystal grains; 0 for none.</summary>
    [Unit("-"), Allowed(0, 1, Example = "0.05"), Description("relative spread of brightness between copper grains and between particles (channelling contrast); 0 for none")]
    public double Channelling { get; init; } = 0.05;

    /// <summary>The three-dimensional view.</summary>
    public View3dOptions View { get; init; } = new();
}

/// <summary>The three-dimensional view.</summary>
public sealed record View3dOptions
{
    /// <summary>Width of the picture.</summary>
    [Unit("-"), Allowed(100, 8000, Example = "1200"), Description("width of the 3-D view in pixels")]
    public int Width { get; init; } = 1200;

    /// <summary>Height of the picture.</summary>
    [Unit("-"), Allowed(100, 8000, Example = "900"), Description("height of the 3-D view in pixels")]
    public int Height { get; init; } = 900;

    /// <summary>What the colours mean.</summary>
    [Description("what the colours mean: agglomerate or kind")]
    public ViewColour Colour { get; init; } = ViewColour.Agglomerate;
}
