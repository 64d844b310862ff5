using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>The insurer records that a customer was told of the agent's leaving. With the last one the task is done.</summary>
public sealed class RecordCustomerTold(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The notice as it was seen, the day and the way.</summary>
    public sealed record Input(Guid NoticeId, int SeenVersion, DateOnly On, ToldBy How);

    /// <summary>A known way, and no day to come.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules(TimeProvider clock)
        {
            RuleFor(i => i.How).IsInEnum();
            RuleFor(i => i.On).LessThanOrEqualTo(clock.Today());
        }
    }

    /// <summary>Records it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.RegisterAgents, async db =>
    {
        input.MustMeet(new InputRules(clock));
        var notice = await db.CustomerNotices.FindAsSeenAsync(input.NoticeId, input.SeenVersion);
        await db.LockAsync($"customers of {notice.ServiceId}");
        notice.Tell(db.Actor, input.On, input.How);
        if (!await db.CustomerNotices.AnyAsync(n => n.ServiceId == notice.ServiceId && n.Id != notice.Id && n.ToldOn == null))
            await db.ClearQueueOfAsync(notice.ServiceId, QueueKind.CustomersToTell);
    });
}
