using System.Text.Json;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.UseCases.Households;

/// <summary>What a background job keeps of a long export. The order is sealed, for a search may name somebody; so is the file, which lies in the file store under the job's id.</summary>
internal static class LongExports
{
    private const string OrderCell = "job_requests.export", FileCell = "job_requests.export_file";

    /// <summary>How long a file is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>The order, the language that its heads are written in, and the rows that it had when it was asked for.</summary>
    internal sealed record Wanted(byte[] Order, string Culture, int Rows);

    /// <summary>What was written: the file's name, form, rows and SHA-256, and of which villages and groups it may hold rows; none for the whole county.</summary>
    internal sealed record Written(string FileName, SheetForm Form, long Rows, string Hash, IReadOnlyList<Guid>? Areas);

    public static JobRequest Begin(Vault vault, Guid id, ExportHouseholds.Input order, string culture, int rows, Guid staff, DateTimeOffset at) =>
        new(id, JobKind.Export, staff, JsonSerializer.Serialize(new Wanted(vault.SealBytes(OrderCell, id, JsonSerializer.SerializeToUtf8Bytes(order, JsonColumn.Format)), culture, rows), JsonColumn.Format), at);

    public static Wanted WantedOf(JobRequest job) => JsonSerializer.Deserialize<Wanted>(job.Input, JsonColumn.Format)!;

    public static ExportHouseholds.Input OrderOf(Vault vault, JobRequest job) => JsonSerializer.Deserialize<ExportHouseholds.Input>(vault.OpenBytes(OrderCell, job.Id, WantedOf(job).Order), JsonColumn.Format)!;

    public static Written? WrittenOf(JobRequest job) => job.Result is { } result ? JsonSerializer.Deserialize<Written>(result, JsonColumn.Format) : null;

    public static string ResultOf(ExportHouseholds.View written, DataScope scope) =>
        JsonSerializer.Serialize(new Written(written.FileName, written.Form, written.Rows, written.Hash, scope.IsWholeCounty ? null : [.. scope.VillageIds, .. scope.GroupIds]), JsonColumn.Format);

    /// <summary>Until when the file can be taken; null when there is none, or no longer.</summary>
    public static DateTimeOffset? UntilOf(JobRequest job, DateTimeOffset now) =>
        job is { State: JobState.Succeeded, Result: not null, SeenAt: { } ended } && ended + Kept > now ? ended + Kept : null;

    public static string KeyOf(Guid job) => job.ToString("N");

    public static byte[] Seal(Vault vault, Guid job, byte[] file) => vault.SealBytes(FileCell, job, file);

    public static byte[] Open(Vault vault, Guid job, byte[] file) => vault.OpenBytes(FileCell, job, file);
}
