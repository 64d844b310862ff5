using VillageInsurance.Domain.Households;

namespace VillageInsurance.Domain.Tests.Households;

public class FamilyRoleTests
{
    private static readonly BornAs Father = new(Sex.Male, new(1984, 7, 1));

    [Fact]
    public void The_first_one_is_the_head() => Assert.Equal(FamilyRole.Head, FamilyRoles.Guess(null, false, Father));

    [Theory]
    [InlineData(Sex.Female, "1986-06-04", false, FamilyRole.Spouse)]
    [InlineData(Sex.Female, "1986-06-04", true, FamilyRole.Other)]
    [InlineData(Sex.Male, "1986-06-04", false, FamilyRole.Other)]
    [InlineData(Sex.Female, "1999-07-02", false, FamilyRole.Child)]
    [InlineData(Sex.Male, "2012-09-11", true, FamilyRole.Child)]
    [InlineData(Sex.Female, "1960-01-01", true, FamilyRole.Parent)]
    [InlineData(Sex.Male, "1960-01-01", true, FamilyRole.Parent)]
    public void Others_are_guessed_by_sex_and_age(Sex sex, string born, bool hasSpouse, FamilyRole expected) =>
        Assert.Equal(expected, FamilyRoles.Guess(Father, hasSpouse, new(sex, DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("2008-02-29", "2026-02-27", 17)]
    [InlineData("2008-02-29", "2026-02-28", 18)]
    [InlineData("2000-01-01", "2000-01-01", 0)]
    public void The_age_turns_on_the_birthday_and_for_the_29th_of_February_on_the_months_last_day(string born, string day, int age) =>
        Assert.Equal(age, new BornAs(Sex.Male, DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture)).AgeOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
}
