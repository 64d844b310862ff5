using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Agreements;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>The insurer records what an agent did against the rules, and what followed.</summary>
public sealed class RecordViolation(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Id">Made by the page, so that a repeated request is recognised.</param>
    public sealed record Input(Guid Id, Guid ServiceId, DateOnly HappenedOn, string Facts, string Measure);

    /// <summary>Facts and measure of at most 500 characters; no day to come.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules(TimeProvider clock)
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.HappenedOn).LessThanOrEqualTo(clock.Today());
            RuleFor(i => i.Facts).NotEmpty().MaximumLength(500);
            RuleFor(i => i.Measure).NotEmpty().MaximumLength(500);
        }
    }

    /// <summary>Records it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.RegisterAgents, async db =>
    {
        input.MustMeet(new InputRules(clock));
        var service = await db.AgentServices.FindOrRefuseAsync(input.ServiceId);
        if (await db.AgentViolations.SingleOrDefaultAsync(v => v.Id == input.Id) is { } first)
        {
            if (new Input(first.Id, first.ServiceId, first.HappenedOn, first.Facts, first.Measure) != input) throw new AlreadyCreated(input.Id);
            return;
        }
        db.Add(new AgentViolation(input.Id, service.VillageId, service.GroupId, service.Id, input.HappenedOn, input.Facts, input.Measure, db.Actor.StaffId, clock.GetUtcNow()));
    });
}
