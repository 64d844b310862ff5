using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.HouseholdChecks;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.HouseholdChecks;

/// <summary>A file that waits for the township: members masked, what is lacking, its rounds, and what the agent changed since the last one. Nothing of economics, health or policies.</summary>
public sealed class CheckDetail(AppDbGate gate, Vault vault, TimeProvider clock)
{
    /// <summary>The file.</summary>
    public sealed record View(Guid Id, int Version, string Number, string Head, PlaceName? Place, string? Group, DateOnly JoinedOn, FileStatus Status, IReadOnlyList<Member> Members,
        IReadOnlyList<FileGap> Gaps, IReadOnlyList<Round> Rounds, IReadOnlyList<FileField> ChangedSince, DateOnly? LastVisit, bool CanDecide);

    /// <summary>A present member.</summary>
    public sealed record Member(string Name, string? Relation, Sex Sex, int Age, string? IdNumber, ResidenceKind Residence, DateOnly JoinedOn);

    /// <summary>A submission with its decision.</summary>
    public sealed record Round(int Number, string By, DateTimeOffset At, string? DecidedBy, bool? IsApproved, string? Opinion, IReadOnlyList<FileField> Fields, DateTimeOffset? DecidedAt);

    /// <summary>Reads it. One that does not wait is not found.</summary>
    public Task<View> RunAsync(Guid householdId, CancellationToken cancel) => gate.ReadAsync(Permission.CheckHouseholds, async db =>
    {
        var file = await db.WaitingFiles(null, false).AsNoTracking().FindOrRefuseAsync(householdId, cancel);
        var h = await db.Households.AsNoTracking().FindOrRefuseAsync(householdId, cancel);
        var members = await (from m in db.Memberships.AsNoTracking()
                             where m.HouseholdId == householdId && m.LeftOn == null
                             join p in db.Persons on m.PersonId equals p.Id
                             orderby m.Relation == Membership.HeadRelation descending, m.Number
                             select new { m, p }).ToListAsync(cancel);
        var staff = file.Rounds.SelectMany(r => new[] { r.SubmittedById, r.Decision?.OfficialId ?? r.SubmittedById }).Distinct().ToList();
        var names = await db.Staff.AsNoTracking().Where(s => staff.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, cancel);
        var lastDecision = file.Rounds.Select(r => r.Decision?.At).LastOrDefault(at => at is not null) ?? DateTimeOffset.MaxValue;
        var changed = await db.FieldChanges.AsNoTracking().Where(c => c.HouseholdId == householdId && c.At > lastDecision).Select(c => c.Field).Distinct().ToListAsync(cancel);
        return new View(h.Id, file.Version, h.Number, Masking.Name(h.HeadName), (await db.PlaceNamesAsync([h.VillageId], cancel)).GetValueOrDefault(h.VillageId),
            await db.Areas.Where(a => a.Id == h.GroupId).Select(a => a.Name).FirstOrDefaultAsync(cancel), h.JoinedOn, file.Status,
            [.. members.Select(x => new Member(Masking.Name(x.p.Name), x.m.Relation, x.p.Sex, x.p.AgeOn(clock.Today()),
                x.p.IdNumber is { } number ? Masking.Number(vault.Open(PersonalCells.IdNumber, x.p.Id, number)) : null, x.m.Residence, x.m.JoinedOn))],
            [.. (await db.FileGapsAsync([h.Id], cancel))[h.Id]],
            [.. file.Rounds.Select(r => new Round(r.Number, names.GetValueOrDefault(r.SubmittedById, ""), r.SubmittedAt, r.Decision is { } d ? names.GetValueOrDefault(d.OfficialId, "") : null,
                r.Decision?.IsApproved, r.Decision?.Opinion, r.Decision?.Fields ?? [], r.Decision?.At))],
            [.. changed.Select(FieldOf).OfType<FileField>().Distinct()], await db.Visits.Where(v => v.HouseholdId == householdId).MaxAsync(v => (DateOnly?)v.On, cancel),
            !await db.TookPartAsync(householdId, db.Actor.StaffId) && !file.Rounds.Any(r => r.SubmittedById == db.Actor.StaffId));
    }, cancel);

    private static FileField? FieldOf(string property) => property switch
    {
        nameof(Household.Phone) => FileField.Phone,
        nameof(Household.Address) => FileField.Address,
        nameof(Household.HeadName) or nameof(Membership.Relation) => FileField.Head,
        nameof(Person.IdNumber) => FileField.IdNumbers,
        nameof(Membership.Residence) => FileField.Residence,
        nameof(Person.Name) => FileField.Members,
        _ => null,
    };
}
