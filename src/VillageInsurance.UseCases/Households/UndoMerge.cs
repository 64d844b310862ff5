using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Households;

/// <summary>Takes a merge back: both households stand as before. What the merge began has never been, for every figure of every day.</summary>
public sealed class UndoMerge(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The merge.</summary>
    public sealed record Input(Guid MergeId, int SeenVersion);

    /// <summary>An id is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.MergeId).NotEmpty();
    }

    /// <summary>Undoes it. Refused once somebody changed either household or a member that moved. Not found outside the actor's villages.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.MergeHouseholds, async db =>
    {
        input.MustMeet(new InputRules());
        var merge = await db.HouseholdMerges.FindAsSeenAsync(input.MergeId, input.SeenVersion);
        var trace = merge.Trace;
        var stamped = trace.Stamps.Select(s => s.Id).ToList();
        var (kept, other) = (await db.Households.FindOrRefuseAsync(merge.KeptId), await db.Households.FindOrRefuseAsync(merge.OtherId));
        var memberships = await db.Memberships.Where(m => stamped.Contains(m.Id)).ToDictionaryAsync(m => m.Id);
        merge.Undo(memberships.Values.Concat<Entity>([kept, other]).ToDictionary(e => e.Id, e => e.Version), db.Actor.StaffId, clock.GetUtcNow());

        kept.Describe(trace.Facts);
        kept.ReachedAt(trace.Phone);
        other.Reopen();
        foreach (var place in await db.HouseholdPlaces.Where(p => trace.Places.Contains(p.Id)).ToListAsync()) place.Reopen();
        if (trace.ChargeId is { } charge) (await db.HouseholdCharges.FindOrRefuseAsync(charge)).Reopen();
        await StayAsync(db, trace, memberships, merge.On);
        await GoBackAsync(db, trace, other);
        foreach (var joined in trace.Joined) await PartAsync(db, joined);
    });

    private static async Task StayAsync(AppDb db, MergeTrace trace, Dictionary<Guid, Membership> memberships, DateOnly on)
    {
        var ids = trace.Members.Select(m => m.PersonId).ToList();
        var persons = await db.Persons.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
        foreach (var member in trace.Members)
        {
            memberships[member.LeftId].Stay();
            // Begun and left on one day, known since that day: counted on no day.
            if (member.BegunId is { } begun) memberships[begun].Leave(on, LeaveReason.Merge, on);
            if (persons.TryGetValue(member.PersonId, out var person)) person.SeenAt(member.SeenIn, member.SeenInGroup);
        }
    }

    private static async Task GoBackAsync(AppDb db, MergeTrace trace, Household other)
    {
        foreach (var visit in await db.Visits.Where(v => trace.Followed.Contains(v.Id)).ToListAsync()) visit.GoTo(other);
        foreach (var consent in await db.Consents.Where(c => trace.Followed.Contains(c.Id)).ToListAsync()) consent.GoTo(other);
        foreach (var risk in await db.RiskRecords.Where(r => trace.Followed.Contains(r.Id)).ToListAsync()) risk.GoTo(other);
        foreach (var cover in await db.CoversElsewhere.Where(c => trace.Followed.Contains(c.Id)).ToListAsync()) cover.GoTo(other);
    }

    private static async Task PartAsync(AppDb db, JoinedPerson joined)
    {
        foreach (var policy in await db.Policies.Where(p => joined.Insured.Contains(p.Id) || joined.Held.Contains(p.Id)).ToListAsync())
        {
            if (joined.Insured.Contains(policy.Id)) policy.Insures(joined.GaveWayId);
            if (joined.Held.Contains(policy.Id)) policy.IsHeldBy(joined.GaveWayId);
        }
        foreach (var enrolment in await db.Enrolments.Where(e => joined.Enrolments.Contains(e.Id)).ToListAsync()) enrolment.BelongsTo(joined.GaveWayId);
    }
}
