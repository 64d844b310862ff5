using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Households;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Households;

/// <summary>The feedback of one month: as it was given, or for its writer as it stands now.</summary>
public sealed class FeedbackDetail(AppDbGate gate, TimeProvider clock)
{
    /// <summary>The village, and the first day of the month.</summary>
    public sealed record Input(Guid VillageId, DateOnly Month);

    /// <summary>A month begins on its first day.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Month).Must(m => m.Day == 1);
    }

    /// <param name="Id">Null while nothing is written.</param>
    /// <param name="MayWrite">Whether the viewer writes it, and it was not given yet.</param>
    public sealed record View(Guid? Id, int? Version, PlaceName Place, DateOnly Month, FeedbackStatus Status, FeedbackFigures Figures, string Plan, DateOnly? TalkOn, string TalkWith, string Minutes,
        string By, DateTimeOffset? GivenAt, bool MayWrite);

    /// <summary>Reads it. Not found outside the viewer's area, and while it is a draft of somebody else's.</summary>
    public Task<View> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.ViewCycles, async db =>
    {
        input.MustMeet(new InputRules());
        var f = await db.CommitteeFeedback.AsNoTracking().SingleOrDefaultAsync(x => x.VillageId == input.VillageId && x.Month == input.Month, cancel);
        var writes = db.Actor.May(Permission.GiveFeedback, input.VillageId);
        var places = await db.PlaceNamesAsync([input.VillageId], cancel);
        if ((f is not { Status: FeedbackStatus.Given } && !writes) || !places.TryGetValue(input.VillageId, out var place)) throw new NotFound(nameof(CommitteeFeedback), input.VillageId);
        var figures = f?.Figures ?? await FeedbackCounts.OfMonthAsync(db, input.VillageId, input.Month, clock.Today(), cancel);
        var by = f is null ? "" : (await db.StaffNamesAsync([f.ById], cancel)).GetValueOrDefault(f.ById, "");
        return new View(f?.Id, f?.Version, place, input.Month, f?.Status ?? FeedbackStatus.Draft, figures, f?.Plan ?? "", f?.TalkOn, f?.TalkWith ?? "", f?.Minutes ?? "", by, f?.GivenAt,
            writes && f?.Status != FeedbackStatus.Given);
    }, cancel);
}
