using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Agreements;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Organisation;
using VillageInsurance.UseCases.Schemes;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Awards;

/// <summary>The office prepares the monthly allowances of the supervisors who passed the year's assessment, one line for each full month in office.</summary>
public sealed class PrepareAllowances(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Yuan">A month's amount as it was typed; empty for the scheme's least.</param>
    /// <param name="Resolution">What the payments rest on.</param>
    public sealed record Input(int Year, string Yuan, string Resolution, Guid? NoticeId);

    /// <summary>An amount is written in yuan with at most two decimals.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Year).InclusiveBetween(2000, 2099);
            RuleFor(i => i.Yuan).Must(y => Domain.Policies.Yuan.TryParse(y, out _)).When(i => i.Yuan.Length > 0);
            RuleFor(i => i.Resolution).NotEmpty().MaximumLength(200);
        }
    }

    /// <summary>Prepares what is not there yet, and says how many lines. Refused where the scheme gives no monthly allowance, and below its least.</summary>
    public Task<int> RunAsync(Input input) => gate.ChangeAsync(Permission.PrepareRewards, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync("rewards");
        var rules = (await db.SchemeOfAsync(input.Year)).Rules;
        var reward = rules.Rewards.FirstOrDefault(r => r.Kind == RewardKind.Supervisor && r.Rhythm == RewardRhythm.Monthly) ?? throw RewardRule.TheSchemeGivesIt.Broken();
        if (rules.RewardTerms.Persons == PersonPayments.None) throw RewardRule.TheSchemePaysPersons.Broken();
        var fen = input.Yuan.Length == 0 ? reward.Fen : Yuan.TryParse(input.Yuan, out var typed) ? typed : -1;
        if (reward.AtLeast ? fen < reward.Fen : fen != reward.Fen) throw RewardRule.TheAmountIsTheSchemes.Broken();
        var given = (await db.RewardLines.Where(l => l.Month != null && l.Year == input.Year && l.Status != RewardStatus.Refused).Select(l => new { l.PayeeId, l.Month }).ToListAsync())
            .Select(l => (l.PayeeId!.Value, l.Month!.Value)).ToHashSet();
        var lines = (await LinesAsync(db, input, fen)).Where(l => !given.Contains((l.PayeeId!.Value, l.Month!.Value))).ToList();
        foreach (var line in lines)
        {
            line.RestOn(input.Resolution.Trim(), input.NoticeId);
            db.Add(line);
            db.Add(QueueItem.ForWhoever(Role.CountyLeader, line.VillageId, QueueKind.RewardToApprove, line.Id, clock.GetUtcNow()));
        }
        return lines.Count;
    });

    private async Task<IReadOnlyList<RewardLine>> LinesAsync(AppDb db, Input input, long fen)
    {
        var (qualified, today) = (await db.QualifiedSupervisorsAsync(input.Year), clock.Today());
        var names = await db.StaffNamesAsync(qualified.Select(q => q.StaffId), default);
        return [.. from supervisor in qualified
                   from month in Enumerable.Range(1, 12).Select(m => new DateOnly(input.Year, m, 1))
                   where month >= supervisor.From && month.AddMonths(1).AddDays(-1) <= supervisor.To && month.AddMonths(1) <= today
                   select new RewardLine(Guid.CreateVersion7(), supervisor.VillageId, null, input.Year, RewardKind.Supervisor, supervisor.StaffId, names.GetValueOrDefault(supervisor.StaffId, ""), month, fen,
                       db.Actor.StaffId, clock.GetUtcNow())];
    }
}
