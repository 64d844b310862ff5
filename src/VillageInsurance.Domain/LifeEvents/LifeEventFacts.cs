using VillageInsurance.Domain.Households;

namespace VillageInsurance.Domain.LifeEvents;

/// <summary>What happened, as it is told.</summary>
/// <param name="Kind">What.</param>
/// <param name="On">The day.</param>
/// <param name="PersonIds">The members whom it concerns; none for a move, a merging or an end of the whole household.</param>
/// <param name="ToHouseholdId">The household that they go to; null for a new one or none.</param>
/// <param name="ToVillageId">The village that they go to, when no household is named.</param>
/// <param name="ToGroupId">The group of that village; null when unknown.</param>
/// <param name="HeadId">The new head: of the household, when its head goes or changes; of the new one, when some split off.</param>
/// <param name="Relation">How a newcomer stands to the head of the household that he joins.</param>
/// <param name="Residence">How somebody who came from elsewhere lives here.</param>
/// <param name="School">The school.</param>
/// <param name="Stage">Its stage.</param>
public sealed record LifeEventFacts(LifeEventKind Kind, DateOnly On, IReadOnlyList<Guid> PersonIds, Guid? ToHouseholdId = null, Guid? ToVillageId = null, Guid? ToGroupId = null,
    Guid? HeadId = null, string? Relation = null, ResidenceKind? Residence = null, string? School = null, SchoolStage? Stage = null)
{
    /// <summary>Whether it concerns the household as a whole.</summary>
    public bool IsOfAll => Kind is LifeEventKind.Merged or LifeEventKind.Dissolved || (Kind is LifeEventKind.MovedWithin or LifeEventKind.MovedAway && PersonIds.Count == 0);

    /// <summary>Whether somebody enters the household by it.</summary>
    public bool BringsSomebody => Kind is LifeEventKind.Born or LifeEventKind.Arrived;

    /// <summary>Whether those whom it concerns leave the household.</summary>
    public bool TakesAway => Kind is LifeEventKind.Died or LifeEventKind.MovedWithin or LifeEventKind.MovedAway or LifeEventKind.Married or LifeEventKind.Split or LifeEventKind.EnteredInError && !IsOfAll;

    /// <summary>Refuses what cannot have happened in this household.</summary>
    /// <param name="household">The household.</param>
    /// <param name="members">Its present members.</param>
    /// <param name="today">Nothing lies after it.</param>
    public void Check(Household household, IReadOnlyList<Membership> members, DateOnly today)
    {
        Require(household.LeftOn is null, HouseholdRule.OnlyALivingHouseholdChanges);
        Require(household.Kind == HouseholdKind.Family, LifeEventRule.OnlyFamiliesHaveEvents);
        Require(On <= today, HouseholdRule.NothingLiesInTheFuture);
        Require(On >= household.JoinedOn, HouseholdRule.NothingEndsBeforeItBegins);
        var concerned = IsOfAll ? members : [.. members.Where(m => PersonIds.Contains(m.PersonId))];
        Require(IsOfAll || concerned.Count == PersonIds.Distinct().Count(), LifeEventRule.EverybodyNamedIsAMember);
        // A mistake is told whenever it is found: it has no day of its own.
        Require(Kind == LifeEventKind.EnteredInError || concerned.All(m => m.JoinedOn <= On), HouseholdRule.NothingEndsBeforeItBegins);
        CheckNumber(concerned.Count, members.Count);
        CheckHead(concerned, members);
        CheckPlace(household);
        CheckState(concerned);
    }

    private void CheckNumber(int concerned, int members)
    {
        if (BringsSomebody || IsOfAll || Kind == LifeEventKind.HeadChanged) return;
        if (Kind is LifeEventKind.Split or LifeEventKind.MovedWithin or LifeEventKind.MovedAway) Require(concerned > 0, LifeEventRule.ItConcernsSomebody);
        else Require(concerned == 1, LifeEventRule.ItConcernsOnePerson);
        // Who all move take the household with them.
        if (Kind is LifeEventKind.Split or LifeEventKind.MovedWithin or LifeEventKind.MovedAway) Require(concerned < members, LifeEventRule.SomebodyStays);
    }

    private void CheckHead(IReadOnlyList<Membership> concerned, IReadOnlyList<Membership> members)
    {
        var stay = members.Except(concerned).ToList();
        if (Kind == LifeEventKind.HeadChanged) Require(members.Any(m => m.PersonId == HeadId && !m.IsHead), LifeEventRule.OnlyAnotherMemberBecomesHead);
        else if (Kind == LifeEventKind.Split) Require(concerned.Any(m => m.PersonId == HeadId), HouseholdRule.AHouseholdHasOneHead);
        else if (TakesAway && stay.Count > 0 && concerned.Any(m => m.IsHead)) Require(stay.Exists(m => m.PersonId == HeadId), LifeEventRule.TheHouseholdNeedsANewHead);
        if (Kind == LifeEventKind.Split) Require(!concerned.Any(m => m.IsHead), LifeEventRule.TheHouseholdNeedsANewHead);
    }

    private void CheckPlace(Household household)
    {
        if (Kind is LifeEventKind.Married or LifeEventKind.Merged) Require(ToHouseholdId is not null, LifeEventRule.ItNamesAnotherHousehold);
        Require(ToHouseholdId != household.Id, LifeEventRule.ItNamesAnotherHousehold);
        if (Kind != LifeEventKind.MovedWithin) return;
        Require(ToHouseholdId is null ? ToVillageId is not null : !IsOfAll, LifeEventRule.ItNamesAPlace);
        if (IsOfAll) Require((ToVillageId, ToGroupId) != (household.VillageId, household.GroupId), LifeEventRule.ItNamesAPlace);
    }

    private void CheckState(IReadOnlyList<Membership> concerned)
    {
        switch (Kind)
        {
            case LifeEventKind.WentForWork: Require(concerned[0].Residence == ResidenceKind.Local, LifeEventRule.OnlyWhoLivesHereGoesForWork); break;
            case LifeEventKind.CameBack: Require(concerned[0].Residence == ResidenceKind.Away, LifeEventRule.OnlyWhoIsAwayComesBack); break;
            case LifeEventKind.MigrantSince: Require(concerned[0].Residence != ResidenceKind.Migrant, LifeEventRule.NobodyBecomesAMigrantTwice); break;
            case LifeEventKind.Enrolled: Require(!string.IsNullOrWhiteSpace(School) && Stage is not null, LifeEventRule.ASchoolHasNameAndStage); break;
        }
    }

    private static void Require(bool holds, Enum rule)
    {
        if (!holds) throw new Shared.RuleBroken(rule);
    }
}
