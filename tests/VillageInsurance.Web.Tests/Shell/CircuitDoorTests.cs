using System.Net;
using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Web.Accounts;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Shell;

public sealed class CircuitDoorTests(Site site) : IClassFixture<Site>
{
    private string Own => site.Address.GetLeftPart(UriPartial.Authority);

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    [InlineData(null)]
    public async Task A_page_of_another_host_opens_no_circuit(string? origin)
    {
        using var visitor = await SignedInAsync();

        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(visitor, origin));
        var no = await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(visitor, origin));
        Assert.Contains("403", no.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_neighbour_on_another_port_of_a_host_named_without_one_opens_none_either()
    {
        using var visitor = await SignedInAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Host = "127.0.0.1";
        request.Headers.Add("Origin", "https://127.0.0.1:8443");

        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_stranger_opens_none_either()
    {
        using var visitor = new Visitor(site.Address);

        Assert.Equal(HttpStatusCode.Unauthorized, await NegotiateAsync(visitor, Own));
        var no = await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(visitor, Own));
        Assert.Contains("401", no.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ending_the_session_cuts_its_open_connections_at_once()
    {
        var person = await site.GivenAsync();
        using var visitor = await SignedInAsync(person);
        Assert.Equal(HttpStatusCode.OK, await NegotiateAsync(visitor, Own));
        using var socket = await ConnectAsync(visitor, Own);

        await site.Services.GetRequiredService<SessionBook>().EndAllAsync(person.AccountId, SessionEnd.Disabled);

        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        await Assert.ThrowsAsync<WebSocketException>(async () =>
        {
            while (true) await socket.ReceiveAsync(new byte[1024], soon.Token);
        });
        Assert.Equal(HttpStatusCode.Unauthorized, await NegotiateAsync(visitor, Own));
    }

    [Fact]
    public async Task A_message_of_more_than_64_KB_closes_the_connection()
    {
        using var visitor = await SignedInAsync();
        using var socket = await ConnectAsync(visitor, Own);
        await socket.SendAsync("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"u8.ToArray(), WebSocketMessageType.Text, true, CancellationToken.None);
        await socket.SendAsync(new byte[] { 0x80, 0x80, 0x05 }.Concat(new byte[80 * 1024]).ToArray(), WebSocketMessageType.Binary, true, CancellationToken.None);

        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var closed = false;
        while (!closed) closed = (await socket.ReceiveAsync(new byte[4096], soon.Token)).MessageType is WebSocketMessageType.Close;
        Assert.True(closed);
    }

    private async Task<Visitor> SignedInAsync(Site.Person? person = null)
    {
        var visitor = new Visitor(site.Address);
        await visitor.SignInAsync((person ?? await site.GivenAsync()).UserName);
        return visitor;
    }

    private static async Task<HttpStatusCode> NegotiateAsync(Visitor visitor, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        if (origin is not null) request.Headers.Add("Origin", origin);
        return (await visitor.SendAsync(request)).StatusCode;
    }

    private async Task<ClientWebSocket> ConnectAsync(Visitor visitor, string? origin)
    {
        var socket = new ClientWebSocket();
        socket.Options.Cookies = visitor.Cookies;
        if (origin is not null) socket.Options.SetRequestHeader("Origin", origin);
        await socket.ConnectAsync(new UriBuilder(site.Address) { Scheme = "ws", Path = "/_blazor" }.Uri, CancellationToken.None);
        return socket;
    }
}
