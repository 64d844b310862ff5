using Microsoft.EntityFrameworkCore;
using VillageInsurance.Domain.Organisation;
using VillageInsurance.Domain.Work;
using VillageInsurance.UseCases.Data;
using VillageInsurance.UseCases.Documents;
using VillageInsurance.UseCases.Work;

namespace VillageInsurance.UseCases.Papers;

/// <summary>Gives out the Word file with a year's certificates.</summary>
public sealed class OpenCertificates(AppDbGate gate, IFileStore store)
{
    /// <summary>The bytes and their name.</summary>
    public sealed record View(Stream Content, string FileName);

    /// <summary>Opens it. Not found before the job has succeeded, and when it is somebody else's.</summary>
    public Task<View> RunAsync(Guid jobId, CancellationToken cancel) => gate.ReadAsync(Permission.ManagePapers, async db =>
    {
        var job = PaperJobDetail.ViewOf(await db.OwnJobRequests().AsNoTracking().Where(j => j.Kind == JobKind.PrintCertificates && j.State == JobState.Succeeded).FindOrRefuseAsync(jobId, cancel));
        return new View(await store.OpenAsync(job.Result!.FileId.ToString("N"), cancel), $"certificates-{job.Year}.docx");
    }, cancel);
}
