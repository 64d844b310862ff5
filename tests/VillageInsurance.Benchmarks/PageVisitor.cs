using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace VillageInsurance.Benchmarks;

/// <summary>A person with a browser without scripts: signs in once and keeps the cookie from one start of the product to the next.</summary>
internal sealed partial class PageVisitor(string userName)
{
    private readonly CookieContainer _cookies = new();

    public string UserName => userName;

    /// <summary>Signs in and walks from page to page along the links; of the pages behind one route only the first is kept.</summary>
    public async Task<IReadOnlyDictionary<PageRoute, string>> WalkAsync(Uri site, string password, IReadOnlyList<PageRoute> routes)
    {
        using var client = Client(site);
        await SignInAsync(client, password);
        if (routes.Any(r => r.Name == "imports")) await UploadAsync(client);
        var found = new Dictionary<PageRoute, string>();
        var ahead = new Queue<string>(["/", "/sign-in", "/account/password", "/error/404", "/not-found"]);
        while (ahead.TryDequeue(out var path))
        {
            if (routes.FirstOrDefault(r => r.Matches(path)) is not { } route || found.ContainsKey(route)) continue;
            using var answer = await client.GetAsync(path);
            if (!answer.IsSuccessStatusCode && !route.IsError) continue;
            found[route] = path;
            foreach (Match link in Link().Matches(await answer.Content.ReadAsStringAsync()))
                ahead.Enqueue(WebUtility.HtmlDecode(link.Groups[1].Value));
        }
        return found;
    }

    /// <summary>How long the whole answer takes, in milliseconds. Refuses an answer that is not the page.</summary>
    public async Task<double> AskAsync(Uri site, PageRoute route, string path)
    {
        using var client = Client(site);
        var watch = Stopwatch.StartNew();
        using var answer = await client.GetAsync(path);
        await answer.Content.ReadAsByteArrayAsync();
        var took = watch.Elapsed.TotalMilliseconds;
        return answer.IsSuccessStatusCode || route.IsError ? took : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode} to {userName}.");
    }

    private HttpClient Client(Uri site) => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = _cookies }) { BaseAddress = site };

    private static async Task<string> TokenAsync(HttpClient client, string page) => Token().Match(await client.GetStringAsync(page)).Groups[1].Value;

    private async Task SignInAsync(HttpClient client, string password)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["Entry.UserName"] = userName,
            ["Entry.Password"] = password,
            ["__RequestVerificationToken"] = await TokenAsync(client, "/sign-in"),
        });
        using var answer = await client.PostAsync("/sign-in", form);
        if (answer.StatusCode != HttpStatusCode.Redirect && answer.StatusCode != HttpStatusCode.Found) throw new InvalidOperationException($"{userName} could not sign in: {answer.StatusCode}.");
    }

    // So that there is an import to look at; who may not import is refused. The file is the county that is there already: nothing changes.
    private static async Task UploadAsync(HttpClient client)
    {
        using var page = await client.GetAsync("/imports");
        if (!page.IsSuccessStatusCode) return;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value), "__RequestVerificationToken" },
            { new StringContent("bench"), "source" },
            { new StringContent("bench"), "basis" },
            { new StringContent("2026-01-01"), "noticeOn" },
            { new ByteArrayContent(await File.ReadAllBytesAsync(ScaledCounty.DemoZip)), "file", "demo-county.zip" },
        };
        using var answer = await client.PostAsync("/imports/upload", form);
    }

    [GeneratedRegex("""<a [^>]*href="(/[^"#]*)""")]
    private static partial Regex Link();

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();
}
