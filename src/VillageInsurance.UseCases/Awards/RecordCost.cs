using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Awards;

/// <summary>The office records what running or assessing the programme cost, and who paid.</summary>
public sealed class RecordCost(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Id">Made by the page, so that a repeated request is recognised.</param>
    /// <param name="AreaId">The village or township that it was spent for; null for the county.</param>
    /// <param name="Yuan">As it was typed: yuan with at most two decimals.</param>
    public sealed record Input(Guid Id, Guid? AreaId, int Year, CostKind Kind, CostPayer Payer, string Yuan, DateOnly On, string Note);

    /// <summary>An amount is written in yuan with at most two decimals.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Year).InclusiveBetween(2000, 2099);
            RuleFor(i => i.Kind).IsInEnum();
            RuleFor(i => i.Payer).IsInEnum();
            RuleFor(i => i.Yuan).Must(y => Domain.Policies.Yuan.TryParse(y, out _));
            RuleFor(i => i.Note).NotEmpty().MaximumLength(200);
        }
    }

    /// <summary>Records it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.PrepareRewards, async db =>
    {
        input.MustMeet(new InputRules());
        if (await db.ProgrammeCosts.AnyAsync(c => c.Id == input.Id)) return;
        var area = input.AreaId is { } id ? (await db.Areas.AsNoTracking().FindOrRefuseAsync(id)).Id : await db.Areas.Where(a => a.Level == AreaLevel.County).Select(a => a.Id).FirstAsync();
        db.Add(ProgrammeCost.Record(input.Id, area, input.Year, input.Kind, input.Payer, Yuan.TryParse(input.Yuan, out var fen) ? fen : 0, input.On, input.Note.Trim(), db.Actor, clock.Today()));
    });
}
