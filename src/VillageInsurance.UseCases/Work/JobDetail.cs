using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Exchange;

namespace VillageInsurance.UseCases.Work;

/// <summary>One long work as its page shows it: how far it is, and what came of it.</summary>
public sealed class JobDetail(AppDbGate gate)
{
    /// <param name="Reason">The text key of a refusal, or the kind of a failure; null otherwise.</param>
    public sealed record View(Guid Id, JobState State, DateTimeOffset At, DateTimeOffset? SeenAt, string? Step, long Done, long Total, ImportCounty.Input Input, ImportCounty.View? Result, string? Reason);

    /// <summary>Reads it. Not found when it is somebody else's.</summary>
    public Task<View> RunAsync(Guid id, CancellationToken cancel) => gate.ReadAsync(Permission.ImportCountyData, async db =>
        ViewOf(await db.OwnJobRequests().AsNoTracking().Where(j => j.Kind == JobKind.ImportCounty).FindOrRefuseAsync(id, cancel)), cancel);

    internal static View ViewOf(JobRequest j) => new(j.Id, j.State, j.At, j.SeenAt, j.Step, j.Done, j.Total,
        JsonSerializer.Deserialize<ImportCounty.Input>(j.Input, JsonColumn.Format)!,
        j.Result is null ? null : JsonSerializer.Deserialize<ImportCounty.View>(j.Result, JsonColumn.Format), j.Reason);
}
