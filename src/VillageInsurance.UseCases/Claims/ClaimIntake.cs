using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Policies;
using VillageInsurance.UseCases.Rosters;
using VillageInsurance.UseCases.Schemes;

namespace VillageInsurance.UseCases.Claims;

/// <summary>Takes what the insurer tells of claims, a single row as well as a whole list: finds by whole sets what the rows name, lets the claim decide on each, and keeps what holds. The same rows again, in any order and from several sides at once, leave the register the same.</summary>
/// <param name="batch">The list or delivery that the rows name as their source.</param>
internal sealed class ClaimIntake(AppDb db, Vault vault, ClaimWay way, Guid batch, DateTimeOffset at)
{
    private readonly DateOnly _today = at.LocalDay();
    private readonly HashSet<string> _seen = [];
    private HashSet<(string? Policy, DateOnly AccidentOn)> _alike = [];

    /// <summary>Claims, after the policies that they name. What is refused is not written; "store" false only says what would become of them.</summary>
    public async Task<IReadOnlyList<RowResult>> TakeAsync(IReadOnlyList<ClaimRow> rows, bool store = true)
    {
        if (rows.Count == 0) return [];
        // Two deliveries at once wait for each other, so that neither adds what the other is adding.
        if (store) await db.LockAsync("the insurer's claims");
        var own = (await db.SchemeOfAsync(_today.Year)).Rules.Policies.OwnInsurer;
        var known = await ClaimLookups.LoadAsync(db, vault, rows, store);
        var twice = rows.Where(r => r.Number is not null).GroupBy(r => r.Number!).Where(g => g.Any(r => r with { Row = 0 } != g.First() with { Row = 0 })).Select(g => g.Key).ToHashSet();
        _alike = rows.GroupBy(r => (r.PolicyNumber, r.Told.AccidentOn)).Where(g => g.Select(r => r.Number).Distinct().Count() > 1).Select(g => g.Key).ToHashSet();
        return [.. rows.Select(row => row.Number is { } number && twice.Contains(number) ? RowResult.Refuse(row.Row, RosterField.ClaimNo, IntakeReason.ListedTwice) : Take(row, known, own, store))];
    }

    private RowResult Take(ClaimRow row, ClaimLookups known, string own, bool store)
    {
        if (row.Number is not { } number) return RowResult.Refuse(row.Row, RosterField.ClaimNo, IntakeReason.Missing);
        if (!_seen.Add(number)) return new(row.Row, RowOutcome.Unchanged);
        if (row.PolicyNumber is not { } policyNumber || !known.Policies.TryGetValue(policyNumber, out var policy)) return RowResult.Refuse(row.Row, RosterField.PolicyNo, IntakeReason.UnknownPolicy);
        if (policy.Insurer != own) return RowResult.Refuse(row.Row, RosterField.PolicyNo, ClaimRule.OfTheProgrammesInsurer);
        if (Insured(row, policy, known) is { } somebodyElse) return somebodyElse;
        var claim = known.Claims.GetValueOrDefault(number) ?? Registered(row, policy, known);
        if (claim is not null && claim.PolicyId != policy.Id) return RowResult.Refuse(row.Row, RosterField.ClaimNo, ClaimRule.TheNumberIsTaken);
        var told = row.KeepsTheRest && claim is not null ? row.Told.Over(claim.Facts()) : row.Told;
        if (Enum.GetValues<ClaimMilestone>().Any(s => told.On(s) > _today)) return RowResult.Refuse(row.Row, null, ClaimRule.NotOfADayToCome);
        if (told.Fault() is { } fault) return RowResult.Refuse(row.Row, FieldOf(fault.Step), fault.Rule);
        // A sum that belongs to a step which has no day.
        if (told.KnownAt(_today) != told) return RowResult.Refuse(row.Row, null, ClaimRule.ADecisionNeedsItsDay);
        var isCovered = policy.IsInForce(told.AccidentOn);
        if (!isCovered && claim?.AccidentOn != told.AccidentOn) return RowResult.Refuse(row.Row, RosterField.AccidentOn, ClaimRule.ThePolicyWasInForce);
        try { return claim is null ? Add(row, policy, told, known, store) : Change(row, claim, told, store); }
        catch (RuleBroken no) { return RowResult.Refuse(row.Row, null, no.Rule); }
    }

    // What the agent registered for the same accident before there was a number, where no other row and no other claim may be meant.
    private Claim? Registered(ClaimRow row, Policy policy, ClaimLookups known) =>
        !_alike.Contains((row.PolicyNumber, row.Told.AccidentOn)) && known.Provisional[(policy.Id, row.Told.AccidentOn)].ToList() is [{ IsProvisional: true } one] ? one : null;

    private static RowResult? Insured(ClaimRow row, Policy policy, ClaimLookups known)
    {
        if (row.InsuredIdNumber is { } id)
            return !known.Persons.TryGetValue(id, out var person) ? RowResult.Refuse(row.Row, RosterField.IdNumber, IntakeReason.UnknownPerson)
                : person != policy.InsuredId ? RowResult.Refuse(row.Row, RosterField.IdNumber, ClaimRule.TheInsuredIsThePolicys) : null;
        return row.InsuredName is { } name && name != known.Names.GetValueOrDefault(policy.InsuredId, name) ? RowResult.Refuse(row.Row, RosterField.Name, ClaimRule.TheInsuredIsThePolicys) : null;
    }

    private RowResult Add(ClaimRow row, Policy policy, ClaimFacts told, ClaimLookups known, bool store)
    {
        var place = known.HomeOn(policy.InsuredId, told.ReportedOn) ?? new(policy.VillageId, policy.GroupId);
        var (claim, steps) = Claim.OfInsurer(Guid.CreateVersion7(), place, row.Number!, policy.Id, policy.InsuredId, told, policy.IsInForce(told.AccidentOn), way, db.Actor.StaffId, at, batch);
        if (store) db.Add(claim);
        if (store) db.AddRange(steps);
        return new(row.Row, RowOutcome.Added);
    }

    private RowResult Change(ClaimRow row, Claim claim, ClaimFacts told, bool store)
    {
        var before = (claim.Number, claim.Facts());
        var steps = claim.Take(told, way, db.Actor.StaffId, at, batch);
        claim.TakeNumber(row.Number!);
        if (store) db.AddRange(steps);
        return new(row.Row, (claim.Number, claim.Facts()) == before ? RowOutcome.Unchanged : RowOutcome.Changed);
    }

    private static RosterField? FieldOf(ClaimMilestone step) => Enum.TryParse<RosterField>($"{step}On", out var field) ? field : null;
}
