using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Policies;
using VillageInsurance.Domain.Reconciliations;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Exchange;
using VillageInsurance.UseCases.Policies;
using VillageInsurance.UseCases.Rosters;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Reconciliations;

/// <summary>Compares a file that was brought with what is recorded, line by line but in whole sets, and keeps what was found. A payer who differs opens a premium exception only where the recorded payment itself names somebody else than the policyholder.</summary>
public sealed class CompareStatement(AppDbGate gate, Vault vault, IFileStore store, TimeProvider clock)
{
    /// <summary>The reconciliation, which is the job as well.</summary>
    public sealed record Input(Guid Id);

    /// <summary>One is named.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.Id).NotEmpty();
    }

    /// <summary>Compares. Started twice, or again after the process died, it has one effect. Progress is rows of rows; its receiver must not use this operation's connection. Somebody else's is not found.</summary>
    public Task RunAsync(Input input, Func<long, long, Task>? progress = null) => gate.ChangeAsync(Permission.ReconcilePremiums, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync($"reconciliation {input.Id:N}");
        var own = db.OwnJobRequests().Where(j => j.Kind == JobKind.Reconciliation);
        if ((await own.AsNoTracking().FindOrRefuseAsync(input.Id)).State is not (JobState.Waiting or JobState.Running)) return;
        var run = await db.Reconciliations.FindOrRefuseAsync(input.Id);
        try { run.Compared(await CompareAsync(db, run, await RosterFile.OpenAsync(store, vault, run.Id), progress)); }
        catch (RefusedFile no) { run.RefusedFor($"{nameof(FileFault)}.{no.Fault}"); }
        // Read now: the reports of the meantime have made other versions of it.
        (await own.FindOrRefuseAsync(input.Id)).End(JobState.Succeeded, null, null, clock.GetUtcNow());
        db.Add(QueueItem.For(run.StaffId, QueueKind.ReconciliationReady, run.Id, clock.GetUtcNow()));
        if (run.State == ReconciliationState.Open && run.Counts.Differences == 0) db.Add(QueueItem.ForRole(Role.InsurerReviewer, QueueKind.ReconciliationToClose, run.Id, clock.GetUtcNow()));
    });

    private async Task<ReconciliationCounts> CompareAsync(AppDb db, Reconciliation run, SheetSource source, Func<long, long, Task>? progress)
    {
        var today = clock.Today();
        var file = StatementReading.Of(source, new(new([]), TestRegionAllowed: true, today), SheetLimits.Upload);
        var rows = (long)file.Premiums.Count + file.Unreadable.Count;
        if (progress is not null) await progress(0, rows);
        var recorded = await RecordedPremiums.LoadAsync(db, file, run.From, run.To, today);
        var compared = PremiumMatching.Compare(file.Premiums, recorded.Booked, run.From, run.To);
        var lines = LinesOf(file, compared);
        await ReconciliationStage.WriteAsync((NpgsqlConnection)db.Database.GetDbConnection(), vault, run.Id, lines);
        var asked = compared.Where(c => c.Verdict == ReconciliationVerdict.PayerDiffers).Select(c => recorded.AsRecorded.GetValueOrDefault(c.Booked!.Id)).OfType<RecordedPayment>().DistinctBy(p => p.Id);
        await PremiumExceptions.OpenAsync(db, [.. asked], run.Id, PremiumExceptionKind.ThirdParty);
        if (progress is not null) await progress(rows, rows);
        return ReconciliationCounts.Count([.. lines.Select(l => l.Verdict)], file.Premiums.Where(p => p.Day >= run.From && p.Day <= run.To).Sum(p => p.Fen), recorded.Booked.Where(b => b.IsExpected).Sum(b => b.Fen));
    }

    // In the file's order; what the file does not have comes last.
    private static List<LineToKeep> LinesOf(StatementReading file, IReadOnlyList<ComparedPremium> compared) =>
    [
        .. compared.Where(c => c.Stated is not null).Select(c => LineToKeep.Of(c, file.Places[c.Stated!.Place]))
            .Concat(file.Unreadable.Select(u => new LineToKeep(ReconciliationVerdict.Unreadable, (u.Sheet, u.Row), null, null, new(new(u.Receipt, u.Policy, null, null, null, null), null, u.Why))))
            .OrderBy(l => l.Place),
        .. compared.Where(c => c.Stated is null).Select(c => LineToKeep.Of(c, null)),
    ];
}

/// <summary>A line to be kept, with its place in the file or null.</summary>
internal sealed record LineToKeep(ReconciliationVerdict Verdict, (short Sheet, int Row)? Place, Guid? PolicyId, Guid? PaymentId, ReconciledCells Cells)
{
    public static LineToKeep Of(ComparedPremium c, (short, int)? place) => new(c.Verdict, place, c.Booked?.PolicyId, c.Booked?.Id, new(PremiumSide.Of(c.Stated), PremiumSide.Of(c.Booked)));
}
