namespace DispersionSim.Core;

/// <summary>What a dimension is called in messages, and the units a user is most likely to want for it.</summary>
internal static class DimensionNames
{
    private static readonly (string SiUnit, string Name, string[] Usual)[] Table =
    [
        ("-", "number", ["a plain number", "%"]),
        ("m", "length", ["m", "mm", "um", "nm"]),
        ("m^2", "area", ["m^2", "mm^2", "um^2"]),
        ("m^3", "volume", ["m^3", "L", "mL", "um^3"]),
        ("1/m", "inverse length", ["1/m", "1/mm", "1/um"]),
        ("s", "time", ["s", "ms", "min", "h"]),
        ("1/s", "rate", ["1/s", "1/min", "1/h"]),
        ("m/s", "speed", ["m/s", "mm/s", "um/s", "m/min"]),
        ("m/s^2", "acceleration", ["m/s^2"]),
        ("kg", "mass", ["kg", "g", "mg"]),
        ("kg/m^3", "density", ["kg/m^3", "g/cm^3"]),
        ("kg/m^2", "mass per area", ["kg/m^2", "g/m^2", "mg/cm^2"]),
        ("kg/(m^2 s)", "mass flux", ["kg/(m^2 s)", "g/(m^2 s)"]),
        ("kg/mol", "molar mass", ["kg/mol", "g/mol"]),
        ("K", "temperature", ["K", "degC"]),
        ("K/s", "heating rate", ["K/s", "K/min", "K/h"]),
        ("N", "force", ["N", "mN", "uN", "nN"]),
        ("N/m", "force per length", ["N/m", "mN/m", "N/mm"]),
        ("Pa", "pressure", ["Pa", "kPa", "MPa", "GPa", "bar"]),
        ("Pa s", "viscosity", ["Pa s", "mPa s"]),
        ("J", "energy", ["J", "mJ", "kJ", "eV"]),
        ("J/mol", "molar energy", ["J/mol", "kJ/mol"]),
        ("J/kg", "energy per mass", ["J/kg", "kJ/kg", "kJ/g"]),
        ("J/(kg K)", "specific heat", ["J/(kg K)", "J/(g K)"]),
        ("W", "power", ["W", "mW", "kW"]),
        ("W/m^2", "heat flux", ["W/m^2", "kW/m^2"]),
        ("W/m^3", "power per volume", ["W/m^3", "kW/m^3"]),
        ("W/(m K)", "thermal conductivity", ["W/(m K)"]),
        ("W/(m^2 K)", "heat transfer coefficient", ["W/(m^2 K)"]),
        ("m^2/s", "diffusivity", ["m^2/s", "cm^2/s"]),
        ("m^3/s", "volume flow", ["m^3/s", "L/min", "mL/min"]),
        ("mol", "amount", ["mol", "mmol"]),
        ("mol/m^3", "concentration", ["mol/m^3", "mol/L"]),
        ("A", "current", ["A", "mA", "uA"]),
        ("A/m^2", "current density", ["A/m^2", "mA/cm^2"]),
        ("A s", "charge", ["C", "A h", "mA h"]),
        ("A s/kg", "specific capacity", ["A h/kg", "mA h/g"]),
        ("A s/m^2", "areal capacity", ["A h/m^2", "mA h/cm^2"]),
        ("V", "voltage", ["V", "mV"]),
        ("Ohm", "resistance", ["Ohm", "kOhm"]),
        ("Ohm m^2", "areal resistance", ["Ohm m^2", "Ohm cm^2"]),
        ("S", "conductance", ["S", "mS"]),
        ("S/m", "conductivity", ["S/m", "S/cm", "mS/cm"]),
        ("rad", "angle", ["rad", "deg"]),
        ("rad/s", "angular velocity", ["rad/s", "deg/s"]),
    ];

    private static readonly Dictionary<Dimension, (string Name, string[] Usual)> ByDimension =
        Table.ToDictionary(row => UnitTable.Parse(row.SiUnit).Dimension, row => (row.Name, row.Usual));

    /// <summary>The name of a dimension, such as "length"; null where it has none.</summary>
    public static string? Of(Dimension dimension) => ByDimension.TryGetValue(dimension, out (string Name, string[] Usual) row) ? row.Name : null;

    /// <summary>Units to offer for a dimension; the SI unit itself where none are listed.</summary>
    public static string[] UsualUnits(Dimension dimension, string siUnit) =>
        ByDimension.TryGetValue(dimension, out (string Name, string[] Usual) row) ? row.Usual : [siUnit];
}
