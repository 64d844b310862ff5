using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Households;

/// <summary>A household of the register. Where it lies and of what kind it is stands in its dated <see cref="HouseholdPlace"/>s; village and group here are for sight.</summary>
[PersonTable]
public sealed class Household(Guid id, Guid villageId, Guid? groupId, string number, HouseholdKind kind, DateOnly joinedOn, Guid? batchId) : Entity(id), IGroupOwned
{
    /// <summary>The village whose people see it now; never used by a figure.</summary>
    [NotPersonal] public Guid VillageId { get; private set; } = villageId;

    /// <summary>The group whose people see it now; never used by a figure.</summary>
    [NotPersonal] public Guid? GroupId { get; private set; } = groupId;

    /// <summary>The number that lists know it by; unique in the county.</summary>
    [NotPersonal] public string Number { get; private init; } = number;

    /// <summary>Family or collective.</summary>
    [NotPersonal] public HouseholdKind Kind { get; private set; } = kind;

    /// <summary>The head's name.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public string HeadName { get; private set; } = "";

    /// <summary>Where to reach the household; null when unknown.</summary>
    [PersonalInfo(PersonalInfoClass.Contact, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public Sealed? Phone { get; private set; }

    /// <summary>What it lives from, as the list says.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public string? MainIncome { get; private set; }

    /// <summary>The income band, as the list says.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public string? IncomeBand { get; private set; }

    /// <summary>The address inside the village; null when unknown.</summary>
    [PersonalInfo(PersonalInfoClass.Contact, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public string? Address { get; private set; }

    /// <summary>What the family lives in.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public Housing? Housing { get; private set; }

    /// <summary>The debts band; asked only with consent to questions of money.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public MoneyBand? DebtBand { get; private set; }

    /// <summary>Whether the township keeps it on a relief list.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public Relief? Relief { get; private set; }

    /// <summary>Vehicles and machines, as told.</summary>
    [PersonalInfo(PersonalInfoClass.Sensitive, Purpose.HouseholdFile, Retention.ResidenceAndFiveYears)]
    public string? Machines { get; private set; }

    /// <summary>The first day.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.Indicators, Retention.ResidenceAndFiveYears)]
    public DateOnly JoinedOn { get; private set; } = joinedOn;

    /// <summary>The day from which it is no longer a household here; null while it is.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.Indicators, Retention.ResidenceAndFiveYears)]
    public DateOnly? LeftOn { get; private set; }

    /// <summary>Why it ended.</summary>
    [PersonalInfo(PersonalInfoClass.Ordinary, Purpose.Indicators, Retention.ResidenceAndFiveYears)]
    public HouseholdEnd? LeftReason { get; private set; }

    /// <summary>The import that brought the row last; null for one entered by hand.</summary>
    [NotPersonal] public Guid? BatchId { get; private set; } = batchId;

    /// <summary>What the family told about itself.</summary>
    public void Describe(HouseholdFacts facts) =>
        (Address, MainIncome, IncomeBand, Housing, DebtBand, Relief, Machines) = (facts.Address, facts.MainIncome, facts.IncomeBand, facts.Housing, facts.DebtBand, facts.Relief, facts.Machines);

    /// <summary>The family no longer allows questions of money: its bands of income and debts go (PIPL art. 47).</summary>
    public void ForgetMoney() => (IncomeBand, DebtBand) = (null, null);

    /// <summary>The head's name, as the member's.</summary>
    public void NameHead(string name) => HeadName = name;

    /// <summary>Whether this is a mobile or fixed number: 7 to 12 digits.</summary>
    public static bool IsPhone(string text) => text.Length is >= 7 and <= 12 && text.All(char.IsAsciiDigit);

    /// <summary>Where it can be reached; sealed for this household's cell.</summary>
    public void ReachedAt(Sealed? phone) => Phone = phone;

    /// <summary>No longer a household here from this day on. Refused for a second time, and before its first day.</summary>
    public void End(DateOnly day, HouseholdEnd reason)
    {
        Require(LeftOn is null, HouseholdRule.OnlyALivingHouseholdEnds);
        Require(day >= JoinedOn, HouseholdRule.NothingEndsBeforeItBegins);
        (LeftOn, LeftReason) = (day, reason);
    }

    /// <summary>Takes the end back.</summary>
    public void Reopen() => (LeftOn, LeftReason) = (null, null);

    /// <summary>Seen by another village's people: it has moved there.</summary>
    public void SeenAt(Guid villageId, Guid? groupId) => (VillageId, GroupId) = (villageId, groupId);
}

/// <summary>What a family tells about itself at a visit. Bands, never sums: the file needs no more.</summary>
public sealed record HouseholdFacts(string? Address, string? MainIncome, string? IncomeBand, Housing? Housing, MoneyBand? DebtBand, Relief? Relief, string? Machines);

/// <summary>What the register of households holds to.</summary>
public enum HouseholdRule
{
    /// <summary>A last day lies on or after the first.</summary>
    NothingEndsBeforeItBegins,

    /// <summary>Who has left cannot leave again.</summary>
    OnlyAMemberLeaves,

    /// <summary>What has ended cannot end again.</summary>
    OnlyALivingHouseholdEnds,

    /// <summary>One ID number is one person, and a person belongs to one household at a time: another one asks for a move.</summary>
    APersonLivesInOneHousehold,

    /// <summary>A household has exactly one head among its members.</summary>
    AHouseholdHasOneHead,

    /// <summary>Nothing of a household that has ended is changed.</summary>
    OnlyALivingHouseholdChanges,

    /// <summary>Nobody is born or joins after today.</summary>
    NothingLiesInTheFuture,

    /// <summary>A member is entered once.</summary>
    NobodyIsEnteredTwice,
}
