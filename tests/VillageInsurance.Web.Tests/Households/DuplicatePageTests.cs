using Bunit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Households;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Households;

public sealed class DuplicatePageTests(TestDatabase database) : PageScreen(database), IClassFixture<TestDatabase>
{
    private static readonly DateOnly Began = new(2026, 2, 1), Born = new(1985, 7, 7);

    [Fact]
    public async Task Differences_are_marked_the_chosen_value_is_taken_and_the_sure_pair_becomes_one_person()
    {
        EveryTextIsNeeded();
        var (first, second) = await GivenTwoAsync();
        As(Someone.Who(Role.ResidentAgent, Places.Village));
        var page = Show<DuplicatePage>(with => with.Add(p => p.FirstId, first).Add(p => p.SecondId, second));
        Assert.NotEmpty(page.WaitForElements("tr.differs", Soon));

        page.Change("input[name=Address]", true, 1);
        page.Click(".form-actions button");
        page.Click(".confirm button");

        page.WaitForAssertion(() => Assert.EndsWith("/duplicates", Place.Uri, StringComparison.Ordinal), Soon);
        await Database.SeeAsync(Places.Village, async db =>
        {
            Assert.Equal("Second street 2", (await db.Households.SingleAsync(h => h.Id == first)).Address);
            Assert.Equal(HouseholdEnd.Merged, (await db.Households.SingleAsync(h => h.Id == second)).LeftReason);
            Assert.Equal(1, await db.Memberships.CountAsync(m => m.HouseholdId == first && m.LeftOn == null));
            return true;
        });
    }

    [Fact]
    public async Task Set_apart_a_pair_is_not_shown_again()
    {
        EveryTextIsNeeded();
        var (first, second) = await GivenTwoAsync();
        As(Someone.Who(Role.ResidentAgent, Places.Village));
        var page = Show<DuplicatePage>(with => with.Add(p => p.FirstId, first).Add(p => p.SecondId, second));

        page.Click(".form-actions button", 1);

        page.WaitForAssertion(() => Assert.EndsWith("/duplicates", Place.Uri, StringComparison.Ordinal), Soon);
        Assert.True(await Database.SeeAsync(Places.Village, db => db.NotDuplicates.AnyAsync(p => p.FirstId == first || p.SecondId == first)));
    }

    [Fact]
    public async Task While_typing_a_near_household_is_named()
    {
        EveryTextIsNeeded();
        var (first, _) = await GivenTwoAsync();
        As(Someone.Who(Role.ResidentAgent, Places.Village));

        var note = Show<NearMatches>(with => with.Add(n => n.Typed, new(Places.Village, Name: "郑小溪", BirthDate: Born)));

        Assert.Contains(note.WaitForElements("li a", Soon).Select(a => a.GetAttribute("href")), href => href == $"/households/{first}");
    }

    private async Task<(Guid First, Guid Second)> GivenTwoAsync()
    {
        var (first, one) = Household($"A{Guid.NewGuid():N}"[..20], "First street 1", Guid.NewGuid().ToByteArray());
        var (second, two) = Household($"B{Guid.NewGuid():N}"[..20], "Second street 2", null);
        await Database.GivenAsync(Places.Village, [.. one, .. two]);
        return (first, second);
    }

    private static (Guid Id, object[] Records) Household(string number, string address, byte[]? index)
    {
        var household = new Household(Guid.CreateVersion7(), Places.Village, null, number, HouseholdKind.Family, Began, null);
        household.NameHead("郑小溪");
        household.Describe(new(address, null, null, Housing.Brick, MoneyBand.None, Relief.None, null));
        var id = Guid.CreateVersion7();
        var seal = index is null ? null : Imports.Vault.Seal("persons.id_number", id, "999999198507070000");
        var person = new Person(id, Places.Village, null, seal?.Cipher, index, "郑小溪", Sex.Female, Born, null);
        return (household.Id, [household, person, new Membership(Guid.CreateVersion7(), Places.Village, null, $"M{person.Id:N}", person.Id, household.Id, ResidenceKind.Local, Began, JoinReason.Initial, Began, null)]);
    }
}
