using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;

namespace VillageInsurance.UseCases.Awards;

/// <summary>The office records how a title was honoured: the ceremony, the award plaque in the committee's office, the stone monument at the main road.</summary>
public sealed class RecordHonour(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The title as it was seen, what was done and when; for the monument, where it stands.</summary>
    public sealed record Input(Guid TitleId, int SeenVersion, HonourKind Kind, DateOnly On, string Place);

    /// <summary>A monument stands somewhere.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Kind).IsInEnum();
            RuleFor(i => i.Place).MaximumLength(100);
            RuleFor(i => i.Place).NotEmpty().When(i => i.Kind == HonourKind.Monument);
        }
    }

    /// <summary>Records it. A plaque and a monument need a photo.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.PrepareRewards, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync($"title {input.TitleId}");
        var title = await db.Titles.FindAsSeenAsync(input.TitleId, input.SeenVersion);
        if (input.Kind != HonourKind.Ceremony) await db.RequireEvidenceAsync(title.Id, EvidenceKind.Award);
        if (input.Kind == HonourKind.Ceremony) title.HoldCeremony(input.On, clock.Today());
        else if (input.Kind == HonourKind.Plaque) title.HangPlaque(await db.TakeNumberAsync(NumberKind.AwardPlaque, input.On.Year), input.On, clock.Today());
        else title.SetMonument(input.On, input.Place.Trim(), (await db.RulesOfTitleAsync(title)).RewardTerms.Monument, clock.Today());
    });
}

/// <summary>How a title is honoured.</summary>
public enum HonourKind { Ceremony, Plaque, Monument }
