using FluentValidation;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.HouseholdChecks;

/// <summary>The township has checked a household's file: from now on a change is a correction.</summary>
public sealed class ApproveHousehold(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The file as it was seen; the opinion may be empty.</summary>
    public sealed record Input(Guid HouseholdId, int SeenVersion, string Opinion);

    /// <summary>At most 500 characters.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Opinion).MaximumLength(500);
    }

    /// <summary>Approves it. Refused to whoever wrote in it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.CheckHouseholds, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync($"household {input.HouseholdId}");
        var file = await db.HouseholdFiles.FindAsSeenAsync(input.HouseholdId, input.SeenVersion);
        file.Approve(db.Actor.StaffId, await db.TookPartAsync(file.Id, db.Actor.StaffId), input.Opinion, clock.GetUtcNow());
    });
}
