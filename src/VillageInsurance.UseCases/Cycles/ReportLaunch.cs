using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Cycles;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Shared;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Schemes;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Cycles;

/// <summary>A township or village reports that it has done a point of the launch checklist; once more to put the report right.</summary>
public sealed class ReportLaunch(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Id">Made by the page, so that the paper can be attached before.</param>
    /// <param name="AreaId">The township or village.</param>
    /// <param name="Task">The point's key.</param>
    public sealed record Input(Guid Id, Guid AreaId, int Year, string Task, DateOnly DoneOn, string Paper);

    /// <summary>Names of usual length.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Task).NotEmpty().MaximumLength(40);
            RuleFor(i => i.Paper).MaximumLength(200);
        }
    }

    /// <summary>Reports it. Refused for what the scheme does not ask of this place.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ReportLaunch, async db =>
    {
        input.MustMeet(new InputRules());
        var area = await db.Areas.AsNoTracking().FindOrRefuseAsync(input.AreaId);
        if (!db.Actor.May(Permission.ReportLaunch, area.Id)) throw new NotFound(nameof(Area), area.Id);
        var task = (await db.SchemeOfAsync(input.Year)).Rules.Launch.SingleOrDefault(t => t.Key == input.Task && t.Level == area.Level) ?? throw LaunchRule.TheSchemeAsksForIt.Broken();
        await db.LockAsync($"launch {area.Id} {input.Year} {input.Task}");
        var record = await db.LaunchRecords.SingleOrDefaultAsync(l => l.VillageId == area.Id && l.Year == input.Year && l.Task == input.Task);
        if (record is null) db.Add(record = new LaunchRecord(input.Id, area.Id, input.Year, input.Task));
        record.Report(input.DoneOn, input.Paper.Trim(), task.NeedsPaper, db.Actor.StaffId, clock.Today());
        await db.ClearQueueOfAsync(area.Id, Domain.Work.QueueKind.LaunchOpen);
    });
}
