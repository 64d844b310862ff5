using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>The insurer records a commitment letter that an agent signed on paper, from its scan.</summary>
public sealed class RecordSignedLetter(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Id">The letter to be, made by the page: the scan is already attached to it.</param>
    public sealed record Input(Guid Id, Guid ServiceId);

    /// <summary>Ids are needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.ServiceId).NotEmpty();
        }
    }

    /// <summary>Records it. Refused without the scan, and beside another letter of the year.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.RegisterAgents, async db =>
    {
        input.MustMeet(new InputRules());
        var year = clock.Today().Year;
        var service = await db.AgentServices.FindOrRefuseAsync(input.ServiceId);
        await db.LockAsync($"letters of {service.StaffId}");
        if (await db.CommitmentLetters.AnyAsync(l => l.Id == input.Id && l.ServiceId == service.Id)) return;
        if (!service.IsOpen) throw LetterRule.OnlyAnAgentSigns.Broken();
        if (await db.CommitmentLetters.AnyAsync(l => l.ServiceId == service.Id && l.Year == year)) throw LetterRule.OneLetterAYear.Broken();
        if (!await db.Attachments.AnyAsync(f => f.RecordId == input.Id && f.Kind == EvidenceKind.Agent && f.RemovedAt == null)) throw LetterRule.ThePaperIsAttached.Broken();
        var (agent, text) = (await db.Staff.SingleAsync(s => s.Id == service.StaffId), await db.NewestTextAsync(TextKind.CommitmentLetter));
        var number = await db.TakeNumberAsync(NumberKind.CommitmentLetter, year);
        db.Add(CommitmentLetter.Sign(input.Id, service, agent, text, text.Points.Select(p => p.Key).ToHashSet(), agent.Name, onPaper: true, number, year, clock.GetUtcNow()));
        await db.ClearQueueOfAsync(service.Id, QueueKind.LetterToSign);
    });
}
