using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace VillageInsurance.Browser.Tests.Shared;

/// <summary>One person's browser window. It remembers what must not happen: errors, refused scripts, requests to other hosts.</summary>
internal sealed class Window : IAsyncDisposable
{
    public const string Password = "Lancang-9-Terrace";

    private readonly IBrowserContext _context;
    private readonly List<string> _faults = [];

    public Window(IBrowserContext context, IPage page, string address)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) => { if (message.Type == "error" && !IsRefusal(message.Text) && !LosesItsLine) _faults.Add(message.Text); };
        page.PageError += (_, error) => { if (!LosesItsLine) _faults.Add(error); };
        page.Request += (_, request) => { if (!request.Url.StartsWith(address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && request.Url != "about:blank") _faults.Add($"Request to {request.Url}"); };
    }

    public IPage Page { get; }

    /// <summary>The test cuts the line or restarts the server: what the browser says about that is no fault.</summary>
    public bool LosesItsLine { get; set; }

    public string Path => new Uri(Page.Url).PathAndQuery;

    public async Task SignInAsync(string user, string password = Password)
    {
        if (!Page.Url.Contains("/sign-in", StringComparison.Ordinal)) await Page.GotoAsync("/sign-in");
        await Page.FillAsync("#user-name", user);
        await Page.FillAsync("#password", password);
        await Page.ClickAsync("button.plain-button[type=submit]");
    }

    /// <summary>Signs in and waits until the page is alive.</summary>
    public async Task EnterAsync(string user)
    {
        await SignInAsync(user);
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        await LiveAsync();
    }

    /// <summary>Goes to an address and waits until the page is alive.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await LiveAsync();
    }

    /// <summary>Until the circuit is there, nothing in the page can be pressed.</summary>
    public Task LiveAsync() => Page.WaitForSelectorAsync("main:not([inert]) h1");

    /// <summary>Nothing serious for people who use other means than eyes and mouse, and nothing hidden to the side.</summary>
    public async Task CheckAsync()
    {
        // The heading comes a moment before the title.
        await Assertions.Expect(Page).ToHaveTitleAsync(new Regex("."));
        // What fades in or out is pale for a moment.
        await Page.WaitForFunctionAsync("() => document.getAnimations().every(a => a.playState !== 'running' || a.effect.getTiming().iterations === Infinity)");
        var serious = (await Page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical").Select(v => $"{v.Id}: {v.Nodes[0].Html}");
        Assert.Empty(serious);
        Assert.Equal(0, await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    // What a test asks for on purpose and must not get.
    private static bool IsRefusal(string text) => text.Contains("status of 403", StringComparison.Ordinal) || text.Contains("status of 429", StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.Empty(_faults);
    }
}
