using System.Text.Json;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;

namespace VillageInsurance.UseCases.Policies;

/// <summary>A job on a list of the insurer: which list.</summary>
public sealed record InsurerListTask(Guid ListId);

internal static class InsurerListJobs
{
    public static JobRequest Begin(Guid id, Guid list, Guid staff, DateTimeOffset at) => new(id, JobKind.InsurerList, staff, JsonSerializer.Serialize(new InsurerListTask(list), JsonColumn.Format), at);

    public static InsurerListTask TaskOf(JobRequest job) => JsonSerializer.Deserialize<InsurerListTask>(job.Input, JsonColumn.Format)!;
}
