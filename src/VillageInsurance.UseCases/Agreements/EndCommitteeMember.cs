using FluentValidation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Agreements;

/// <summary>Records the last day of a member of a village committee.</summary>
public sealed class EndCommitteeMember(AppDbGate gate)
{
    /// <summary>The member as it was seen, the last day, and whether the office records it.</summary>
    public sealed record Input(Guid MemberId, int SeenVersion, DateOnly LastDay, bool AsOffice = false);

    /// <summary>An id is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.MemberId).NotEmpty();
    }

    /// <summary>Ends it.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(RecordCommitteeMember.NeededBy(input.AsOffice), async db =>
    {
        input.MustMeet(new InputRules());
        (await db.CommitteeMembers.FindAsSeenAsync(input.MemberId, input.SeenVersion)).End(input.LastDay);
    });
}
