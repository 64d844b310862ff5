using VillageInsurance.Domain.Shared;

namespace VillageInsurance.Domain.Papers;

/// <summary>The numbers of one kind of paper in one year (文号). They are given out in order, without gaps: with the record that bears it or not at all.</summary>
public sealed class NumberSeries(Guid id, NumberKind kind, int year, string prefix) : Entity(id)
{
    /// <summary>What is numbered.</summary>
    public NumberKind Kind { get; private init; } = kind;

    /// <summary>The year in the number.</summary>
    public int Year { get; private init; } = year;

    /// <summary>What stands before the year, such as the county's short name and the kind's.</summary>
    public string Prefix { get; private init; } = prefix;

    /// <summary>The last number given out; zero for none.</summary>
    public int Last { get; private set; }

    /// <summary>The next number as it stands on the paper: prefix〔year〕number, at least three digits.</summary>
    public string Next() => $"{Prefix}{(char)0x3014}{Year}{(char)0x3015}{NextValue():000}{(char)0x53F7}";

    /// <summary>The next number alone.</summary>
    public int NextValue() => ++Last;
}

/// <summary>What the register numbers.</summary>
public enum NumberKind { Agreement, AppointmentLetter, AgentRegister, CommitmentLetter, Declaration, Review, ForwardingList, Notice, Certificate, SitePlaque, AwardPlaque, RewardSheet, Print, Household, CheckSlip }
