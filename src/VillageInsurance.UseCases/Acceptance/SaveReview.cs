using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>A reviewer writes in his score form, without signing it.</summary>
public sealed class SaveReview(AppDbGate gate)
{
    /// <summary>The whole form, and the version on which it was written.</summary>
    public sealed record Input(Guid SheetId, int SeenVersion, IReadOnlyList<ItemScore> Scores, DateOnly? VisitedOn, string VisitNote, ReviewVerdict? Verdict, string Opinion);

    /// <summary>An unfinished one may be saved.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Scores).NotNull();
            RuleForEach(i => i.Scores).ChildRules(s => s.RuleFor(x => x.Evidence).MaximumLength(200));
            RuleFor(i => i.VisitNote).NotNull().MaximumLength(1000);
            RuleFor(i => i.Opinion).NotNull().MaximumLength(500);
            RuleFor(i => i.Verdict).IsInEnum();
        }
    }

    /// <summary>Saves it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ReviewDeclarations, async db =>
    {
        input.MustMeet(new InputRules());
        var sheet = await db.ReviewSheets.FindAsSeenAsync(input.SheetId, input.SeenVersion);
        var scheme = await db.Declarations.Where(d => d.Id == sheet.DeclarationId).Select(d => d.SchemeId).SingleAsync();
        sheet.Fill(db.Actor, input.Scores, input.VisitedOn, input.VisitNote, input.Verdict, input.Opinion, (await db.SchemeAsync(scheme)).Rules.ScoreForm);
    });
}
