using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Schemes;

/// <summary>One scheme with everything it says.</summary>
public sealed class SchemeDetail(AppDbGate gate)
{
    /// <summary>The scheme.</summary>
    public sealed record View(Guid Id, Programme Programme, int Year, int Number, Wording Name, SchemeStatus Status, DateOnly? PublishedOn, SchemeRules Rules);

    /// <summary>Reads it.</summary>
    public Task<View> RunAsync(Guid id, CancellationToken cancel) => gate.ReadAsync(Permission.ViewSchemes, async db =>
    {
        var s = await db.Schemes.AsNoTracking().FindOrRefuseAsync(id, cancel);
        return new View(s.Id, s.Programme, s.Year, s.Number, s.Name, s.Status, s.PublishedOn, s.Rules);
    }, cancel);
}
