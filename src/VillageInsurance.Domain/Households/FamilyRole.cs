namespace VillageInsurance.Domain.Households;

/// <summary>How a member stands to the head, in the order in which a household book lists its people.</summary>
public enum FamilyRole { Head = 1, Spouse = 2, Child = 3, Parent = 4, Other = 5 }

/// <summary>Guesses how the next member stands to the head, to be accepted by going on or put right.</summary>
public static class FamilyRoles
{
    private const int SpouseApart = 20, GenerationApart = 15;

    /// <summary>The first one is the head; an adult of the other sex within twenty years of the head's age the spouse; younger by fifteen years and more a child, older a parent.</summary>
    public static FamilyRole Guess(BornAs? head, bool hasSpouse, BornAs member)
    {
        if (head is null) return FamilyRole.Head;
        var younger = member.BirthDate.DayNumber - head.BirthDate.DayNumber;
        if (!hasSpouse && member.Sex != head.Sex && Math.Abs(younger) < Years(SpouseApart) && !IsOfNextGeneration(younger)) return FamilyRole.Spouse;
        if (IsOfNextGeneration(younger)) return FamilyRole.Child;
        return younger <= -Years(GenerationApart) ? FamilyRole.Parent : FamilyRole.Other;
    }

    private static bool IsOfNextGeneration(int daysYounger) => daysYounger >= Years(GenerationApart);

    private static int Years(int years) => years * 1461 / 4;
}

/// <summary>What the ID number says of somebody.</summary>
public sealed record BornAs(Sex Sex, DateOnly BirthDate)
{
    /// <summary>The age in whole years on a day.</summary>
    public int AgeOn(DateOnly day) => day.Year - BirthDate.Year - (day < BirthDate.AddYears(day.Year - BirthDate.Year) ? 1 : 0);
}
