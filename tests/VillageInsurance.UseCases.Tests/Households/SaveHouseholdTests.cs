using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Tests.Agreements;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Households;

public class SaveHouseholdTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly DateOnly Today = GivenHousehold.Today;

    [Fact]
    public async Task A_family_is_entered_in_one_save_with_its_policies_and_their_first_premiums()
    {
        var agent = await database.GivenReadyAgentAsync();
        var (life, student) = (await database.GivenProductAsync(), await database.GivenProductAsync(forPupils: true));
        var family = GivenHousehold.Family() with { Phone = "10012345678" };
        var (head, child) = (family.Members[0].PersonId, family.Members[2].PersonId);

        await database.SaveAsync(agent, family with { Policies = [Policy(life, head, head, "R1"), Policy(student, head, child, "R2")] });

        var (household, members, place, policies) = await SeenAsync(family.Id);
        Assert.Equal(("N1984", Places.Group, HouseholdKind.Family), (household.HeadName, household.GroupId, household.Kind));
        Assert.StartsWith("99999910120126", household.Number, StringComparison.Ordinal);
        Assert.Equal("10012345678", Imports.Vault.Open("households.phone", household.Id, household.Phone!));
        Assert.Equal((3, Today, Today), (members.Count, members[0].JoinedOn, members[0].KnownOn));
        Assert.Equal((Places.Village, true, Today), (place.VillageId, place.IsFamily, place.From));
        Assert.Equal([(Today.AddDays(1), Today.AddMonths(240), PayMode.Annual), (Today.AddDays(1), Today.AddMonths(12), PayMode.Once)], policies.Select(p => (p.EffectiveDate, p.EndDate, p.PayMode)));
        Assert.All(policies, p => Assert.Equal((agent.StaffId, "CL", Places.Village), (p.AgentId, p.Insurer, p.VillageId)));
        Assert.Equal(["R1", "R2"], await database.SeeAsync(Places.Village, db => db.Payments.Where(p => policies.Select(x => x.Id).Contains(p.PolicyId)).Select(p => p.Number).Order().ToListAsync()));
    }

    [Fact]
    public async Task Sent_twice_it_is_one_household_and_the_same_id_for_another_family_is_refused()
    {
        var agent = await database.GivenReadyAgentAsync();
        var family = GivenHousehold.Family();
        await database.SaveAsync(agent, family);

        await database.SaveAsync(agent, family);

        Assert.Equal(3, (await SeenAsync(family.Id)).Members.Count);
        await Assert.ThrowsAsync<AlreadyCreated>(() => database.SaveAsync(agent, GivenHousehold.Family() with { Id = family.Id }));
    }

    [Fact]
    public async Task Whoever_lacks_the_right_or_works_elsewhere_enters_nothing()
    {
        foreach (var role in new[] { Role.Supervisor, Role.VillageCadre, Role.TownshipOfficial, Role.CountyOffice, Role.InsurerReviewer })
            await Assert.ThrowsAsync<NotPermitted>(() => database.SaveAsync(Someone.Who(role, Places.Village), GivenHousehold.Family()));
        var stranger = await database.GivenReadyAgentAsync(Places.OtherVillage);
        await Assert.ThrowsAnyAsync<Refusal>(() => database.SaveAsync(stranger, GivenHousehold.Family()));
        var family = await database.GivenFamilyAsync(await database.GivenReadyAgentAsync());
        await Assert.ThrowsAsync<NotFound>(() => database.SaveAsync(stranger, family));
    }

    [Theory]
    [InlineData(AgentStatus.Vetted, ReadinessRule.TheTrainingIsDone)]
    [InlineData(AgentStatus.Registered, ReadinessRule.AnAppointmentHolds)]
    [InlineData(AgentStatus.Suspended, ReadinessRule.TheServiceDoesNotRest)]
    public async Task Without_training_appointment_or_with_a_resting_service_the_work_stops(AgentStatus status, ReadinessRule missing)
    {
        var (_, agent) = await database.GivenAgentAsync(status, Places.Village);

        var no = await Assert.ThrowsAsync<RuleBroken>(() => database.SaveAsync(Staffing.AsAgent(agent, Places.Village), GivenHousehold.Family()));

        Assert.Equal(missing, no.Rule);
    }

    [Fact]
    public async Task A_page_that_somebody_overtook_is_refused_even_when_other_members_were_changed()
    {
        var agent = await database.GivenReadyAgentAsync();
        var seen = await database.GivenFamilyAsync(agent);
        await database.SaveAsync(agent, seen with { Members = [.. seen.Members, GivenHousehold.Member(RelationWords.Of(FamilyRole.Parent), 1950)] });

        await Assert.ThrowsAsync<ChangedMeanwhile>(() => database.SaveAsync(agent, seen with { Members = [.. seen.Members, GivenHousehold.Member(RelationWords.Of(FamilyRole.Parent), 1952)] }));

        Assert.Equal(4, (await SeenAsync(seen.Id)).Members.Count);
    }

    [Fact]
    public async Task A_household_has_one_head_and_nobody_twice_and_nobody_of_another_household()
    {
        var agent = await database.GivenReadyAgentAsync();
        var (head, wife) = (GivenHousehold.Member(RelationWords.Of(FamilyRole.Head), 1984), GivenHousehold.Member(RelationWords.Of(FamilyRole.Spouse), 1986, Sex.Female));
        await BrokenAsync(HouseholdRule.AHouseholdHasOneHead, agent, GivenHousehold.Family(wife));
        await BrokenAsync(HouseholdRule.AHouseholdHasOneHead, agent, GivenHousehold.Family(head, wife with { Relation = head.Relation }));
        await BrokenAsync(HouseholdRule.NobodyIsEnteredTwice, agent, GivenHousehold.Family(head, wife with { IdNumber = head.IdNumber!.ToLowerInvariant() }));
        await database.SaveAsync(agent, GivenHousehold.Family(head, wife));

        await BrokenAsync(HouseholdRule.APersonLivesInOneHousehold, agent, GivenHousehold.Family(GivenHousehold.Member(RelationWords.Of(FamilyRole.Head), 1990), wife with { PersonId = Guid.CreateVersion7() }));
        // In a village that he does not see, the unique index says no more than that.
        await BrokenAsync(HouseholdRule.APersonLivesInOneHousehold, await database.GivenReadyAgentAsync(Places.OtherVillage),
            GivenHousehold.Family(head with { PersonId = Guid.CreateVersion7() }) with { VillageId = Places.OtherVillage, GroupId = null });
    }

    [Fact]
    public async Task Who_has_no_number_yet_is_entered_as_told_and_identified_later()
    {
        var agent = await database.GivenReadyAgentAsync();
        var baby = new MemberEntry(Guid.CreateVersion7(), true, "Baby", null, Sex.Female, new(2026, 1, 5), RelationWords.Of(FamilyRole.Child), ResidenceKind.Local, Today, JoinReason.Birth);
        var family = GivenHousehold.Family(GivenHousehold.Member(RelationWords.Of(FamilyRole.Head), 1984), baby);
        await database.SaveAsync(agent, family);
        Assert.Null((await PersonAsync(baby.PersonId)).IdNumber);

        var number = GivenHousehold.IdNumber(2026, Sex.Female);
        await database.SaveAsync(agent, family with { SeenVersion = 0, Members = [family.Members[0] with { IsNew = false, IdNumber = null }, baby with { IsNew = false, IdNumber = number }] });

        var person = await PersonAsync(baby.PersonId);
        Assert.Equal(number, Imports.Vault.Open("persons.id_number", person.Id, person.IdNumber!));
    }

    [Fact]
    public async Task Money_health_and_a_childs_matters_need_the_consent_to_each()
    {
        var agent = await database.GivenReadyAgentAsync();
        var family = await database.GivenFamilyAsync(agent);
        var (head, child) = (family.Members[0], family.Members[2]);
        var school = child with { School = new(Guid.CreateVersion7(), "School", SchoolStage.Primary, Today) };
        var money = family with { Facts = family.Facts with { DebtBand = MoneyBand.Above } };
        await BrokenAsync(VisitRule.ConsentComesFirst, agent, money);
        await BrokenAsync(VisitRule.ConsentComesFirst, agent, family with { Members = [head with { Health = "ill" }, family.Members[1], child] });
        await BrokenAsync(VisitRule.AGuardianConsents, agent, family with { Members = [head, family.Members[1], school] });
        await BrokenAsync(VisitRule.ConsentComesFirst, agent, money with { Consents = [await database.YesAsync(ConsentKind.Money, given: false)] });

        await database.SaveAsync(agent, money with
        {
            Members = [head with { Health = "ill" }, family.Members[1], school],
            Consents = [await database.YesAsync(ConsentKind.Money), await database.YesAsync(ConsentKind.Health), await database.YesAsync(ConsentKind.Child, child.PersonId)],
        });

        var sealedNote = (await PersonAsync(head.PersonId)).HealthNote!;
        Assert.Equal("ill", Imports.Vault.Open("persons.health_note", head.PersonId, new Sealed(sealedNote, [])));
        Assert.Equal("ill", await new RevealField(database.GateFor(agent), Imports.Vault, TimeProvider.System).RunAsync(new(RevealedField.HealthNote, head.PersonId, "asked by the family")));
        var shown = (await new HouseholdDetail(database.GateFor(agent), Imports.Vault, GivenHousehold.Clock()).RunAsync(family.Id, default)).Members;
        Assert.Equal((true, "School"), (shown[0].HasHealthNote, shown[2].School));
        var watched = (await new HouseholdDetail(database.GateFor(Someone.Who(Role.Supervisor, Places.Village)), Imports.Vault, GivenHousehold.Clock()).RunAsync(family.Id, default)).Members;
        Assert.Equal((false, null), (watched[0].HasHealthNote, watched[2].School));
        await new WithdrawConsent(database.GateFor(agent), GivenHousehold.Clock()).RunAsync(new(family.Id, ConsentKind.Health, null));
        Assert.Null((await PersonAsync(head.PersonId)).HealthNote);
        Assert.Equal(SchoolStage.Primary, await database.SeeAsync(Places.Village, db => db.Enrolments.Where(e => e.PersonId == child.PersonId).Select(e => e.Stage).SingleAsync()));
    }

    [Fact]
    public async Task A_refused_question_rests_and_an_old_text_is_read_out_anew()
    {
        var agent = await database.GivenReadyAgentAsync();
        var family = await database.GivenFamilyAsync(agent);
        await database.SaveAsync(agent, family with { Consents = [await database.YesAsync(ConsentKind.Money, given: false)] });
        var next = family with { SeenVersion = 1 };

        await BrokenAsync(ConsentRule.ANoRestsNinetyDays, agent, next with { Consents = [await database.YesAsync(ConsentKind.Money)] });
        await BrokenAsync(ConsentRule.TheTextIsTheNewest, agent, next with { Consents = [(await database.YesAsync(ConsentKind.Health)) with { TextId = Guid.NewGuid() }] });
    }

    [Fact]
    public async Task A_receipt_is_entered_once_for_products_on_sale_and_members()
    {
        var agent = await database.GivenReadyAgentAsync();
        var product = await database.GivenProductAsync();
        var family = await database.GivenFamilyAsync(agent);
        var head = family.Members[0].PersonId;
        await BrokenAsync(PolicyEntryRule.TheProductIsOnSale, agent, family with { Policies = [Policy("none", head, head, "R8")] });
        await BrokenAsync(PolicyEntryRule.HolderAndInsuredAreMembers, agent, family with { Policies = [Policy(product, Guid.NewGuid(), head, "R8")] });
        await BrokenAsync(PolicyEntryRule.AReceiptIsEnteredOnce, agent, family with { Policies = [Policy(product, head, head, "R9"), Policy(product, head, head, "R9")] });
        await database.SaveAsync(agent, family with { Policies = [Policy(product, head, head, "R9")] });
        await BrokenAsync(PolicyEntryRule.AReceiptIsEnteredOnce, agent, family with { SeenVersion = 1, Policies = [Policy(product, head, head, "R9")] });
    }

    [Theory]
    [InlineData("12345", null)]
    [InlineData("1001234567890", null)]
    [InlineData(null, "99999919840701111X")]
    public async Task Numbers_that_are_none_are_refused_and_nothing_is_stored(string? phone, string? idNumber)
    {
        var agent = await database.GivenReadyAgentAsync();
        var family = GivenHousehold.Family(GivenHousehold.Member(RelationWords.Of(FamilyRole.Head), 1984, number: idNumber)) with { Phone = phone };

        await Assert.ThrowsAsync<InvalidInput>(() => database.SaveAsync(agent, family));

        Assert.False(await database.SeeAsync(Places.Village, db => db.Households.AnyAsync(h => h.Id == family.Id)));
    }

    private static PolicyEntry Policy(string product, Guid holder, Guid insured, string receipt) =>
        new(Guid.CreateVersion7(), product, holder, insured, Today, Today.AddDays(1), 60_000, receipt, PaymentMethod.Bank);

    private async Task BrokenAsync(Enum rule, Actor agent, SaveHousehold.Input input) =>
        Assert.Equal(rule, (await Assert.ThrowsAsync<RuleBroken>(() => database.SaveAsync(agent, input))).Rule);

    private Task<Person> PersonAsync(Guid id) => database.SeeAsync(Places.Village, db => db.Persons.AsNoTracking().SingleAsync(p => p.Id == id));

    private Task<(Household Household, List<Membership> Members, HouseholdPlace Place, List<Policy> Policies)> SeenAsync(Guid id) => database.SeeAsync(Places.Village, async db =>
    {
        var members = await db.Memberships.AsNoTracking().Where(m => m.HouseholdId == id).ToListAsync();
        var people = members.ConvertAll(m => m.PersonId);
        return (await db.Households.AsNoTracking().SingleAsync(h => h.Id == id), members, await db.HouseholdPlaces.AsNoTracking().SingleAsync(p => p.HouseholdId == id),
            await db.Policies.AsNoTracking().Where(p => people.Contains(p.InsuredId)).OrderByDescending(p => p.EndDate).ToListAsync());
    });
}
