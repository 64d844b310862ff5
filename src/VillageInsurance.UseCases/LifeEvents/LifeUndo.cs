using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.LifeEvents;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.LifeEvents;

/// <summary>Takes an event back, row by row, the last first. Nothing is deleted: what began with it never was.</summary>
internal static class LifeUndo
{
    /// <summary>Takes it back. Within the day nothing has been counted with it, so that every row is as it was before. Later, what is known by then stays known:
    /// what had ended goes on in a new row that is known since today.</summary>
    public static async Task TakeBackAsync(this AppDb db, LifeEvent life, DateOnly today)
    {
        var households = new[] { life.HouseholdId, life.OtherHouseholdId ?? life.HouseholdId }.Distinct().Order().ToList();
        foreach (var id in households) await db.LockAsync($"household {id}");
        await RefuseIfBuiltOnAsync(db, life, households);
        var sameDay = life.RecordedOn == today;
        foreach (var trace in life.Traces.Reverse()) await TakeBackAsync(db, life, trace, sameDay, today);
    }

    private static async Task TakeBackAsync(AppDb db, LifeEvent life, LifeTrace trace, bool sameDay, DateOnly today)
    {
        switch (trace.Kind)
        {
            case TraceKind.MembershipBegan: Standing(await db.Memberships.FindOrRefuseAsync(trace.RecordId)).NeverWas(today); break;
            case TraceKind.MembershipEnded or TraceKind.MembershipVoided: Rejoin(db, await db.Memberships.FindOrRefuseAsync(trace.RecordId), sameDay, today); break;
            case TraceKind.MembershipDescribed: (await db.Memberships.FindOrRefuseAsync(trace.RecordId)).Describe(trace.Text, trace.Residence!.Value); break;
            case TraceKind.HouseholdBegan: await VoidAsync(db, life, trace.RecordId); break;
            case TraceKind.HouseholdEnded: (await db.Households.FindOrRefuseAsync(trace.RecordId)).Reopen(); break;
            case TraceKind.HeadNamed: (await db.Households.FindOrRefuseAsync(trace.RecordId)).NameHead(trace.Text!); break;
            case TraceKind.HouseholdSeen: await db.SeeHouseholdAsync(await db.Households.FindOrRefuseAsync(trace.RecordId), trace.VillageId!.Value, trace.GroupId); break;
            case TraceKind.SurveysSeen: await db.SeeSurveysAsync(trace.RecordId, trace.VillageId!.Value, trace.GroupId); break;
            case TraceKind.PersonSeen: await db.SeePersonAsync(await db.Persons.FindOrRefuseAsync(trace.RecordId), trace.VillageId!.Value, trace.GroupId); break;
            case TraceKind.PlaceBegan: await VoidPlaceAsync(db, trace.RecordId, today); break;
            case TraceKind.PlaceEnded: await StayAsync(db, trace.RecordId, sameDay, today); break;
            case TraceKind.EnrolmentBegan: (await db.Enrolments.FindOrRefuseAsync(trace.RecordId)).NeverWas(today); break;
            case TraceKind.EnrolmentEnded: await GoOnAsync(db, trace.RecordId, sameDay, today); break;
            case TraceKind.ChargeBegan: await EndChargeAsync(db, trace.RecordId); break;
            case TraceKind.ChargeEnded: (await db.HouseholdCharges.FindOrRefuseAsync(trace.RecordId)).Reopen(); break;
        }
    }

    // Whoever it concerned has gone on since; the later one is taken back first.
    private static async Task RefuseIfBuiltOnAsync(AppDb db, LifeEvent life, List<Guid> households)
    {
        var later = await db.LifeEvents.AsNoTracking().Where(e => e.Id != life.Id && e.UndoneAt == null && e.RecordedAt >= life.RecordedAt
            && (households.Contains(e.HouseholdId) || (e.OtherHouseholdId != null && households.Contains(e.OtherHouseholdId.Value)))).ToListAsync();
        // Ids are made in the order of time, which tells apart what was entered at one moment.
        if (later.Exists(e => (e.RecordedAt > life.RecordedAt || e.Id.CompareTo(life.Id) > 0) && e.Persons.Intersect(life.Persons).Any())) throw LifeEventRule.SomethingWasBuiltOnIt.Broken();
    }

    private static Membership Standing(Membership member) => member.LeftOn is null ? member : throw LifeEventRule.SomethingWasBuiltOnIt.Broken();

    private static void Rejoin(AppDb db, Membership member, bool sameDay, DateOnly today)
    {
        if (sameDay)
        {
            member.Stay();
            return;
        }
        // A migrant's six months go on from the day of arrival.
        var from = member.IsVoid || member.Residence == ResidenceKind.Migrant ? member.JoinedOn : member.LeftOn!.Value;
        var id = Guid.CreateVersion7();
        var again = new Membership(id, member.VillageId, member.GroupId, $"M{id.ToString("N")[^16..]}", member.PersonId, member.HouseholdId, member.Residence, from, member.JoinReason, today, null);
        again.Describe(member.Relation, member.Residence);
        db.Add(again);
    }

    private static async Task VoidAsync(AppDb db, LifeEvent life, Guid householdId)
    {
        var household = await db.Households.FindOrRefuseAsync(householdId);
        var own = life.Traces.Where(t => t.Kind == TraceKind.MembershipBegan).Select(t => t.RecordId).ToList();
        var isUsed = household.LeftOn is not null || await db.Memberships.AnyAsync(m => m.HouseholdId == householdId && !own.Contains(m.Id) && m.LeftReason != LeaveReason.Error)
            || await db.Visits.AnyAsync(v => v.HouseholdId == householdId) || await db.Consents.AnyAsync(c => c.HouseholdId == householdId)
            || await db.RiskRecords.AnyAsync(r => r.HouseholdId == householdId) || await db.CoversElsewhere.AnyAsync(c => c.HouseholdId == householdId);
        if (isUsed) throw LifeEventRule.SomethingWasBuiltOnIt.Broken();
        household.End(household.JoinedOn, HouseholdEnd.Error);
    }

    private static async Task VoidPlaceAsync(AppDb db, Guid id, DateOnly today)
    {
        var place = await db.HouseholdPlaces.FindOrRefuseAsync(id);
        if (place.To is not null) throw LifeEventRule.SomethingWasBuiltOnIt.Broken();
        place.End(place.From, today);
    }

    private static async Task StayAsync(AppDb db, Guid id, bool sameDay, DateOnly today)
    {
        var place = await db.HouseholdPlaces.FindOrRefuseAsync(id);
        if (sameDay) place.Reopen();
        else db.Add(new HouseholdPlace(Guid.CreateVersion7(), place.HouseholdId, place.VillageId, place.GroupId, place.IsFamily, place.To!.Value, null, today, null));
    }

    private static async Task GoOnAsync(AppDb db, Guid id, bool sameDay, DateOnly today)
    {
        var e = await db.Enrolments.FindOrRefuseAsync(id);
        if (sameDay) e.Reopen();
        else db.Add(new Enrolment(Guid.CreateVersion7(), e.VillageId, e.GroupId, e.PersonId, $"E{Guid.CreateVersion7().ToString("N")[^16..]}", e.School, e.Stage, e.To!.Value.AddDays(1), null, today, null));
    }

    private static async Task EndChargeAsync(AppDb db, Guid id)
    {
        var charge = await db.HouseholdCharges.FindOrRefuseAsync(id);
        if (charge.To is null) charge.End(charge.From);
    }
}
