using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Claims;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Policies;

namespace VillageInsurance.UseCases.Deliveries;

/// <summary>The insurer's system delivers claims, 1 to 100 at a time, each as a whole. Rows that hold are taken; the others are answered one by one and change nothing.</summary>
public sealed class DeliverClaims(AppDbGate gate, Vault vault, TimeProvider clock)
{
    /// <summary>The rows.</summary>
    public sealed record Input(IReadOnlyList<ClaimRow> Rows);

    /// <summary>1 to 100 rows, each with its number, none twice.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Rows.Count).InclusiveBetween(1, DeliverPolicies.Most);
            RuleForEach(i => i.Rows).Must(r => r.Number is { Length: > 0 and <= 40 });
            RuleFor(i => i.Rows).Must(rows => rows.DistinctBy(r => r.Number).Count() == rows.Count);
        }
    }

    private sealed record Known(Dictionary<string, Claim> Claims, Dictionary<string, Policy> Policies, Dictionary<string, Guid> Persons);

    /// <summary>Takes them, in one transaction; two deliveries at once wait for each other.</summary>
    public Task<IReadOnlyList<DeliveredRow>> RunAsync(Input input) => gate.ChangeAsync<IReadOnlyList<DeliveredRow>>(Permission.DeliverClaims, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync("the insurer's claims");
        var known = await LoadAsync(db, input.Rows);
        var results = new List<DeliveredRow>();
        foreach (var row in input.Rows) results.Add(await TakeAsync(db, row, known));
        return results;
    });

    private async Task<Known> LoadAsync(AppDb db, IReadOnlyList<ClaimRow> rows)
    {
        var (numbers, policies) = (rows.Select(r => r.Number!).ToList(), rows.Select(r => r.PolicyNumber).OfType<string>().Distinct().ToList());
        var ids = rows.Select(r => r.InsuredIdNumber).OfType<string>().Distinct().ToLookup(n => Convert.ToHexString(vault.IndexOf(Normal(n))));
        var indexes = ids.Select(n => Convert.FromHexString(n.Key)).ToList();
        var persons = await db.Persons.AsNoTracking().Where(p => p.IdNumberIndex != null && indexes.Contains(p.IdNumberIndex)).Select(p => new { p.Id, Index = p.IdNumberIndex! }).ToListAsync();
        return new(await db.Claims.Where(c => numbers.Contains(c.Number)).ToDictionaryAsync(c => c.Number),
            await db.Policies.AsNoTracking().Where(p => policies.Contains(p.Number)).ToDictionaryAsync(p => p.Number), persons.SelectMany(p => ids[Convert.ToHexString(p.Index)].Select(n => (Number: n, p.Id))).ToDictionary(p => p.Number, p => p.Id));
    }

    // As it is sealed: a small x, an old number of fifteen digits.
    private static string Normal(string number) => IdNumber.TryParse(number, testRegionAllowed: true, out var read) ? read.Text : number;

    private async Task<DeliveredRow> TakeAsync(AppDb db, ClaimRow row, Known known)
    {
        if (row.PolicyNumber is not { } number || !known.Policies.TryGetValue(number, out var policy)) return Refuse(row, nameof(ClaimRow.PolicyNumber), IntakeReason.UnknownPolicy);
        var insured = policy.InsuredId;
        if (row.InsuredIdNumber is { } id && !known.Persons.TryGetValue(id, out insured)) return Refuse(row, nameof(ClaimRow.InsuredIdNumber), IntakeReason.UnknownPerson);
        if (row.Told.ReportedOn > clock.Today() || row.Told.KnownAt(clock.Today()) != row.Told) return Refuse(row, null, ClaimRule.NotOfADayToCome);
        if (row.Told.Fault() is { } fault) return Refuse(row, $"{fault.Step}On", fault.Rule);
        try
        {
            if (!known.Claims.TryGetValue(row.Number!, out var claim)) return await AddAsync(db, row, policy, insured);
            if (claim.PolicyId != policy.Id || claim.InsuredId != insured) return Refuse(row, nameof(ClaimRow.Number), ClaimRule.TheNumberIsTaken);
            var steps = claim.Take(row.Told, ClaimWay.Interface, db.Actor.StaffId, clock.GetUtcNow(), db.Operation.Id);
            db.AddRange(steps);
            return new(row.Row, db.Entry(claim).State == EntityState.Modified ? RowOutcome.Changed : RowOutcome.Unchanged);
        }
        catch (RuleBroken no) { return Refuse(row, null, no.Rule); }
    }

    private async Task<DeliveredRow> AddAsync(AppDb db, ClaimRow row, Policy policy, Guid insured)
    {
        var place = await db.HomeOnAsync(insured, row.Told.ReportedOn) ?? new(policy.VillageId, policy.GroupId);
        var (claim, steps) = Claim.OfInsurer(Guid.CreateVersion7(), place, row.Number!, policy.Id, insured, row.Told, policy.IsInForce(row.Told.AccidentOn), ClaimWay.Interface, db.Actor.StaffId, clock.GetUtcNow(), db.Operation.Id);
        db.Add(claim);
        db.AddRange(steps);
        return new(row.Row, RowOutcome.Added);
    }

    private static DeliveredRow Refuse(ClaimRow row, string? field, Enum why) => new(row.Row, RowOutcome.Refused, field, $"{why.GetType().Name}.{why}");
}
