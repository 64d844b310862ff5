using Microsoft.EntityFrameworkCore;
using Npgsql;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Agreements;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Households;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>Brings a roster's rows of which nothing is open into the register; the others stay. What was stored before is passed over.</summary>
internal sealed class RosterStoring(AppDb db, Vault vault, IFileStore store, TimeProvider clock, ImportRules imports, RosterBatch batch, params IReadOnlyList<RosterFinding> justDecided)
{
    private const int RowsBetweenReports = 1_000;

    private readonly List<(short Sheet, int Row, RosterField? Field, RosterReason Reason)> _asking = [];
    private VillageRegister _known = null!;

    /// <summary>Stores. Refused while another roster of the village is being stored, and for an agent who may no longer work there.</summary>
    public async Task RunAsync(Func<long, Task>? progress = null)
    {
        await LockAsync();
        if (db.Actor.RolesFor(Permission.ImportRosters).Contains(Role.ResidentAgent)) await db.RequireReadyAgentAsync(db.Actor.StaffId, batch.VillageId, batch.GroupId, clock.Today());
        _known = await VillageRegister.LoadAsync(db, batch.VillageId);
        var village = await db.Areas.AsNoTracking().SingleAsync(a => a.Id == batch.VillageId);
        var group = await db.Areas.Where(a => a.Id == batch.GroupId).Select(a => a.Name).SingleOrDefaultAsync();
        // Numbers for new households come from the county's series; the first one locks it, which no copying may be under way for.
        var (series, year) = (await db.TakeSeriesAsync(NumberKind.Household, clock.Today().Year), clock.Today().Year % 100);
        var decisions = await RosterDecisions.LoadAsync(db, vault, batch, justDecided);
        await using var stage = new RosterStage((NpgsqlConnection)db.Database.GetDbConnection(), batch);
        await stage.BeginAsync();
        var (rows, standing) = (0L, 0);
        foreach (var (sheet, shape, list) in await CheckedRows.OpenAsync(store, vault, batch.Id, batch.Round))
        {
            var (matching, begins) = (new RosterMatching(_known, shape, village.Name, group), 0L);
            foreach (var (line, index) in list)
            {
                if (++rows % RowsBetweenReports == 0 && progress is not null) await progress(rows);
                if (!shape.Has(RosterField.HouseholdNo) && (begins == 0 || RelationWords.RoleOf(line[RosterField.Relation].Value) == FamilyRole.Head)) begins = line.Row;
                var memberNumber = VillageRegister.MemberNumberOf(batch.Id, sheet, line.Row);
                if (!_known.Members.ContainsKey(memberNumber))
                {
                    if (TryTake(sheet, shape, line, index, matching, decisions, begins, memberNumber, () => $"{village.Code}{year:00}{series.NextValue():00000}") is not { } member) continue;
                    stage.Put(member);
                }
                standing++;
            }
        }
        var lost = await MergeAsync(stage);
        await ReopenAsync(lost);
        batch.Stored(standing - lost.Count, clock.GetUtcNow());
    }

    private StagedMember? TryTake(short sheet, SheetShape shape, RosterLine line, byte[]? index, RosterMatching matching, RosterDecisions decisions, long begins, string memberNumber, Func<string> newNumber)
    {
        if (!decisions.Apply(sheet, line, shape)) return null;
        var isDecided = decisions.Of(sheet, line.Row, RosterField.IdNumber) is not null;
        var numberIndex = isDecided ? line.Known(RosterField.IdNumber) is { } number ? vault.IndexOf(number) : null : index;
        foreach (var finding in matching.Check(line, numberIndex))
            if (finding.Handling != RosterHandling.Change) return Ask(sheet, line, finding.Field, finding.Reason);
        var born = IdNumber.TryParse(line.Known(RosterField.IdNumber), imports.TestRegionAllowed, out var id) ? id.BirthDate : DateCell.DayOf(line[RosterField.BirthDate].Value);
        var sex = id.Text is not null ? id.Sex : SexCell.Of(line[RosterField.Sex].Value);
        if (matching.Person is null && (born is null || sex is null || line.Known(RosterField.Name) is null || shape.LacksNumbers && !isDecided))
            return Ask(sheet, line, RosterField.IdNumber, RosterReason.IdMissing);
        var personId = matching.Person?.Id ?? RowId.Next();
        var household = matching.Household ?? HouseholdOf(sheet, line, begins, newNumber);
        var (isFirst, revives) = (!household.Seen, household.IsVoid);
        household.Seen = true;
        var sealedNumber = id.Text is { } text && matching.Person?.Index is null ? vault.Seal(PersonalCells.IdNumber, personId, text, numberIndex!) : null;
        var phone = household.IsNew && isFirst && line.Known(RosterField.Phone) is { Length: <= 20 } said ? vault.Seal(PersonalCells.Phone, household.Id, said) : null;
        var joined = born > batch.CutOff ? born.Value : batch.CutOff;
        var headName = RosterMatching.HeadNameOf(line) is { Length: > 0 } head ? head : null;
        return new(sheet, (int)line.Row, household.Id, household.IsNew, household.IsNew || revives, isFirst, household.PlaceId, household.Number, household.GroupId, headName,
            RelationWords.RoleOf(line[RosterField.Relation].Value) == FamilyRole.Head, phone?.Cipher, phone?.Index, personId, matching.Person is null, sealedNumber?.Cipher, sealedNumber?.Index, line.Known(RosterField.Name), sex, born,
            line.Known(RosterField.Ethnicity), matching.Member?.Id ?? RowId.Next(), matching.Member is null, memberNumber, line.Known(RosterField.Relation), joined);
    }

    // Whatever stands against a row now that its check did not find, or in spite of what was decided: it asks, and stays.
    private StagedMember? Ask(short sheet, RosterLine line, RosterField? field, RosterReason reason)
    {
        _asking.Add((sheet, (int)line.Row, field, reason));
        return null;
    }

    private RegisteredHousehold HouseholdOf(short sheet, RosterLine line, long begins, Func<string> newNumber)
    {
        var number = line.Known(RosterField.HouseholdNo);
        var id = number is null ? VillageRegister.HouseholdIdOf(batch.Id, sheet, begins) : RowId.Next();
        if (_known.HouseholdsById.TryGetValue(id, out var known)) return known;
        var group = line.Known(RosterField.Group) is { } name && _known.Groups.TryGetValue(name, out var found) ? found : batch.GroupId;
        return _known.Add(new(id, number ?? newNumber(), group, "", batch.CutOff, null) { IsNew = true });
    }

    private static async Task<IReadOnlyList<(short Sheet, int Row, bool ByPerson)>> MergeAsync(RosterStage stage)
    {
        try { return await stage.EndAsync(); }
        catch (PostgresException no) when (no.SqlState == PostgresErrorCodes.UniqueViolation) { throw HouseholdRule.APersonLivesInOneHousehold.Broken(); }
    }

    // Who is registered elsewhere asks; what was decided and did not do asks again.
    private async Task ReopenAsync(IReadOnlyList<(short Sheet, int Row, bool ByPerson)> lost)
    {
        _asking.AddRange(lost.Select(l => (l.Sheet, l.Row, (RosterField?)(l.ByPerson ? RosterField.IdNumber : RosterField.HouseholdNo), l.ByPerson ? RosterReason.IdElsewhere : RosterReason.HouseholdElsewhere)));
        if (_asking.Count == 0) return;
        var rows = _asking.Select(a => a.Row).Distinct().ToList();
        var asked = (await db.RosterFindings.Where(f => f.BatchId == batch.Id && f.Round == batch.Round && rows.Contains(f.Row) && (f.Handling == RosterHandling.Ask || f.Handling == RosterHandling.Reject)).ToListAsync())
            .ToLookup(f => (f.Sheet, f.Row, f.Field));
        foreach (var (sheet, row, field, reason) in _asking)
        {
            foreach (var finding in asked[(sheet, row, field)].Where(f => f.Decision is RosterDecision.Value or RosterDecision.Temporary)) finding.Decide(RosterDecision.Open, null);
            if (!asked[(sheet, row, field)].Any()) db.Add(RosterDecisions.Asking(vault, batch, sheet, row, field, reason));
        }
    }

    private async Task LockAsync()
    {
        if (!await db.TryLockAsync($"rosters of {batch.VillageId:N}")) throw new AnotherImportIsRunning();
    }
}
