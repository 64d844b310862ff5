namespace VillageInsurance.Domain.Shared;

/// <summary>The label of a personal value: how sensitive it is, what it is kept for and how long (PIPL art. 6, 19, 51).
/// The audit shows a value of <see cref="PersonalInfoClass.Ordinary"/> and above masked: that it changed, never what it says.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonalInfoAttribute(PersonalInfoClass level, Purpose purpose, Retention retention) : Attribute
{
    /// <summary>How sensitive the value is.</summary>
    public PersonalInfoClass Class => level;

    /// <summary>What the value is kept for.</summary>
    public Purpose Purpose => purpose;

    /// <summary>How long the value is kept.</summary>
    public Retention Retention => retention;
}

/// <summary>Marks a column of a person table that says nothing about a person by itself: a key, a version, a batch.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotPersonalAttribute : Attribute;

/// <summary>Marks an entity that holds a natural person's data: each of its columns is labelled.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PersonTableAttribute : Attribute;

/// <summary>From what everybody on duty shows to what does harm when it leaks.</summary>
public enum PersonalInfoClass
{
    /// <summary>The name and post of somebody on duty.</summary>
    OnDuty = 1,

    /// <summary>A resident's name, family and dates.</summary>
    Ordinary = 2,

    /// <summary>Where to reach somebody: phone and address.</summary>
    Contact = 3,

    /// <summary>Sensitive in the sense of PIPL art. 28: ID number, health, finances, whatever concerns a child under 14.</summary>
    Sensitive = 4,
}

/// <summary>What personal information is kept for.</summary>
public enum Purpose { Administration, HouseholdFile, InsuranceService, Indicators }

/// <summary>How long personal information is kept.</summary>
public enum Retention
{
    /// <summary>While the person works in the programme, and five years more.</summary>
    ServiceAndFiveYears,

    /// <summary>While the person lives in the county, and five years more.</summary>
    ResidenceAndFiveYears,

    /// <summary>Ten years from the contract's end, five for a term of up to one year (Insurance Law art. 87).</summary>
    ContractAndTenYears,
}
