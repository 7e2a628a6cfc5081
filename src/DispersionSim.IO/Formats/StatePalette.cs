using DispersionSim.Core;

namespace DispersionSim.IO;

/// <summary>Colours and chemical symbols of phases in exported files and in the report; told apart by the colour-blind too (Okabe and Ito's set, toned down).</summary>
public static class StatePalette
{
    /// <summary>Red, green, blue, 0–255.</summary>
    public static (byte Red, byte Green, byte Blue) Of(VoxelPhase phase) => phase switch
    {
        VoxelPhase.Silicon => (86, 128, 172),
        VoxelPhase.SiliconAlloy => (0, 158, 140),
        VoxelPhase.ConductivePowder => (52, 52, 56),
        VoxelPhase.Binder => (230, 190, 90),
        VoxelPhase.Copper => (200, 112, 52),
        _ => (244, 244, 242),
    };

    public static (byte Red, byte Green, byte Blue) Of(ParticleKind kind) => Of((VoxelPhase)kind);

    /// <summary>Name in legends.</summary>
    public static string Name(VoxelPhase phase) => phase switch
    {
        VoxelPhase.Silicon => "silicon",
        VoxelPhase.SiliconAlloy => "silicon alloy",
        VoxelPhase.ConductivePowder => "conductive powder",
        VoxelPhase.Binder => "binder",
        VoxelPhase.Copper => "copper",
        _ => "pore",
    };

    /// <summary>A real element, which atom viewers ask for; the true kind goes in its own column.</summary>
    public static string Element(ParticleKind kind) => kind switch
    {
        ParticleKind.Silicon or ParticleKind.SiliconAlloy => "Si",
        ParticleKind.ConductivePowder => "C",
        _ => "X",
    };

    /// <summary>A colour for an id, far from the colours of neighbouring ids; grey for 0.</summary>
    public static (byte Red, byte Green, byte Blue) OfId(int id)
    {
        if (id == 0)
        {
            return (222, 222, 220);
        }

        uint mixed = (uint)id * 2654435761u;
        double hue = (mixed >> 8) / (double)(1 << 24) * 6, light = 0.5 + (0.35 * ((mixed >> 3 & 31) / 31.0));
        return (Channel(hue, 5, light), Channel(hue, 3, light), Channel(hue, 1, light));
    }

    /// <summary>One channel of a colour of saturation 0.62 (HSV).</summary>
    private static byte Channel(double hue, int offset, double value)
    {
        double k = (offset + hue) % 6;
        return (byte)Math.Round(255 * (value - (value * 0.62 * Math.Max(0, Math.Min(Math.Min(k, 4 - k), 1)))));
    }
}
