using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Cycles;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Awards;

/// <summary>The office checks a title, as each year: it is kept, or taken away with its grounds.</summary>
public sealed class CheckTitle(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Id">Made by the page, so that evidence can be attached before.</param>
    /// <param name="Grounds">For a revocation, at least one.</param>
    /// <param name="Finding">What was found; needed for a revocation.</param>
    public sealed record Input(Guid Id, Guid TitleId, int SeenVersion, bool Kept, IReadOnlyList<RevocationGround> Grounds, string Finding);

    /// <summary>A finding of at most 1,000 characters.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Finding).MaximumLength(1000);
        }
    }

    /// <summary>Checks it. The first check also moves the cycle in which the title was won.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.KeepTitles, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync($"title {input.TitleId}");
        if (await db.TitleChecks.AnyAsync(c => c.Id == input.Id)) return;
        var title = await db.Titles.FindAsSeenAsync(input.TitleId, input.SeenVersion);
        var year = clock.Today().Year;
        db.Add(TitleCheck.Make(input.Id, title, year, input.Kept, input.Grounds, input.Finding.Trim(),
            await db.TitleChecks.AnyAsync(c => c.TitleId == title.Id && c.Year == year && c.Kept), db.Actor, clock.GetUtcNow()));
        if (!input.Kept) title.Revoke(clock.Today());
        await MoveAsync(db, title, input);
        await db.ClearQueueOfAsync(title.Id);
    });

    private async Task MoveAsync(AppDb db, Title title, Input input)
    {
        var cycle = await db.Cycles.Include(c => c.Steps).SingleAsync(c => c.Id == title.CycleId);
        if (!input.Kept) await db.MoveAsync(cycle, CycleMove.Revoke, clock, input.Finding.Trim()[..Math.Min(500, input.Finding.Trim().Length)]);
        else if (cycle.State == CycleState.Awarded) await db.MoveAsync(cycle, CycleMove.Keep, clock, proven: CycleRule.TheYearlyCheckIsMade);
    }
}
