using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Papers;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.Domain.Shared;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Awards;

/// <summary>The office writes a reward of a title into the ledger. It waits for the leader.</summary>
public sealed class PrepareReward(AppDbGate gate, TimeProvider clock)
{
    /// <param name="Id">Made by the page, so that a repeated request is recognised.</param>
    /// <param name="PayeeId">Null for the village committee.</param>
    /// <param name="Yuan">The amount as it was typed, with at most two decimals; empty for what the scheme says.</param>
    /// <param name="Resolution">The committee's resolution; needed before a payment to a person is approved.</param>
    /// <param name="NoticeId">The public notice of it.</param>
    public sealed record Input(Guid Id, Guid TitleId, RewardKind Kind, Guid? PayeeId, string Yuan, string Resolution, Guid? NoticeId);

    /// <summary>An amount is written in yuan with at most two decimals.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules()
        {
            RuleFor(i => i.Id).NotEmpty();
            RuleFor(i => i.Kind).IsInEnum();
            RuleFor(i => i.Yuan).Must(y => Domain.Policies.Yuan.TryParse(y, out _)).When(i => i.Yuan.Length > 0);
            RuleFor(i => i.Resolution).MaximumLength(200);
        }
    }

    /// <summary>Prepares it. Refused for who is not eligible, for another amount than the scheme's, and twice.</summary>
    public Task RunAsync(Input input) => gate.ChangeAsync(Permission.PrepareRewards, async db =>
    {
        input.MustMeet(new InputRules());
        if (await db.RewardLines.AnyAsync(l => l.Id == input.Id)) return;
        // Shared sums and study trips are counted over lines; who prepares at the same moment waits.
        await db.LockAsync("rewards");
        var title = await db.Titles.FindOrRefuseAsync(input.TitleId);
        Require(title.RevokedOn is null, RewardRule.TheTitleIsHeld);
        var rules = await db.RulesOfTitleAsync(title);
        var reward = rules.Rewards.FirstOrDefault(r => r.Kind == input.Kind && r.Rhythm != RewardRhythm.Monthly) ?? throw RewardRule.TheSchemeGivesIt.Broken();
        var payee = (await db.PayeesOfAsync(title, rules)).FirstOrDefault(p => p.Kind == input.Kind && p.Id == input.PayeeId) ?? throw RewardRule.ThePayeeIsEligible.Broken();
        var line = new RewardLine(input.Id, title.VillageId, title.Id, title.Year, input.Kind, payee.Id, payee.Name, null, await AmountAsync(db, input, reward, rules, title, payee), db.Actor.StaffId, clock.GetUtcNow());
        if (title.RewardSheet is null) title.BeginRewardSheet(await db.TakeNumberAsync(NumberKind.RewardSheet, clock.Today().Year));
        line.RestOn(input.Resolution.Trim(), input.NoticeId);
        db.Add(line);
        db.Add(QueueItem.ForWhoever(Role.CountyLeader, title.VillageId, QueueKind.RewardToApprove, line.Id, clock.GetUtcNow()));
    });

    private static async Task<long> AmountAsync(AppDb db, Input input, Reward reward, SchemeRules rules, Title title, Payee payee)
    {
        var given = await db.RewardLines.Where(l => l.Status != RewardStatus.Refused && l.Kind == input.Kind && (reward.Places > 0 ? l.Year == title.Year : l.TitleId == title.Id)).ToListAsync();
        Require(!given.Any(l => l.TitleId == title.Id && l.PayeeId == payee.Id), RewardRule.EachRewardIsGivenOnce);
        if (reward.Places > 0) await RequireStudyTripAsync(db, given, reward, payee);
        var fen = input.Yuan.Length == 0 ? reward.Fen : Yuan.TryParse(input.Yuan, out var typed) ? typed : -1;
        var shared = payee.Id is not null && reward.Places == 0 && rules.RewardTerms.Persons == PersonPayments.PerVillage;
        Require(reward.Places > 0 ? fen == 0 : shared ? fen > 0 && given.Sum(l => l.Fen) + fen <= reward.Fen : reward.AtLeast ? fen >= reward.Fen : fen == reward.Fen, RewardRule.TheAmountIsTheSchemes);
        return fen;
    }

    // Two places a year in the whole county, at most one agent and one cadre.
    private static async Task RequireStudyTripAsync(AppDb db, List<RewardLine> given, Reward reward, Payee payee)
    {
        Require(given.Count < reward.Places, RewardRule.TwoStudyTripsAYear);
        foreach (var line in given)
        {
            var title = await db.Titles.SingleAsync(t => t.Id == line.TitleId);
            var other = (await db.PayeesOfAsync(title, await db.RulesOfTitleAsync(title))).FirstOrDefault(p => p.Kind == RewardKind.StudyTrip && p.Id == line.PayeeId);
            Require(other?.Role != payee.Role, RewardRule.TwoStudyTripsAYear);
        }
    }

    private static void Require(bool holds, RewardRule rule)
    {
        if (!holds) throw rule.Broken();
    }
}
