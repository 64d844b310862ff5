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

    private readonly List<(short Sheet, RosterField? Field, long Row)> _reopened = [];
    private VillageRegister _known = null!;
    private string _villageCode = "";

    /// <summary>Stores. Refused while another roster of the village is being stored, and for an agent who may no longer work there.</summary>
    public async Task RunAsync(SheetLimits limits, Func<long, Task>? progress = null)
    {
        await LockAsync();
        if (db.Actor.RolesFor(Permission.ImportRosters).Contains(Role.ResidentAgent)) await db.RequireReadyAgentAsync(db.Actor.StaffId, batch.VillageId, null, clock.Today());
        (_known, _villageCode) = (await VillageRegister.LoadAsync(db, batch.VillageId), await db.Areas.Where(a => a.Id == batch.VillageId).Select(a => a.Code!).SingleAsync());
        // Numbers for new households come from the county's series; the first one locks it, which no copying may be under way for.
        var (series, year) = (await db.TakeSeriesAsync(NumberKind.Household, clock.Today().Year), clock.Today().Year % 100);
        using var file = await RosterFile.OpenAsync(store, vault, batch.Id);
        using var reading = await RosterReading.OpenAsync(db, batch, file, imports, clock.Today(), limits);
        var decisions = await RosterDecisions.LoadAsync(db, vault, batch, justDecided);
        await using var stage = new RosterStage((NpgsqlConnection)db.Database.GetDbConnection(), batch.Id);
        await stage.BeginAsync();
        var (rows, standing) = (0L, 0);
        try
        {
            foreach (var (sheet, shape, check) in reading.Lists())
            {
                var (matching, begins) = (new RosterMatching(_known, vault, shape, reading.Village), 0L);
                while (check.Read())
                {
                    if (++rows % RowsBetweenReports == 0 && progress is not null) await progress(rows);
                    var line = check.Line;
                    if (line.Kind != LineKind.Data || line.IsRepeated) continue;
                    if (!shape.Has(RosterField.HouseholdNo) && (begins == 0 || RelationWords.RoleOf(line[RosterField.Relation].Value) == FamilyRole.Head)) begins = line.Row;
                    if (_known.Members.ContainsKey(VillageRegister.MemberNumberOf(batch.Id, sheet, line.Row)))
                    {
                        standing++;
                        continue;
                    }
                    if (TryTake(sheet, shape, line, matching, decisions, begins, () => $"{_villageCode}{year:00}{series.NextValue():00000}") is not { } member) continue;
                    stage.Put(member);
                    standing++;
                }
            }
        }
        catch (RefusedFile)
        {
            // It was read before; whatever broke since, nothing of it is stored.
            throw RosterRule.OnlyACheckedRosterIsStored.Broken();
        }
        var lost = await MergeAsync(stage);
        await ReopenAsync(lost);
        batch.Stored(standing - lost.Count, clock.GetUtcNow());
    }

    private StagedMember? TryTake(short sheet, SheetShape shape, RosterLine line, RosterMatching matching, RosterDecisions decisions, long begins, Func<string> newNumber)
    {
        if (!decisions.Apply(sheet, line, shape)) return null;
        foreach (var finding in matching.Check(line))
        {
            if (finding.Handling == RosterHandling.Change) continue;
            // Decided, and still something stands against it: it asks again.
            if (decisions.Of(sheet, line.Row, finding.Field) is not null) _reopened.Add((sheet, finding.Field, line.Row));
            return null;
        }
        var born = IdNumber.TryParse(line.Known(RosterField.IdNumber), imports.TestRegionAllowed, out var id) ? id.BirthDate : DateCell.DayOf(line[RosterField.BirthDate].Value);
        var sex = id.Text is not null ? id.Sex : SexCell.Of(line[RosterField.Sex].Value);
        if (matching.Person is null && (born is null || sex is null || line.Known(RosterField.Name) is null))
        {
            _reopened.Add((sheet, RosterField.IdNumber, line.Row));
            return null;
        }
        var personId = matching.Person?.Id ?? Guid.CreateVersion7();
        var household = matching.Household ?? HouseholdOf(sheet, line, begins, newNumber);
        var (isFirst, revives) = (!household.Seen, household.IsVoid);
        household.Seen = true;
        var (cipher, index) = id.Text is { } text && matching.Person?.Index is null ? SealOf(PersonalCells.IdNumber, personId, text, text == line.Known(RosterField.IdNumber) ? matching.NumberIndex : null) : (null, null);
        var (phone, phoneIndex) = household.IsNew && isFirst && line.Known(RosterField.Phone) is { Length: <= 20 } said ? SealOf(PersonalCells.Phone, household.Id, said) : (null, null);
        var joined = born > batch.CutOff ? born.Value : batch.CutOff;
        var headName = RosterMatching.HeadNameOf(line) is { Length: > 0 } head ? head : null;
        return new(sheet, (int)line.Row, batch.VillageId, household.Id, household.IsNew, household.IsNew || revives, isFirst, household.PlaceId, household.Number, household.GroupId, headName,
            RelationWords.RoleOf(line[RosterField.Relation].Value) == FamilyRole.Head, phone, phoneIndex, batch.CutOff, personId, matching.Person is null, cipher, index, line.Known(RosterField.Name), sex, born,
            line.Known(RosterField.Ethnicity), matching.Member?.Id ?? Guid.CreateVersion7(), matching.Member is null, VillageRegister.MemberNumberOf(batch.Id, sheet, line.Row), line.Known(RosterField.Relation), joined);
    }

    private (byte[], byte[]) SealOf(string cell, Guid row, string value, byte[]? known = null)
    {
        var (cipher, index) = known is null ? vault.Seal(cell, row, value) : vault.Seal(cell, row, value, known);
        return (cipher, index);
    }

    private RegisteredHousehold HouseholdOf(short sheet, RosterLine line, long begins, Func<string> newNumber)
    {
        var number = line.Known(RosterField.HouseholdNo);
        var id = number is null ? VillageRegister.HouseholdIdOf(batch.Id, sheet, begins) : Guid.CreateVersion7();
        if (_known.HouseholdsById.TryGetValue(id, out var known)) return known;
        Guid? group = line.Known(RosterField.Group) is { } name && _known.Groups.TryGetValue(name, out var found) ? found : null;
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
        var rows = _reopened.Select(r => (int)r.Row).Concat(lost.Select(l => l.Row)).Distinct().ToList();
        if (rows.Count == 0) return;
        var findings = await db.RosterFindings.Where(f => f.BatchId == batch.Id && f.Round == batch.Round && rows.Contains(f.Row)).ToListAsync();
        foreach (var (sheet, field, row) in _reopened.Concat(lost.Select(l => (l.Sheet, (RosterField?)(l.ByPerson ? RosterField.IdNumber : RosterField.HouseholdNo), (long)l.Row))))
            foreach (var finding in findings.Where(f => f.Sheet == sheet && f.Row == row && f.Field == field && f.Handling is RosterHandling.Ask or RosterHandling.Reject)) finding.Decide(RosterDecision.Open, null);
        foreach (var (sheet, row, byPerson) in lost)
        {
            var (field, reason) = byPerson ? (RosterField.IdNumber, RosterReason.IdElsewhere) : (RosterField.HouseholdNo, RosterReason.HouseholdElsewhere);
            if (findings.Exists(f => f.Sheet == sheet && f.Row == row && f.Reason == reason)) continue;
            db.Add(RosterDecisions.Elsewhere(vault, batch, sheet, row, field, reason));
        }
    }

    private async Task LockAsync()
    {
        if (!await db.TryLockAsync($"rosters of {batch.VillageId:N}")) throw new AnotherImportIsRunning();
    }
}
