using System.Collections.Concurrent;
using VillageInsurance.UseCases.Households;

namespace VillageInsurance.Web.Households;

/// <summary>What a page ordered for download: good once, for a minute, in the session that ordered it. So nothing that was typed stands in an address.</summary>
public sealed class DownloadTickets(TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<Guid, Ticket> _tickets = new();

    /// <summary>Gives a ticket.</summary>
    public Guid Give(Guid session, ExportHouseholds.Input ordered)
    {
        var now = clock.GetUtcNow();
        foreach (var old in _tickets.Where(t => t.Value.Until < now)) _tickets.TryRemove(old.Key, out _);
        var id = Guid.NewGuid();
        _tickets[id] = new(session, ordered, now + Life);
        return id;
    }

    /// <summary>Takes it back; null when it is used, too old, or another session's.</summary>
    public ExportHouseholds.Input? Take(Guid id, Guid session) =>
        _tickets.TryGetValue(id, out var ticket) && ticket.Session == session && _tickets.TryRemove(id, out _) && ticket.Until >= clock.GetUtcNow() ? ticket.Ordered : null;

    private sealed record Ticket(Guid Session, ExportHouseholds.Input Ordered, DateTimeOffset Until);
}
