using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Applications;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;

namespace VillageInsurance.UseCases.Cycles;

/// <summary>A site's plaque was hung: the day and its photo are recorded, and it gets its number.</summary>
public sealed class HangPlaque(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The site as it was seen, and the day.</summary>
    public sealed record Input(Guid SiteId, int SeenVersion, DateOnly HungOn);

    /// <summary>A site is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.SiteId).NotEmpty();
    }

    /// <summary>Records it. Refused without a photo.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.RecordPlaques, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync($"site {input.SiteId}");
        var site = await db.Sites.FindAsSeenAsync(input.SiteId, input.SeenVersion);
        if (!await db.Attachments.AnyAsync(f => f.RecordId == site.Id && f.Kind == EvidenceKind.SitePlaque && f.RemovedAt == null)) throw SiteRule.APhotoShowsThePlaque.Broken();
        site.HangPlaque(await db.TakeNumberAsync(NumberKind.SitePlaque, input.HungOn.Year), input.HungOn, clock.Today());
    });
}
