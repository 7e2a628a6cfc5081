using System.Text.RegularExpressions;
using System.Xml.Linq;
using DispersionSim.Core;
using DispersionSim.IO;
using Xunit;

namespace DispersionSim.Tests.Unit;

public sealed partial class ReportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_page_is_well_formed_and_shows_user_text_as_text()
    {
        string html = ReportBuilder.Build(SampleReport.Content(SampleStates.DryFilm()) with
        {
            Title = "<script>alert(1)</script> & \"quotes\" 'too' \u0001",
            RecipeText = "</pre><img src=x onerror=alert(1)>",
            Notes = ["<b>bold</b>"],
        });
        XElement page = Parse(html);
        Assert.Equal(["head", "body"], page.Elements().Select(e => e.Name.LocalName));
        Assert.Contains("alert(1)", page.Descendants("title").Single().Value, StringComparison.Ordinal);
        Assert.Equal("</pre><img src=x onerror=alert(1)>", page.Descendants("pre").Single().Value);
        Assert.Single(page.Descendants("script"));
        Assert.DoesNotContain(page.Descendants().Attributes(), a => a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_asks_for_nothing_from_anywhere()
    {
        string html = ReportBuilder.Build(SampleReport.Content(SampleStates.DryFilm()));
        XElement page = Parse(html);
        IEnumerable<string> targets = page.Descendants().Attributes().Where(a => a.Name.LocalName is "src" or "href" or "srcset" or "action" or "data").Select(a => a.Value);
        Assert.All(targets, t => Assert.True(t.StartsWith("data:", StringComparison.Ordinal) || t.StartsWith('#'), t[..Math.Min(80, t.Length)]));
        Assert.DoesNotContain(page.Descendants(), e => e.Name.LocalName is "iframe" or "object" or "embed" or "base");
        Assert.DoesNotMatch(@"url\(|@import|fetch\(|XMLHttpRequest|WebSocket|import\(|https?://", html);
        Assert.Contains("default-src 'none'", page.Descendants("meta").Attributes("content").Select(a => a.Value).First(v => v.Contains("src", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_answer_comes_first()
    {
        XElement page = Parse(ReportBuilder.Build(SampleReport.Content(SampleStates.DryFilm())));
        Assert.Equal("13 of 16 claims are supported, 1 is not, 2 are inconclusive.", page.Descendants("h1").Single().Value);
        Assert.Equal("verdicts", page.Descendants("section").First().Attribute("id")!.Value);
        XElement table = page.Descendants("table").First();
        XElement[] claims = [.. table.Elements("tbody")];
        Assert.Equal(Enumerable.Range(1, 16).Select(n => $"claim-{n}"), claims.Select(c => c.Attribute("id")!.Value));
        Assert.Equal(SampleReport.Claims().Select(c => VerdictWords.Of(c.Verdict)), claims.Select(c => c.Descendants("span").First(s => s.Attribute("class")!.Value.StartsWith("pill", StringComparison.Ordinal)).Value[2..]));
        Assert.Contains("own condition met", claims[9].Value, StringComparison.Ordinal);
        Assert.Contains("0.951", claims[7].Value, StringComparison.Ordinal);
        Assert.Contains("≥\u00a00.95", claims[7].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_link_of_the_contents_leads_somewhere_and_empty_parts_are_left_out()
    {
        XElement full = Parse(ReportBuilder.Build(SampleReport.Content())), bare = Parse(ReportBuilder.Build(new() { Title = "t", Headline = "h" }));
        HashSet<string> ids = [.. full.Descendants().Attributes("id").Select(a => a.Value)];
        Assert.All(full.Descendants("a").Attributes("href").Select(a => a.Value), h => Assert.Contains(h[1..], ids));
        Assert.Equal(["verdicts"], bare.Descendants("section").Attributes("id").Select(a => a.Value));
        Assert.Empty(bare.Descendants("script"));
    }

    [Fact]
    public void A_stage_has_its_balance_and_its_plots_and_no_other_place_shows_them_again()
    {
        ReportContent content = SampleReport.Content() with
        {
            Plots = [new("b.svg", "image/svg+xml", "of coating", "<svg/>"u8.ToArray()), new("a.svg", "image/svg+xml", "of none", "<svg/>"u8.ToArray())],
        };
        XElement page = Parse(ReportBuilder.Build(content)), coating = page.Descendants("article").Single(a => a.Attribute("id")!.Value == "stage-coating");
        Assert.Equal(["g/m²", "silicon", "NMP", "all"], coating.Descendants("figure").First().Descendants("tr").Select(r => r.Elements().First().Value));
        Assert.Equal(["10.9", "", "10.9", ""], coating.Descendants("tr").Skip(1).First().Elements("td").Select(d => d.Value));
        Assert.Contains("closes to", coating.Value, StringComparison.Ordinal);
        Assert.Contains("of coating", coating.Value, StringComparison.Ordinal);
        Assert.Equal(["of none"], page.Descendants("section").Single(s => s.Attribute("id")?.Value == "plots").Descendants("figcaption").Select(c => c.Value));
    }

    [Fact]
    public void A_balance_that_does_not_close_says_so()
    {
        ReportContent content = SampleReport.Content() with { Stages = [new("drying", []) { Balance = new("drying", [new(Species.Solvent, 0.0183, 0, 0, 0)], 1) }] };
        Assert.Contains("it does not close: 1 is off", Parse(ReportBuilder.Build(content)).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_content_gives_the_same_page() =>
        Assert.Equal(ReportBuilder.Build(SampleReport.Content(SampleStates.DryFilm())), ReportBuilder.Build(SampleReport.Content(SampleStates.DryFilm())));

    [Fact]
    public void A_report_made_again_from_its_folder_is_the_same_page()
    {
        using RunFolder run = RunFolder.Create(folder.At("run"));
        ElectrodeState state = SampleStates.DryFilm();
        byte[] png = SampleMask();
        Picture Named(string name, string caption) => new(name, "image/png", caption, png);
        ReportContent content = SampleReport.Content(state) with
        {
            View3D = Named("view-3d.png", "from above"),
            Sections = [new(Named("section-1.png", "at 5 µm"), [new("Phases", MaskKind.Phase, Named("section-1.phase.png", "phases")), new("Particles", MaskKind.Id, Named("section-1.particle.png", "ids"))])],
            Plots = [new("b.svg", "image/svg+xml", "second", "<svg/>"u8.ToArray()), new("a.svg", "image/svg+xml", "first", "<svg/>"u8.ToArray())],
        };
        StateWriter.Write(run.State(6, "heat-treatment"), state, "heat-treatment", new("1", 1, "ab", "cpu"));
        AtomicFile.Write(run.Recipe, content.RecipeText);
        new ClaimsDocument(content.Claims).Write(run.Claims);
        new MetricsDocument(content.Metrics, []).Write(run.Metrics);

        ReportFolder.WriteImages(run, content.Sections, content.View3D!);
        ReportFolder.Write(run, content);

        Assert.Equal(File.ReadAllText(run.Report), ReportBuilder.Build(ReportFolder.Read(run)));
    }

    [Theory]
    [InlineData(4.62e-7, "m", "0.462\u202fµm")]
    [InlineData(3e-9, "m", "3\u202fnm")]
    [InlineData(0.05, "-", "0.05")]
    [InlineData(-0.0213, "-", "−0.0213")]
    [InlineData(4.1e-4, "-", "4.1 × 10⁻⁴")]
    [InlineData(21480, "-", "21\u202f480")]
    [InlineData(1.87e8, "Pa", "187\u202fMPa")]
    [InlineData(36000, "s", "10\u202fh")]
    [InlineData(673.15, "K", "673\u202fK (400 °C)")]
    [InlineData(5e4, "1/s", "50\u202f000\u202fs⁻¹")]
    [InlineData(0, "m", "0\u202fm")]
    [InlineData(double.NaN, "m", "—")]
    public void Quantities_read_as_people_write_them(double value, string unit, string expected)
    {
        string html = ReportBuilder.Build(new() { Title = "t", Headline = "h", Metrics = [new("m", value, unit)] });
        Assert.Equal(expected, Parse(html).Descendants("section").Single(s => s.Attribute("id")!.Value == "metrics").Descendants("td").First().Value);
    }

    [Fact]
    public void Units_of_a_keyboard_are_printed_as_people_write_them()
    {
        string html = ReportBuilder.Build(new() { Title = "t", Headline = "h", Summary = "foil, 18 um; 14.4 A h/m^2; an umbel of 3 units" });
        Assert.Equal("foil, 18\u00a0µm; 14.4 A h/m²; an umbel of 3 units", Parse(html).Descendants("p").Single(p => p.Attribute("class")?.Value == "summary").Value);
    }

    [Fact]
    public void A_mask_is_shown_in_the_colours_of_its_phases()
    {
        Picture mask = new("section-1.phase.png", "image/png", "phases", SampleMask());
        string html = ReportBuilder.Build(SampleReport.Content() with { Sections = [new(mask, [new("Phases", MaskKind.Phase, mask)])] });
        byte[] shown = Convert.FromBase64String(Parse(html).Descendants("section").Single(s => s.Attribute("id")!.Value == "sections").Descendants("img").Last().Attribute("src")!.Value.Split(',')[1]);
        // Colour type 3 (palette) at byte 25 of the header; entry 5 of the palette is copper.
        Assert.Equal(3, shown[25]);
        int palette = shown.AsSpan().IndexOf("PLTE"u8) + 4;
        (byte r, byte g, byte b) = StatePalette.Of(VoxelPhase.Copper);
        Assert.Equal([r, g, b], shown[(palette + 15)..(palette + 18)]);
    }

    [Theory]
    [InlineData(16, 0, 0, "All 16 claims are supported.")]
    [InlineData(12, 3, 1, "12 of 16 claims are supported, 3 are not, 1 is inconclusive.")]
    [InlineData(0, 16, 0, "0 of 16 claims are supported, 16 are not.")]
    public void The_headline_counts_the_verdicts(int supported, int not, int open, string expected)
    {
        Verdict[] verdicts = [.. Enumerable.Repeat(Verdict.Supported, supported), .. Enumerable.Repeat(Verdict.NotSupported, not), .. Enumerable.Repeat(Verdict.Inconclusive, open)];
        Assert.Equal(expected, ReportContent.HeadlineOf([.. verdicts.Select((v, i) => new ClaimVerdict(i + 1, "", Condition.Met, v, "", []))]));
    }

    /// <summary>A grey PNG of 6 × 1 pixels with the values 0 to 5.</summary>
    private static byte[] SampleMask() => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAYAAAABCAAAAADYooAsAAAAD0lEQVR4nGNgYGRiZmEFAAAqABAazIwkAAAAAElFTkSuQmCC");

    /// <summary>The page as XML, its style and script taken out.</summary>
    private static XElement Parse(string html)
    {
        Assert.StartsWith("<!DOCTYPE html>\n", html, StringComparison.Ordinal);
        return XElement.Parse(Inline().Replace(html["<!DOCTYPE html>\n".Length..], "<${part}></${part}>"));
    }

    [GeneratedRegex("<(?<part>style|script)>.*?</\\k<part>>", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Inline();
}
