using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>Takes down an objection to a notice while it runs: what was said and by which way, never by whom. It waits for somebody else's answer.</summary>
public sealed class RecordObjection(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Id">Made by the page, so that a repeated request is recognised.</param>
    public sealed record Input(Guid Id, Guid NoticeId, Guid VillageId, string Text, ObjectionChannel Channel);

    /// <summary>A text of at most 1,000 characters.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Text).NotEmpty().MaximumLength(1000);
            RuleFor(i => i.Channel).IsInEnum();
        }
    }

    /// <summary>Takes it down. Refused after the last day, and with personal data in it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.PublishNotices, async db =>
    {
        input.MustMeet(new InputRules());
        if (await db.Objections.AnyAsync(o => o.Id == input.Id)) return;
        var notice = await db.Notices.Include(n => n.Places).Include(n => n.Objections).FindOrRefuseAsync(input.NoticeId);
        db.Add(notice.TakeObjection(input.Id, input.VillageId, input.Text, input.Channel, db.Actor, clock.GetUtcNow(), clock.Today()));
        db.Add(QueueItem.ForWhoever(Role.CountyOffice, input.VillageId, QueueKind.ObjectionToAnswer, notice.Id, clock.GetUtcNow(), notice.LastDay, $"{input.Id:N}"));
    });
}
