using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(VillageInsurance.Browser.Tests.Shared.Chromium))]

namespace VillageInsurance.Browser.Tests.Shared;

/// <summary>The installed Chromium, one for the whole run.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        var program = Places.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException("Browser tests need Chromium: apt-get install chromium fonts-noto-cjk.");
        // A busy machine is slow, not wrong.
        Assertions.SetDefaultExpectTimeout(15_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A fresh window of somebody, who has not signed in yet.</summary>
    internal async Task<Window> OpenAsync(Product product, bool phone = false)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = product.Address,
            Locale = "zh-CN",
            HasTouch = phone,
            ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1440, Height = 900 },
        });
        return new(context, await context.NewPageAsync(), product.Address);
    }

    /// <summary>A window that shows this and nothing else.</summary>
    internal async Task<Window> ShowAsync(string html)
    {
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = 1000, Height = 1400 } });
        var window = new Window(context, await context.NewPageAsync(), "about:blank");
        await window.Page.SetContentAsync(html);
        return window;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
