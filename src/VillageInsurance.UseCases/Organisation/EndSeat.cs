using FluentValidation;
using VillageInsurance.UseCases.Agreements;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Organisation;

/// <summary>Records the last day of a member of a leading group.</summary>
public sealed class EndSeat(AppDbGate gate)
{
    /// <summary>The seat as it was seen, the last day, and whether the office records it.</summary>
    public sealed record Input(Guid SeatId, int SeenVersion, DateOnly LastDay, bool AsOffice = false);

    /// <summary>An id is needed.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.SeatId).NotEmpty();
    }

    /// <summary>Ends it. Refused for another township's group.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(RecordCommitteeMember.NeededBy(input.AsOffice), async db =>
    {
        input.MustMeet(new InputRules());
        var seat = await db.LeadershipSeats.FindAsSeenAsync(input.SeatId, input.SeenVersion);
        TakeSeat.RequireOwn(db, seat.AreaId, input.AsOffice);
        seat.End(input.LastDay);
    });
}
