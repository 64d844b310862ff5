using Microsoft.Extensions.Time.Testing;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Households;
using VillageInsurance.Web.Households;

namespace VillageInsurance.Web.Tests.Households;

public class DownloadTicketTests
{
    private static readonly ExportHouseholds.Input Ordered = new(ExportKind.List, SheetForm.Csv, null, null, null, false, false, "own copy");

    private readonly FakeTimeProvider _clock = new(new(2026, 3, 1, 4, 0, 0, TimeSpan.Zero));
    private readonly Guid _session = Guid.NewGuid();

    [Fact]
    public void A_ticket_is_good_once_and_in_its_own_session()
    {
        var tickets = new DownloadTickets(_clock);
        var ticket = tickets.Give(_session, Ordered);

        Assert.Null(tickets.Take(ticket, Guid.NewGuid()));
        Assert.Equal(Ordered, tickets.Take(ticket, _session));
        Assert.Null(tickets.Take(ticket, _session));
    }

    [Fact]
    public void After_a_minute_it_is_good_for_nothing()
    {
        var tickets = new DownloadTickets(_clock);
        var ticket = tickets.Give(_session, Ordered);

        _clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Null(tickets.Take(ticket, _session));
    }
}
