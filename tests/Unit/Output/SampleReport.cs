using System.Text;
using DispersionSim.Core;
using DispersionSim.IO;

namespace DispersionSim.Tests.Unit;

/// <summary>A report with every part present, and with text that would break careless markup.</summary>
internal static class SampleReport
{
    private static readonly string[] Titles =
    [
        "Silicon primaries of at most 1 µm, dispersed uniformly; primaries and binder uniformly mixed; sintered in inert gas on a metal foil",
        "Active material is silicon", "Foil roughness Ra at least 0.2 µm", "Silicon, and Ra at least 0.2 µm", "Copper or copper-alloy foil surface",
        "Electrolytic copper foil surface", "Binder remains after sintering", "Binder is polyimide", "Conductive powder mixed in",
        "Silicon, Ra at least 0.2 µm, electrolytic copper, binder remains, polyimide", "Powder below 1 µm broken apart into primaries in the binder solution; coated; sintered in inert gas",
        "Sintered so that the binder remains", "Pressed together with the foil before sintering", "Pressed, and binder remains",
        "Battery with an electrode of claims 1 to 10", "Battery with an electrode made by claims 11 to 14",
    ];

    public static ReportContent Content(ElectrodeState? structure = null) => new()
    {
        Title = "Silicon on electrolytic copper <strong shear>",
        Headline = ReportContent.HeadlineOf(Claims()),
        Summary = "Shear at 5·10⁴ s⁻¹ breaks the powder into its primaries; after drying, pressing and annealing at 400 °C in argon the layer is as uniform as chance allows. No conductive powder was added, so claim 9 fails.",
        Facts = [("Replicates", "8"), ("Quality", "standard"), ("Hydrodynamics", "T1, Rotne–Prager–Yamakawa"), ("Segment", "20 × 20 × 14 µm"), ("Device", "cpu")],
        Claims = Claims(),
        Margins =
        [
            new(1, "Mean primary diameter D[1,0]", 4.62e-7, new(4.4e-7, 4.81e-7), 1e-6, AtMost: true, "m", "the powder could be 2.2 times as coarse"),
            new(1, "Surviving feedstock bonds", 0.011, new(0.004, 0.019), 0.05, AtMost: true, "-"),
            new(1, "Variance ratio at 4 d50", 1.18, new(0.98, 1.41), 1.5, AtMost: true, "-", "inside by 6 %: more replicates would firm it up"),
            new(3, "Ra (ISO 21920, 4 mm)", 3.1e-7, new(2.9e-7, 3.3e-7), 2e-7, AtMost: false, "m"),
            new(7, "Remaining binder", 0.9992, null, 0.10, AtMost: false, "-"),
            new(8, "Imidised share", 0.951, new(0.94, 0.962), 0.95, AtMost: false, "-", "a hotter or longer anneal settles it"),
        ],
        View3D = new("view-3d.svg", "image/svg+xml", "The sintered layer, 20 × 20 × 14 µm: silicon blue, copper brown.", Encoding.UTF8.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 4\"><rect width=\"8\" height=\"4\" fill=\"#dde5ee\"/></svg>")),
        Structure = structure,
        Metrics =
        [
            new("Porosity", 0.3812, "-") { Interval = new(0.374, 0.388), Replicates = 8, Definition = "Pore share of the layer between foil and mean upper surface" },
            new("Variance ratio 4 d50", 1.18, "-") { Interval = new(0.98, 1.41), NullMean = 1, NullBand = new(0.82, 1.21), Replicates = 8, Definition = "Variance of the local silicon fraction over that of the process null" },
            new("Thickness", 1.423e-5, "m") { Interval = new(1.40e-5, 1.45e-5), Replicates = 8 },
            new("Tortuosity factor of the pores", double.NaN, "-") { Replicates = 8, Definition = "No pore path crosses the layer" },
            new("Depth slope", -0.021, "-") { Interval = new(-0.06, 0.02), NullMean = 0, NullBand = new(-0.09, 0.09), Replicates = 8 },
            new("Peak bond stress", 1.873e8, "Pa") { NullBand = new(2e8, 3e8) },
        ],
        Stages =
        [
            new("feedstock", [new("Primaries", 21480, "-"), new("D50,v", 5.02e-7, "m"), new("Feedstock bonds", 48213, "-")]),
            new("dispersion", [new("Shear rate", 5e4, "1/s"), new("Viscosity", 1.02, "Pa s"), new("Surviving bonds", 0.011, "-"), new("Mason number", 0.31, "-")]),
            new("coating", [new("Wet thickness", 4.1e-5, "m")])
            {
                Balance = new("coating", [new(Species.Silicon, 0.0109, 0, 0.0109, 0), new(Species.Solvent, 0.0183, 0, 0.0183, 0)], 2.2e-16),
                Plots = ["b.svg"],
            },
            new("heat-treatment", [new("Peak temperature", 673, "K"), new("Time at peak", 36000, "s"), new("Imidised share", 0.951, "-"), new("Binder lost", 4.1e-4, "-")]),
        ],
        Unreported = [new("Variance ratio at 16 d50", "6 windows a replicate fit into the segment, 8 are needed"), new("Ra over 4 mm of the segment's own foil", "the segment is 20 µm wide; the virtual profile is used")],
        Notes = ["Silicon does not sinter at 400 °C: \"sintering\" is curing, flow and bonding of the binder.", "Bond strength is assumed where no source is named."],
        RecipeText = "# as resolved\n[powder]\nmaterial = \"silicon\"\nd50 = \"0.5 um\"   # <median> & \"volume\"\n\n[dispersion]\nrate = \"5e4 1/s\"\n",
        Provenance = [("Program", "DispersionSim 0.1.0"), ("Seed", "42"), ("Recipe SHA-256", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"), ("Device", "cpu")],
        References = [.. ReferenceCatalog.All.Take(5)],
    };

    public static ClaimVerdict[] Claims() => [.. Titles.Select((title, i) => Claim(i + 1, title))];

    private static ClaimVerdict Claim(int number, string title)
    {
        Evidence size = new("mean diameter D[1,0]", EvidenceKind.Measured, 4.62e-7, null, "m", new(4.4e-7, 4.81e-7), "≤ 1 µm", Condition.Met);
        Evidence bonds = new("surviving feedstock bonds", EvidenceKind.Measured, 0.011, null, "-", new(0.004, 0.019), "≤ 0.05", Condition.Met);
        Evidence gas = new("atmosphere of the heat treatment", EvidenceKind.Declared, null, "argon", "-", null, "non-oxidising", Condition.Met);
        return number switch
        {
            8 => new(8, title, Condition.Inconclusive, Verdict.Inconclusive, "The interval of the imidised share straddles 0.95.",
                [new("imidised share", EvidenceKind.Measured, 0.951, null, "-", new(0.94, 0.962), "≥ 0.95", Condition.Inconclusive), new("binder", EvidenceKind.Declared, null, "polyimide", "-", null, "polyimide", Condition.Met)]),
            9 => new(9, title, Condition.NotMet, Verdict.NotSupported, "The recipe adds no conductive powder.", [new("conductive powder", EvidenceKind.Measured, 0, null, "-", null, "> 0", Condition.NotMet)]),
            10 => new(10, title, Condition.Met, Verdict.Inconclusive, "Claim 8, on which it rests, is inconclusive.", [size]),
            3 or 4 => new(number, title, Condition.Met, Verdict.Supported, "The whole interval of Ra lies above 0.2 µm.", [new("Ra (ISO 21920, 4 mm)", EvidenceKind.Measured, 3.1e-7, null, "m", new(2.9e-7, 3.3e-7), "≥ 0.2 µm", Condition.Met)]),
            2 or 5 or 6 => new(number, title, Condition.Met, Verdict.Supported, "Declared by the recipe; claim 1 is supported.", [new("declared", EvidenceKind.Declared, null, number == 2 ? "silicon" : "electrolytic copper", "-", null, number == 2 ? "silicon" : "copper", Condition.Met)]),
            _ => new(number, title, Condition.Met, Verdict.Supported, "Every figure meets its requirement with its whole interval.", [size, bonds, gas]),
        };
    }
}
