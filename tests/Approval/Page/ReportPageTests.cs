using Microsoft.Playwright;

namespace DispersionSim.Tests.Approval;

/// <summary>The report as a browser shows it, opened from the file system.</summary>
public sealed class ReportPageTests(ShortRuns runs)
{
    private const string Browser = "/usr/bin/chromium";

    [Fact]
    public async Task The_report_opens_alone_and_begins_with_the_verdicts()
    {
        Assert.SkipUnless(File.Exists(Browser), $"{Browser} is not installed");
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Browser, Args = ["--no-sandbox"] });
        IPage page = await browser.NewPageAsync();
        var requests = new List<string>();
        var complaints = new List<string>();
        page.Request += (_, request) => requests.Add(request.Url);
        page.Console += (_, message) => complaints.AddRange(message.Type == "error" ? [message.Text] : Array.Empty<string>());
        page.PageError += (_, error) => complaints.Add(error);
        string address = new Uri(Path.Combine(runs.Of("si-pi-cu").Folder, "report.html")).AbsoluteUri;
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });

        Assert.Equal("verdicts", await page.EvaluateAsync<string>("document.querySelector('section').id"));
        Assert.Equal(16, await page.Locator("section#verdicts table.verdicts > tbody").CountAsync());
        Assert.Equal(0, await UndecodedImages(page));
        Assert.All(requests.Where(r => r != address), r => Assert.StartsWith("data:", r, StringComparison.Ordinal));
        Assert.Empty(complaints);
    }

    /// <summary>Lazy pictures below the fold are made to load first.</summary>
    private static async Task<int> UndecodedImages(IPage page)
    {
        int images = await page.Locator("img").CountAsync();
        Assert.True(images > 0, "the report must show pictures");
        return await page.EvaluateAsync<int>(
            """
            async () => {
                const images = [...document.images];
                await Promise.all(images.map(i => { i.loading = 'eager'; return i.decode().catch(() => null); }));
                return images.filter(i => i.naturalWidth === 0).length;
            }
            """);
    }
}
