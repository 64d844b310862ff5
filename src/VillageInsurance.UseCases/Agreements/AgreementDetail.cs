using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>One agreement as its page shows it, and what the actor may do with it.</summary>
public sealed class AgreementDetail(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Clauses">The scheme's headings, in order.</param>
    /// <param name="CanEnd">Whether the actor may renew or end it.</param>
    public sealed record View(Guid Id, int Version, PlaceName Place, AgreementStatus Status, string? Number, Guid SchemeId, Wording SchemeName, AgreementTerms Terms, IReadOnlyList<ClauseTemplate> Clauses,
        IReadOnlyList<string> Missing, IReadOnlyList<FileView> Files, string WrittenBy, string? SubmittedBy, DateTimeOffset? SubmittedAt, string? DecidedBy, DateTimeOffset? DecidedAt, string Opinion,
        Guid? PreviousId, Guid? NextId, DateOnly? EndedOn, string EndReason, bool Holds, bool CanEdit, bool CanDecide, bool CanEnd);

    /// <summary>Reads it. Not found outside the actor's villages.</summary>
    public Task<View> RunAsync(Guid id, CancellationToken cancel) => gate.ReadAsync(Permission.ViewAgreements, async db =>
    {
        var a = await db.Agreements.AsNoTracking().FindOrRefuseAsync(id, cancel);
        var scheme = await db.Schemes.AsNoTracking().SingleAsync(s => s.Id == a.SchemeId, cancel);
        var clauses = scheme.Rules.AgreementClauses;
        var people = await db.StaffNamesAsync(new[] { a.LastEditedById, a.SubmittedById, a.DecidedById }.OfType<Guid>(), cancel);
        var next = await db.Agreements.Where(n => n.PreviousId == id).OrderByDescending(n => n.Id).Select(n => (Guid?)n.Id).FirstOrDefaultAsync(cancel);
        return new View(a.Id, a.Version, (await db.PlaceNamesAsync([a.VillageId], cancel))[a.VillageId], a.Status, a.Number, scheme.Id, scheme.Name, a.Terms, clauses,
            [.. a.Terms.MissingFields(clauses)], await db.FilesOfAsync(a.Id, cancel), people.GetValueOrDefault(a.LastEditedById, ""), NameOf(a.SubmittedById), a.SubmittedAt,
            NameOf(a.DecidedById), a.DecidedAt, a.Opinion, a.PreviousId, next, a.EndedOn, a.EndReason, a.HoldsOn(clock.Today()),
            a.CanBeEditedBy(db.Actor), a.CanBeDecidedBy(db.Actor), a.Status == AgreementStatus.InForce && db.Actor.May(Permission.DraftAgreements, a));

        string? NameOf(Guid? who) => who is { } person ? people.GetValueOrDefault(person) : null;
    }, cancel);
}
