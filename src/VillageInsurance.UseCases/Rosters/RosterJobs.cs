using System.Text.Json;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Rosters;

/// <summary>What a background job does with a roster.</summary>
public enum RosterAct { Check, Store }

/// <summary>A roster's job: which roster, and what is to be done.</summary>
public sealed record RosterTask(Guid BatchId, RosterAct Act);

internal static class RosterJobs
{
    public static JobRequest Begin(Guid id, RosterBatch batch, RosterAct act, Guid staff, DateTimeOffset at) =>
        new(id, JobKind.Roster, staff, JsonSerializer.Serialize(new RosterTask(batch.Id, act), JsonColumn.Format), at);

    public static RosterTask TaskOf(JobRequest job) => JsonSerializer.Deserialize<RosterTask>(job.Input, JsonColumn.Format)!;
}
