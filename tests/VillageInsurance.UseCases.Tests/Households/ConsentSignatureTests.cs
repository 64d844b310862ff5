using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Households;
using VillageInsurance.UseCases.Tests.Exchange;
using VillageInsurance.UseCases.Tests.Shared;

namespace VillageInsurance.UseCases.Tests.Households;

public sealed class ConsentSignatureTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Drawn = "100,100 300,250 500,100;600,90 620,300";

    [Fact]
    public async Task What_was_drawn_is_kept_sealed_with_each_answer_and_shown_for_a_reason()
    {
        var (agent, family, signed) = await GivenSignedAsync();

        var kept = await database.SeeAsync(Places.Village, db => db.Consents.AsNoTracking().Where(c => c.HouseholdId == family.Id).ToListAsync());
        Assert.All(kept, c => Assert.False(c.Signature!.AsSpan().IndexOf("300,250"u8) >= 0));
        Assert.Equal(2, kept.Count);
        var answers = (await new HouseholdDetail(database.GateFor(agent), Imports.Vault, GivenHousehold.Clock()).RunAsync(family.Id, default)).Survey.Consents;
        Assert.Equal(signed.Order(), answers.Select(a => a.SignedId!.Value).Order());

        foreach (var id in signed) Assert.Equal(Drawn, await RevealAsync(agent, id));

        var (look, entered) = await database.SeeAsync(Places.Village, async db => (await db.AuditChanges.SingleAsync(c => c.RecordId == signed[0] && c.Change == "Revealed"), await db.AuditChanges.SingleAsync(c => c.RecordId == signed[0] && c.Change == "Added")));
        Assert.Contains("asked by the family", look.Values, StringComparison.Ordinal);
        Assert.Contains("\"Consent.Signature\": \"***\"", entered.Values, StringComparison.Ordinal);
        Assert.DoesNotContain("300,250", look.Values + entered.Values, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_shown_in_ones_own_village_to_who_has_the_right()
    {
        var (_, _, signed) = await GivenSignedAsync();

        await Assert.ThrowsAsync<NotFound>(() => RevealAsync(Someone.Who(Role.ResidentAgent, Guid.NewGuid()), signed[0]));
        await Assert.ThrowsAsync<NotPermitted>(() => RevealAsync(Someone.Who(Role.Supervisor, Places.Village), signed[0]));
    }

    [Theory]
    [InlineData(ConsentForm.Signature, null)]
    [InlineData(ConsentForm.Signature, "")]
    [InlineData(ConsentForm.Signature, "500,200")]
    [InlineData(ConsentForm.Signature, "<svg onload=alert(1)>")]
    [InlineData(ConsentForm.Mark, Drawn)]
    [InlineData(ConsentForm.Paper, Drawn)]
    public async Task A_signature_that_is_none_or_not_asked_for_is_refused_and_nothing_is_stored(ConsentForm form, string? drawn)
    {
        var agent = await database.GivenReadyAgentAsync();
        var family = await database.GivenFamilyAsync(agent);
        var answer = await database.YesAsync(ConsentKind.Money) with { Form = form, Signature = drawn };

        Assert.Equal(ConsentRule.ASignatureIsDrawn, (await Assert.ThrowsAsync<RuleBroken>(() => database.SaveAsync(agent, family with { Phone = "10012345678", Consents = [answer] }))).Rule);

        Assert.False(await database.SeeAsync(Places.Village, db => db.Consents.AnyAsync(c => c.HouseholdId == family.Id)));
        Assert.Null(await database.SeeAsync(Places.Village, db => db.Households.Where(h => h.Id == family.Id).Select(h => h.Phone).SingleAsync()));
    }

    [Fact]
    public async Task Without_one_there_is_nothing_to_show()
    {
        var agent = await database.GivenReadyAgentAsync();
        var family = await database.GivenFamilyAsync(agent);
        var answer = await database.YesAsync(ConsentKind.Money);
        await database.SaveAsync(agent, family with { Consents = [answer] });

        Assert.Null(await RevealAsync(agent, answer.Id));
        Assert.Null((await new HouseholdDetail(database.GateFor(agent), Imports.Vault, GivenHousehold.Clock()).RunAsync(family.Id, default)).Survey.Consents.Single().SignedId);
    }

    private async Task<(Actor Agent, SaveHousehold.Input Family, List<Guid> Signed)> GivenSignedAsync()
    {
        var agent = await database.GivenReadyAgentAsync();
        var family = await database.GivenFamilyAsync(agent);
        List<ConsentEntry> answers = [await database.YesAsync(ConsentKind.General), await database.YesAsync(ConsentKind.Money)];
        answers = answers.ConvertAll(a => a with { Form = ConsentForm.Signature, Signature = Drawn });
        await database.SaveAsync(agent, family with { Consents = answers });
        return (agent, family, answers.ConvertAll(a => a.Id));
    }

    private Task<string?> RevealAsync(Actor actor, Guid consent) =>
        new RevealField(database.GateFor(actor), Imports.Vault, TimeProvider.System).RunAsync(new(RevealedField.Signature, consent, "asked by the family"));
}
