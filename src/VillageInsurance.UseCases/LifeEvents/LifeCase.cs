using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.LifeEvents;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.HouseholdChecks;

namespace VillageInsurance.UseCases.LifeEvents;

/// <summary>An event on its way into the register: what is told, the household with its present members, and the ledger of what it does.</summary>
internal sealed class LifeCase(AppDb db, LifeLedger ledger, Household household, IReadOnlyList<Membership> members, LifeEventFacts facts)
{
    public AppDb Db => db;
    public LifeLedger Ledger => ledger;
    public Household Household => household;
    public IReadOnlyList<Membership> Members => members;
    public LifeEventFacts Facts => facts;

    /// <summary>The members whom it concerns: those named, or all.</summary>
    public IReadOnlyList<Membership> Concerned { get; } = facts.IsOfAll ? members : [.. members.Where(m => facts.PersonIds.Contains(m.PersonId))];

    /// <summary>The one member.</summary>
    public Membership One => Concerned[0];

    public Task<Person> PersonAsync(Guid id) => db.Persons.SingleAsync(p => p.Id == id);

    /// <summary>The other household. One of another village that the actor does not keep is asked for, not found.</summary>
    public async Task<Household> OtherAsync(Guid id)
    {
        var other = await db.Households.SingleOrDefaultAsync(h => h.Id == id) ?? throw LifeEventRule.AnotherVillageIsAskedFor.Broken();
        if (other.LeftOn is not null) throw HouseholdRule.OnlyALivingHouseholdChanges.Broken();
        if (other.JoinedOn > facts.On) throw HouseholdRule.NothingEndsBeforeItBegins.Broken();
        await db.RequireAtRestAsync(other);
        ledger.Concerns(other);
        return other;
    }

    /// <summary>When the head goes and others stay, one of them is the head from now on.</summary>
    public async Task ReplaceHeadAsync()
    {
        if (facts.HeadId is not { } id || !Concerned.Any(m => m.IsHead) || members.Count == Concerned.Count) return;
        await MakeHeadAsync(members.Single(m => m.PersonId == id));
    }

    public async Task MakeHeadAsync(Membership member)
    {
        ledger.Describe(member, Membership.HeadRelation, member.Residence);
        ledger.NameHead(household, (await PersonAsync(member.PersonId)).Name);
    }
}
