using DispersionSim.Cell;

namespace DispersionSim.Cli;

/// <summary>The cell in the words of the field.</summary>
internal static class CellWords
{
    public static string PositiveElectrode(CellOptions cell) => cell.PositiveElectrode switch
    {
        PositiveElectrodeKind.Nmc => "NMC",
        _ => "LiCoO₂",
    };

    public static string Electrolyte(CellOptions cell) => cell.Electrolyte switch
    {
        ElectrolyteKind.Lipf6InEcEmc => $"{cell.SaltConcentration / 1000:G3} M LiPF₆ in EC/EMC",
        _ => cell.Electrolyte.ToString(),
    };

    public static string Protocol(CellOptions cell) => $"{(cell.Protocol == CellProtocol.HalfCell ? "half cell" : "charge and discharge")} at {cell.CRate:G3} C";
}
