using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Cycles;

/// <summary>Who decides sites chooses which of the compared villages come first, and says why.</summary>
public sealed class ChooseCandidates(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Id">Made by the page, so that a repeated request is recognised.</param>
    public sealed record Input(Guid Id, IReadOnlyList<Guid> Compared, IReadOnlyList<Guid> Chosen, string Reason);

    /// <summary>A reason of at most 1,000 characters.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Reason).NotEmpty().MaximumLength(1000);
        }
    }

    /// <summary>Keeps the choice. A village outside the actor's area is not found.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.DecideApplications, async db =>
    {
        input.MustMeet(new InputRules());
        if (await db.CandidateChoices.AnyAsync(c => c.Id == input.Id)) return;
        foreach (var id in input.Compared)
            if (!db.Actor.May(Permission.DecideApplications, id)) throw new NotFound(nameof(Area), id);
        db.Add(CandidateChoice.Make(input.Id, await OwnerAsync(db, input.Compared), clock.Today().Year, input.Compared, input.Chosen, input.Reason, db.Actor, clock.GetUtcNow()));
    });

    // The township of all of them; the county where they lie in several.
    private static async Task<Guid> OwnerAsync(AppDb db, IReadOnlyList<Guid> villages)
    {
        var townships = await db.Areas.Where(a => villages.Contains(a.Id)).Select(a => a.ParentId!.Value).Distinct().ToListAsync();
        return townships.Count == 1 ? townships[0] : await db.Areas.Where(a => a.Level == AreaLevel.County).Select(a => a.Id).FirstAsync();
    }
}
