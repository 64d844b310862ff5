using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>The office publishes the next version of a text that people sign. What was signed before stays as it was.</summary>
public sealed class PublishProgrammeText(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Id">Made by the page, so that a repeated request is recognised.</param>
    /// <param name="SeenNumber">The version that the office saw as the newest.</param>
    public sealed record Input(Guid Id, TextKind Kind, int SeenNumber, string Title, IReadOnlyList<TextPoint> Points);

    /// <summary>A title and one to 30 points with keys of their own.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Kind).IsInEnum();
            RuleFor(i => i.Title).NotEmpty().MaximumLength(100);
            RuleFor(i => i.Points).NotNull().Must(p => p is { Count: > 0 and <= 30 } && p.Select(x => x.Key).Distinct().Count() == p.Count);
            RuleForEach(i => i.Points).ChildRules(point =>
            {
                point.RuleFor(p => p.Key).NotEmpty().MaximumLength(40);
                point.RuleFor(p => p.Text.Zh).NotEmpty().MaximumLength(500);
                point.RuleFor(p => p.Text.En).NotEmpty().MaximumLength(500);
            });
        }
    }

    /// <summary>Publishes it. Refused when a point of the version before is gone, and when somebody else published meanwhile.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ManageProgramme, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync($"programme text {input.Kind}");
        if (await db.ProgrammeTexts.AnyAsync(t => t.Id == input.Id)) return;
        var newest = await db.NewestTextAsync(input.Kind);
        if (newest.Number != input.SeenNumber) throw new ChangedMeanwhile();
        db.Add(newest.Next(input.Id, input.Title, input.Points, clock.Today(), db.Actor.StaffId));
    });
}
