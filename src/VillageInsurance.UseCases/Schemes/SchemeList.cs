using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Schemes;

/// <summary>Every scheme there is: the templates, and those made from them.</summary>
public sealed class SchemeList(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Holds">Whether this is the one that holds this year.</param>
    public sealed record Row(Guid Id, Programme Programme, int Year, int Number, Wording Name, SchemeStatus Status, bool Holds);

    /// <summary>Templates first, then by year.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Row>>(Permission.ViewSchemes, async db =>
    {
        var current = await db.SchemeOfAsync(clock.Today().Year, cancel);
        var schemes = await db.Schemes.AsNoTracking().OrderBy(s => s.Year).ThenBy(s => s.Programme).ThenBy(s => s.Number).ToListAsync(cancel);
        return [.. schemes.Select(s => new Row(s.Id, s.Programme, s.Year, s.Number, s.Name, s.Status, s.Id == current.Id))];
    }, cancel);
}
