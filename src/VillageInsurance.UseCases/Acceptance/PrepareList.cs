using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>The office prepares the list of reviewed villages, best first, whose papers are complete.</summary>
public sealed class PrepareList(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Id">Made by the page, so that a repeated request is recognised.</param>
    /// <param name="Ranked">The declarations in their ranking.</param>
    public sealed record Input(Guid Id, int Year, IReadOnlyList<Guid> Ranked);

    /// <summary>At most 200 villages, each once.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Ranked).NotEmpty().Must(r => r.Count <= 200 && r.Distinct().Count() == r.Count);
        }
    }

    /// <summary>Prepares it. Refused with the village's papers missing, or when it is on another list.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ForwardDeclarations, async db =>
    {
        input.MustMeet(new InputRules());
        if (await db.ForwardingLists.Include(l => l.Lines.OrderBy(x => x.Rank)).SingleOrDefaultAsync(l => l.Id == input.Id) is { } first)
        {
            if (first.PreparedById != db.Actor.StaffId || !first.Lines.Select(l => l.DeclarationId).SequenceEqual(input.Ranked)) throw new AlreadyCreated(input.Id);
            return;
        }
        await db.LockAsync("forwarding lists");
        var found = await db.Declarations.Where(d => input.Ranked.Contains(d.Id)).ToDictionaryAsync(d => d.Id);
        var ranked = input.Ranked.Select(id => found.GetValueOrDefault(id) ?? throw new NotFound(nameof(Declaration), id)).ToList();
        if (await db.ForwardingLines.AnyAsync(l => input.Ranked.Contains(l.DeclarationId) && db.ForwardingLists.Any(f => f.Id == l.ListId && f.Status != ForwardingStatus.GivenUp)))
            throw ForwardingRule.AVillageIsOnOneList.Broken();
        foreach (var declaration in ranked)
        {
            var rules = (await db.SchemeAsync(declaration.SchemeId)).Rules;
            if (!rules.Chain.Forwarded) throw ForwardingRule.NoListInThisScheme.Broken();
            if ((await db.PackOfAsync(declaration, rules, default)).Any(i => !i.Present)) throw ForwardingRule.ThePapersAreComplete.Broken();
        }
        db.Add(ForwardingList.Prepare(input.Id, input.Year, ranked, db.Actor, clock.GetUtcNow()));
    });
}
