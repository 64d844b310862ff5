using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Papers;

/// <summary>One job that prints certificates as its page shows it.</summary>
public sealed class PaperJobDetail(AppDbGate gate)
{
    /// <param name="Reason">The text key of a refusal, or the kind of a failure; null otherwise.</param>
    public sealed record View(Guid Id, JobState State, DateTimeOffset At, long Done, long Total, int Year, CertificateFile? Result, string? Reason);

    /// <summary>Reads it. Not found when it is somebody else's.</summary>
    public Task<View> RunAsync(Guid id, CancellationToken cancel) => gate.ReadAsync(Permission.ManagePapers, async db =>
        ViewOf(await db.OwnJobRequests().AsNoTracking().Where(j => j.Kind == JobKind.PrintCertificates).FindOrRefuseAsync(id, cancel)), cancel);

    internal static View ViewOf(JobRequest j) => new(j.Id, j.State, j.At, j.Done, j.Total, JsonSerializer.Deserialize<CertificateJob>(j.Input, JsonColumn.Format)!.Year,
        j.Result is null ? null : JsonSerializer.Deserialize<CertificateFile>(j.Result, JsonColumn.Format), j.Reason);
}
