using System.Globalization;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.UseCases.Households;

/// <summary>Writes households or their members row by row; no more than one household is held. The roster's columns are those that a roster is read by: household and member number are its keys, a masked cell means "as it was".</summary>
internal sealed class ExportRows(AppDb db, Vault vault, ExportHouseholds.Input input, Func<string, string> words, DateOnly today)
{
    private const int RowsBetweenReports = 500;

    private static readonly string[] RosterColumns = ["Household", "Group", "Head", "Member", "Name", "Sex", "IdNumber", "BirthDate", "Relation", "Ethnicity", "Residence", "Note"];
    private static readonly string[] ListColumns = ["Household", "Village", "Group", "Head", "Phone", "Address", "Members", "Kind", "JoinedOn", "LeftOn"];

    /// <summary>How many rows it would be, counted no further than needed.</summary>
    public Task<int> CountAsync(IQueryable<Household> households, int most, CancellationToken cancel) => input.Kind == ExportKind.List
        ? households.Take(most).CountAsync(cancel) : Members(households).Take(most).CountAsync(cancel);

    /// <summary>Writes all rows and says how many, now and then on the way, too.</summary>
    public Task<long> WriteAsync(SheetWriter sheet, IQueryable<Household> households, Func<long, Task>? progress, CancellationToken cancel) =>
        input.Kind == ExportKind.List ? WriteListAsync(sheet, households, progress, cancel) : WriteRosterAsync(sheet, households, progress, cancel);

    private IQueryable<Membership> Members(IQueryable<Household> households) =>
        db.Memberships.Where(m => households.Any(h => h.Id == m.HouseholdId) && m.JoinedOn <= today && (m.LeftOn == null || m.LeftOn > today));

    private async Task<long> WriteListAsync(SheetWriter sheet, IQueryable<Household> households, Func<long, Task>? progress, CancellationToken cancel)
    {
        await sheet.BeginAsync(words("Sheet.List"), [.. ListColumns.Select(c => words($"Export.{c}"))]);
        var rows = 0L;
        var found = households.OrderBy(h => h.Number).Select(h => new
        {
            Household = h,
            Village = db.Areas.Where(a => a.Id == h.VillageId).Select(a => a.Name).FirstOrDefault(),
            Group = db.Areas.Where(a => a.Id == h.GroupId).Select(a => a.Name).FirstOrDefault(),
            Members = db.Memberships.Count(m => m.HouseholdId == h.Id && m.JoinedOn <= today && (m.LeftOn == null || m.LeftOn > today)),
        });
        await foreach (var r in found.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var h = r.Household;
            await sheet.RowAsync([h.Number, r.Village, r.Group, NamesInClear.Shown(db.Actor, h, h.HeadName), PhoneOf(h), h.Address, r.Members.ToString(CultureInfo.InvariantCulture), words($"Kind.{h.Kind}"), Day(h.JoinedOn), Day(h.LeftOn)]);
            if (++rows % RowsBetweenReports == 0 && progress is not null) await progress(rows);
        }
        return rows;
    }

    private async Task<long> WriteRosterAsync(SheetWriter sheet, IQueryable<Household> households, Func<long, Task>? progress, CancellationToken cancel)
    {
        await sheet.BeginAsync(words("Sheet.Roster"), [.. RosterColumns.Select(c => words($"Export.{c}"))]);
        var found = from m in Members(households)
                    join h in db.Households on m.HouseholdId equals h.Id
                    join p in db.Persons on m.PersonId equals p.Id
                    orderby h.Number, m.Number
                    select new Line(h, m, p, db.Areas.Where(a => a.Id == h.GroupId).Select(a => a.Name).FirstOrDefault());
        var (rows, families, family) = (0L, 0L, new List<Line>());
        await foreach (var line in found.AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (family.Count > 0 && family[0].Household.Id != line.Household.Id)
            {
                rows += await WriteFamilyAsync(sheet, family);
                if (++families % RowsBetweenReports == 0 && progress is not null) await progress(rows);
            }
            family.Add(line);
        }
        return rows + await WriteFamilyAsync(sheet, family);
    }

    // Head, spouse, children by age, others.
    private async Task<int> WriteFamilyAsync(SheetWriter sheet, List<Line> family)
    {
        foreach (var (h, m, p, group) in family.InBookOrder(l => l.Membership.Relation, l => l.Person.BirthDate).ThenBy(l => l.Membership.Number))
            await sheet.RowAsync([h.Number, group, NamesInClear.Shown(db.Actor, h, h.HeadName), m.Number, NamesInClear.Shown(db.Actor, h, p.Name), words($"Sex.{p.Sex}"), IdNumberOf(p),
                Clear(p) ? Day(p.BirthDate) : $"{p.BirthDate.Year:0000}-**-**", m.Relation, p.Ethnicity, words($"Residence.{m.Residence}"), p.IdNumber is null ? words("IdNumberMissing") : null]);
        var written = family.Count;
        family.Clear();
        return written;
    }

    private bool Clear(IVillageOwned record) => input.InClear && db.Actor.May(Permission.RevealPersonalInfo, record);

    private string? IdNumberOf(Person p) => p.IdNumber is { } number ? Shown(p, vault.Open(PersonalCells.IdNumber, p.Id, number)) : null;

    private string? PhoneOf(Household h) => h.Phone is { } phone ? Shown(h, vault.Open(PersonalCells.Phone, h.Id, phone)) : null;

    private string Shown(IVillageOwned record, string value) => Clear(record) ? value : Masking.Number(value);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Line(Household Household, Membership Membership, Person Person, string? Group);
}
