using System.Collections.Concurrent;

namespace VillageInsurance.Web.Accounts;

/// <summary>Knows the open connections of each session in this process, to cut them at once when the session ends.</summary>
public sealed class CircuitRegistry
{
    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<HttpContext, byte>> _open = new();

    /// <summary>How many connections a session has open.</summary>
    public int CountOf(Guid sessionId) => _open.TryGetValue(sessionId, out var connections) ? connections.Count : 0;

    /// <summary>Cuts them. The browser then tries to reconnect, is refused and leads to the sign-in page.</summary>
    public void Close(Guid sessionId)
    {
        if (!_open.TryRemove(sessionId, out var connections)) return;
        foreach (var connection in connections.Keys) connection.Abort();
    }

    internal void Opened(Guid sessionId, HttpContext connection) =>
        _open.GetOrAdd(sessionId, _ => new()).TryAdd(connection, 0);

    internal void Closed(Guid sessionId, HttpContext connection)
    {
        if (_open.TryGetValue(sessionId, out var connections) && connections.TryRemove(connection, out _) && connections.IsEmpty)
            _open.TryRemove(new(sessionId, connections));
    }
}

/// <summary>Enters the WebSockets of circuits into <see cref="CircuitRegistry"/> for as long as they are open.</summary>
internal sealed class CircuitConnections(RequestDelegate next, CircuitRegistry circuits)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path != "/_blazor" || context.User.SessionId() is not { } session)
        {
            await next(context);
            return;
        }
        circuits.Opened(session, context);
        try { await next(context); }
        finally { circuits.Closed(session, context); }
    }
}
