using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Acceptance;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Acceptance;

/// <summary>Publishes a notice about villages that await their title, or about a reward sheet. It ends by itself after the scheme's working days.</summary>
public sealed class PublishNotice(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Id">Made by the page, so that a repeated request is recognised.</param>
    /// <param name="SubjectId">The reward sheet; null for titles.</param>
    /// <param name="From">The day on which it hangs.</param>
    public sealed record Input(Guid Id, NoticeKind Kind, Guid? SubjectId, string Text, DateOnly From, IReadOnlyList<Hung> Places);

    /// <summary>A village by its cycle, and where the notice hangs there; the photo is attached to the id.</summary>
    public sealed record Hung(Guid Id, Guid CycleId, string At);

    /// <summary>A text, and at most 200 places.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Kind).IsInEnum();
            RuleFor(i => i.SubjectId).Must((i, subject) => subject is null == (i.Kind == NoticeKind.Titles));
            RuleFor(i => i.Text).NotEmpty().MaximumLength(4000);
            RuleFor(i => i.Places).Must(p => p.Count is > 0 and <= 200 && p.Select(h => h.CycleId).Distinct().Count() == p.Count);
            RuleForEach(i => i.Places).ChildRules(p => p.RuleFor(h => h.At).NotNull().MaximumLength(200));
        }
    }

    /// <summary>Publishes it. Refused with personal data in the text, and for a village that does not await its title.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.PublishNotices, async db =>
    {
        input.MustMeet(new InputRules());
        if (await db.Notices.SingleOrDefaultAsync(n => n.Id == input.Id) is { } first)
        {
            if (first.Text != input.Text || first.PublishedById != db.Actor.StaffId) throw new AlreadyCreated(input.Id);
            return;
        }
        if (input.From < clock.Today()) throw NoticeRule.ItHangsFromTodayOn.Broken();
        var ids = input.Places.Select(p => p.CycleId).ToList();
        var cycles = await db.Cycles.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id);
        var days = await DaysAsync(db, input, cycles);
        var calendar = new WorkingDays(await db.CalendarDays.AsNoTracking().Where(d => d.Day >= input.From && d.Day <= input.From.AddDays(days * 7 + 30)).ToListAsync());
        var places = input.Places.Select(p => new NoticePlace(p.Id, input.Id, cycles[p.CycleId].VillageId, p.CycleId, p.At)).ToList();
        var year = cycles[ids[0]].Year;
        var notice = PublicNotice.Publish(input.Id, input.Kind, input.SubjectId, year, await db.TakeNumberAsync(NumberKind.Notice, year), input.Text, input.From, days, calendar, places, db.Actor, clock.GetUtcNow());
        db.Add(notice);
        db.Add(QueueItem.For(db.Actor.StaffId, QueueKind.NoticeRunning, notice.Id, clock.GetUtcNow(), places[0].VillageId, notice.LastDay));
    });

    private static async Task<int> DaysAsync(AppDb db, Input input, Dictionary<Guid, VillageCycle> cycles)
    {
        var days = 0;
        foreach (var place in input.Places)
        {
            var cycle = cycles.GetValueOrDefault(place.CycleId) ?? throw new NotFound(nameof(VillageCycle), place.CycleId);
            var chain = (await db.SchemeAsync(cycle.SchemeId)).Rules.Chain;
            if (input.Kind == NoticeKind.Titles && cycle.State != (chain.Forwarded ? CycleState.Forwarded : CycleState.Reviewed)) throw NoticeRule.TheVillagesAwaitTheirTitle.Broken();
            days = Math.Max(days, chain.NoticeDays);
        }
        return days;
    }
}
