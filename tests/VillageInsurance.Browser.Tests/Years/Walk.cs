using Microsoft.Playwright;
using VillageInsurance.Browser.Tests.Shared;
using static Microsoft.Playwright.Assertions;

namespace VillageInsurance.Browser.Tests.Years;

/// <summary>The windows of all who walk with the village. Who goes from village to village has a phone. JOURNEY_SHOTS names a folder to keep pictures in, to look at.</summary>
internal sealed class Walk(YearProduct product, Chromium chromium) : IAsyncDisposable
{
    private static readonly string[] OnThePhone = ["cadre", "agent", "supervisor"];

    // A message that is coming or going has no colours to judge.
    private const string WithoutMessages = "addEventListener('DOMContentLoaded', () => { const s = new CSSStyleSheet(); s.replaceSync('.mud-snackbar { display: none !important }'); document.adoptedStyleSheets.push(s); })";

    private readonly Dictionary<string, Window> _windows = [];
    private int _shots;

    public static FilePayload Photo(string name) => new()
    {
        Name = name,
        MimeType = "image/png",
        Buffer = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="),
    };

    public YearProduct Product => product;

    public Guid Village => product.People.Village;

    /// <summary>Somebody's window; signs in when he has none.</summary>
    public async Task<Window> AsAsync(string user, string? path = null)
    {
        if (!_windows.TryGetValue(user, out var window))
        {
            window = _windows[user] = await chromium.OpenAsync(product, OnThePhone.Contains(user));
            await window.Page.Context.AddInitScriptAsync(WithoutMessages);
            await window.EnterAsync(user);
        }
        if (path is not null) await window.GoAsync(path);
        return window;
    }

    /// <summary>Another day comes: everybody has gone home meanwhile.</summary>
    public async Task GoOnAsync(int year, int month, int day)
    {
        await DisposeAsync();
        product.Clock.GoTo(new(year, month, day));
        await product.AtTheCommandLineAsync(YearPeople.RenewPasswordsAsync);
    }

    /// <summary>The page as it stands is usable, and is kept as a picture when asked for.</summary>
    public async Task CheckAsync(Window window, string name)
    {
        await KeepAsync(window, name);
        await window.CheckAsync();
    }

    public async Task KeepAsync(Window window, string name)
    {
        if (Environment.GetEnvironmentVariable("JOURNEY_SHOTS") is not { Length: > 0 } folder) return;
        await window.Page.ScreenshotAsync(new() { Path = Path.Combine(Directory.CreateDirectory(folder).FullName, $"{++_shots:00}-{name}.png"), FullPage = true });
    }

    public async ValueTask DisposeAsync()
    {
        var windows = _windows.ToList();
        _windows.Clear();
        foreach (var (user, window) in windows) await KeepAsync(window, $"last-of-{user}");
        foreach (var (_, window) in windows) await window.DisposeAsync();
    }
}

/// <summary>How a hand finds its way on the pages.</summary>
internal static class Hands
{
    /// <summary>The part of the page with this heading.</summary>
    public static ILocator Part(this Window window, string title) => window.Page.Locator($"section.card[aria-label='{title}']");

    /// <summary>Fills fields by their ids.</summary>
    public static async Task FillAsync(this Window window, params (string Id, string Text)[] fields)
    {
        foreach (var (id, text) in fields) await window.Page.FillAsync($"#{id}", text);
    }

    /// <summary>Attaches a file and waits until it is listed there.</summary>
    public static async Task AttachAsync(this ILocator part, string name)
    {
        await part.Locator("input[type=file]").Last.SetInputFilesAsync(Walk.Photo(name));
        await Expect(part.Locator("a.file", new() { HasText = name })).ToBeVisibleAsync();
    }

    public static Task SendAsync(this ILocator part, string text) => part.GetByRole(AriaRole.Button, new() { Name = text, Exact = true }).First.ClickAsync();

    /// <summary>Presses a button that asks, and confirms.</summary>
    public static async Task ConfirmAsync(this ILocator part, string text)
    {
        await part.SendAsync(text);
        await part.Locator(".confirm").GetByRole(AriaRole.Button, new() { Name = text, Exact = true }).ClickAsync();
    }

    /// <summary>The state beside the page's heading.</summary>
    public static Task ExpectStateAsync(this Window window, string state) => Expect(window.Page.Locator("h1 .mark", new() { HasText = state }).First).ToBeVisibleAsync();
}
