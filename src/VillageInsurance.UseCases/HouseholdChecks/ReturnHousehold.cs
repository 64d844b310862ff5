using FluentValidation;
using VillageInsurance.Domain.HouseholdChecks;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.HouseholdChecks;

/// <summary>The township sends a household's file back, with the reason and the fields at fault. It waits in the queue of the agent who sent it.</summary>
public sealed class ReturnHousehold(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The file as it was seen, the reason, and the fields to put right.</summary>
    public sealed record Input(Guid HouseholdId, int SeenVersion, string Opinion, IReadOnlyList<FileField> Fields);

    /// <summary>A reason of at most 500 characters, and fields that exist.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Opinion).NotEmpty().MaximumLength(500);
            RuleFor(i => i.Fields).NotEmpty();
            RuleForEach(i => i.Fields).IsInEnum();
        }
    }

    /// <summary>Returns it. Refused to whoever wrote in it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.CheckHouseholds, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync($"household {input.HouseholdId}");
        var file = await db.HouseholdFiles.FindAsSeenAsync(input.HouseholdId, input.SeenVersion);
        file.Return(db.Actor.StaffId, await db.TookPartAsync(file.Id, db.Actor.StaffId), input.Opinion, input.Fields, clock.GetUtcNow());
        db.Add(QueueItem.For(file.SubmittedById!.Value, QueueKind.HouseholdReturned, file.Id, clock.GetUtcNow(), file.VillageId));
    });
}
