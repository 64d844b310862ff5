using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Cycles;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Awards;

/// <summary>What the scheme gives for a title and nobody has prepared yet.</summary>
public sealed class EligibleRewards(AppDbGate gate)
{
    /// <param name="Fen">What the scheme says; the least where <paramref name="AtLeast"/>; the whole sum where a village shares it.</param>
    /// <param name="Left">How much of a shared sum, or how many places of the year's study trips, are left.</param>
    public sealed record Row(RewardKind Kind, Guid? PayeeId, string Payee, Role? Role, long Fen, bool AtLeast, bool Shared, long Left, Wording Use);

    /// <summary>Reads them. A title outside the actor's area is not found.</summary>
    public Task<IReadOnlyList<Row>> RunAsync(Guid titleId, CancellationToken cancel) => gate.ReadAsync<IReadOnlyList<Row>>(Permission.PrepareRewards, async db =>
    {
        var title = await db.Titles.AsNoTracking().FindOrRefuseAsync(titleId, cancel);
        var rules = await db.RulesOfTitleAsync(title, cancel);
        var given = await db.RewardLines.AsNoTracking().Where(l => l.Status != RewardStatus.Refused && (l.TitleId == titleId || (l.Year == title.Year && l.Kind == RewardKind.StudyTrip))).ToListAsync(cancel);
        return [.. (await db.PayeesOfAsync(title, rules, cancel))
            .Where(p => !given.Any(l => l.TitleId == titleId && l.Kind == p.Kind && l.PayeeId == p.Id)).Select(p => RowOf(p, rules, given)).Where(r => r.Left > 0)];
    }, cancel);

    private static Row RowOf(Payee payee, SchemeRules rules, List<RewardLine> given)
    {
        var reward = rules.Rewards.First(r => r.Kind == payee.Kind && r.Rhythm != RewardRhythm.Monthly);
        var shared = payee.Id is not null && reward.Places == 0 && rules.RewardTerms.Persons == PersonPayments.PerVillage;
        var ofKind = given.Where(l => l.Kind == payee.Kind).ToList();
        var left = reward.Places > 0 ? reward.Places - ofKind.Count : shared ? reward.Fen - ofKind.Sum(l => l.Fen) : 1;
        return new(payee.Kind, payee.Id, payee.Name, payee.Role, reward.Fen, reward.AtLeast, shared, left, reward.Use);
    }
}
