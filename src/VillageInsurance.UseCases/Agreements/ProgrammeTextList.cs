using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>Every version of the texts that people sign, newest first.</summary>
public sealed class ProgrammeTextList(AppDbGate gate)
{
    /// <summary>One version.</summary>
    public sealed record Row(Guid Id, TextKind Kind, int Number, string Title, IReadOnlyList<TextPoint> Points, DateOnly PublishedOn, string PublishedBy);

    /// <summary>At most 100.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Row>>(Permission.ManageProgramme, async db =>
    {
        var texts = await db.ProgrammeTexts.AsNoTracking().OrderBy(t => t.Kind).ThenByDescending(t => t.Number).Take(100).ToListAsync(cancel);
        var people = await db.StaffNamesAsync(texts.Select(t => t.PublishedById), cancel);
        return [.. texts.Select(t => new Row(t.Id, t.Kind, t.Number, t.Title, t.Points, t.PublishedOn, people.GetValueOrDefault(t.PublishedById, "")))];
    }, cancel);
}
