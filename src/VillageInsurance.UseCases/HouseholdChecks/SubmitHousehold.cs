using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.HouseholdChecks;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.HouseholdChecks;

/// <summary>The agent sends a household's file to the township, for the first time or corrected.</summary>
public sealed class SubmitHousehold(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The household as it was seen.</summary>
    public sealed record Input(Guid HouseholdId, int SeenVersion);

    /// <summary>An id is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.HouseholdId).NotEmpty();
    }

    /// <summary>Sends it. Refused while it waits, once it is checked, and without members or a head.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.KeepHouseholds, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync($"household {input.HouseholdId}");
        var household = await db.Households.FindAsSeenAsync(input.HouseholdId, input.SeenVersion);
        if (household.LeftOn is not null) throw HouseholdRule.OnlyALivingHouseholdChanges.Broken();
        var file = await db.HouseholdFiles.SingleOrDefaultAsync(f => f.Id == household.Id);
        if (file is null) db.Add(file = new HouseholdFile(household.Id, household.VillageId, household.GroupId));
        file.Submit(db.Actor.StaffId, [.. (await db.FileGapsAsync([household.Id]))[household.Id]], clock.GetUtcNow());
        await db.ClearQueueOfAsync(household.Id, QueueKind.HouseholdReturned);
    });
}
