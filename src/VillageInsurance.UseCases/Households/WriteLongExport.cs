using FluentValidation;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Households;

/// <summary>Writes a long export with the rights of now, keeps its file for a day and tells who asked.</summary>
public sealed class WriteLongExport(AppDbGate gate, Vault vault, IFileStore store, TimeProvider clock)
{
    /// <summary>The job.</summary>
    public sealed record Input(Guid JobId);

    /// <summary>One is named.</summary>
    public sealed class InputRules : AbstractValidator<Input>
    {
        /// <summary>Sets the rules.</summary>
        public InputRules() => RuleFor(i => i.JobId).NotEmpty();
    }

    /// <summary>Writes. Started twice, or again after the process died, it has one file and one event. The words are given by language; progress is rows of rows, and its receiver must not use this operation's connection.
    /// Refused as the export is; somebody else's is not found.</summary>
    public Task RunAsync(Input input, Func<string, Func<string, string>> words, Func<long, long, Task>? progress = null, CancellationToken cancel = default) => gate.ChangeAsync(Permission.ExportHouseholds, async db =>
    {
        input.MustMeet(new InputRules());
        await db.LockAsync($"export {input.JobId:N}");
        var own = db.OwnJobRequests().Where(j => j.Kind == JobKind.Export);
        var job = await own.AsNoTracking().FindOrRefuseAsync(input.JobId, cancel);
        if (job.State is not (JobState.Waiting or JobState.Running)) return;
        var wanted = LongExports.WantedOf(job);
        var written = await new ExportWriting(db, vault, clock, LongExports.OrderOf(vault, job), words(wanted.Culture)).WriteAsync(job.Id, progress is null ? null : rows => progress(rows, wanted.Rows), cancel);
        await using (written.File) await KeepAsync(job.Id, written.File, cancel);
        // Read now: the reports of the meantime have made other versions of it.
        job = await own.FindOrRefuseAsync(job.Id, cancel);
        job.End(JobState.Succeeded, LongExports.ResultOf(written, db.Actor.ScopeOf(Permission.ExportHouseholds)!), null, clock.GetUtcNow());
        db.Add(QueueItem.For(job.StaffId, QueueKind.ExportReady, job.Id, clock.GetUtcNow()));
    });

    // What an attempt left behind that died before its end goes.
    private async Task KeepAsync(Guid job, Stream file, CancellationToken cancel)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancel);
        using var sealedContent = new MemoryStream(LongExports.Seal(vault, job, content.ToArray()));
        await store.DeleteAsync(LongExports.KeyOf(job), cancel);
        await store.PutAsync(LongExports.KeyOf(job), sealedContent, cancel);
    }
}
