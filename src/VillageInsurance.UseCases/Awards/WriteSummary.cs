using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Awards;

/// <summary>A village or township writes what it learned in a year (经验总结).</summary>
public sealed class WriteSummary(AppDbGate gate, TimeProvider clock)
{
    /// <param name="SeenVersion">The text's version as it was seen; null for none yet.</param>
    public sealed record Input(Guid AreaId, int Year, int? SeenVersion, string Text);

    /// <summary>At most 4,000 characters.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Year).InclusiveBetween(2000, 2099);
            RuleFor(i => i.Text).NotEmpty().MaximumLength(4000);
        }
    }

    /// <summary>Writes it. Outside the actor's area the place is not found.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.ReportLaunch, async db =>
    {
        input.MustMeet(new InputRules());
        var area = await db.Areas.AsNoTracking().FindOrRefuseAsync(input.AreaId);
        if (area.Level is not (AreaLevel.Village or AreaLevel.Township) || !db.Actor.May(Permission.ReportLaunch, area.Id)) throw new NotFound(nameof(Area), area.Id);
        await db.LockAsync($"summary {area.Id} {input.Year}");
        var summary = await db.YearSummaries.SingleOrDefaultAsync(s => s.VillageId == area.Id && s.Year == input.Year);
        if (summary?.Version != input.SeenVersion) throw new ChangedMeanwhile();
        if (summary is null) db.Add(summary = new YearSummary(Guid.CreateVersion7(), area.Id, input.Year));
        summary.Write(input.Text.Trim(), db.Actor.StaffId, clock.GetUtcNow());
    });
}
