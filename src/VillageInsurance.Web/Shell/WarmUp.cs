using System.Net;
using System.Security.Claims;
using System.Text;
using System.Text.RegularExpressions;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.Web.Accounts;
using VillageInsurance.Web.Work;

namespace VillageInsurance.Web.Shell;

/// <summary>Looks at one page of each kind before anybody else does, so that the first visitor does not wait until all of it is compiled, connected and
/// prepared. It follows the links from page to page within this process, without a session and over no connection; nothing but the program can ask so.</summary>
internal sealed partial class WarmUp(IServiceScopeFactory scopes, SessionBook sessions, ActorLoader actors, TimeProvider clock, ILogger<WarmUp> log)
{
    private const string SignInAddress = "/sign-in";

    private RequestDelegate? _pages;

    /// <summary>Keeps the way of a request from here on.</summary>
    public RequestDelegate From(RequestDelegate next) => _pages = next;

    /// <summary>Walks; the answer names the pages that were looked at. What fails or takes too long is logged, and the program starts nevertheless.</summary>
    public async Task<IReadOnlyCollection<string>> RunAsync(TimeSpan longest, CancellationToken stopping)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        enough.CancelAfter(longest);
        var (seen, ahead) = (new Dictionary<string, string>(), new Queue<string>([SignInAddress, "/"]));
        try
        {
            // What a signed-in request asks on its way to the page; this walk needs neither.
            await sessions.IsLiveAsync(Guid.Empty, enough.Token);
            await actors.LoadAsync(StaffMember.CommandLineId, enough.Token);
            while (ahead.TryDequeue(out var path))
            {
                if (!IsPage(path) || !seen.TryAdd(KindOf(path), path)) continue;
                foreach (Match link in Link().Matches(await AskAsync(path, enough.Token)))
                    ahead.Enqueue(WebUtility.HtmlDecode(link.Groups[1].Value));
            }
        }
        catch (Exception cause)
        {
            LogGivenUp(log, seen.Count, cause);
        }
        return seen.Values;
    }

    private async Task<string> AskAsync(string address, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<JobIdentity>().TakeVisitor(clock.Today());
        using var body = new MemoryStream();
        var uri = new Uri(new Uri("http://localhost"), address);
        var context = new DefaultHttpContext
        {
            RequestServices = scope.ServiceProvider,
            RequestAborted = cancel,
            User = address == SignInAddress ? new() : new(new ClaimsIdentity([new(ClaimTypes.Name, nameof(WarmUp))], nameof(WarmUp))),
            Request = { Method = HttpMethods.Get, Scheme = uri.Scheme, Host = new("localhost"), Path = uri.AbsolutePath, QueryString = new(uri.Query) },
            Response = { Body = body },
        };
        await _pages!(context).WaitAsync(cancel);
        return context.Response.StatusCode == StatusCodes.Status200OK ? Encoding.UTF8.GetString(body.ToArray()) : "";
    }

    // Files are no pages, and who opens one is recorded.
    private static bool IsPage(string path) => !path.StartsWith("/files/", StringComparison.Ordinal) && !Path.HasExtension(path.Split('?')[0]);

    // Pages of one kind differ in ids, numbers and queries only.
    private static string KindOf(string path) => Id().Replace(path.Split('?')[0], "*");

    [GeneratedRegex("""<a [^>]*href="(/[^"#]*)""")]
    private static partial Regex Link();

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();

    [LoggerMessage(LogLevel.Warning, "Warming up was given up after {Pages} pages")]
    private static partial void LogGivenUp(ILogger log, int pages, Exception cause);
}
