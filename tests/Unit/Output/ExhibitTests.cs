using System.Text.RegularExpressions;
using DispersionSim.IO;
using Xunit;

namespace DispersionSim.Tests.Unit;

public sealed class ExhibitTests
{
    private static readonly string Page = ExhibitPage.Build(SampleReport.Content() with
    {
        Sensitivity = [("adhesion <F_c>", "turns at 4.1 times the pull-off force"), ("window: variance ratio at 4 d50", "turns at 1.5; value 1.18")],
        Metrics = [.. SampleReport.Content().Metrics, new("surviving feedstock bonds", 0.011, "-") { Definition = "Share of the powder's bonds that still hold" }],
    });

    [Fact]
    public void Has_two_sheets_and_a_row_for_each_claim()
    {
        Assert.Equal(2, Regex.Count(Page, "<div class=\"page\">"));
        Assert.Equal(16, Regex.Count(Page, "<tr><th scope=\"row\">\\d+</th>"));
    }

    [Fact]
    public void Tells_declared_from_measured_with_interval_criterion_and_a_number_that_is_defined()
    {
        Assert.Contains("<li>atmosphere of the heat treatment: argon <span class=\"yes\">✓</span></li>", Page, StringComparison.Ordinal);
        Assert.Matches("surviving feedstock bonds<sup>1</sup> <b>0.011</b> \\[0.004 – 0.019\\], ≤\u00a00.05 <span class=\"yes\">✓</span>", Page);
        Assert.Contains("<li><b>surviving feedstock bonds</b>: Share of the powder&#39;s bonds that still hold</li>", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_what_would_flip_a_verdict_and_escapes_it() =>
        Assert.Contains("<th scope=\"row\">adhesion &lt;F_c&gt;</th><td>turns at 4.1 times the pull-off force</td>", Page, StringComparison.Ordinal);

    [Fact]
    public void Evidence_is_listed_once_and_counted_after_that()
    {
        Assert.Equal(1, Regex.Count(Page, "atmosphere of the heat treatment"));
        Assert.Contains("3 as above", Page, StringComparison.Ordinal);
    }

    // Sixteen claims are to take two sheets: texts are cut to what those hold.
    [Fact]
    public void Long_texts_of_a_run_are_cut_after_a_word()
    {
        string page = ExhibitPage.Build(SampleReport.Content() with { Sensitivity = [("threshold", Long)] });
        Assert.Contains("word…</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(string.Join(' ', Enumerable.Repeat("word", 40)), page, StringComparison.Ordinal);
    }

    [Fact]
    public void Few_claims_are_given_whole_with_their_reasons_files_and_limits()
    {
        string page = ExhibitPage.Build(
            SampleReport.Content() with { Claims = [.. SampleReport.Content().Claims.Take(2)], Sensitivity = [("threshold", Long)], Notes = ["nobody looked at it <here>"] },
            new("vouched for", "on the files", [("a.png", "micrograph", "abc123")], []));
        Assert.Contains(Long, page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">a.png</th><td>micrograph</td><td class=\"mark\">abc123</td>", page, StringComparison.Ordinal);
        Assert.Contains("nobody looked at it &lt;here&gt;", page, StringComparison.Ordinal);
        Assert.Contains("Declared: vouched for.", page, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(page, "<tr class=\"why\">"));
    }

    // Nothing may be cut off by the edge of a sheet, nor any text end the style sheet that puts the title into the margin.
    [Fact]
    public void Pages_flow_and_bear_title_and_number()
    {
        string page = ExhibitPage.Build(SampleReport.Content() with { Title = "a \"quoted\" </style> title\\" });
        Assert.DoesNotContain("overflow: hidden", page, StringComparison.Ordinal);
        Assert.Contains("content: \"a quoted /style title\"", page, StringComparison.Ordinal);
        Assert.Contains("counter(page) \" of \" counter(pages)", page, StringComparison.Ordinal);
    }

    private static readonly string Long = string.Join(' ', Enumerable.Repeat("word", 100));
}
