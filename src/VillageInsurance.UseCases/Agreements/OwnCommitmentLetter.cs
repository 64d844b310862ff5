using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>The commitment letter of the year as the agent sees it: the text, whether it is signed, and the letters before.</summary>
public sealed class OwnCommitmentLetter(AppDbGate gate, TimeProvider clock)
{
    /// <param name="ToSign">The villages for which this year's letter is missing.</param>
    public sealed record View(int Year, string Name, Guid TextId, int Number, string Title, IReadOnlyList<TextPoint> Points, IReadOnlyList<PlaceName> ToSign, IReadOnlyList<Letter> Letters);

    /// <summary>A signed letter.</summary>
    public sealed record Letter(Guid Id, int Year, string Number, PlaceName? Place, bool OnPaper, DateTimeOffset SignedAt);

    /// <summary>Reads it.</summary>
    public Task<View> RunAsync(CancellationToken cancel) => gate.ReadAsync(Permission.SignCommitmentLetters, async db =>
    {
        var (year, me) = (clock.Today().Year, db.Actor.StaffId);
        var text = await db.NewestTextAsync(TextKind.CommitmentLetter, cancel);
        var letters = await db.CommitmentLetters.AsNoTracking().Where(l => l.StaffId == me).OrderByDescending(l => l.Id).Take(50).ToListAsync(cancel);
        var services = await db.AgentServices.AsNoTracking().Where(s => s.StaffId == me && s.Status != AgentStatus.Left && s.Status != AgentStatus.TurnedDown).ToListAsync(cancel);
        var places = await db.PlaceNamesAsync(services.Select(s => (Guid?)s.VillageId).Concat(letters.Select(l => (Guid?)l.VillageId)), cancel);
        return new View(year, db.Actor.Name, text.Id, text.Number, text.Title, text.Points,
            [.. services.Where(s => !letters.Any(l => l.ServiceId == s.Id && l.Year == year)).Select(s => places[s.VillageId])],
            [.. letters.Select(l => new Letter(l.Id, l.Year, l.Number, places.GetValueOrDefault(l.VillageId), l.OnPaper, l.SignedAt))]);
    }, cancel);
}
