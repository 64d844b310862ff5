using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Agreements;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Schemes;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Cycles;

/// <summary>Writes what comes due into the queues of who has to act: 30, 14, 7 and 1 days before. Run every day; a nearer reminder takes the place of the one before.</summary>
public sealed class RemindOfDeadlines(AppDbGate gate, TimeProvider clock)
{
    /// <summary>Something with a last day, and the role or person that it waits for.</summary>
    internal sealed record DueTask(QueueKind Kind, Guid RecordId, Guid VillageId, DateOnly Due, Role? Role, Guid? StaffId = null);

    /// <summary>Reminds, and says of how much.</summary>
    public Task<int> RunAsync() => gate.ChangeAsync(Permission.ManageProgramme, async db =>
    {
        await db.LockAsync("reminders");
        var today = clock.Today();
        return await RemindAsync(db, [.. await StepsAsync(db, today), .. await LaunchAsync(db, today.Year), .. await TitlesAsync(db, today.Year), .. await PeopleAsync(db, today)]);
    });

    private async Task<int> RemindAsync(AppDb db, IReadOnlyList<DueTask> tasks)
    {
        var (today, now, reminded) = (clock.Today(), clock.GetUtcNow(), 0);
        var records = tasks.Select(t => t.RecordId).ToList();
        var standing = (await db.QueueItems.Where(q => records.Contains(q.RecordId)).ToListAsync()).ToLookup(q => (q.RecordId, q.Kind, q.Role, q.StaffId));
        foreach (var task in tasks)
        {
            if (Reminder.Standing(task.Due, today) is not { } days) continue;
            var (before, detail) = (standing[(task.RecordId, task.Kind, task.Role, task.StaffId)].ToList(), $"{task.Due:yyyy-MM-dd}/{days}");
            if (before.Any(q => q.Detail == detail)) continue;
            foreach (var older in before.Where(q => q.DoneAt is null)) older.Finish(db.Actor.StaffId, now);
            db.Add(task.StaffId is { } person ? QueueItem.For(person, task.Kind, task.RecordId, now, task.VillageId, task.Due, detail)
                : QueueItem.ForWhoever(task.Role!.Value, task.VillageId, task.Kind, task.RecordId, now, task.Due, detail));
            reminded++;
        }
        return reminded;
    }

    // Each township or village that has a point of the year's launch checklist open.
    private static async Task<IReadOnlyList<DueTask>> LaunchAsync(AppDb db, int year)
    {
        var rules = (await db.SchemeOfAsync(year)).Rules;
        var (levels, due) = (rules.Launch.Select(t => t.Level).Distinct().ToList(), rules.Deadlines.Launch.In(year));
        var done = (await db.LaunchRecords.AsNoTracking().Where(l => l.Year == year).Select(l => new { l.VillageId, l.Task }).ToListAsync()).ToLookup(l => l.VillageId, l => l.Task);
        var areas = await db.Areas.AsNoTracking().Where(a => levels.Contains(a.Level) && a.ValidTo == null).Select(a => new { a.Id, a.Level }).ToListAsync();
        return [.. areas.Where(a => rules.Launch.Any(t => t.Level == a.Level && !done[a.Id].Contains(t.Key)))
            .Select(a => new DueTask(QueueKind.LaunchOpen, a.Id, a.Id, due, a.Level == AreaLevel.Township ? Role.TownshipOfficial : Role.VillageCadre))];
    }

    // A title is checked in each year after the one in which it was won.
    private static async Task<IReadOnlyList<DueTask>> TitlesAsync(AppDb db, int year) =>
        [.. (await db.Titles.AsNoTracking().Where(t => t.RevokedOn == null && t.Year < year && !db.TitleChecks.Any(c => c.TitleId == t.Id && c.Year == year)).ToListAsync())
            .Select(t => new DueTask(QueueKind.TitleToCheck, t.Id, t.VillageId, new DateOnly(year, 12, 31), Role.CountyOffice))];

    private static async Task<IReadOnlyList<DueTask>> PeopleAsync(AppDb db, DateOnly today) =>
        [.. (await db.StaffingDeadlinesAsync(today, today.AddDays(Reminder.DaysBefore[0]))).Select(d => new DueTask(d.Kind, d.RecordId, d.VillageId, d.Due, d.Role, d.StaffId))];

    // The next step of each village that is on its way.
    private static async Task<IReadOnlyList<DueTask>> StepsAsync(AppDb db, DateOnly today)
    {
        var open = await db.Cycles.AsNoTracking().Where(c => c.Year >= today.Year - 1 && c.State != CycleState.Withdrawn && c.State != CycleState.Revoked
            && c.State != CycleState.Awarded && c.State != CycleState.Kept && c.State != CycleState.Candidate).ToListAsync();
        var rules = await db.Schemes.AsNoTracking().Where(s => open.Select(c => c.SchemeId).Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Rules);
        return [.. open.SelectMany(c => TasksOf(c, rules[c.SchemeId]))];
    }

    private static IEnumerable<DueTask> TasksOf(VillageCycle cycle, SchemeRules rules) =>
        CycleWay.Next(cycle.State, rules.Chain) is { } next && CycleWay.DueOf(next.To, rules.Deadlines, cycle.Year) is { } due
            ? next.By.Select(role => new DueTask(QueueKind.DeadlineNear, cycle.Id, cycle.VillageId, due, role)) : [];
}
