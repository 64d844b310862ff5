using VillageInsurance.Domain.Households;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>What is known of a person or policy, from a row or from the register. Null is unknown.</summary>
internal sealed record KnownFacts
{
    public string? Village { get; init; }
    public string? HouseholdNo { get; init; }
    public string? Name { get; init; }
    public string? IdNumber { get; init; }
    public DateOnly? BirthDate { get; init; }
    public Sex? Sex { get; init; }
    public string? PolicyNo { get; init; }
    public DateOnly? IssueDate { get; init; }

    /// <summary>What a row says for certain.</summary>
    public static KnownFacts Of(RosterLine line, string? village) => new()
    {
        Village = line.Known(RosterField.Village) ?? village,
        HouseholdNo = line.Known(RosterField.HouseholdNo),
        Name = line.Known(RosterField.Name),
        IdNumber = line.Known(RosterField.IdNumber),
        BirthDate = DateCell.DayOf(line[RosterField.BirthDate].Value) ?? BirthOf(line.Known(RosterField.IdNumber)),
        Sex = SexCell.Of(line[RosterField.Sex].Value),
        PolicyNo = line.Known(RosterField.PolicyNo),
        IssueDate = DateCell.DayOf(line[RosterField.IssueDate].Value),
    };

    /// <summary>The birth date that a whole ID number holds.</summary>
    public static DateOnly? BirthOf(string? idNumber) => idNumber is null ? null : DateCell.Day(idNumber.AsSpan(6, 4), idNumber.AsSpan(10, 2), idNumber.AsSpan(12, 2));
}
