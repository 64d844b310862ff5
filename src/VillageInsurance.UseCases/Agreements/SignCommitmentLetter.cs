using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>An agent signs the commitment letter of the year on the screen: each point ticked, the own name typed. It holds for every village of the agent.</summary>
public sealed class SignCommitmentLetter(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The version of the text as it was read, the keys of the ticked points, and the typed name.</summary>
    public sealed record Input(Guid TextId, IReadOnlyList<string> Ticked, string Name);

    /// <summary>A text and a name are needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.TextId).NotEmpty();
            RuleFor(i => i.Ticked).NotNull();
            RuleFor(i => i.Name).NotEmpty().MaximumLength(100);
        }
    }

    /// <summary>Signs. Signed twice, it stays as it was. Refused to who is no agent, and on a text that is no longer the newest.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.SignCommitmentLetters, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync($"letters of {db.Actor.StaffId}");
        var (today, me) = (clock.Today(), db.Actor.StaffId);
        var text = await db.NewestTextAsync(TextKind.CommitmentLetter);
        if (text.Id != input.TextId) throw LetterRule.TheTextIsTheNewest.Broken();
        var services = await db.AgentServices.Where(s => s.StaffId == me && s.Status != AgentStatus.Left && s.Status != AgentStatus.TurnedDown).ToListAsync();
        if (services.Count == 0) throw LetterRule.OnlyAnAgentSigns.Broken();
        var signed = await db.CommitmentLetters.Where(l => l.StaffId == me && l.Year == today.Year).Select(l => l.ServiceId).ToListAsync();
        var agent = await db.Staff.SingleAsync(s => s.Id == me);
        foreach (var service in services.Where(s => !signed.Contains(s.Id)))
        {
            var number = await db.TakeNumberAsync(NumberKind.CommitmentLetter, today.Year);
            db.Add(CommitmentLetter.Sign(Guid.CreateVersion7(), service, agent, text, input.Ticked.ToHashSet(), input.Name, onPaper: false, number, today.Year, clock.GetUtcNow()));
            await db.ClearQueueOfAsync(service.Id, QueueKind.LetterToSign);
        }
    });
}
