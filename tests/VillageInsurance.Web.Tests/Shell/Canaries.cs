using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using VillageInsurance.Domain.Claims;
using VillageInsurance.Domain.Complaints;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.CallBacks;
using VillageInsurance.UseCases.Claims;
using VillageInsurance.UseCases.Complaints;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.HouseholdChecks;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Policies;
using VillageInsurance.UseCases.Tests.Agreements;
using VillageInsurance.UseCases.Tests.CallBacks;
using VillageInsurance.UseCases.Tests.Households;
using VillageInsurance.UseCases.Tests.Policies;
using VillageInsurance.UseCases.Tests.Shared;
using VillageInsurance.Web.Tests.Shared;

namespace VillageInsurance.Web.Tests.Shell;

/// <summary>A family of which each telling fact is a word or a sum that stands nowhere else, so that a page that shows it gives itself away.</summary>
internal sealed class Canaries
{
    /// <summary>What is planted, and what a page would write.</summary>
    public static readonly IReadOnlyDictionary<string, string> Written = new Dictionary<string, string>
    {
        ["name"] = "Zqxhead",
        ["name of a child"] = "Zqxchild",
        ["phone"] = "13987654321",
        ["address"] = "Zqxlane",
        ["income"] = "Zqxincome",
        ["health"] = "Zqxillness",
        ["risk loss"] = "7,654.32",
        ["rival premium"] = "8,765.43",
        ["affordable"] = "3,456.71",
        ["visit note"] = "Zqxnote",
        ["reason of an advice"] = "Zqxreason",
        ["policy number"] = "ZQXPOL1",
        ["premium"] = "1,234.57",
        ["receipt"] = "ZQXPAY1",
        ["claim number"] = "ZQXCLAIM1",
        ["event of a claim"] = "Zqxfell",
        ["sum claimed"] = "6,543.21",
        ["affordable, given to the insurer"] = "4,567.81",
        ["facts of a complaint"] = "Zqxcomplaint",
        ["complainant"] = "Zqxneighbour",
    };

    public required string IdNumber { get; init; }

    /// <summary>The record that a page of this first word is about.</summary>
    public required IReadOnlyDictionary<string, Guid> Records { get; init; }

    public static async Task<Canaries> PlantAsync(Site site)
    {
        var (database, vault, rules, clock) = (site.Database, site.Services.GetRequiredService<Vault>(), new ImportRules(true), site.Clock);
        var agent = await database.GivenReadyAgentAsync();
        var family = await FamilyAsync(database, clock.Today());
        await new SaveHousehold(database.GateFor(agent, clock), vault, clock, rules).RunAsync(family);
        await new SaveHousehold(database.GateFor(agent, clock), vault, clock, rules).RunAsync(await GivenToTheInsurerAsync(database, clock.Today()));
        var file = await database.SeeAsync(Places.Village, db => db.Households.SingleAsync(h => h.Id == family.Id));
        await new SubmitHousehold(database.GateFor(agent, clock), clock).RunAsync(new(file.Id, file.Version));

        var (insurer, product, head) = (await database.GivenInsurerAsync(), await database.GivenProductAsync(), family.Members[0].IdNumber!);
        var (number, receipt, today) = (Written["policy number"], Written["receipt"], clock.Today());
        await database.GateFor(insurer, clock).ChangeAsync(Permission.BringInsurerLists, async db =>
        {
            await new InsurerIntake(db, vault, Guid.NewGuid(), today).PoliciesAsync([GivenPolicy.Row(0, number, product, head) with { IssuedOn = today.AddDays(-3), EffectiveOn = today.AddDays(-2), PremiumFen = 123_457 }]);
            return 0;
        });
        var (other, _) = await database.GivenSoldAsync(agent, today.AddDays(-30));
        await database.GateFor(insurer, clock).ChangeAsync(Permission.BringInsurerLists, async db =>
        {
            await new InsurerIntake(db, vault, Guid.NewGuid(), today).PaymentsAsync([GivenPolicy.Paid(1, $"F{other.Number}", other.Number), GivenPolicy.Paid(0, receipt, number, 123_457) with { Method = PaymentMethod.Cash }]);
            return 0;
        });
        var policy = await database.SeeAsync(Places.Village, db => db.Policies.SingleAsync(p => p.Number == number));
        await new OpenCallBacks(database.GateFor(Someone.InTheCounty(Role.CountyOffice), clock), clock).RunAsync();

        var (claim, complaint) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await new RegisterClaim(database.GateFor(agent, clock), clock).RunAsync(new(claim, policy.Id, today.AddDays(-1), today, Written["event of a claim"], 654_321, Written["claim number"]));
        await new TakeInComplaint(database.GateFor(agent, clock), vault, clock).RunAsync(new(complaint, Places.Village, ComplaintChannel.Agent, ComplaintKind.Other, Written["facts of a complaint"], today, Written["complainant"], null, null, number));
        return new()
        {
            IdNumber = head,
            Records = new Dictionary<string, Guid>
            {
                ["households"] = family.Id,
                ["checks"] = family.Id,
                ["duplicates"] = family.Id,
                ["policies"] = policy.Id,
                ["claims"] = claim,
                ["complaints"] = complaint,
                ["villages"] = Places.Village,
                ["feedback"] = Places.Village,
                ["book"] = Places.Village,
                ["completeness"] = Places.Village,
                ["premium-exceptions"] = await database.SeeAsync(Places.Village, db => db.PremiumExceptions.Select(e => e.Id).SingleAsync()),
                ["call-backs"] = await database.SeeAsync(Places.Village, db => db.CallBacks.Where(c => c.PolicyId == policy.Id).Select(c => c.Id).SingleAsync()),
            },
        };
    }

    // A second family: it says yes to the insurer, and its policy keeps the sums of the village apart from those of the first.
    private static async Task<SaveHousehold.Input> GivenToTheInsurerAsync(TestDatabase database, DateOnly today)
    {
        var family = GivenHousehold.Family();
        return family with
        {
            Members = [.. family.Members.Select(m => m with { JoinedOn = today })],
            Consents = [await database.YesAsync(ConsentKind.General), await database.YesAsync(ConsentKind.Money), await database.YesAsync(ConsentKind.ToInsurer), await database.YesAsync(ConsentKind.Child, family.Members[2].PersonId)],
            Visit = new(Guid.CreateVersion7(), today, new("Yu", 30, [ExplainedTopic.Programme], [new(NeedKind.OldAge, NeedWish.WantsToKnow, null)], 456_781, true, [], false, null, null)),
        };
    }

    private static async Task<SaveHousehold.Input> FamilyAsync(TestDatabase database, DateOnly today)
    {
        var (head, child) = (GivenHousehold.Member(RelationWords.Of(FamilyRole.Head), 1984), GivenHousehold.Member(RelationWords.Of(FamilyRole.Child), 2016));
        return GivenHousehold.Family(head with { Name = Written["name"], Health = Written["health"], JoinedOn = today }, child with { Name = Written["name of a child"], JoinedOn = today }) with
        {
            Facts = new($"{Written["address"]} 7", Written["income"], "3-5", Housing.Brick, MoneyBand.Under30K, Relief.None, null),
            Phone = Written["phone"],
            Consents = [await database.YesAsync(ConsentKind.General), await database.YesAsync(ConsentKind.Health), await database.YesAsync(ConsentKind.Money), await database.YesAsync(ConsentKind.Child, child.PersonId)],
            Risks = [new(Guid.CreateVersion7(), RiskKind.Accident, today.AddDays(-40), 765_432, null)],
            Covers = [new(Guid.CreateVersion7(), head.PersonId, "Rival", "Life", 5_000_000, 876_543, PayMode.Annual, 6)],
            Visit = new(Guid.CreateVersion7(), today, new(Written["name"], 30, [ExplainedTopic.Programme], [new(NeedKind.OldAge, NeedWish.WantsToKnow, null)], 345_671, true,
                [new("Endowment", Written["reason of an advice"], OwnDecision.ThinkingAboutIt)], false, null, Written["visit note"])),
        };
    }
}
