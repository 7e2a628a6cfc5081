namespace DispersionSim.Engine;

/// <summary>Geometry of a sheared periodic box in double precision, for overlaps that are small against the radii.</summary>
public readonly struct FineFrame
{
    /// <summary>Box length per fixed-point unit.</summary>
    public readonly double CellX;
    public readonly double CellY;
    public readonly double CellZ;

    /// <summary>Shift along the flow for one fixed-point unit along the gradient.</summary>
    public readonly double Tilt;

    public FineFrame(FlowingBox box)
    {
        (CellX, CellY, CellZ) = (box.Length[0] / FlowingBox.Turns, box.Length[1] / FlowingBox.Turns, box.Length[2] / FlowingBox.Turns);
        Tilt = box.Tilt / FlowingBox.Turns;
    }
}
