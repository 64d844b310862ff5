using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.LifeEvents;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;

namespace VillageInsurance.UseCases.LifeEvents;

/// <summary>What one event does, row by row, and the trace of it.</summary>
internal sealed class LifeLedger(AppDb db, LifeEvent life, DateOnly today)
{
    private readonly List<LifeTrace> _traces = [];
    private readonly List<Guid> _persons = [];
    private readonly HashSet<FigurePlace> _places = [];
    private Guid? _other;

    /// <summary>The villages and groups whose figures it may move.</summary>
    public IReadOnlyCollection<FigurePlace> Places => _places;

    public void Concerns(Household household)
    {
        _places.Add(new(household.VillageId, household.GroupId));
        if (household.Id != life.HouseholdId) _other = household.Id;
    }

    public void Concerns(Guid personId) => _persons.Add(personId);

    public void Leave(Membership member, LeaveReason why)
    {
        member.Leave(life.On, why, today);
        Note(TraceKind.MembershipEnded, member.Id, member.PersonId);
    }

    public void NeverWas(Membership member)
    {
        member.NeverWas(today);
        Note(TraceKind.MembershipVoided, member.Id, member.PersonId);
    }

    public async Task<Membership> JoinAsync(Household household, Person person, string? relation, ResidenceKind residence, JoinReason why)
    {
        var member = db.Join(household, person, relation, residence, life.On, why, today);
        Note(TraceKind.MembershipBegan, member.Id, person.Id);
        if ((person.VillageId, person.GroupId) == (household.VillageId, household.GroupId)) return member;
        _traces.Add(new(TraceKind.PersonSeen, person.Id, VillageId: person.VillageId, GroupId: person.GroupId));
        await db.SeePersonAsync(person, household.VillageId, household.GroupId);
        return member;
    }

    public void Describe(Membership member, string? relation, ResidenceKind residence)
    {
        _traces.Add(new(TraceKind.MembershipDescribed, member.Id, member.Relation, member.Residence));
        _persons.Add(member.PersonId);
        member.Describe(relation, residence);
    }

    public void NameHead(Household household, string name)
    {
        _traces.Add(new(TraceKind.HeadNamed, household.Id, household.HeadName));
        household.NameHead(name);
    }

    public async Task<Household> BeginHouseholdAsync(Guid villageId, Guid? groupId, string head)
    {
        var household = await db.BeginHouseholdAsync(Guid.CreateVersion7(), villageId, groupId, life.On, today);
        household.NameHead(head);
        _traces.Add(new(TraceKind.HouseholdBegan, household.Id));
        _traces.Add(new(TraceKind.PlaceBegan, db.HouseholdPlaces.Local.Single(p => p.HouseholdId == household.Id).Id));
        Concerns(household);
        return household;
    }

    public async Task EndHouseholdAsync(Household household, HouseholdEnd why)
    {
        household.End(life.On, why);
        _traces.Add(new(TraceKind.HouseholdEnded, household.Id));
        await EndPlaceAsync(household);
        await EndChargeAsync(household);
    }

    /// <summary>The household lies elsewhere from this day on. An agent of another village is no longer in charge.</summary>
    public async Task MoveHouseholdAsync(Household household, Guid villageId, Guid? groupId)
    {
        await EndPlaceAsync(household);
        var place = new HouseholdPlace(Guid.CreateVersion7(), household.Id, villageId, groupId, isFamily: true, life.On, null, today, null);
        db.Add(place);
        _traces.Add(new(TraceKind.PlaceBegan, place.Id));
        if (villageId != household.VillageId) await EndChargeAsync(household);
        _traces.Add(new(TraceKind.HouseholdSeen, household.Id, VillageId: household.VillageId, GroupId: household.GroupId));
        await db.SeeHouseholdAsync(household, villageId, groupId);
        Concerns(household);
    }

    /// <summary>Visits, consents, risks and cover of a household are seen where the one that took it in is.</summary>
    public async Task SeeSurveysAsync(Household from, Household to)
    {
        if ((from.VillageId, from.GroupId) == (to.VillageId, to.GroupId)) return;
        _traces.Add(new(TraceKind.SurveysSeen, from.Id, VillageId: from.VillageId, GroupId: from.GroupId));
        await db.SeeSurveysAsync(from.Id, to.VillageId, to.GroupId);
    }

    public void BeginEnrolment(Membership member, string listedUnder, string school, SchoolStage stage)
    {
        var enrolment = new Enrolment(Guid.CreateVersion7(), member.VillageId, member.GroupId, member.PersonId, listedUnder, school, stage, life.On, null, today, null);
        db.Add(enrolment);
        Note(TraceKind.EnrolmentBegan, enrolment.Id, member.PersonId);
    }

    public void EndEnrolment(Enrolment enrolment, DateOnly last)
    {
        enrolment.End(last, today);
        Note(TraceKind.EnrolmentEnded, enrolment.Id, enrolment.PersonId);
    }

    /// <summary>Who is in charge of the one household is in charge of the other, too.</summary>
    public async Task ShareChargeAsync(Household from, Household to)
    {
        if (from.VillageId != to.VillageId || await db.HouseholdCharges.SingleOrDefaultAsync(c => c.HouseholdId == from.Id && c.To == null) is not { } held) return;
        var charge = new HouseholdCharge(Guid.CreateVersion7(), to.VillageId, to.GroupId, to.Id, held.ServiceId, life.On > held.From ? life.On : held.From);
        db.Add(charge);
        _traces.Add(new(TraceKind.ChargeBegan, charge.Id));
    }

    /// <summary>Keeps the trace with the event.</summary>
    public void Close()
    {
        life.Keep(_other, _persons, _traces);
        db.Add(life);
    }

    private async Task EndPlaceAsync(Household household)
    {
        var place = await db.HouseholdPlaces.SingleAsync(p => p.HouseholdId == household.Id && p.To == null);
        place.End(life.On, today);
        _traces.Add(new(TraceKind.PlaceEnded, place.Id));
    }

    private async Task EndChargeAsync(Household household)
    {
        if (await db.HouseholdCharges.SingleOrDefaultAsync(c => c.HouseholdId == household.Id && c.To == null) is not { } charge) return;
        charge.End(life.On);
        _traces.Add(new(TraceKind.ChargeEnded, charge.Id));
    }

    private void Note(TraceKind kind, Guid recordId, Guid personId)
    {
        _traces.Add(new(kind, recordId));
        _persons.Add(personId);
    }
}
