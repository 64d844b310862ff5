using System.Net;
using System.Text.RegularExpressions;

namespace VillageInsurance.Web.Tests.Shared;

/// <summary>A browser without scripts: keeps cookies, sends forms with their tokens, follows nothing by itself.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _client;

    public Visitor(Uri address) =>
        _client = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address };

    public CookieContainer Cookies { get; } = new();

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(path);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _client.SendAsync(request);

    public Task<HttpResponseMessage> SignInAsync(string userName, string password = Site.Password, string page = "/sign-in") =>
        SubmitAsync(page, page, new() { ["_handler"] = "sign-in", ["Entry.UserName"] = userName, ["Entry.Password"] = password });

    /// <summary>Takes the token from one page and posts the fields to a path.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string path, Dictionary<string, string> fields)
    {
        var html = await (await GetAsync(page)).Content.ReadAsStringAsync();
        fields["__RequestVerificationToken"] = Token().Match(html).Groups[1].Value;
        return await PostAsync(path, fields);
    }

    public async Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        return await _client.PostAsync(path, form);
    }

    public void AlwaysSend(string header, string value) => _client.DefaultRequestHeaders.Add(header, value);

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();
}
