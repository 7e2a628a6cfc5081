using DispersionSim.Core;

namespace DispersionSim.Cell;

/// <summary>Turns a cell's course into numbers, curves and a sentence.</summary>
internal static class CellReport
{
    private const int CurvePoints = 400;

    /// <summary>The result of a cell that could not be made or has no capacity.</summary>
    public static CellResult Failed(string why, NegativeElectrodeFacts facts)
    {
        var none = new Curve("none", "areal charge", "A h/m^2", "voltage", "V", [], []);
        Measurement[] zero = [new("areal capacity", 0, "A h/m^2") { Definition = "charge given by the last discharge" }, Connected(facts)];
        return new(false, why, 0, double.NaN, none with { Name = "charge" }, none with { Name = "discharge" }, zero, new(0, 0, 0));
    }

    public static CellResult Of(
        bool works, CellDesign design, NegativeElectrodeFacts facts, CellOptions options, ConstantCurrentTrace charge, ConstantCurrentTrace discharge, double reached, LithiumBalance lithium)
    {
        double taken = charge.TotalCharge / CellConstants.Hour, given = discharge.TotalCharge / CellConstants.Hour;
        string why = $"took {taken / 10:g3} mAh/cm2 and gave {given / 10:g3} back at {discharge.MeanVoltage:g3} V";
        Measurement[] measurements =
        [
            new("areal capacity", given, "A h/m^2") { Definition = "charge given by the last discharge" },
            Connected(facts),
            new("areal charge", taken, "A h/m^2") { Definition = "charge taken by the last charge" },
            new("mean discharge voltage", discharge.MeanVoltage, "V") { Definition = "energy over charge of the last discharge" },
            new("areal energy", given * discharge.MeanVoltage, "W h/m^2") { Definition = "energy of the last discharge" },
            new("charge efficiency", given / taken, "-") { Definition = "charge given over charge taken; no side reaction is modelled" },
            new("silicon specific capacity", given / facts.SiliconMass, "A h/kg") { Definition = "charge given per mass of all silicon; 1 A h/kg is 1 mAh/g" },
            new("silicon stoichiometry at full charge", reached, "-") { Definition = "mean, of 278 000 mol/m3" },
            new("silicon stoichiometry that has room", design.SpaceLimit, "-") { Definition = "greatest mean stoichiometry at which the swollen silicon fits the layer" },
            new("swollen thickness ratio", SwellingSpace.ThicknessRatio(facts, reached, options.LeastPorosity), "-") { Definition = "layer thickness at full charge over that as made" },
            new("electrolyte resistance", design.Resistance, "ohm m^2") { Definition = "ionic resistance of layers and separator" },
            new("positive electrode thickness", options.Protocol == CellProtocol.HalfCell ? 0 : design.PositiveThickness, "m") { Definition = "of the layer balanced against the silicon" },
            new("lithium balance error", lithium.RelativeError, "-") { Definition = "greatest relative change of the lithium in both electrodes" },
        ];
        return new(works, why, given, discharge.MeanVoltage, ToCurve("charge", charge), ToCurve("discharge", discharge), measurements, lithium);
    }

    private static Measurement Connected(NegativeElectrodeFacts facts) =>
        new("silicon joined to the foil", facts.ConnectedFraction, "-") { Bounds = Interval.Share, Definition = "share of the active material that a chain of contacts joins to the foil" };

    private static Curve ToCurve(string name, ConstantCurrentTrace trace)
    {
        int stride = Math.Max(1, trace.Charge.Length / CurvePoints), last = trace.Charge.Length - 1;
        int[] kept = [.. Enumerable.Range(0, trace.Charge.Length).Where(i => i % stride == 0 || i == last)];
        return new(name, "areal charge", "A h/m^2", "voltage", "V", [.. kept.Select(i => trace.Charge[i] / CellConstants.Hour)], [.. kept.Select(i => trace.Voltage[i])]);
    }
}
