using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Awards;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Schemes;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Organisation;

namespace VillageInsurance.UseCases.Awards;

/// <summary>The rewards and costs of a year, with totals by payer. A supervisor and an agent see their own lines only.</summary>
public sealed class RewardLedger(AppDbGate gate)
{
    /// <summary>The programme year; only one status, or all.</summary>
    public sealed record Input(int Year, RewardStatus? Status = null);

    /// <summary>A year of this century.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Year).InclusiveBetween(2000, 2099);
    }

    /// <param name="Rows">At most 200; the totals count all.</param>
    public sealed record View(int Year, IReadOnlyList<Row> Rows, IReadOnlyList<Cost> Costs, IReadOnlyList<Total> Totals, bool MayRecordCosts);

    /// <param name="Payee">Empty for the village committee.</param>
    /// <param name="Fen">Zero for a place on a study trip.</param>
    public sealed record Row(Guid Id, int Version, Guid VillageId, PlaceName Place, RewardKind Kind, string Payee, DateOnly? Month, long Fen, RewardStatus Status, string Resolution, Guid? NoticeId,
        string PreparedBy, string? DecidedBy, DateOnly? DecidedOn, string Opinion, DateOnly? PaidOn, string PaymentReference, RewardPurpose? UsedFor, string UseNote, DateOnly? UsedOn,
        IReadOnlyList<FileView> Files, bool MayPrepare, bool MayDecide, bool MayPay, bool MayProveUse)
    {
        /// <summary>Whether a person is paid.</summary>
        public bool IsToPerson => Payee.Length > 0;
    }

    /// <summary>A cost.</summary>
    public sealed record Cost(Guid Id, string Place, CostKind Kind, CostPayer Payer, long Fen, DateOnly On, string Note);

    /// <summary>What one payer paid, and has approved and still to pay, in the year; fen.</summary>
    public sealed record Total(CostPayer Payer, long Rewards, long ToPay, long Costs);

    /// <summary>Reads it.</summary>
    public Task<View> RunAsync(Input input, CancellationToken cancel) => gate.ReadAsync(Permission.ViewRewards, async db =>
    {
        input.MustMeet(new InputRules());
        var own = OwnOnly(db.Actor) ? db.RewardLines.Where(l => l.PayeeId == db.Actor.StaffId) : db.RewardLines;
        var lines = own.Where(l => l.Year == input.Year);
        var rows = await RowsAsync(db, lines.Where(l => input.Status == null || l.Status == input.Status), cancel);
        var sums = await lines.GroupBy(l => l.Status).Select(g => new { g.Key, Fen = g.Sum(l => l.Fen) }).ToDictionaryAsync(g => g.Key, g => g.Fen, cancel);
        var costs = OwnOnly(db.Actor) ? [] : await db.ProgrammeCosts.AsNoTracking().Where(c => c.Year == input.Year).OrderByDescending(c => c.On).ToListAsync(cancel);
        var names = await db.Areas.AsNoTracking().Where(a => costs.Select(c => c.VillageId).Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
        return new View(input.Year, rows, [.. costs.Take(200).Select(c => new Cost(c.Id, names[c.VillageId], c.Kind, c.Payer, c.Fen, c.On, c.Note))], TotalsOf(sums, costs),
            db.Actor.ScopeOf(Permission.PrepareRewards) is not null);
    }, cancel);

    /// <summary>Rows for pages, newest first, at most 200.</summary>
    internal static async Task<IReadOnlyList<Row>> RowsAsync(AppDb db, IQueryable<RewardLine> lines, CancellationToken cancel)
    {
        var mine = OwnOnly(db.Actor) ? lines.Where(l => l.PayeeId == db.Actor.StaffId) : lines;
        var found = await mine.AsNoTracking().OrderByDescending(l => l.PreparedAt).ThenBy(l => l.Id).Take(200).ToListAsync(cancel);
        var places = await db.PlaceNamesAsync(found.Select(l => (Guid?)l.VillageId), cancel);
        var people = await db.StaffNamesAsync(found.SelectMany(l => new[] { l.PreparedById, l.DecidedById ?? l.PreparedById }), cancel);
        var ids = found.Select(l => l.Id).ToList();
        var files = (await db.Attachments.AsNoTracking().Where(f => ids.Contains(f.RecordId) && f.RemovedAt == null).ToListAsync(cancel))
            .ToLookup(f => f.RecordId, f => new FileView(f.Id, f.Kind, f.Slot, f.FileName, f.MediaType, f.Size, f.At));
        return [.. found.Select(l => RowOf(db.Actor, l, places[l.VillageId], people, [.. files[l.Id]]))];
    }

    private static Row RowOf(Actor actor, RewardLine l, PlaceName place, IReadOnlyDictionary<Guid, string> people, IReadOnlyList<FileView> files) =>
        new(l.Id, l.Version, l.VillageId, place, l.Kind, l.Payee, l.Month, l.Fen, l.Status, l.Resolution, l.NoticeId, people.GetValueOrDefault(l.PreparedById, ""),
            l.DecidedById is { } decider ? people.GetValueOrDefault(decider) : null, l.DecidedOn, l.Opinion, l.PaidOn, l.PaymentReference, l.UsedFor, l.UseNote, l.UsedOn, files,
            l.Status == RewardStatus.Eligible && actor.May(Permission.PrepareRewards, l),
            l.Status == RewardStatus.Eligible && actor.May(Permission.ApproveRewards, l) && actor.StaffId != l.PreparedById && actor.StaffId != l.PayeeId,
            l.Status == RewardStatus.Approved && l.Fen > 0 && actor.May(Permission.RecordPayments, l) && actor.StaffId != l.DecidedById && actor.StaffId != l.PayeeId,
            l.Status == RewardStatus.Paid && !l.IsToPerson && actor.May(Permission.PrepareRewards, l));

    // Rewards are the insurer's to pay in both schemes; who else bore a cost, the cost says.
    private static IReadOnlyList<Total> TotalsOf(Dictionary<RewardStatus, long> rewards, List<ProgrammeCost> costs) =>
        [.. Enum.GetValues<CostPayer>().Select(payer => new Total(payer,
            payer == CostPayer.Insurer ? rewards.GetValueOrDefault(RewardStatus.Paid) + rewards.GetValueOrDefault(RewardStatus.Used) : 0,
            payer == CostPayer.Insurer ? rewards.GetValueOrDefault(RewardStatus.Approved) : 0, costs.Where(c => c.Payer == payer).Sum(c => c.Fen)))];

    /// <summary>Whether the actor sees no more than his own rewards.</summary>
    internal static bool OwnOnly(Actor actor) => actor.RolesFor(Permission.ViewRewards).All(r => r is Role.Supervisor or Role.ResidentAgent);
}
